"""Agreement: a file, and its source if it is there, against a certificate that somebody gives.

Everything that the file can tell is taken from the file again and compared; what only the source can tell,
when the source is there. What neither can tell (the versions of the engine, the findings of typesetting) is
not compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import PurePath
from typing import Any

from engross.findings import Finding, Place, Severity, finding
from engross.model.certificate import Account, Certificate, FontFile, Proof, Remark
from engross.model.document import Document
from engross.model.report import Check, Outcome, Report
from engross.verification.certification import proofs_of, remark, source_of
from engross.verification.conformance import NAME as CONFORMANCE

NAME = "certificate"
_CODES = {
    "pdf.sha256": "V001",
    "text.sha256": "V002",
    "source.sha256": "V004",
    "source.metadata_sha256": "V004",
}
_COUNTS = ("text.", "pdf.", "source.")
_TYPESETTING = "L"


@dataclass(frozen=True, slots=True)
class Verified:
    """What a certificate is compared with: the file's own account, its report, the source if it is there.

    ``versions`` are those of what proved the file now, by their names.
    """

    account: Account
    report: Report
    document: Document | None
    versions: Mapping[str, str]


def agreement(certificate: Certificate, verified: Verified) -> Check:
    """Return the check that ``certificate`` is of the file that was verified, and says no more than it."""
    place = Place(verified.report.name)
    found = tuple(replace(one, place=place) for one in _disagreements(certificate, verified))
    failed = any(one.severity is Severity.ERROR for one in found)
    compared = "the file and its source" if verified.document else "the file"
    return Check(
        NAME,
        Outcome.FAILED if failed else Outcome.PASSED,
        f"{certificate.name}: compared with {compared}",
        found,
    )


def _disagreements(certificate: Certificate, verified: Verified) -> Iterator[Finding]:
    account, document = verified.account, verified.document
    yield from _values("pdf", certificate.pdf, account.pdf)
    yield from _values("text", certificate.text, account.text)
    yield from _values("language", certificate.language, account.language)
    yield from _values("profile", certificate.profile, verified.report.profile)
    if document:
        yield from _values("source", certificate.source, source_of(document))
        yield from _values("style", certificate.style, document.metadata.style)
    yield from _fonts(certificate.fonts, account.fonts)
    others = dict(_other_versions(certificate, verified.versions))
    yield from _proofs(certificate, verified, others)
    if document and "engross" not in others:
        yield from _findings(certificate, document)
    if others:
        told = ", ".join(f"{name} {theirs} (here {ours})" for name, (theirs, ours) in others.items())
        yield finding("V009", versions=told)
    if certificate.name != (stem := PurePath(verified.report.name).stem):
        yield finding("V010", certified=certificate.name, name=stem)


def _values(key: str, certified: Any, actual: Any) -> Iterator[Finding]:
    """Yield a finding for each value that differs, ``key`` by ``key``."""
    if is_dataclass(certified):
        for field in fields(certified):
            name = field.name
            yield from _values(f"{key}.{name}", getattr(certified, name), getattr(actual, name))
    elif certified != actual:
        code = _CODES.get(key) or ("V003" if key.startswith(_COUNTS) else "V005")
        yield finding(code, key=key, certified=_told(certified), actual=_told(actual))


def _told(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(f"{kind.count} × {kind.character} {kind.name}" for kind in value) or "none"
    return "nothing" if value in (None, "") else str(value)


def _fonts(certified: tuple[FontFile, ...], actual: tuple[FontFile, ...]) -> Iterator[Finding]:
    """Yield a finding for other fonts than are certified, and for each whose file is another here."""
    theirs, ours = (sorted(font.name for font in fonts) for fonts in (certified, actual))
    if theirs != ours:
        yield finding("V006", certified=", ".join(theirs) or "none", actual=", ".join(ours) or "none")
    here = {font.name: font for font in actual}
    for font in certified:
        own = here.get(font.name, font)
        if own != font:
            file, own_file = (f"{each.file} ({each.sha256})" for each in (font, own))
            yield finding("V007", font=font.name, certified=file, actual=own_file)


def _other_versions(
    certificate: Certificate, versions: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what was certified by another version than is here, with both versions."""
    for name, ours in versions.items():
        theirs = getattr(certificate.versions, name)
        if theirs != ours and (theirs or name != "verapdf") and ours:
            yield name, (theirs or "none", ours)


def _proofs(certificate: Certificate, verified: Verified, others: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each proof that ended otherwise or, by the same versions, measured otherwise."""
    theirs = {proof.name: proof for proof in certificate.proofs}
    ours = {proof.name: proof for proof in proofs_of(verified.report)}
    if "engross" not in others and [proof.name for proof in certificate.proofs] != [*ours]:
        yield finding("V008", proof="the list of proofs", certified=", ".join(theirs), actual=", ".join(ours))
    for name in [name for name in ours if name in theirs]:
        exactly = not others.keys() - ({"verapdf"} if name != CONFORMANCE else ())
        if not _agree(theirs[name], ours[name], exactly=exactly):
            yield finding("V008", proof=name, certified=_ended(theirs[name]), actual=_ended(ours[name]))
    conformance = theirs.get(CONFORMANCE)
    if conformance and (conformance.outcome is Outcome.NOT_VERIFIED) is bool(certificate.versions.verapdf):
        stated = f"veraPDF {certificate.versions.verapdf or 'none'}"
        yield finding("V008", proof=CONFORMANCE, certified=_ended(conformance), actual=stated)


def _agree(certified: Proof, actual: Proof, *, exactly: bool) -> bool:
    """Tell whether two endings of one proof agree; conformance may not have been verified at either time."""
    if Outcome.FAILED in (certified.outcome, actual.outcome):
        return False
    if certified.outcome is not actual.outcome:
        return certified.name == CONFORMANCE
    same = certified.detail == actual.detail and _anywhere(certified.findings) == _anywhere(actual.findings)
    return same or not exactly


def _anywhere(remarks: Iterable[Remark]) -> list[Remark]:
    """Return ``remarks`` without the names of the files, which may have got others."""
    return [replace(each, place=replace(each.place, file="")) for each in remarks]


def _ended(proof: Proof) -> str:
    codes = (found.code for found in proof.findings)
    return f"{proof.outcome} ({', '.join(filter(None, (proof.detail, *codes)))})"


def _findings(certificate: Certificate, document: Document) -> Iterator[Finding]:
    """Yield a finding when other things were found in the source; those of typesetting come after them."""
    expected = _anywhere(map(remark, document.findings))
    certified = _anywhere(found for found in certificate.findings if not found.code.startswith(_TYPESETTING))
    if certified != expected:
        theirs, ours = (" ".join(found.code for found in each) or "none" for each in (certified, expected))
        yield finding("V011", certified=theirs, actual=ours)
