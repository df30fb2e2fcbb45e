"""Directions: which marked content runs to the left, and whether each line stands in the order of its text.

A file with letters that are written from right to left shows them in the order in which they are read, each
where it belongs (docs/decisions/0024). Which letters run to the left, and where they belong, follows from the
text of their paragraph alone, by ``levels``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, islice

from engross.characters import FRACTION_SLASH, begins_right_to_left, has_right_to_left
from engross.model.language import is_leftward
from engross.verification.evidence import Mark, TaggedFile
from engross.verification.levels import levels, visual_order
from engross.verification.lines import Glyph, block_glyphs, on_one_baseline

_OVERHANG, _OVERHANG_OF_A_SLASH = 0.2, 0.36
"""In sizes: how far a letter may reach over the one beside it, and a fraction slash over its digits."""
_WIDE_GAP = 0.45
"""In sizes: white that is wider is taken for a space by whoever reads it."""
_CLOSEST_LINE = 0.9
"""In sizes: how far a line is below the one before, at least."""


@dataclass(frozen=True, slots=True)
class Directions:
    """The marks whose letters run to the left, and the first glyph of each line that is out of order."""

    leftward: frozenset[Mark]
    disordered: tuple[Glyph, ...]


def read_directions(file: TaggedFile) -> Directions:
    """Return the directions of ``file``: without letters from right to left, none runs to the left."""
    leftward: set[Mark] = set()
    disordered: list[Glyph] = []
    if any(has_right_to_left(text) for font in file.fonts for text in font.texts.values()):
        before: Glyph | None = None
        for glyphs in block_glyphs(file):
            block = _Block(glyphs, file.language)
            leftward |= block.leftward
            disordered += block.disordered()
            if before is not None and not _is_below(glyphs[0], before):
                disordered.append(glyphs[0])
            before = glyphs[-1]
    return Directions(frozenset(leftward), tuple(disordered))


class _Block:
    """The glyphs of a paragraph, or of another element that stands by itself, and the levels of its text."""

    def __init__(self, glyphs: list[Glyph], language: str) -> None:
        """Take ``glyphs`` in the order in which they are drawn; the file is in ``language``."""
        self._glyphs = glyphs
        self._text = "".join(glyph.text for glyph in glyphs)
        # A paragraph without a letter from right to left is set as any other (docs/decisions/0024).
        mixed = has_right_to_left(self._text)
        self._runs_leftward = mixed and (is_leftward(language) or begins_right_to_left(self._text))
        self._levels = levels(self._text, leftward=self._runs_leftward) if mixed else [0] * len(self._text)
        self._starts = dict(zip(map(id, glyphs), accumulate(map(_length, glyphs), initial=0), strict=False))
        self._sides: dict[Mark, set[bool]] = {}
        for glyph in glyphs:
            if not glyph.text.isspace():
                side = bool(self._levels[self._starts[id(glyph)]] % 2)
                self._sides.setdefault(glyph.mark, set()).add(side)

    @property
    def leftward(self) -> frozenset[Mark]:
        """The marks of it whose letters run to the left."""
        return frozenset(mark for mark, found in self._sides.items() if True in found)

    def disordered(self) -> Iterator[Glyph]:
        """Yield the first glyph of each line that is out of order, and of marks that run both ways."""
        for mark, of_mark in groupby(self._glyphs, lambda glyph: glyph.mark):
            if len(self._sides.get(mark, ())) > 1:
                yield next(of_mark)
        for _, of_page in groupby(self._glyphs, lambda glyph: glyph.mark.page):
            for line in on_one_baseline(of_page):
                yield from islice(self._out_of_order(line), 1)

    def _out_of_order(self, line: list[Glyph]) -> Iterator[Glyph]:
        """Yield the glyphs of ``line`` that do not follow on the one that belongs to the left of them."""
        begin = self._starts[id(line[0])]
        text = "".join(glyph.text for glyph in line)
        own = self._levels[begin : begin + len(text)]
        order = visual_order(own, text, leftward=self._runs_leftward)
        of_character = [number for number, glyph in enumerate(line) for _ in glyph.text]
        before, blank = None, False
        for glyph in map(line.__getitem__, dict.fromkeys(of_character[at] for at in order)):
            if glyph.text.isspace():
                blank = True
            elif glyph.end > glyph.start:
                gap = 0.0 if before is None else (glyph.start - before.end) / glyph.size
                slash = FRACTION_SLASH in (glyph.text, before.text if before else "")
                overhang = _OVERHANG_OF_A_SLASH if slash else _OVERHANG
                if gap < -overhang or (gap > _WIDE_GAP and not blank):
                    yield glyph
                before, blank = glyph, False


def _length(glyph: Glyph) -> int:
    return len(glyph.text)


def _is_below(glyph: Glyph, before: Glyph) -> bool:
    """Tell whether the line of ``glyph`` is on a later page than that of ``before``, or well below it."""
    if glyph.mark.page != before.mark.page:
        return True
    return before.baseline - glyph.baseline >= _CLOSEST_LINE * glyph.size
