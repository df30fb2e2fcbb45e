"""The pipeline: the only module that knows the order of the stages, and the edge where files are written.

    source --read--> Document --refine--> Document
      --compose--> HTML --lay out--> pages --finish--> PDF --verify--> Report

Documents of one run are independent: one that fails leaves the others, and every earlier file, alone. A PDF
is put in place, with its report, only when the report has no error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from engross import composition, finishing, foreign, layout, reading, typography, verification
from engross.errors import Defect, EngrossError, MissingError, RefusedError, ReportError
from engross.findings import Finding, Place, finding
from engross.model.document import Document
from engross.model.profile import ARCHIVAL
from engross.model.report import Report
from engross.model.style import DEFAULT_STYLE, Style
from engross.placing import refuse_folders, refusing, scratch_in, write
from engross.reading.sources import Source
from engross.resources import STYLES, TEMPLATES
from engross.tools import verapdf
from engross.verification.rendering import to_json

_MOST_ROUNDS = 20
_FILES_A_CALL = 200
_FAILURES_TO_GIVE_UP = 3

_Answer = Mapping[str, verapdf.Verdict] | MissingError


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF that nobody has checked yet, and the findings on its way here."""

    document: Document
    pdf: bytes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """How one document of a run ended: with a report, an error, or both when it was not put in place."""

    name: str
    report: Report | None = None
    error: EngrossError | None = None
    pdf: Path | None = None


def typeset(document: Document) -> Typeset:
    """Return ``document`` as a PDF; pure but for the resources it reads."""
    style = composition.load_style(document.metadata.style, STYLES)
    composition.require_glyphs(document, style)
    refined = typography.refine(document, hyphenation=style.hyphenates)
    pages, findings = _laid_out(refined, style)
    pdf = pages.write(ARCHIVAL, partial(finishing.finish, metadata=document.metadata, profile=ARCHIVAL))
    return Typeset(document, pdf, (*document.findings, *findings))


def _laid_out(refined: Document, style: Style) -> tuple[layout.Pages, tuple[Finding, ...]]:
    """Return ``refined`` in pages that do not end with hyphens, and the findings on the way.

    Layout tells where pages end. Those lines are vetoed and the paragraph is broken anew; where no others
    fit, the page ends a line sooner.
    """
    sheet = composition.style_sheet(style.name, STYLES)
    vetoes: set[composition.Veto] = set()
    widows: dict[int, int] = {}
    round_number = 0
    while True:
        composed = composition.compose(refined, style, templates=TEMPLATES, vetoes=vetoes)
        pages = layout.lay_out(composed.html, sheet, STYLES, widows=widows)
        ends = pages.page_ends()
        hyphenated = {end.paragraph: end.line for end in ends if end.hyphenated}
        vetoed = vetoes | {(end.paragraph, end.line) for end in ends if end.paragraph in hyphenated}
        left = {paragraph: composed.lines[paragraph] - line for paragraph, line in hyphenated.items()}
        round_number += 1
        if not hyphenated or round_number == _MOST_ROUNDS:
            break
        if vetoed == vetoes:
            widows |= left
        vetoes = vetoed
    page_ends = (finding("L020"),) if hyphenated else ()
    return pages, (*composed.findings, *page_ends)


def lint(source: Source) -> tuple[Finding, ...]:
    """Return the findings on ``source`` that need no PDF: those of reading, and characters without a font."""
    document = reading.read(source)
    try:
        composition.require_glyphs(document, composition.load_style(document.metadata.style, STYLES))
    except MissingError as error:
        return (*document.findings, *error.findings)
    return document.findings


def check(
    pdf: bytes, file: str, document: Document | None = None, findings: tuple[Finding, ...] = ()
) -> Report:
    """Return the report on the PDF called ``file``, against ``document`` if given, without conformance."""
    style = composition.load_style(document.metadata.style if document else DEFAULT_STYLE, STYLES)
    return verification.verify(
        pdf, name=file, document=document, profile=ARCHIVAL, style=style, findings=findings
    )


def build(sources: Sequence[Source], output: Path, *, conformance: bool = True) -> tuple[Built, ...]:
    """Build every source into ``output`` and return how each ended, in their order.

    ``conformance`` False leaves veraPDF out, and the reports say so.
    """
    with scratch_in(output) as scratch:
        all_built = [_make(source, scratch) for source in sources]
        return tuple(_put_in_place(built, output) for built in _validated(all_built, conformance=conformance))


