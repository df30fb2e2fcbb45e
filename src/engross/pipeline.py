"""The pipeline: the only module that knows the order of the stages, and the edge where files are written.

    source --read--> Document --refine--> Document
      --compose--> HTML --lay out--> pages --finish--> PDF --verify--> Report, Certificate

Documents of one run are independent: one that fails leaves the others, and every earlier file, alone. A PDF
is put in place, with its report, only when the report has no error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engross import composition, finishing, foreign, layout, reading, typography, validation, verification
from engross.errors import (
    Defect,
    EngrossError,
    MissingError,
    RefusedError,
    ReportError,
    SourceError,
    UsageError,
)
from engross.findings import Finding, Place, finding
from engross.model.certificate import Account, Certificate, Versions
from engross.model.document import Document
from engross.model.profile import ARCHIVAL
from engross.model.report import Check, Report
from engross.model.style import DEFAULT_STYLE, Style
from engross.model.version import Version
from engross.placing import refuse_folders, refusing, scratch_in, write
from engross.reading.sources import Source
from engross.resources import STYLES, TEMPLATES
from engross.verification import certificate_form
from engross.verification.agreement import Verified
from engross.verification.evidence import Evidence
from engross.verification.rendering import to_json

if TYPE_CHECKING:
    # A build needs nothing of it.
    from engross.collation import Collation


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF that nobody has checked yet, and the findings on its way here."""

    document: Document
    pdf: bytes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """How one document of a run ended: with a report, an error, or both when it was not put in place.

    ``certificate`` has the checks that were made so far; ``verapdf`` is the version that was asked, if any.
    """

    name: str
    report: Report | None = None
    error: EngrossError | None = None
    pdf: Path | None = None
    certificate: Certificate | None = None
    verapdf: str = ""


def typeset(document: Document) -> Typeset:
    """Return ``document`` as a PDF; pure but for the resources it reads."""
    style = composition.load_style(document.metadata.style, STYLES)
    composition.require_glyphs(document, style)
    refined = typography.refine(document, hyphenation=style.hyphenates)
    pages, findings = _laid_out(refined, style)
    pdf = pages.write(ARCHIVAL, partial(finishing.finish, metadata=document.metadata, profile=ARCHIVAL))
    return Typeset(document, pdf, (*document.findings, *findings))


def _laid_out(refined: Document, style: Style) -> tuple[layout.Pages, tuple[Finding, ...]]:
    """Return ``refined`` in pages, and what could not be had in them.

    Composition chooses where pages end. Should the engine not end them there, it is left to choose by itself,
    and a finding says so.
    """
    sheet = composition.style_sheet(style.name, STYLES)
    composed = composition.compose(refined, style, templates=TEMPLATES)
    pages = layout.lay_out(composed.html, sheet, STYLES)
    if pages.beginnings() == tuple(range(2, composed.pages + 1)):
        return pages, composed.findings
    composed = composition.compose(refined, style, templates=TEMPLATES, paged=False)
    unplanned = finding("L027", Place(refined.source))
    return layout.lay_out(composed.html, sheet, STYLES), (*composed.findings, unplanned)


def lint(source: Source) -> tuple[Finding, ...]:
    """Return the findings on ``source`` and on its pages, which are set for that and never written."""
    document = reading.read(source)
    try:
        made = typeset(document)
    except MissingError as error:
        return (*document.findings, *error.findings)
    evidence = _evidence(made.pdf, source.name, document, _style(document))
    return (*made.findings, *verification.check_setting(evidence).findings)


def check(
    pdf: bytes, file: str, document: Document | None = None, findings: tuple[Finding, ...] = ()
) -> Report:
    """Return the report on the PDF called ``file``, against ``document`` if given, without conformance."""
    return verification.judge(_evidence(pdf, file, document, _style(document)), findings)


def _style(document: Document | None, certificate: Certificate | None = None) -> Style:
    """Return the house style of ``document``, else of ``certificate``, else the default one."""
    if document is not None or certificate is None:
        return composition.load_style(document.metadata.style if document else DEFAULT_STYLE, STYLES)
    try:
        return composition.load_style(certificate.style, STYLES)
    except SourceError as error:
        raise RefusedError(finding("V022", style=certificate.style)) from error


def _evidence(pdf: bytes, file: str, document: Document | None, style: Style) -> Evidence:
    return verification.gather(pdf, name=file, document=document, profile=ARCHIVAL, style=style)


def _account(evidence: Evidence) -> Account:
    names = {font.name for font in evidence.tagged.fonts}
    return verification.account_of(evidence, composition.font_files(evidence.style, names))


def build(sources: Sequence[Source], output: Path, *, conformance: bool = True) -> tuple[Built, ...]:
    """Build every source into ``output`` and return how each ended, in their order.

    ``conformance`` False leaves veraPDF out, and the reports say so.
    """
    with scratch_in(output) as scratch:
        all_built = [_make(source, scratch) for source in sources]
        return tuple(_put_in_place(built, output) for built in _validated(all_built, conformance=conformance))


