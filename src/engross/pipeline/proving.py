"""Proving: a file to its report, whether it was just made or comes from anywhere; and lint."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engross import composition, foreign, layout, reading, validation, verification
from engross.errors import MissingError, RefusedError, SourceError
from engross.findings import Finding, Place, finding
from engross.model.certificate import Account, Certificate, Versions
from engross.model.document import Document
from engross.model.profile import Profile
from engross.model.report import Check, Report
from engross.model.style import DEFAULT_STYLE, Style
from engross.pipeline.typesetting import typeset
from engross.reading.sources import Source
from engross.resources import STYLES
from engross.verification import certificate_form
from engross.verification.agreement import Verified
from engross.verification.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Validated:
    """A report with the verdict of veraPDF in it, and the version that was asked, if any."""

    report: Report
    verapdf: str = ""


def lint(source: Source) -> tuple[Finding, ...]:
    """Return the findings on ``source`` and on its pages, which are set for that and never written."""
    document = reading.read(source)
    try:
        made = typeset(document)
    except MissingError as error:
        return (*document.findings, *error.findings)
    found = evidence(made.pdf, source.name, document, style_of(document), made.edition.profile)
    return (*made.findings, *verification.check_setting(found).findings)


def check(
    pdf: bytes, file: str, document: Document | None = None, findings: tuple[Finding, ...] = ()
) -> Report:
    """Return the report on the PDF called ``file``, against ``document`` if given, without conformance.

    It is judged by the profile that it claims.
    """
    return verification.judge(evidence(pdf, file, document, style_of(document)), findings)


def verify(
    pdf: Path, source: Source | None = None, certificate: Path | None = None, *, conformance: bool = True
) -> Report:
    """Return the whole report on the file ``pdf``, against ``source`` and ``certificate`` if given.

    Nobody knows who made the file, so it is read and judged within bounds (``foreign``).
    """
    document = reading.read(source) if source else None
    stated = certificate_form.parse(foreign.read_file(certificate), certificate.name) if certificate else None
    judge = partial(judged_of, file=pdf.name, document=document, style=style_of(document, stated))
    judged = foreign.apart(foreign.read_file(pdf), pdf.name, judge)
    (validated,) = with_verdicts([(judged.report, pdf, judged.profile)], conformance=conformance)
    if isinstance(validated, MissingError):
        raise validated
    whole = verification.with_check(validated.report, judged.setting)
    if stated is None:
        return whole
    versions = {**verification.provers(), "verapdf": validated.verapdf}
    verified = Verified(judged.account, validated.report, document, versions)
    return verification.with_check(whole, verification.agreement(stated, verified))


def style_of(document: Document | None, certificate: Certificate | None = None) -> Style:
    """Return the house style of ``document``, else of ``certificate``, else the default one."""
    if document is not None or certificate is None:
        return composition.load_style(document.metadata.style if document else DEFAULT_STYLE, STYLES)
    try:
        return composition.load_style(certificate.style, STYLES)
    except SourceError as error:
        raise RefusedError(finding("V022", style=certificate.style)) from error


def evidence(
    pdf: bytes, file: str, document: Document | None, style: Style, profile: Profile | None = None
) -> Evidence:
    """Return the evidence of ``pdf``, which is to be of ``profile``, else of the one that it claims."""
    return verification.gather(pdf, name=file, document=document, profile=profile, style=style)


def certificate_of(found: Evidence, document: Document, report: Report) -> Certificate:
    """Return the certificate of the file of ``found`` with the checks of ``report``, made so far."""
    versions = Versions(**layout.versions(), **verification.provers(), verapdf="")
    return verification.certify(account_of(found), document, report, versions)


def with_verdicts(
    reports: Sequence[tuple[Report, Path, Profile]], *, conformance: bool
) -> tuple[Validated | MissingError, ...]:
    """Add what veraPDF says of each file to the report on it; for a file that it fails on, return why.

    ``conformance`` False leaves veraPDF out, and the reports say so. A profile of which it knows
    nothing has no such check.
    """
    claims = {file: profile.flavours for _, file, profile in reports}
    answers = validation.ask(claims) if conformance and claims else {}
    return tuple(
        _with_verdict(report, answers.get(file)) if profile.flavours else Validated(report)
        for report, file, profile in reports
    )


def _with_verdict(report: Report, answer: validation.Answer | None) -> Validated | MissingError:
    if isinstance(answer, MissingError):
        return answer
    verdict = verification.conformance(answer)
    version = next((one.version for one in answer.values()), "") if answer else ""
    return Validated(verification.with_check(report, verdict), version)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a file is found to be: its report, what a certificate of it would state, and its setting.

    The setting is apart: it proves nothing, so no certificate states it.
    """

    report: Report
    account: Account
    setting: Check
    profile: Profile


def judged_of(pdf: bytes, file: str, document: Document | None, style: Style) -> Judged:
    """Return what the PDF called ``file`` is found to be, against ``document`` if given."""
    found = evidence(pdf, file, document, style)
    if found.profile.pdfx and not found.tagged.tree:
        raise RefusedError(finding("K032", Place(file)))
    report = verification.judge(found, document.findings if document else ())
    return Judged(report, account_of(found), verification.check_setting(found), found.profile)


def account_of(found: Evidence) -> Account:
    """Return what a certificate of the file of ``found`` states of the file itself."""
    names = {font.name for font in found.tagged.fonts}
    return verification.account_of(found, composition.font_files(found.style, names))