def verify(pdf: Path, source: Source | None = None, *, conformance: bool = True) -> Report:
    """Return the whole report on the file ``pdf``, against ``source`` if given.

    Nobody knows who made the file, so it is read and judged within bounds (``foreign``).
    """
    document = reading.read(source) if source else None
    findings = document.findings if document else ()
    judge = partial(check, file=pdf.name, document=document, findings=findings)
    report = foreign.apart(foreign.read_file(pdf), pdf.name, judge)
    (built,) = _validated([Built(pdf.stem, report, pdf=pdf)], conformance=conformance)
    if built.error:
        raise built.error
    assert built.report is not None
    return built.report


def _make(source: Source, scratch: Path) -> Built:
    try:
        made = typeset(reading.read(source))
        path = scratch / f"{source.name}.pdf"
        report = check(made.pdf, path.name, made.document, made.findings)
        with refusing(path):
            write(path, made.pdf)
    except EngrossError as error:
        return Built(source.name, error=error)
    except Exception as error:  # noqa: BLE001 - a defect in one document must not cost the others theirs
        unforeseen = Defect(finding("E900", Place(source.name), error=f"{type(error).__name__}: {error}"))
        unforeseen.__cause__ = error
        return Built(source.name, error=unforeseen)
    return Built(source.name, replace(report, name=source.name), pdf=path)


def _validated(all_built: Sequence[Built], *, conformance: bool) -> list[Built]:
    """Add the verdicts of veraPDF to the reports; a file that it cannot cope with has that error instead."""
    files = [built.pdf for built in all_built if built.pdf]
    answers: Mapping[Path, _Answer] = {}
    if conformance and files:
        try:
            if tool := verapdf.probe():
                answers = _ask(tool, files)
        except MissingError as error:
            answers = dict.fromkeys(files, error)
    return [_with_verdict(built, answers) for built in all_built]


def _ask(tool: verapdf.VeraPdf, files: Sequence[Path]) -> dict[Path, _Answer]:
    """Ask once for many files; if that fails, once more for each, so that one does not cost the others."""
    answers: dict[Path, _Answer] = {}
    for start in range(0, len(files), _FILES_A_CALL):
        together = files[start : start + _FILES_A_CALL]
        try:
            answers.update(_verdicts(tool, together))
        except MissingError as error:
            answers.update(dict.fromkeys(together, error))
            failures = 0
            for file in together:
                try:
                    answers.update(_verdicts(tool, [file]))
                except MissingError as alone:
                    answers[file] = alone
                    failures += 1
                if failures == _FAILURES_TO_GIVE_UP:
                    break
    return answers


def _verdicts(tool: verapdf.VeraPdf, files: Sequence[Path]) -> dict[Path, Mapping[str, verapdf.Verdict]]:
    verdicts = verapdf.validate(tool, files, ARCHIVAL.flavours)
    return {file: {flavour: verdicts[file, flavour] for flavour in ARCHIVAL.flavours} for file in files}


def _with_verdict(built: Built, answers: Mapping[Path, _Answer]) -> Built:
    if built.report is None or built.pdf is None:
        return built
    answer = answers.get(built.pdf)
    if isinstance(answer, MissingError):
        return replace(built, error=answer)
    verdict = verification.conformance(answer)
    return replace(built, report=verification.with_check(built.report, verdict))


def _put_in_place(built: Built, output: Path) -> Built:
    """Move a good PDF and its report to ``output``; of a bad one the report alone, under another name.

    Both are on the disk before either appears. The report goes first: a PDF is never there without the
    report that proves it.
    """
    if built.error or built.report is None or built.pdf is None:
        return built
    failed, good = f"{built.name}.failed.report.json", f"{built.name}.report.json"
    report = built.pdf.with_name(failed if built.report.failed else good)
    final = output / built.pdf.name
    try:
        with refusing(final):
            write(report, to_json(built.report).encode(errors="backslashreplace"))
            refuse_folders(output / report.name, final)
            report.replace(output / report.name)
            if built.report.failed:
                return replace(built, error=ReportError(*built.report.errors), pdf=None)
            built.pdf.replace(final)
            (output / failed).unlink(missing_ok=True)
    except RefusedError as error:
        return replace(built, error=error, pdf=None)
    return replace(built, pdf=final)
