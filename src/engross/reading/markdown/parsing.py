"""Turns the bytes of a Markdown source into a ``Document``, as ``engross.reading.parsing`` does a plain text.

The order: encoding, characters, blocks, metadata, characters that entities stand for, heading, body,
inspection, proof.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from engross.characters import ARMENIAN_HYPHEN, HYPHENS
from engross.errors import SourceError
from engross.findings import Finding, Place, finding
from engross.model.document import TITLING, Document, Paragraph, Span
from engross.reading.carrying import refuse_changed
from engross.reading.encoding import decode
from engross.reading.heading import Heading, declared_heading, find_heading, titled_heading
from engross.reading.lines import Line, excerpt, split
from engross.reading.markdown.blocks import Block, Marked, read_blocks
from engross.reading.markdown.front_matter import NOT_FOR_MARKDOWN, read_front_matter
from engross.reading.markdown.inline import MarkedLine, joined
from engross.reading.markdown.refusing import Refused
from engross.reading.metadata import NOTHING_DECLARED, Declared, key_place, read_metadata
from engross.reading.parsing import Parsed, document_of, received_files, require_body
from engross.reading.refusal import refuse_invisible


def parse(
    data: bytes, *, name: str, file: str, metadata: bytes | None = None, metadata_file: str = ""
) -> Document:
    """Parse the bytes of a Markdown text, and of its metadata file if it has one, into a ``Document``.

    Raises what the parser of plain texts does, and ``RefusedError`` for markup that has no place in a
    document.
    """
    declared = NOTHING_DECLARED if metadata is None else _metadata(metadata, metadata_file)
    decoded = decode(data, file, declared.text("encoding"))
    refuse_invisible(decoded.text, file)
    refuse_changed(decoded.text, file)
    marked = read_blocks(decoded.text, file)
    if marked.front is not None:
        if metadata is not None:
            raise SourceError(finding("M013", Place(file, 1), file=metadata_file))
        declared = read_front_matter(marked.front, file)
    lines = _lines(marked)
    raw = {line.number: line.text for line in reversed(split(decoded.text))}
    text = "\n".join(line.text for line in lines)
    # An entity may stand for any character.
    refuse_invisible(text, file)
    refuse_changed(text, file)
    if not marked.blocks:
        raise SourceError(finding("R010", Place(file)))
    heading = _heading(lines, marked.blocks, declared)
    _refuse_emphasis(heading, marked.blocks, file)
    rest = tuple(_rest(marked.blocks, heading))
    body = tuple(Paragraph(*_set(block), level=block.level, within=block.within) for block in rest)
    require_body(heading, body, file)
    _require_levels(heading, rest, file)
    received = received_files(text, file, data, metadata, metadata_file)
    on_body = tuple(_joined_hyphens(rest, file))
    placed = _placed(lines, raw)
    parsed = Parsed(name, file, declared, heading, body, received, decoded.findings, on_body, placed)
    document = document_of(parsed)
    return replace(document, findings=tuple(_with_columns(document.findings, raw, placed)))


def _metadata(data: bytes, file: str) -> Declared:
    declared = read_metadata(data, file)
    if declared.paragraphs is not None:
        place = key_place(data.decode("utf-8-sig"), "paragraphs", file)
        raise SourceError(finding("M014", place, key="paragraphs", why=NOT_FOR_MARKDOWN["paragraphs"]))
    return declared


def _lines(marked: Marked) -> list[Line]:
    """Return the text without markup, each line at its number in the source and all others blank."""
    texts = {line.number: line.text for block in marked.blocks for line in block.lines}
    return [Line(number, texts.get(number, "")) for number in range(1, max(texts, default=0) + 1)]


def _heading(lines: Sequence[Line], blocks: Sequence[Block], declared: Declared) -> Heading:
    """Return the heading block: as declared, or around the title that is marked, or as in a plain text."""
    division = next((block.line for block in blocks if block.level > 1 or block.within), len(lines) + 1)
    before = lines[: division - 1]
    if declared.heading is not None:
        return declared_heading(before, declared.heading)
    first = next((index for index, block in enumerate(blocks) if block.level), len(blocks))
    titles: set[int] = set()
    for block in blocks[first:]:
        if block.level != 1:
            break
        titles |= {line.number - 1 for line in block.lines}
    return titled_heading(before, frozenset(titles)) if titles else find_heading(before)


def _rest(blocks: Sequence[Block], heading: Heading) -> Iterator[Block]:
    """Yield what of ``blocks`` is not in ``heading``."""
    for block in blocks:
        lines = tuple(line for line in block.lines if line.number > heading.extent)
        if lines:
            yield replace(block, lines=lines)


def _set(block: Block) -> tuple[str, int, tuple[Span, ...]]:
    text, spans = joined(block.lines)
    return text, block.line, spans


def _refuse_emphasis(heading: Heading, blocks: Sequence[Block], file: str) -> None:
    refused = Refused(file)
    for line in _all_lines(blocks):
        if line.number <= heading.extent and line.spans:
            do = "delete its marks: the house style sets the heading. A title begins with # and a space"
            refused.add("italic or bold in the heading block", do, line.number, line.text)
    refused.raise_any()


def _all_lines(blocks: Sequence[Block]) -> Iterator[MarkedLine]:
    return (line for block in blocks for line in block.lines)


def _require_levels(heading: Heading, rest: Sequence[Block], file: str) -> None:
    """Raise ``SourceError`` for a second title, and for a heading that skips a level."""
    runs = [titling for titling, _ in groupby(heading.lines, lambda line: line.requisite in TITLING)]
    level = min(sum(runs), 2)
    for block in rest:
        place = Place(file, block.line, excerpt=excerpt(block.lines[0].text))
        if block.level == 1:
            raise SourceError(finding("R018", place, text=place.excerpt))
        if block.level > level + 1:
            raise SourceError(
                finding("R019", place, text=place.excerpt, marks="#" * block.level, least="#" * (level + 1))
            )
        level = block.level or level


def _joined_hyphens(blocks: Sequence[Block], file: str) -> Iterator[Finding]:
    """Yield hyphens at the end of joined lines: only a person knows if they belong to the word."""
    for block in blocks:
        for line, after in pairwise(block.lines):
            if line.text[-1] in HYPHENS + ARMENIAN_HYPHEN and not line.ends:
                text = excerpt(line.text, len(line.text))
                place = Place(file, line.number)
                yield finding("R123", place, text=text, next=after.text.split(maxsplit=1)[0][:40])


def _placed(lines: Sequence[Line], raw: Mapping[int, str]) -> tuple[Line, ...]:
    """Return ``lines``, each from the column where its text stands in the source."""
    return tuple(replace(line, column=max(0, raw[line.number].find(line.text)) + 1) for line in lines)


def _with_columns(
    found: Sequence[Finding], raw: Mapping[int, str], lines: Sequence[Line]
) -> Iterator[Finding]:
    """Yield ``found`` without the columns in lines with markup inside, where they would be other ones."""
    inside = {line.number for line in lines if line.text not in raw[line.number]}
    for one in found:
        marked = one.place.column is not None and one.place.line in inside
        yield replace(one, place=replace(one.place, column=None)) if marked else one
