"""Line breaking: the breakpoints that make the best paragraph as a whole, not line by line.

The theory is that of Knuth and Plass, "Breaking paragraphs into lines" (Software: Practice and Experience
11, 1981): every line has a ratio, how far it is stretched (above 0) or shrunk (below); a line's badness
grows with the cube of it; demerits add the price of hyphens; the set of lines with the fewest demerits wins,
found by dynamic programming. What differs here:

- letters are spaced with the words, within what no eye sees (Hàn Thế Thành, "Micro-typographic extensions
  to the TeX typesetting system", 2000): Russian lines have few spaces and long words;
- the state of a node includes the hyphens in a row, so that "never three" (docs/acceptance.md, A9) holds
  exactly and not as a price, and the number of the line where lines are vetoed;
- lines are looked for only in the window of breakpoints that can make one, which keeps the work linear in
  the length of the paragraph.

Passes are tried in order, and the first that succeeds is taken: without hyphens, with them, looser, and last
whatever fits. Widths are in points.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from engross.composition.breakpoints import Breakpoint, Kind

SPACE_STRETCH, SPACE_SHRINK = 0.157, 0.07
"""What a word space gives at ratio 1 and -1, in em: PT Serif's 0.243 em to 0.4 em (docs/house-style.md)."""
LETTER_STRETCH, LETTER_SHRINK = 0.006, 0.006
"""What every character gives at ratio 1 and -1, in em."""
LOOSEST = 3.1
"""The ratio that no line exceeds but in the last resort: a word space of 0.73 em (acceptance A13: 0.75)."""
MOST_HYPHENS_IN_A_ROW = 2

