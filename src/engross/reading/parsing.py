"""Turns the bytes of a text and of its metadata into a ``Document``. It opens no file.

The order: metadata, encoding, characters, form of the paragraphs, heading, body, inspection, proof.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engross.characters import fold
from engross.errors import Defect, SourceError
from engross.findings import Finding, Place, finding
from engross.model.document import Document, Paragraph, Received, ReceivedFile
from engross.reading.carrying import refuse_changed
from engross.reading.encoding import decode
from engross.reading.heading import Heading, declared_heading, extent_of_requisites, find_heading
from engross.reading.inference import infer_metadata, on_form, on_heading, on_joining
from engross.reading.inspections import inspect, inspect_heading
from engross.reading.lines import Line, excerpt, split
from engross.reading.metadata import NOTHING_DECLARED, Declared, read_metadata
from engross.reading.paragraphs import Form, infer_form, join, measure_of
from engross.reading.refusal import refuse_invisible


def parse(
    data: bytes, *, name: str, file: str, metadata: bytes | None = None, metadata_file: str = ""
) -> Document:
    """Parse the bytes of a text, and of its metadata file if it has one, into a ``Document``.

    ``name`` is that of the files made from it; ``file`` and ``metadata_file`` are what findings call
    the two. Raises ``SourceError`` for a text or metadata that cannot be read, ``RefusedError`` for
    characters that cannot reach paper, and ``Defect`` if a character of the text were lost.
    """
    declared = NOTHING_DECLARED if metadata is None else read_metadata(metadata, metadata_file)
    decoded = decode(data, file, declared.text("encoding"))
    refuse_invisible(decoded.text, file)
    refuse_changed(decoded.text, file)
    lines = split(decoded.text)
    if all(line.blank for line in lines):
        raise SourceError(finding("R010", Place(file)))
    heading, form = _divide(lines, declared)
    body = join(lines[heading.extent :], form)
    require_body(heading, body, file)
    on_body = (*on_form(body, form, declared, file), *on_joining(lines[heading.extent :], body, form, file))
    received = received_files(decoded.text, file, data, metadata, metadata_file)
    return document_of(
        Parsed(name, file, declared, heading, body, received, (*decoded.findings,), on_body, lines)
    )


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text was parsed to, before its metadata are settled and it is inspected.

    ``on_bytes`` and ``on_body`` are the findings on its encoding and on the form of its body; ``lines`` are
    those of ``received``.
    """

    name: str
    file: str
    declared: Declared
    heading: Heading
    body: tuple[Paragraph, ...]
    received: Received
    on_bytes: tuple[Finding, ...]
    on_body: tuple[Finding, ...]
    lines: tuple[Line, ...]


def document_of(parsed: Parsed) -> Document:
    """Return the document that ``parsed`` is; raises ``Defect`` if a character of the text were lost."""
    heading, body, file = parsed.heading, parsed.body, parsed.file
    text = parsed.received.text
    known, inferred = infer_metadata(heading, body, text, parsed.declared, file)
    document = Document(
        name=parsed.name,
        source=file,
        metadata=known,
        heading=heading.lines,
        body=body,
        findings=(
            *parsed.on_bytes,
            *inferred,
            *on_heading(heading, body, parsed.declared, file),
            *parsed.on_body,
            *inspect_heading(heading.lines, body, known, file),
            *inspect(parsed.lines, known.language, file),
        ),
        received=parsed.received,
    )
    _prove(document, text)
    return document


def require_body(heading: Heading, body: Sequence[Paragraph], file: str) -> None:
    """Raise ``SourceError`` if all of a text is its heading."""
    if not body:
        last = heading.lines[-1]
        raise SourceError(
            finding("R011", Place(file, last.line, excerpt=excerpt(last.text)), count=len(heading.lines))
        )


def _divide(lines: Sequence[Line], declared: Declared) -> tuple[Heading, Form]:
    """Divide the lines into heading and body, and tell the form of the body."""
    if declared.heading is not None:
        heading = declared_heading(lines, declared.heading)
        return heading, declared.paragraphs or infer_form(lines[heading.extent :])
    heading = find_heading(lines)
    form = declared.paragraphs or infer_form(lines[heading.extent :])
    # Where a hard-wrapped paragraph follows at once, its first lines look like lines of a title.
    rest = lines[extent_of_requisites(lines) :]
    if form is Form.WRAPPED or (not declared.paragraphs and infer_form(rest) is Form.WRAPPED):
        form = Form.WRAPPED
        heading = find_heading(lines, measure_of(rest))
    return heading, form


def received_files(text: str, file: str, data: bytes, metadata: bytes | None, metadata_file: str) -> Received:
    """Return ``text`` and the files that findings call ``file`` and ``metadata_file``."""
    own = None if metadata is None else _received(metadata_file, metadata)
    return Received(text, _received(file, data), own)


def _received(called: str, data: bytes) -> ReceivedFile:
    """Return the file that findings call ``called``: in a document folder they name the folder too."""
    return ReceivedFile(called.rpartition("/")[2], data)


def _prove(document: Document, text: str) -> None:
    """Raise ``Defect`` unless the document says, folded, exactly what the text says."""
    read, given = fold(document.text), fold(text)
    if read != given:
        pairs = enumerate(zip(read, given, strict=False))
        at = next((index for index, (a, b) in pairs if a != b), min(len(read), len(given)))
        raise Defect(finding("R090", Place(document.source, excerpt=excerpt(given, at)), position=at))
