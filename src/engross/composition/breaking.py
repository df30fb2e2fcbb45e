"""Line breaking: the breakpoints that make the best paragraph as a whole, not line by line.

The theory is that of Knuth and Plass, "Breaking paragraphs into lines" (Software: Practice and Experience
11, 1981): every line has a ratio, how far it is stretched (above 0) or shrunk (below); lines have prices that
grow with the ratio, and so have hyphens; the set of lines with the lowest sum wins, found by dynamic
programming. What differs here:

- letters give too, within what no eye sees (spacing and expansion: Hàn Thế Thành, "Micro-typographic
  extensions to the TeX typesetting system", 2000): Russian lines have few spaces and long words;
- lines are longer by what of their first and last signs hangs into the margins;
- the state of a node includes the hyphens in a row, so that "never three" (docs/acceptance.md, A9) holds
  exactly and not as a price;
- where pages need it, the number of the line belongs to the state too: one search then finds the best lines
  of several lengths (TeX's looseness: Knuth, "The TeXbook", 1984, chapter 14), and given lines can be kept
  from ending with a hyphen;
- prices are simply added: each is what it is worth avoiding beside a line at ratio 1, which costs 100;
- lines are looked for only in the window of breakpoints that can make one, which keeps the work linear in
  the length of the paragraph.

Passes are tried in order, and the first that succeeds is taken: without hyphens, with them, looser step by
step, and last whatever fits. Widths are in points.
"""

from bisect import bisect, bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from typing import NamedTuple

from engross.composition.breakpoints import Breakpoint, Kind
from engross.model.style import Spacing

MOST_HYPHENS_IN_A_ROW = 2
BY_LETTERS = 0.15
"""The ratio of a line whose letters give all they can, and its spaces nothing."""
TIGHTEST = -1.0 - BY_LETTERS
"""The ratio of a line whose letters and spaces give all that they can."""

_LOOSE, _TIGHT = 100.0, 25.0
"""The price of a line whose spaces give all of ``stretch`` or ``shrink``; it grows with the square."""
_LETTERS = 1.0
"""What it costs if letters give all they can; for others it grows with the square."""
_PRICE = {
    Kind.SPACE: 0.0,
    Kind.RELUCTANT_SPACE: 8.0,
    Kind.NO_BREAK_SPACE: 1e6,
    Kind.AFTER_SIGN: 200.0,
    Kind.ANYWHERE: 600.0,
    Kind.REAL_HYPHEN: 15.0,
    Kind.DISCRETIONARY: 20.0,
    Kind.DISCRETIONARY_IN_COMPOUND: 30.0,
    Kind.END: 0.0,
    Kind.LINE_FEED: 0.0,
}
_LINE = 2.0
_HYPHENS_IN_A_ROW = 10.0
_HYPHEN_BEFORE_THE_LAST_LINE = 30.0
_CONTRAST = 5.0
"""What two lines one above the other cost for each unit by which their ratios differ by more than one."""
_SHORT_LAST_LINE = 150.0
_VERY_SHORT_LAST_LINE = 600.0
_PART_OF_A_WORD_ALONE = 5000.0
_ONLY_IN_THE_LAST_RESORT = 1e12

_NO_HYPHENS_UP_TO = 0.5
_STEPS = 5
"""From the tolerance to the loosest ratio; after the last step anything is taken."""
_LONGER_THAN_THE_INDENT = 0.1
_CLASSES = (-0.65, 0.65, 1.5)
_LINES_ASIDE = 1
"""How far a setting may run ahead of the best one, or fall behind it."""
_NO_SPACE = 0.1
"""What stands for the spaces of a line that has none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are fitted to: the column's ``width``, its first line's ``indent``, the ``em`` (points).

    ``spacing`` is how they may be spread, ``hangs`` how far signs hang into the margins, ``space`` the width
    of a word space (points).
    """

    width: float
    indent: float
    em: float
    spacing: Spacing
    hangs: Mapping[str, float]
    space: float

    def slack(self, start: Breakpoint, end: Breakpoint) -> float:
        """Return by how much a line is shorter than it should be, or, below 0, longer (em)."""
        natural = end.x_end - start.x_start + end.width
        return (self.width + start.hang_start + end.hang_end - natural) / self.em

    def give(self, start: Breakpoint, end: Breakpoint) -> tuple[float, float]:
        """Return what the letters of a line give at most (em), by being spaced and by being drawn wider.

        Without spaces, which make up for it on the page, they are not drawn wider.
        """
        spaces = end.spaces_end - start.spaces_start
        spaced = (end.characters - start.characters - 2 * spaces) * self.spacing.letters
        if not spaces:
            return spaced, 0.0
        # The indent is before the start of the text.
        glyphs = end.x_end - max(start.x_start, 0.0) + end.width - spaces * self.space
        return spaced, self.spacing.expansion * glyphs / self.em


