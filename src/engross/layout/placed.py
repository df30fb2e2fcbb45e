"""Placed glyphs: text that is read from right to left, shown in the order in which it is read.

The engine shows the glyphs of a line from left to right, as they stand. What reads the text of a file, by its
tags or by itself, takes the order in which it is shown for the order in which it is read (ISO 32000-1,
14.8.2.3.3). So a line with letters that are read from right to left is shown anew: stretch by stretch in the
order of its text, each of one font and one direction, and glyph by glyph, each an operator of its own:
programs that put the text of an operator in order again find nothing to do in it. In a stretch that runs to
the left each begins left of the one before. Every glyph stays where the engine has put it.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

_NUDGE = 1
"""Thousandths of an em: a letter without a width of its own is drawn so far left of the one it belongs to."""


class PlacedGlyph(NamedTuple):
    """A glyph as the engine has put it: its font's tag, size and number, and the text that it draws.

    ``x`` is where it begins, from the start of the line, and ``rise`` how far it is raised, both in the unit
    of ``size``; ``level`` is its level in its paragraph (UAX #9).
    """

    font: str
    size: float
    number: int
    text: str
    x: float
    rise: float
    level: int

    @property
    def leftward(self) -> bool:
        """Whether what follows it in the text stands to its left."""
        return self.level % 2 > 0


def stretches(glyphs: Iterable[PlacedGlyph]) -> list[tuple[PlacedGlyph, ...]]:
    """Return ``glyphs``, in the order of their text, in stretches of one font, size and level."""
    grouped = groupby(glyphs, lambda glyph: (glyph.font, glyph.size, glyph.level))
    return [tuple(stretch) for _, stretch in grouped]


def shown(
    stretch: Sequence[PlacedGlyph],
    codes: Sequence[int],
    widths: Sequence[float],
    origin: tuple[float, float],
    stretched: bytes = b"",
) -> list[bytes]:
    """Return the operators of the text object that shows ``stretch`` by ``codes`` of these ``widths``.

    ``origin`` is where its line begins. Widths are thousandths of the size; ``stretched`` is how wide letters
    are drawn, in per cent, if it is not all of their width.
    """
    first = stretch[0]
    left, baseline = origin
    operators = [
        b"BT",
        b"1 0 0 -1 %.6f %.6f Tm" % (left + first.x, baseline),
        b"/%s %.6f Tf" % (first.font.encode(), first.size),
    ]
    pen = 0.0
    for glyph, code, width in zip(stretch, codes, widths, strict=True):
        place = (glyph.x - first.x) * 1000 / glyph.size
        if glyph.leftward and not width and not glyph.rise:
            place -= _NUDGE
        back = round(pen - place)
        pen += width - back
        show = b"[%s<%04x>] TJ" % (b"%d" % back if back else b"", code)
        operators += [b"%.4f Ts" % glyph.rise, show, b"0 Ts"] if glyph.rise else [show]
    if stretched:
        operators[-1:] = [stretched + b" Tz", operators[-1], b"100 Tz"]
    return [*operators, b"ET"]
