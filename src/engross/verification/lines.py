"""The lines of a file as they stand on its pages, by the positions of their glyphs, and their paragraphs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN, HYPHEN_MINUS, has_right_to_left
from engross.verification.evidence import INLINE, Element, Mark, TaggedFile
from engross.verification.used_fonts import UNMAPPED

SAME_LINE = 0.5
"""In sizes: raised and lowered text is nearer to its line than this, other lines are further away."""
_SEEN = 0.05
"""In sizes: what stands for a discretionary hyphen and is narrower is not seen."""


class Glyph(NamedTuple):
    """A glyph: its text, the ends of its advance and its baseline in points, its size, and its mark."""

    text: str
    start: float
    end: float
    baseline: float
    size: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its page and its number there (from 1), its text, its width, its word spaces in em.

    ``element`` is the number, in reading order, of the block that it belongs to, ``role`` its role.
    ``hyphenated`` says that a hyphen is seen at its end.
    """

    page: int
    number: int
    text: str
    width: float
    gaps: tuple[float, ...]
    hyphenated: bool
    element: int
    role: str


def block_glyphs(file: TaggedFile) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each block of ``file``, in the order in which they are drawn."""
    blocks = dict(blocks_of(file.tree))
    for _, glyphs in groupby(_glyphs(file, blocks), lambda glyph: blocks[glyph.mark]):
        yield list(glyphs)


def read_lines(file: TaggedFile) -> tuple[Line, ...]:
    """Return the lines of ``file``, in the order in which they are drawn; artifacts are not among them."""
    blocks = dict(blocks_of(file.tree))
    found: list[Line] = []
    for _, glyphs in groupby(_glyphs(file, blocks), lambda glyph: glyph.mark.page):
        lines = (line for line in on_one_baseline(glyphs) if any(not one.text.isspace() for one in line))
        found += [_line(line, at, blocks) for at, line in enumerate(lines, 1)]
    return tuple(found)


def _glyphs(file: TaggedFile, blocks: Mapping[Mark, object]) -> Iterator[Glyph]:
    """Yield the glyphs of ``file`` whose marks are in ``blocks``."""
    x = baseline = size = 0.0
    for show in file.shows:
        if show.font is None:
            continue
        if show.origin is not None:
            x, baseline, size = show.origin
        font, em = file.fonts[show.font], size * show.stretch / 1000
        *places, end = show.places(font.widths)
        if show.mark is not None and show.mark in blocks:
            for code, place in zip(show.codes, places, strict=True):
                start = x + place * em
                width = font.widths.get(code, 0.0) * em
                text = font.texts.get(code, UNMAPPED)
                yield Glyph(text, start, start + width, baseline, size, show.mark)
        x += end * em


def paragraphs(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Return the lines of every P element, across pages."""
    by_element = groupby((line for line in lines if line.role == "P"), lambda line: line.element)
    return [list(group) for _, group in by_element]


def blocks_of(tree: tuple[Element, ...]) -> Iterator[tuple[Mark, tuple[int, str]]]:
    """Yield the number and the role of the block to which each mark belongs."""
    blocks = [element for root in tree for element in root.walk() if element.role not in INLINE]
    for number, block in enumerate(blocks):
        waiting = [block]
        while waiting:
            element = waiting.pop()
            for kid in element.kids:
                if isinstance(kid, Mark):
                    yield kid, (number, block.role)
                elif kid.role in INLINE:
                    waiting.append(kid)


def on_one_baseline(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """Yield ``glyphs``, in the order in which they are drawn, line by line."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and abs(glyph.baseline - line[0].baseline) > SAME_LINE * line[0].size:
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _line(glyphs: list[Glyph], number: int, blocks: Mapping[Mark, tuple[int, str]]) -> Line:
    filled = [at for at, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    drawn = glyphs[filled[0] : filled[-1] + 1]
    text, last, size = "".join(glyph.text for glyph in drawn), drawn[-1], drawn[0].size
    seen = last.end - last.start > _SEEN * last.size
    if text.endswith(DISCRETIONARY_HYPHEN) and not seen:
        text = text.removesuffix(DISCRETIONARY_HYPHEN)
    element, role = blocks[drawn[0].mark]
    if has_right_to_left(text):
        wide = (glyph for glyph in drawn if glyph.end > glyph.start)
        drawn = sorted(wide, key=lambda glyph: glyph.start)
    return Line(
        page=drawn[0].mark.page,
        number=number,
        text=text,
        width=drawn[-1].end - drawn[0].start,
        gaps=tuple(gap / size for gap in _gaps(drawn)),
        hyphenated=text.endswith((DISCRETIONARY_HYPHEN, HYPHEN_MINUS, HYPHEN)),
        element=element,
        role=role,
    )


def _gaps(drawn: list[Glyph]) -> Iterator[float]:
    """Yield the white between words, in points."""
    before: Glyph | None = None
    blank = False
    for glyph in drawn:
        if glyph.text.isspace():
            blank = True
            continue
        if blank and before is not None:
            yield glyph.start - before.end
        before, blank = glyph, False