@dataclass(frozen=True, slots=True)
class _Pass:
    hyphens: bool
    loosest: float

    @property
    def last_resort(self) -> bool:
        return self.loosest == inf

    def takes(self, point: Breakpoint) -> bool:
        if point.kind is Kind.NO_BREAK_SPACE:
            return self.last_resort
        return self.hyphens or not point.divides


def _passes(spacing: Spacing) -> Iterator[_Pass]:
    """Yield the passes in their order: each takes lines that the one before does not."""
    yield _Pass(hyphens=False, loosest=_NO_HYPHENS_UP_TO + BY_LETTERS)
    for step in range(_STEPS):
        more = step * (spacing.loosest - spacing.tolerance) / (_STEPS - 1)
        loosest = spacing.tolerance + more + BY_LETTERS
        yield _Pass(hyphens=True, loosest=loosest)
    yield _Pass(hyphens=True, loosest=inf)


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


_State = tuple[int, int, int]
"""Of the ways that end at a breakpoint in the same state only the best can be part of the best paragraph."""


class Breaks(NamedTuple):
    """The chosen breakpoints (indexes into those given, start and end too), each line's ratio, the demerits.

    ``in_order`` is False when nothing fitted within the limits, and the lines are the least bad ones.
    """

    chosen: list[int]
    ratios: list[float]
    in_order: bool
    demerits: float


def break_lines(points: Sequence[Breakpoint], measure: Measure) -> Breaks:
    """Return the best breaks."""
    for attempt in _passes(measure.spacing):
        last = _Search(points, measure, attempt).best(_usable(points, attempt))
        if last is not None:
            return _breaks(last, in_order=not attempt.last_resort)
    raise AssertionError("the last resort takes every breakpoint")


def break_otherwise(
    points: Sequence[Breakpoint], measure: Measure, best: Breaks, vetoed: Collection[int] = ()
) -> tuple[Breaks, ...]:
    """Return the best breaks with a line less than ``best`` has, with as many, and with one more.

    No line in ``vetoed`` (from 0) ends with a hyphen, none exceeds the tolerance: a length may be missing.
    If nothing is vetoed, there may be none at all: the best of as many lines is ``best`` itself.
    """
    lines = len(best.ratios)
    attempt = _Pass(hyphens=True, loosest=measure.spacing.tolerance + BY_LETTERS)
    if not vetoed and not _may_have_other_lengths(points, measure, lines):
        return ()
    set_by = [bisect_left(best.chosen, at, 1) - 1 for at in range(len(points))]
    search = _Search(points, measure, attempt, vetoed, set_by)
    ends = sorted(search.ends(_usable(points, attempt)), key=lambda node: (node.line, node.demerits))
    of_a_length = groupby(ends, lambda node: node.line)
    return tuple(_breaks(next(cheapest_first), in_order=True) for _, cheapest_first in of_a_length)


def _may_have_other_lengths(points: Sequence[Breakpoint], measure: Measure, lines: int) -> bool:
    """Tell whether a line more than ``lines``, or less, may be had; mostly there is too little to give."""
    spacing, end = measure.spacing, points[-1]
    letters = end.characters * spacing.letters + spacing.expansion * end.x_end / measure.em
    stretch = (letters + end.spaces_end * spacing.stretch * spacing.tolerance) * measure.em
    shrink = (letters + end.spaces_end * spacing.shrink) * measure.em
    added = lines * max(point.width for point in points)
    taken = lines * max(point.x_start - point.x_end + point.hang_start + point.hang_end for point in points)
    longest = end.x_end - measure.em + added + stretch
    shortest = end.x_end + measure.indent - taken - shrink
    return longest >= lines * measure.width or shortest <= (lines - 1) * measure.width