def verify(
    pdf: Path, source: Source | None = None, certificate: Path | None = None, *, conformance: bool = True
) -> Report:
    """Return the whole report on the file ``pdf``, against ``source`` and ``certificate`` if given.

    Nobody knows who made the file, so it is read and judged within bounds (``foreign``).
    """
    document = reading.read(source) if source else None
    stated = certificate_form.parse(foreign.read_file(certificate), certificate.name) if certificate else None
    judge = partial(_judged, file=pdf.name, document=document, style=_style(document, stated))
    report, account, setting = foreign.apart(foreign.read_file(pdf), pdf.name, judge)
    (built,) = _validated([Built(pdf.stem, report, pdf=pdf)], conformance=conformance)
    if built.error:
        raise built.error
    assert built.report is not None
    whole = verification.with_check(built.report, setting)
    if stated is None:
        return whole
    versions = {**verification.provers(), "verapdf": built.verapdf}
    verified = Verified(account, built.report, document, versions)
    return verification.with_check(whole, verification.agreement(stated, verified))


def _judged(pdf: bytes, file: str, document: Document | None, style: Style) -> tuple[Report, Account, Check]:
    """Return the report on the PDF called ``file``, what a certificate of it would state, and its setting.

    The setting is apart: it proves nothing, so no certificate states it.
    """
    evidence = _evidence(pdf, file, document, style)
    report = verification.judge(evidence, document.findings if document else ())
    return report, _account(evidence), verification.check_setting(evidence)


def collate(first: Path, second: Path) -> "Collation":
    """Compare two versions of a text, each a PDF or a source.

    Raise what reading a source or a foreign file does, and UsageError (E003) for more than one source.
    """
    from engross.collation import collate as compare

    return compare(_version(first), _version(second))


def _version(path: Path) -> Version:
    if path.suffix.lower() != ".pdf":
        (source, *others) = reading.discover([path])
        if others:
            raise UsageError(finding("E003", Place(str(path)), count=1 + len(others)))
        from engross.collation import of_document

        return of_document(reading.read(source))
    return foreign.apart(foreign.read_file(path), path.name, partial(verification.version, name=path.name))


def _make(source: Source, scratch: Path) -> Built:
    try:
        made = typeset(reading.read(source))
        path = scratch / f"{source.name}.pdf"
        evidence = _evidence(made.pdf, path.name, made.document, _style(made.document))
        report = replace(verification.judge(evidence, made.findings), name=source.name)
        certificate = None if report.failed else _certificate(evidence, made.document, report)
        with refusing(path):
            write(path, made.pdf)
    except EngrossError as error:
        return Built(source.name, error=error)
    except Exception as error:  # noqa: BLE001 - a defect in one document must not cost the others theirs
        unforeseen = Defect(finding("E900", Place(source.name), error=f"{type(error).__name__}: {error}"))
        unforeseen.__cause__ = error
        return Built(source.name, error=unforeseen)
    return Built(source.name, report, pdf=path, certificate=certificate)


def _certificate(evidence: Evidence, document: Document, report: Report) -> Certificate:
    versions = Versions(**layout.versions(), **verification.provers(), verapdf="")
    return verification.certify(_account(evidence), document, report, versions)


def _validated(all_built: Sequence[Built], *, conformance: bool) -> list[Built]:
    """Add the verdicts of veraPDF to the reports; a file that it cannot cope with has that error instead."""
    files = [built.pdf for built in all_built if built.pdf]
    answers = validation.ask(files) if conformance and files else {}
    return [_with_verdict(built, answers) for built in all_built]


def _with_verdict(built: Built, answers: Mapping[Path, validation.Answer]) -> Built:
    if built.report is None or built.pdf is None:
        return built
    answer = answers.get(built.pdf)
    if isinstance(answer, MissingError):
        return replace(built, error=answer)
    verdict = verification.conformance(answer)
    version = next((one.version for one in answer.values()), "") if answer else ""
    return replace(built, report=verification.with_check(built.report, verdict), verapdf=version)


def _put_in_place(built: Built, output: Path) -> Built:
    """Move a good PDF, its report and its certificate to ``output``; of a bad one the report, renamed.

    All are on the disk before any appears. The PDF goes last: it is never there without the report that
    proves it and the certificate that is of it.
    """
    if built.error or built.report is None or built.pdf is None:
        return built
    scratch, final = built.pdf.parent, output / built.pdf.name
    failed = f"{built.name}.failed.report.json"
    papers = _papers(built, built.report, failed)
    try:
        with refusing(final):
            for name, text in papers.items():
                write(scratch / name, text.encode(errors="backslashreplace"))
            refuse_folders(*(output / name for name in papers), final)
            for name in papers:
                (scratch / name).replace(output / name)
            if built.report.failed:
                return replace(built, error=ReportError(*built.report.errors), pdf=None)
            built.pdf.replace(final)
            (output / failed).unlink(missing_ok=True)
    except RefusedError as error:
        return replace(built, error=error, pdf=None)
    return replace(built, pdf=final)


def _papers(built: Built, report: Report, failed: str) -> dict[str, str]:
    """Return what is put beside the PDF, by name, in the order in which it appears."""
    if report.failed:
        return {failed: to_json(report)}
    assert built.certificate is not None, "what has not failed was certified"
    certificate = verification.with_proofs(built.certificate, report, built.verapdf)
    return {
        f"{built.name}.report.json": to_json(report),
        f"{built.name}.certificate.json": certificate_form.to_json(certificate),
    }