_PENALTY = {
    Kind.SPACE: 0.0,
    Kind.RELUCTANT_SPACE: 70.0,
    Kind.NO_BREAK_SPACE: 1e5,
    Kind.AFTER_SIGN: 200.0,
    Kind.ANYWHERE: 600.0,
    Kind.REAL_HYPHEN: 30.0,
    Kind.DISCRETIONARY: 60.0,
    Kind.DISCRETIONARY_IN_COMPOUND: 250.0,
    Kind.END: 0.0,
}
_LINE = 10.0
_HYPHENS_IN_A_ROW = 6_000.0
_HYPHEN_BEFORE_THE_LAST_LINE = 10_000.0
_CONTRAST = 3_000.0
_SHORT_LAST_LINE = 15_000.0
_PART_OF_A_WORD_ALONE = 400_000.0
_VETOED = 1e8
_ONLY_IN_THE_LAST_RESORT = 1e12


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are fitted to: the column's ``width``, its first line's ``indent``, the ``em`` (points)."""

    width: float
    indent: float
    em: float


@dataclass(frozen=True, slots=True)
class _Pass:
    hyphens: bool
    loosest: float
    vetoes_hold: bool

    @property
    def last_resort(self) -> bool:
        return self.loosest == inf

    def takes(self, point: Breakpoint) -> bool:
        if point.kind is Kind.NO_BREAK_SPACE:
            return self.last_resort
        return self.hyphens or not point.divides


_PASSES = (
    _Pass(hyphens=False, loosest=0.8, vetoes_hold=True),
    _Pass(hyphens=True, loosest=1.3, vetoes_hold=True),
    _Pass(hyphens=True, loosest=LOOSEST, vetoes_hold=False),
    _Pass(hyphens=True, loosest=inf, vetoes_hold=False),
)


@dataclass(slots=True)
class _Node:
    """The best way found to end a line at a breakpoint, with so many hyphens in a row up to there.

    ``line`` is the number of the line that starts here (from 0).
    """

    at: int
    line: int
    hyphens: int
    demerits: float
    ratio: float
    before: "_Node | None"


class Breaks(NamedTuple):
    """The chosen breakpoints (indexes into those given, start and end too) and each line's ratio.

    ``in_order`` is False when nothing fitted within the limits, and the lines are the least bad ones.
    """

    chosen: list[int]
    ratios: list[float]
    in_order: bool


def break_lines(points: Sequence[Breakpoint], measure: Measure, vetoed: Collection[int] = ()) -> Breaks:
    """Return the best breaks; lines in ``vetoed`` (from 0) end with a hyphen only if nothing else fits.

    The last resort knows no vetoes: any line may be of any length there, so there would be no end of cases.
    """
    for attempt in _PASSES:
        usable = [index for index, point in enumerate(points) if attempt.takes(point)]
        last = _Search(points, measure, attempt, () if attempt.last_resort else vetoed).best(usable)
        if last is not None:
            return Breaks(*_path(last), in_order=not attempt.last_resort)
    raise AssertionError("the last resort takes every breakpoint")


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the best lines in one pass."""

    points: Sequence[Breakpoint]
    measure: Measure
    attempt: _Pass
    vetoed: Collection[int]

    def best(self, usable: Sequence[int]) -> _Node | None:
        """Return the best node at the last of the ``usable`` breakpoints, None if no lines reach it."""
        nodes: list[list[_Node]] = [[_Node(0, 0, 0, 0.0, 0.0, None)]]
        oldest = 0
        for number in range(1, len(usable)):
            here = self.points[usable[number]]
            found: dict[tuple[int, int], _Node] = {}
            for earlier in range(oldest, number):
                ratio = self._ratio(self.points[usable[earlier]], here)
                if ratio < -1.0:
                    if not (self.attempt.last_resort and earlier == number - 1):
                        # A hyphen may be what makes it too long, and the next breakpoint may have none.
                        oldest = oldest if here.width else earlier + 1
                        continue
                    ratio = -1.0
                elif ratio > self.attempt.loosest:
                    break
                for node in nodes[earlier]:
                    self._consider(node, usable[number], ratio, found)
            nodes.append(list(found.values()))
        return min(nodes[-1], key=lambda node: node.demerits, default=None)

    def _ratio(self, start: Breakpoint, end: Breakpoint) -> float:
        """Return how far the line from ``start`` to ``end`` must be stretched, or shrunk, to fit."""
        slack = self.measure.width - (end.x_end - start.x_start) - end.width
        if slack >= 0 and end.kind is Kind.END:
            return 0.0
        spaces = end.spaces_end - start.spaces_start
        characters = end.characters - start.characters
        if slack >= 0:
            give = spaces * SPACE_STRETCH + characters * LETTER_STRETCH
        else:
            give = spaces * SPACE_SHRINK + characters * LETTER_SHRINK
        return slack / (give * self.measure.em) if give else 0.0

    def _consider(self, node: _Node, at: int, ratio: float, found: dict[tuple[int, int], _Node]) -> None:
        """Keep the line from ``node`` to ``at`` if none better ends there with as many hyphens in a row."""
        here = self.points[at]
        hyphens = node.hyphens + 1 if here.hyphenated else 0
        demerits = node.demerits + (_LINE + 100.0 * abs(ratio) ** 3 + _PENALTY[here.kind]) ** 2
        if hyphens > 1:
            demerits += _HYPHENS_IN_A_ROW if hyphens <= MOST_HYPHENS_IN_A_ROW else _ONLY_IN_THE_LAST_RESORT
        if hyphens and node.line in self.vetoed:
            demerits += _ONLY_IN_THE_LAST_RESORT if self.attempt.vetoes_hold else _VETOED
        if node.before is not None:
            if here.kind is Kind.END:
                demerits += self._last_line_demerits(node, here)
            elif abs(ratio - node.ratio) > 1.0:
                demerits += _CONTRAST
        if demerits >= _ONLY_IN_THE_LAST_RESORT and not self.attempt.last_resort:
            return
        # More hyphens than may stand in a row, and lines after the last vetoed one, are all the same.
        state = (min(hyphens, MOST_HYPHENS_IN_A_ROW + 1), min(node.line, max(self.vetoed, default=-1) + 1))
        rival = found.get(state)
        if rival is None or demerits < rival.demerits:
            found[state] = _Node(at, node.line + 1, hyphens, demerits, ratio, node)

    def _last_line_demerits(self, node: _Node, end: Breakpoint) -> float:
        """Return the price of the last line, from ``node`` to ``end`` (A10: it is longer than the indent)."""
        start = self.points[node.at]
        length = end.x_end - start.x_start
        demerits = _HYPHEN_BEFORE_THE_LAST_LINE if node.hyphens else 0.0
        if start.divides and end.spaces_end == start.spaces_start:
            demerits += _PART_OF_A_WORD_ALONE
        if length <= self.measure.indent + self.measure.em:
            demerits += _ONLY_IN_THE_LAST_RESORT
        elif length < 2 * self.measure.indent:
            demerits += _SHORT_LAST_LINE
        return demerits


def _path(last: _Node) -> tuple[list[int], list[float]]:
    chosen, ratios = [], []
    node: _Node | None = last
    while node is not None:
        chosen.append(node.at)
        ratios.append(node.ratio)
        node = node.before
    return chosen[::-1], ratios[::-1][1:]
