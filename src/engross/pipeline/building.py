"""Building: every source to its editions, proven, and then put in place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from engross import reading, verification
from engross.clock import moment
from engross.errors import Defect, EngrossError, MissingError, RefusedError, ReportError, UsageError
from engross.findings import Place, finding
from engross.model.certificate import Certificate
from engross.model.deposit import Moments
from engross.model.document import Document
from engross.model.edition import DISTRIBUTION, Edition, Use
from engross.model.press import Press
from engross.model.profile import Profile
from engross.model.report import Report
from engross.pipeline import proving, typesetting
from engross.pipeline.imposing import imposed
from engross.pipeline.typesetting import Typeset
from engross.placing import place, refusing, scratch_in, write
from engross.reading.sources import Source
from engross.verification import certificate_form
from engross.verification.evidence import Evidence
from engross.verification.rendering import to_json

_APART = ".apart"


@dataclass(frozen=True, slots=True)
class Built:
    """How one document of a run ended: with a report, an error, or both when it was not put in place.

    ``report`` is on the distribution edition, and has those on the others; ``pdf`` is where that edition is.
    """

    name: str
    report: Report | None = None
    error: EngrossError | None = None
    pdf: Path | None = None


@dataclass(frozen=True, slots=True)
class _Copy:
    """One edition of a document, made: its file in scratch, the report and the certificate of it.

    ``certificate`` has the checks that were made so far, and is None for a file that failed one; ``verapdf``
    is the version that was asked, if any. ``created`` is when a file for the archive was made. Its bag is the
    ``file`` once that is filled.
    """

    edition: Edition
    file: Path
    report: Report
    certificate: Certificate | None
    verapdf: str = ""
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """The editions of one document, the distribution first, or the error that ended it."""

    name: str
    document: Document | None = None
    copies: tuple[_Copy, ...] = ()
    error: EngrossError | None = None


def build(
    sources: Sequence[Source],
    output: Path,
    *,
    editions: Sequence[Edition] = (DISTRIBUTION,),
    conformance: bool = True,
) -> tuple[Built, ...]:
    """Build the ``editions`` of every source into ``output`` and return how each ended, in their order.

    The first edition is the distribution. ``conformance`` False leaves veraPDF out, and the reports say so.
    Raise UsageError (E203), before anything is made, if two sources would write files of one name.
    """
    _refuse_shared_names(sources, editions)
    with scratch_in(output) as scratch:
        all_made = [_make(source, editions, scratch) for source in sources]
        validated = _validated(all_made, conformance=conformance)
        if any(edition.use is Use.ARCHIVE for edition in editions):
            now = moment()
            validated = [_bagged(made, now, scratch) for made in validated]
        return tuple(_put_in_place(made, output) for made in validated)


def _refuse_shared_names(sources: Iterable[Source], editions: Iterable[Edition]) -> None:
    """Raise UsageError (E203) for ``x.print``, whose distribution is called as ``x`` in print."""
    uses = [edition for edition in editions if edition.use is not Use.ARCHIVE]
    seen: dict[str, str] = {}
    for source in sources:
        files = (file for each in uses for file in each.files(source.name))
        for file in (_failed(source.name), *_good(source.name), *files):
            first = seen.setdefault(file, source.name)
            if first != source.name:
                raise UsageError(finding("E203", first=first, second=source.name, name=file))


def _failed(name: str) -> str:
    """Return the name of the report on the document ``name`` if it is not put in place."""
    return f"{name}.failed.report.json"


def _good(name: str) -> tuple[str, str]:
    """Return the names of the report and of the certificate of the document ``name``."""
    return f"{name}.report.json", f"{name}.certificate.json"


def _make(source: Source, editions: Iterable[Edition], scratch: Path) -> _Made:
    try:
        document = reading.read(source)
        copies, proved = list[_Copy](), list[Evidence]()
        typeset = dict[tuple[Profile, Press | None], Typeset]()
        for edition in editions:
            # Editions of one profile, printed alike, have the same bytes.
            alike = edition.profile, edition.press
            if alike not in typeset:
                typeset[alike] = typesetting.typeset(document, edition)
            copy, found = _copy(document, edition, typeset[alike], scratch)
            proved.append(found)
            copies += [copy, *_imposed(copy, found)]
        if len(proved) > 1:
            equal = verification.same_text(proved)
            copies[0] = replace(copies[0], report=verification.with_check(copies[0].report, equal))
    except EngrossError as error:
        return _Made(source.name, error=error)
    except Exception as error:  # noqa: BLE001 - a defect in one document must not cost the others theirs
        unforeseen = Defect(finding("E900", Place(source.name), error=f"{type(error).__name__}: {error}"))
        unforeseen.__cause__ = error
        return _Made(source.name, error=unforeseen)
    return _Made(source.name, document, tuple(copies))


def _copy(document: Document, edition: Edition, made: Typeset, scratch: Path) -> tuple[_Copy, Evidence]:
    """Write ``made``, ``edition`` of ``document``, to ``scratch``; return it with what it was judged by."""
    path = _file(edition, document.name, scratch)
    found = proving.evidence(made.pdf, path.name, document, proving.style_of(document), edition.profile)
    report = verification.judge(found, made.findings)
    if edition == DISTRIBUTION:
        report = replace(report, name=document.name)
    certificate = None if report.failed else proving.certificate_of(found, document, report)
    with refusing(path):
        if path.parent != scratch:
            path.parent.parent.mkdir(exist_ok=True)  # never scratch itself: whoever removed that meant it
            path.parent.mkdir()
        write(path, made.pdf)
    created = moment() if edition.use is Use.ARCHIVE else None
    return _Copy(edition, path, report, certificate, created=created), found


def _imposed(copy: _Copy, found: Evidence) -> Iterator[_Copy]:
    """Make what the press of ``copy`` wants to be made of its file, beside it; nothing of one that failed."""
    if copy.edition.press is None or copy.report.failed:
        return
    name = found.document.name if found.document else copy.file.stem
    for file, data, report in imposed(name, copy.file.read_bytes(), found, copy.edition):
        path = copy.file.with_name(file)
        with refusing(path):
            write(path, data)
        yield replace(copy, file=path, report=report, certificate=None)


def _file(edition: Edition, name: str, scratch: Path) -> Path:
    """Return where ``edition`` of the document ``name`` is made; no other document has that place.

    What goes into a bag is made apart: its name may be that of the distribution of another document.
    """
    folder = scratch / _APART / name if edition.use is Use.ARCHIVE else scratch
    return folder / edition.file(name)


def _validated(all_made: Sequence[_Made], *, conformance: bool) -> list[_Made]:
    """Add the verdicts of veraPDF to the reports; a document that it fails on has that error instead."""
    copies = [copy for made in all_made for copy in made.copies]
    asked = [(copy.report, copy.file, copy.edition.profile) for copy in copies]
    answers = dict(
        zip(
            [copy.file for copy in copies], proving.with_verdicts(asked, conformance=conformance), strict=True
        )
    )
    return [_with_answers(made, answers) for made in all_made]


def _with_answers(made: _Made, answers: Mapping[Path, proving.Validated | MissingError]) -> _Made:
    copies = []
    for copy in made.copies:
        answer = answers[copy.file]
        if isinstance(answer, MissingError):
            return replace(made, error=answer)
        copies.append(replace(copy, report=answer.report, verapdf=answer.verapdf))
    return replace(made, copies=tuple(copies))


def _bagged(made: _Made, validated: datetime, scratch: Path) -> _Made:
    """Fill the bag of what was made for the archive and ``validated`` then, if nothing of ``made`` failed."""
    report = _whole_report(made)
    if made.error or report is None or report.failed:
        return made
    try:
        copies = [_bag(made.document, copy, validated, scratch) for copy in made.copies]
    except EngrossError as error:
        return replace(made, error=error)
    return replace(made, copies=tuple(copies))


def _bag(document: Document | None, copy: _Copy, validated: datetime, scratch: Path) -> _Copy:
    """Return ``copy`` with the bag that it goes into as its file, if it is for the archive."""
    if copy.created is None:
        return copy
    from engross.pipeline import archiving

    assert document is not None, "copies are made of a document"
    assert copy.certificate is not None, "what has not failed was certified"
    report = replace(copy.report, name=document.name)
    certificate = verification.with_proofs(copy.certificate, report, copy.verapdf)
    moments = Moments(copy.created, validated, moment())
    folder = scratch / f"{document.name}.archive"
    with refusing(folder):
        pdf = copy.file.read_bytes()
        archiving.fill(folder, archiving.deposit_of(document, pdf, report, certificate, moments))
    return replace(copy, file=folder)


def _put_in_place(made: _Made, output: Path) -> Built:
    """Move what was made of a good document to ``output``; of a bad one its report, renamed.

    The distribution goes last: it is never there without the report that proves it and the certificate that
    is of it.
    """
    report = _whole_report(made)
    if made.error or report is None:
        return Built(made.name, report, made.error)
    main, *others = made.copies
    scratch, final = main.file.parent, output / main.file.name
    failed = _failed(made.name)
    papers = _papers(made, report, failed)
    copies = () if report.failed else (*others, main)
    try:
        with refusing(final):
            for name, text in papers.items():
                write(scratch / name, text.encode(errors="backslashreplace"))
            names = (*papers, *(copy.file.name for copy in copies))
            place(scratch, output, names, gone=() if report.failed else (failed,))
    except RefusedError as error:
        return Built(made.name, report, error)
    if report.failed:
        return Built(made.name, report, ReportError(*report.errors))
    return Built(made.name, report, pdf=final)


def _whole_report(made: _Made) -> Report | None:
    """Return the report on the distribution with those on the other editions in it."""
    if not made.copies:
        return None
    main, *others = made.copies
    return replace(main.report, editions=tuple(copy.report for copy in others))


def _papers(made: _Made, report: Report, failed: str) -> dict[str, str]:
    """Return what is put beside the editions, by name, in the order in which it appears."""
    if report.failed:
        return {failed: to_json(report)}
    main = made.copies[0]
    assert main.certificate is not None, "what has not failed was certified"
    certificate = verification.with_proofs(main.certificate, main.report, main.verapdf)
    of_report, of_certificate = _good(made.name)
    return {
        of_report: to_json(report),
        of_certificate: certificate_form.to_json(certificate),
    }
