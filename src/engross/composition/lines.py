"""Lines: a refined paragraph or heading line as the lines it is set in.

A line is a tuple of pieces. Most are plain text; a *stand-in* is drawn as one character and stands for
another in the text of the PDF: the hyphen of a divided word stands for U+00AD, and the hyphen of fonts
without U+2010 stands for that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from engross.characters import (
    DISCRETIONARY_HYPHEN,
    SPACE,
    fold,
    fold_white_space,
)
from engross.composition.breaking import Breaks, Measure
from engross.composition.breakpoints import Breakpoint, Kind, breakpoints
from engross.composition.fonts import Font, Fonts, Runs
from engross.composition.margins import hang_class
from engross.composition.spreading import NATURAL, Spread, spread
from engross.composition.voices import Voiced
from engross.errors import Defect
from engross.findings import Place, finding

_PRICE_IN_A_HEADING = {
    Kind.RELUCTANT_SPACE: 1.0,
    Kind.NO_BREAK_SPACE: 100.0,
    Kind.AFTER_SIGN: 1e3,
    Kind.ANYWHERE: 1e4,
    Kind.REAL_HYPHEN: 1e4,
    Kind.DISCRETIONARY: 1e4,
    Kind.DISCRETIONARY_IN_COMPOUND: 1e4,
}
_JOINTS = {
    **dict.fromkeys((Kind.SPACE, Kind.RELUCTANT_SPACE, Kind.NO_BREAK_SPACE, Kind.END, Kind.LINE_FEED), SPACE),
    **dict.fromkeys((Kind.AFTER_SIGN, Kind.ANYWHERE), DISCRETIONARY_HYPHEN),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that is drawn with one font.

    ``text`` is drawn; ``stands_for``, if given, is what the PDF's text says; ``classes`` are its classes in
    the style sheets.
    """

    text: str
    stands_for: str = ""
    classes: str = ""

    def with_space(self) -> "Piece":
        """Return this piece with a space after it."""
        return replace(self, text=self.text + SPACE, stands_for=self.stands_for and self.stands_for + SPACE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces, what the PDF's text says between it and the next, and how it is set.

    ``joint`` is a space where white space is, an undrawn discretionary hyphen where a word without letters is
    divided, else nothing. ``classes`` are its classes in the style sheets, ``hangs`` is that of its end if it
    hangs into the margin. If it is one piece, its letters may be drawn in ``expansion`` percent of their
    width; it is then as wide as ``width`` (thousandths of an em).
    """

    pieces: tuple[Piece, ...]
    joint: str
    classes: str = ""
    hangs: str = ""
    expansion: float = 100.0
    width: float = 0.0

    @property
    def text(self) -> str:
        """What the PDF's text says on this line."""
        return "".join(piece.stands_for or piece.text for piece in self.pieces)

    @property
    def drawn(self) -> tuple[Piece, ...]:
        """The pieces as they are drawn: the hyphen of a divided word with the letters before it, kerned."""
        *before, last = self.pieces
        if not before or last.stands_for != DISCRETIONARY_HYPHEN or before[-1].classes != last.classes:
            return self.pieces
        word = before[-1]
        said = (word.stands_for or word.text) + last.stands_for
        return (*before[:-1], Piece(word.text + last.text, said, last.classes))

    @property
    def whole(self) -> Piece | None:
        """The line as one piece with its classes, if it is in one font and its end says nothing of its own.

        One element a line is what the engine sets fastest.
        """
        piece, *others = self.drawn
        if others or (piece.stands_for and self.joint):
            return None
        return replace(piece, classes=f"{self.classes} {piece.classes}".strip())

    @property
    def ends_plainly(self) -> bool:
        """Whether its end says what a newline does, white space, or is said with the whole line."""
        return self.joint == SPACE or (self.whole is not None and self.whole.stands_for != "")


def justified(
    text: str, points: Sequence[Breakpoint], breaks: Breaks, fonts: Fonts | Voiced, measure: Measure
) -> tuple[Line, ...]:
    """Return the lines of a justified paragraph: ``text`` broken at those of its ``points`` in ``breaks``."""
    runs = fonts.runs(text)
    return tuple(
        _line(runs, points[start], points[end], spread(points[start], points[end], ratio, measure))
        for (start, end), ratio in zip(pairwise(breaks.chosen), breaks.ratios, strict=True)
    )


def centred(text: str, fonts: Fonts | Voiced, width: float) -> tuple[Line, ...]:
    """Return ``text`` as the fewest lines of even length that fit in ``width`` points.

    They end in hyphens only where a word is wider than that.
    """
    points = breakpoints(text, fonts, widest=width)
    best = [_Division(0.0, 0, 0.0, 0)]
    begins = 0
    for number, here in enumerate(points[1:], 1):
        found: list[_Division] = []
        for earlier in range(number - 1, begins - 1, -1):
            slack = width - (here.x_end - points[earlier].x_start)
            if slack < 0 and found:
                break
            before = best[earlier]
            price = before.price + _PRICE_IN_A_HEADING.get(here.kind, 0.0)
            found.append(_Division(price, before.lines + 1, before.unevenness + slack**2, earlier))
        best.append(min(found))
        begins = number if here.ends else begins
    chosen = [len(points) - 1]
    while chosen[-1]:
        chosen.append(best[chosen[-1]].before)
    runs = fonts.runs(text)
    return tuple(_line(runs, points[start], points[end]) for start, end in pairwise(chosen[::-1]))


class _Division(NamedTuple):
    """A way to divide a heading line up to a breakpoint; the least of them is the best."""

    price: float
    lines: int
    unevenness: float
    before: int


def _line(runs: Runs, start: Breakpoint, end: Breakpoint, spread: Spread = NATURAL) -> Line:
    pieces: list[Piece] = []
    for run in runs.between(start.start, end.end):
        for piece in _pieces(runs.text[run.start : run.end], run.font):
            if pieces and piece.text.isspace():
                # The engine would not draw a space alone.
                pieces[-1] = pieces[-1].with_space()
            else:
                pieces.append(piece)
    if end.divides:
        hyphen, font = runs.hyphen(end.end)
        pieces.append(Piece(hyphen, DISCRETIONARY_HYPHEN, font.classes))
    hanging = hang_class(pieces[0].text[0]) if start.hang_start else ""
    return Line(
        tuple(pieces),
        joint=_JOINTS.get(end.kind, ""),
        classes=f"{spread.classes} {hanging}".strip(),
        hangs=hang_class(pieces[-1].text[-1]) if end.hang_end else "",
        expansion=spread.expansion,
        width=spread.width,
    )


def _pieces(text: str, font: Font) -> Iterator[Piece]:
    drawn = fold_white_space(text.replace(DISCRETIONARY_HYPHEN, ""))
    alone = font.metrics.alone
    for part in font.metrics.parted(drawn):
        if part in alone:
            yield Piece(alone[part], part, font.classes)
        else:
            composed = font.metrics.composed(part)
            yield Piece(composed, part if composed != part else "", font.classes)


def proven(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    """Return ``lines`` if they say what ``text`` says; raise Defect if they do not."""
    said = "".join(line.text + line.joint for line in lines)
    if fold(said) != fold(text):
        raise Defect(finding("L900", Place(excerpt=text[:60]), stage="composition"))
    return lines
