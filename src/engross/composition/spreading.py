"""Spreading: how a chosen line is made as long as the measure.

Letters and word spaces give together, until letters give all they can; then word spaces give the rest. So a
line that needs little looks like its neighbours, and only one that needs much uses all there is. Letters are
spaced in whole steps, each a class in the style sheets, and drawn wider by what that leaves (font expansion:
Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system", 2000). The engine draws no
letters wider; it lays the line out with other spaces, and the text layer draws it as it is said here.
"""

from math import floor
from typing import NamedTuple

from engross.composition.breaking import BY_LETTERS, Measure
from engross.composition.breakpoints import Breakpoint
from engross.model.style import Spacing

_WITH_LETTERS = 0.6
"""How much of its stretch or shrink a word space has given when the letters have given all."""

_HARDLY = 1e-6  # of a step: what rounding leaves
_DECIMALS = 2  # of percents: a hundredth of one is a twentieth of a point a line


class Spread(NamedTuple):
    """How a line is spread: its ``classes`` in the style sheets, by which its letters are spaced.

    These are drawn in ``expansion`` percent of their width, and so the line is as wide as ``width``
    (thousandths of an em).
    """

    classes: str = ""
    expansion: float = 100.0
    width: float = 0.0


NATURAL = Spread()


def spread(start: Breakpoint, end: Breakpoint, ratio: float, measure: Measure) -> Spread:
    """Return how the line from ``start`` to ``end`` is spread at ``ratio``.

    One without spaces is rather too short than too long.
    """
    spacing = measure.spacing
    if ratio > spacing.loosest + BY_LETTERS or (end.ends and ratio >= 0):
        return Spread("ragged")
    spaces = end.spaces_end - start.spaces_start
    spaced, wider = measure.give(start, end)
    share = _share(ratio, spaced + wider, spaces, spacing)
    exact = share * spacing.steps
    steps = round(exact) if spaces else floor(exact + _HARDLY)
    letters = steps / spacing.steps
    expansion = 0.0
    fits = measure.slack(start, end) >= -(spaced + wider + spaces * spacing.shrink + _HARDLY)
    if wider and fits:
        left = share * (spaced + wider) - letters * spaced
        expansion = spacing.expansion * max(-1.0, min(left / wider, 1.0))
    # The text starts at minus the indent.
    width = measure.width + start.hang_start + end.hang_end + min(start.x_start, 0.0)
    return Spread(
        f"letters-{'loose' if steps > 0 else 'tight'}-{abs(steps)}" if steps else "",
        expansion=round(100 * (1 + expansion), _DECIMALS),
        width=round(1000 * width / measure.em, 1),
    )


def _share(ratio: float, letters: float, spaces: int, spacing: Spacing) -> float:
    """Return how much of ``letters`` (em), all that they can give, they give at ``ratio``: from -1 to 1."""
    room = spaces * (spacing.stretch if ratio > 0 else spacing.shrink)
    by_letters = max(-1.0, min(ratio / BY_LETTERS, 1.0)) * letters
    by_spaces = (ratio - max(-BY_LETTERS, min(ratio, BY_LETTERS))) * room
    together = letters + _WITH_LETTERS * room
    return max(-1.0, min((by_letters + by_spaces) / together, 1.0)) if together else 0.0