def _usable(points: Sequence[Breakpoint], attempt: _Pass) -> list[int]:
    return [index for index, point in enumerate(points) if attempt.takes(point)]


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the best lines in one pass.

    ``set_by``, if given, has for each breakpoint how many lines end before it in the best setting: lines are
    then told apart by their numbers, as far as these are hardly other than there.
    """

    points: Sequence[Breakpoint]
    measure: Measure
    attempt: _Pass
    vetoed: Collection[int] = ()
    set_by: Sequence[int] = ()

    def best(self, usable: Sequence[int]) -> _Node | None:
        """Return the best node at the last of the ``usable`` breakpoints, None if no lines reach it."""
        return min(self.ends(usable), key=lambda node: node.demerits, default=None)

    def ends(self, usable: Sequence[int]) -> list[_Node]:
        """Return the best node of every state at the last of the ``usable`` breakpoints."""
        nodes: list[list[_Node]] = [[_Node(0, 0, 0, 0.0, 0.0, None)]]
        oldest = 0
        for number in range(1, len(usable)):
            here = self.points[usable[number]]
            found: dict[_State, _Node] = {}
            for earlier in range(oldest, number):
                ratio = self._ratio(self.points[usable[earlier]], here)
                if ratio < TIGHTEST:
                    if not (self.attempt.last_resort and earlier == number - 1):
                        # A hyphen may be what makes it too long, and the next breakpoint may have none.
                        oldest = oldest if here.width else earlier + 1
                        continue
                    ratio = TIGHTEST
                elif ratio > self.attempt.loosest:
                    break
                for node in nodes[earlier]:
                    self._consider(node, usable[number], ratio, found)
            if here.kind is Kind.LINE_FEED:
                oldest = number
            nodes.append(list(found.values()))
        return nodes[-1]

    def _ratio(self, start: Breakpoint, end: Breakpoint) -> float:
        """Return how far the line from ``start`` to ``end`` must be stretched, or shrunk, to fit."""
        spacing = self.measure.spacing
        slack = self.measure.slack(start, end)
        if slack >= 0 and end.ends:
            return 0.0
        spaces = end.spaces_end - start.spaces_start
        letters = sum(self.measure.give(start, end))
        if slack > letters:
            return BY_LETTERS + (slack - letters) / ((spaces or _NO_SPACE) * spacing.stretch)
        if slack < -letters:
            return (slack + letters) / ((spaces or _NO_SPACE) * spacing.shrink) - BY_LETTERS
        return BY_LETTERS * slack / letters if letters else 0.0

    def _consider(self, node: _Node, at: int, ratio: float, found: dict[_State, _Node]) -> None:
        """Keep the line from ``node`` to ``at`` if none better ends there in the same state."""
        here = self.points[at]
        hyphens = node.hyphens + 1 if here.hyphenated else 0
        if hyphens and node.line in self.vetoed:
            return
        if self.set_by and abs(node.line - self.set_by[at]) > _LINES_ASIDE:
            return
        demerits = node.demerits + _line_price(ratio) + _PRICE[here.kind]
        if hyphens > 1:
            demerits += _HYPHENS_IN_A_ROW if hyphens <= MOST_HYPHENS_IN_A_ROW else _ONLY_IN_THE_LAST_RESORT
        if node.before is not None:
            if here.kind is Kind.END:
                demerits += self._last_line_price(node, here)
            else:
                demerits += _CONTRAST * max(0.0, abs(ratio - node.ratio) - 1.0)
        if demerits >= _ONLY_IN_THE_LAST_RESORT and not self.attempt.last_resort:
            return
        # More hyphens than may stand in a row are all the same.
        line = node.line if self.set_by else 0
        state = (min(hyphens, MOST_HYPHENS_IN_A_ROW + 1), line, _looseness(ratio))
        rival = found.get(state)
        if rival is None or demerits < rival.demerits:
            found[state] = _Node(at, node.line + 1, hyphens, demerits, ratio, node)

    def _last_line_price(self, node: _Node, end: Breakpoint) -> float:
        """Return the price of the last line, from ``node`` to ``end`` (A10: it is longer than the indent)."""
        start, indent = self.points[node.at], self.measure.indent
        length = end.x_end - start.x_start
        price = _HYPHEN_BEFORE_THE_LAST_LINE if node.hyphens else 0.0
        if start.divides and end.spaces_end == start.spaces_start:
            price += _PART_OF_A_WORD_ALONE
        if length <= indent + _LONGER_THAN_THE_INDENT * self.measure.em:
            price += _ONLY_IN_THE_LAST_RESORT
        elif length <= indent + self.measure.em:
            price += _VERY_SHORT_LAST_LINE
        elif length < 2 * indent:
            price += _SHORT_LAST_LINE
        return price


def _line_price(ratio: float) -> float:
    """Return what a line costs at ``ratio``, whatever it ends with."""
    if ratio > BY_LETTERS:
        return _LINE + _LETTERS + _LOOSE * (ratio - BY_LETTERS) ** 2
    if ratio < -BY_LETTERS:
        return _LINE + _LETTERS + _TIGHT * (ratio + BY_LETTERS) ** 2
    return _LINE + _LETTERS * (ratio / BY_LETTERS) ** 2


def _looseness(ratio: float) -> int:
    """Return the class of a line: tight, as it should be, loose, or very loose.

    The best way to a breakpoint is kept for each class, so that what follows can be chosen to be like it.
    """
    return bisect(_CLASSES, ratio)


def _breaks(last: _Node, *, in_order: bool) -> Breaks:
    chosen, ratios = [], []
    node: _Node | None = last
    while node is not None:
        chosen.append(node.at)
        ratios.append(node.ratio)
        node = node.before
    return Breaks(chosen[::-1], ratios[::-1][1:], in_order, last.demerits)
