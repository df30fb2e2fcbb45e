"""Archived: a bag that comes from anywhere, to the report on it and on its PDF, or on the PDF made again.

A bag is read once, within bounds. What is proved are copies of what was read, so that nobody can change it
between one look and the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from engross import foreign, layout, packaging, reading, verification
from engross.errors import RefusedError, SourceError
from engross.findings import finding
from engross.model.certificate import Certificate, Versions
from engross.model.deposit import NamedFile
from engross.model.document import Document
from engross.model.edition import Edition, Use
from engross.model.profile import named
from engross.model.report import Check, Outcome, Report
from engross.packaging.rebuilding import compare
from engross.pipeline import proving, typesetting
from engross.pipeline.archiving import write_files
from engross.reading.sources import SUFFIXES, Source
from engross.verification import certificate_form

_DOCUMENT = "document"
JUDGEMENT = "second judgement"
_NOTHING = "nothing that could be proved"
_ONE_SOURCE = "source in data/source that is one text, with its metadata or without"


@dataclass(frozen=True, slots=True)
class _Bag:
    """An opened bag: what it contains, and its parts; None is what is not there.

    ``pdf``, ``certificate`` and ``source`` are files of a folder that goes away again.
    """

    name: str
    contents: Mapping[str, bytes]
    parts: packaging.Parts
    checks: tuple[Check, ...]
    pdf: Path | None
    certificate: Path | None
    source: Source | None

    def report(self, *checks: Check) -> Report:
        """Return a report without those of the PDF."""
        return Report(self.name, "", 0, _NOTHING, (*self.checks, *checks))


def verify_bag(path: Path, *, conformance: bool = True) -> Report:
    """Return the report on the bag at ``path``, and on its PDF against the source and the certificate in it.

    Raise RefusedError for what is no bag, or is refused as one.
    """
    with _opened(path) as bag:
        if bag.pdf is None:
            return bag.report()
        try:
            report = proving.verify(bag.pdf, bag.source, bag.certificate, conformance=conformance)
        except (RefusedError, SourceError) as error:
            return bag.report(_unproved(error))
        metadata = reading.read(bag.source).metadata if bag.source else None
        described = packaging.check_descriptions(
            bag.contents, bag.parts, metadata, report.profile, report.pages
        )
        return replace(report, name=bag.name, checks=(*bag.checks, described, *report.checks))


def rebuild(path: Path) -> Report:
    """Return the report on the bag at ``path``, and on what its source gives now against the PDF in it.

    Raise RefusedError for what is no bag, and what typesetting raises. Nothing is written.
    """
    with _opened(path) as bag:
        if bag.pdf is None or bag.certificate is None or bag.source is None:
            return bag.report()
        try:
            document = reading.read(bag.source)
            stated = certificate_form.parse(bag.certificate.read_bytes(), bag.certificate.name)
            pdf = bag.pdf.read_bytes()
            style = proving.style_of(document)
            judge = partial(proving.judged_of, file=bag.pdf.name, document=document, style=style)
            archived = foreign.apart(pdf, bag.pdf.name, judge)
        except (RefusedError, SourceError) as error:
            return bag.report(_unproved(error))
        check = _rebuilt(document, stated, archived)
        found = archived.report
        return Report(bag.name, found.sha256, found.pages, found.profile, (*bag.checks, check))


def _rebuilt(document: Document, stated: Certificate, archived: proving.Judged) -> Check:
    """Typeset ``document`` as it was archived, and return the check that the bytes are the same."""
    edition = Edition(Use.ARCHIVE, named(stated.profile) or archived.profile)
    made = typesetting.typeset(document, edition)
    style = proving.style_of(document)
    evidence = proving.evidence(made.pdf, f"{document.name}.pdf", document, style, edition.profile)
    rebuilt = proving.account_of(evidence)
    here = Versions(**layout.versions(), **verification.provers(), verapdf="")
    return compare(stated, archived.account, rebuilt, here)


def _unproved(error: RefusedError | SourceError) -> Check:
    """Return the check of a document that could not even be read."""
    return Check(_DOCUMENT, Outcome.FAILED, "it could not be proved", error.findings)


@contextmanager
def _opened(path: Path) -> Iterator[_Bag]:
    """Read the bag at ``path``, and give its parts as files for the length of the block."""
    contents = open_bag(path)
    checks = packaging.check(contents, path.name)
    parts = packaging.parts_of(contents)
    with TemporaryDirectory(prefix="engross-") as folder:
        scratch = Path(folder)
        judgement = _second_judgement(contents, scratch / "bag")
        files = {part.name: part.data for part in (parts.pdf, parts.certificate) if part}
        write_files(scratch / "parts", files)
        # The folder has the name of the document, which one with document.toml takes from it.
        source = scratch / "source" / (parts.name or "source")
        write_files(source, {file.name: file.data for file in parts.source})
        pdf, certificate = (
            scratch / "parts" / part.name if part else None for part in (parts.pdf, parts.certificate)
        )
        read = _source(source, parts.source)
        checks = (*checks, judgement, *_unread(parts, read))
        yield _Bag(path.name, contents, parts, checks, pdf, certificate, read)


def open_bag(path: Path) -> Mapping[str, bytes]:
    """Return the files of the bag at ``path``, a folder or a ZIP of one, by their paths."""
    if path.is_dir():
        return packaging.open_folder(path)
    work = partial(packaging.unzip, file=path.name)
    return foreign.apart(foreign.read_file(path), path.name, work, foreign.UNPACKING)


def _source(folder: Path, files: Sequence[NamedFile]) -> Source | None:
    """Return the source whose ``files`` are in ``folder``, whatever their names; None if it is not one."""
    texts: list[Path] = []
    others: list[Path] = []
    for file in files:
        path = folder / file.name
        (texts if path.suffix.lower() in SUFFIXES else others).append(path)
    if len(texts) != 1 or len(others) > 1 or any(path.suffix.lower() != ".toml" for path in others):
        return None
    return Source(folder.name, texts[0], others[0] if others else None)


def _unread(parts: packaging.Parts, source: Source | None) -> tuple[Check, ...]:
    """Return the check that fails where a bag has files of a source, and they are no source."""
    if source is not None or not parts.source:
        return ()
    return (Check("source", Outcome.FAILED, findings=(finding("B015", what=_ONE_SOURCE),)),)


def _second_judgement(contents: Mapping[str, bytes], folder: Path) -> Check:
    """Return what another program says of the bag, of which a copy is made as ``folder``."""
    library = packaging.library()
    if not packaging.can_judge(contents):
        found = finding("B021", library=library)
        return Check(JUDGEMENT, Outcome.NOT_VERIFIED, f"{library} was not asked", (found,))
    write_files(folder, contents)
    if reason := packaging.judge(folder):
        found = finding("B020", library=library, reason=reason)
        return Check(JUDGEMENT, Outcome.FAILED, library, (found,))
    return Check(JUDGEMENT, Outcome.PASSED, f"{library}: valid")
