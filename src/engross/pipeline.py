"""The pipeline: the only module that knows the order of the stages, and the edge where files are written.

    source --read--> Document --refine--> Document
      --compose--> HTML --lay out--> pages --finish--> PDF --verify--> Report

Documents of one run are independent: one that fails leaves the others, and every earlier file, alone. A PDF
is put in place, with its report, only when the report has no error.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from engross import composition, finishing, layout, reading, typography, verification
from engross.errors import Defect, EngrossError, RefusedError, ReportError
from engross.findings import Finding, Place, finding
from engross.model.document import Document
from engross.model.profile import ARCHIVAL, Profile
from engross.model.report import Report
from engross.placing import place
from engross.reading.sources import Source
from engross.resources import FONTS, STYLES, TEMPLATES
from engross.tools import verapdf
from engross.verification.rendering import to_json

DEFAULT_STYLE = "intergovernmental"
_MOST_VETOES = 1000


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF that nobody has checked yet, and the findings on its way here."""

    document: Document
    pdf: bytes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """How one document of a run ended: with a report, an error, or both when the report has an error."""

    name: str
    report: Report | None = None
    error: EngrossError | None = None
    pdf: Path | None = None


def typeset(document: Document, profile: Profile = ARCHIVAL) -> Typeset:
    """Return ``document`` as a PDF; pure but for the resources it reads."""
    style = composition.load_style(document.metadata.style, STYLES)
    sheet = composition.style_sheet(style.name, STYLES)
    composition.require_glyphs(document, style, fonts=FONTS)
    refined = typography.refine(document)
    vetoes: set[composition.Veto] = set()
    while True:
        html = composition.compose(refined, style, templates=TEMPLATES, fonts=FONTS, vetoes=vetoes)
        pages = layout.lay_out(html, sheet, STYLES)
        ends = pages.page_ends()
        broken_anew = {end.paragraph for end in ends if end.hyphenated}
        more = {(end.paragraph, end.line) for end in ends if end.paragraph in broken_anew} - vetoes
        if not more or len(vetoes) >= _MOST_VETOES:
            break
        vetoes |= more
    findings = (finding("L020"),) if broken_anew else ()
    pdf = pages.write(profile, partial(finishing.finish, metadata=document.metadata, profile=profile))
    return Typeset(document, pdf, (*document.findings, *findings))


def check(
    pdf: bytes, name: str, document: Document | None = None, findings: tuple[Finding, ...] = ()
) -> Report:
    """Return the report on ``pdf``, against ``document`` if there is one, without conformance."""
    style = composition.load_style(document.metadata.style if document else DEFAULT_STYLE, STYLES)
    return verification.verify(
        pdf, name=name, document=document, profile=ARCHIVAL, fonts=style.families, findings=findings
    )


def build(sources: Sequence[Source], output: Path, *, conformance: bool = True) -> tuple[Built, ...]:
    """Build every source into ``output`` and return how each ended, in their order.

    ``conformance`` False leaves veraPDF out, and the reports say so.
    """
    _make_folder(output)
    with ExitStack() as stack:
        scratch = stack.enter_context(_scratch_in(output))
        all_built = [_make(source, scratch) for source in sources]
        all_built = list(_validate(all_built, conformance=conformance))
        return tuple(_placed(built, output) for built in all_built)


def verify(pdf: Path, source: Source | None = None, *, conformance: bool = True) -> Report:
    """Return the whole report on the file ``pdf``, against ``source`` if given."""
    document = reading.read(source) if source else None
    try:
        data = pdf.read_bytes()
    except OSError as error:
        raise RefusedError(finding("E202", Place(str(pdf)), reason=error.strerror or error)) from error
    report = check(data, pdf.name, document, document.findings if document else ())
    (built,) = _validate([Built(pdf.stem, report, pdf=pdf)], conformance=conformance)
    if built.report is None:
        raise built.error or AssertionError("what was built without a report has an error")
    return built.report


def _make(source: Source, scratch: Path) -> Built:
    try:
        made = typeset(reading.read(source))
        report = check(made.pdf, source.name, made.document, made.findings)
    except EngrossError as error:
        return Built(source.name, error=error)
    except Exception as error:  # noqa: BLE001 - a defect in one document must not cost the others theirs
        unforeseen = Defect(finding("E900", Place(source.name), error=f"{type(error).__name__}: {error}"))
        unforeseen.__cause__ = error
        return Built(source.name, error=unforeseen)
    path = scratch / f"{source.name}.pdf"
    path.write_bytes(made.pdf)
    return Built(source.name, report, pdf=path)


def _validate(all_built: Sequence[Built], *, conformance: bool) -> Iterator[Built]:
    """Add the verdicts of veraPDF, asked once for all files that there are, to the reports."""
    files = [built.pdf for built in all_built if built.pdf and built.report]
    tool = verapdf.probe() if conformance and files else None
    verdicts = verapdf.validate(tool, files, ARCHIVAL.flavours) if tool else {}
    version = verapdf.version(tool) if tool else ""
    for built in all_built:
        if built.report is None or built.pdf is None:
            yield built
            continue
        own = {flavour: verdicts[built.pdf, flavour] for flavour in ARCHIVAL.flavours} if tool else None
        verdict = verification.conformance(own, version)
        yield replace(built, report=verification.with_check(built.report, verdict))


def _placed(built: Built, output: Path) -> Built:
    try:
        return _put_in_place(built, output)
    except RefusedError as error:
        return replace(built, error=error, pdf=None)


def _put_in_place(built: Built, output: Path) -> Built:
    """Put a good PDF and its report into ``output``; of a bad one the report alone, under another name."""
    if built.report is None or built.pdf is None:
        return built
    text = to_json(built.report).encode(errors="backslashreplace")
    failed = output / f"{built.name}.failed.report.json"
    if built.report.failed:
        place(failed, text)
        return replace(built, error=ReportError(*built.report.errors), pdf=None)
    final = output / f"{built.name}.pdf"
    place(final, built.pdf.read_bytes())
    place(output / f"{built.name}.report.json", text)
    failed.unlink(missing_ok=True)
    return replace(built, pdf=final)


@contextmanager
def _scratch_in(output: Path) -> Iterator[Path]:
    try:
        folder = TemporaryDirectory(prefix=".engross-", dir=output)
    except OSError as error:
        raise RefusedError(finding("E201", Place(str(output)), reason=error.strerror or error)) from error
    with folder as path:
        yield Path(path)


def _make_folder(output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(finding("E201", Place(str(output)), reason=error.strerror or error)) from error
