"""Paging: where pages end, and which of its settings each paragraph gets, best for the document as a whole.

The theory is that of Plass, "Optimal pagination techniques for automatic typesetting systems" (Stanford
University, 1981), in the simple case that its subject allows here: there are no figures, and all lines stand
on one grid, so that pages are counted in *rows*. What is left is the question that line breaking answers for
paragraphs, asked of the document, and its answer is the same: every page end has a price, every setting that
is not a paragraph's best has one, and the cheapest way through all of them is found by dynamic programming.

A state is a paragraph and the row of a page where it begins. From each of them every setting leads on: it
ends on that page, or goes over the page's end after any of its lines. Where other pages follow, a page may
end a few rows short and no more; so the work for a paragraph is bounded by the rows of a page, and that for a
document grows with its length only. Leading is never stretched: a short page is short.

Prices of settings and of short pages are comparable with the demerits of line breaking. A flaw (a widow, say)
costs more than all of them together, so there is one only where no choice avoids it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import compress, product
from typing import NamedTuple


class Flaw(StrEnum):
    """What is wrong with a page end."""

    HYPHEN = auto()
    """The last line ends with a hyphen."""
    WIDOW = auto()
    """Too few lines of a paragraph stand after it."""
    ORPHAN = auto()
    """Too few lines of a paragraph stand before it."""
    LEFT_ALONE = auto()
    """A heading, or a lead-in, stands before it, and what it belongs to after it."""
    PARTED = auto()
    """Signatures stand after it without the end of the text."""
    LAST_PAGE = auto()
    """Too few lines of the text follow on the last page."""


_PRICE = {
    Flaw.HYPHEN: 1e7,
    Flaw.LAST_PAGE: 3e7,
    Flaw.WIDOW: 4e7,
    Flaw.ORPHAN: 4e7,
    Flaw.LEFT_ALONE: 5e7,
    Flaw.PARTED: 6e7,
}
_INSIDE = {
    which: tuple(compress((Flaw.HYPHEN, Flaw.WIDOW, Flaw.ORPHAN), which))
    for which in product((False, True), repeat=3)
}
"""The flaws of a page end inside a paragraph, by whether there is a hyphen, a widow, an orphan."""
_SHORT = 100.0
"""The price of a page that is a row short: a line at ratio 1; it grows with the square of the rows."""


class Setting(NamedTuple):
    """A way to set a paragraph: its number of ``lines``, which of them end in hyphens, and its price."""

    lines: int
    hyphenated: frozenset[int]
    price: float


class Block(NamedTuple):
    """A paragraph as paging sees it: its settings, the best first, and the flaw of a page that ends after it.

    That is LEFT_ALONE for what leads in the next paragraph, PARTED for what signatures follow. ``gap`` is the
    number of rows left free before it, but not at the top of a page.
    """

    settings: Sequence[Setting]
    flaw_after: Flaw | None = None
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a page, how many the heading takes of the first one, and the fewest lines kept together."""

    rows: int
    heading: int
    fewest: int


class PageEnd(NamedTuple):
    """A page end: the paragraph and its line (from 0) that begin the next page, the rows left free, flaws."""

    paragraph: int
    line: int
    short: int
    flaws: tuple[Flaw, ...]


class Plan(NamedTuple):
    """The number of the setting of each paragraph, the end of each page but the last, the price of it all."""

    settings: tuple[int, ...]
    ends: tuple[PageEnd, ...]
    price: float


def plan(blocks: Sequence[Block], grid: Grid) -> Plan:
    """Return the cheapest way to set ``blocks`` in pages."""
    search = _Search(blocks, grid)
    ways = {min(grid.heading, grid.rows): _Way(0.0, None)}
    for number, block in enumerate(blocks):
        if number or grid.heading:
            search.begin_page(number, ways)
        found: dict[int, _Way] = {}
        for row, way in ways.items():
            begins = min(row + block.gap, grid.rows) if row else 0
            for setting in range(len(block.settings)):
                search.set(number, setting, begins, way, found)
        ways = found
    return _plan(min(ways.values(), key=lambda way: way.price))


class _Way(NamedTuple):
    """The cheapest way found to a state: by page ends and settings, each with the way before it."""

    price: float
    before: "_Way | None"
    setting: int = -1
    end: PageEnd | None = None


class _Search:
    """The rules of page ends, and what of the document is still to come at each paragraph."""

    def __init__(self, blocks: Sequence[Block], grid: Grid) -> None:
        self._blocks, self._grid = blocks, grid
        self._shortest = 3 * grid.fewest
        after = text = 0
        self._after: list[int] = []
        self._text: list[int] = []
        for number in range(len(blocks) - 1, -1, -1):
            lines = blocks[number].settings[0].lines
            self._after.append(after)
            after += lines
            # Signatures follow paragraphs after which no page may end, but for the last of all.
            text += 0 if self._signs(number) else lines
            self._text.append(text)
        self._after.reverse()
        self._text.reverse()

    def _signs(self, number: int) -> bool:
        return number > 0 and self._blocks[number - 1].flaw_after is Flaw.PARTED

    def begin_page(self, number: int, ways: dict[int, _Way]) -> None:
        """Add to ``ways``, by row, the cheapest in which the paragraph ``number`` begins a new page."""
        flaws = self._flaws_before(number)
        best: _Way | None = None
        for row, way in ways.items():
            short = self._grid.rows - row
            if row and short <= self._most_short(number):
                total = way.price + _price(short, flaws)
                if best is None or total < best.price:
                    best = _Way(total, way, end=PageEnd(number, 0, short, flaws))
        ways.pop(self._grid.rows, None)
        if best and (0 not in ways or best.price < ways[0].price):
            ways[0] = best

    def _flaws_before(self, number: int) -> tuple[Flaw, ...]:
        """Return the flaws of a page that ends before the paragraph ``number``."""
        before = self._blocks[number - 1].flaw_after if number else Flaw.LEFT_ALONE
        if before:
            return (before,)
        return (Flaw.LAST_PAGE,) if self._text[number] < self._grid.fewest else ()

    def _most_short(self, number: int) -> int:
        """Return how many rows a page that ends before or in the paragraph ``number`` may be short.

        Where the last page follows there is no limit: what must stand on it may be anything.
        """
        return self._grid.rows if self._after[number] < self._grid.rows else self._shortest

    def set(self, number: int, setting: int, row: int, way: _Way, found: dict[int, _Way]) -> None:
        """Set the paragraph ``number`` from ``row`` on, and keep in ``found`` each way that is the cheapest.

        ``begun`` has for each line the cheapest way in which it begins a page.
        """
        lines, hyphenated, price = self._blocks[number].settings[setting]
        rows, fewest, most_short = self._grid.rows, self._grid.fewest, self._most_short(number)
        if lines <= rows - row - most_short:
            # No page ends in it: the common case, and a short one.
            _keep(found, row + lines, way, price, setting)
            return
        begun = {0: way}
        for line in range(lines):
            if (start := begun.get(line)) is None:
                continue
            used = 0 if line else row
            room, left = rows - used, lines - line
            if left <= room:
                _keep(found, used + left, start, price, setting)
            for taken in range(min(left - 1, room), max(0, room - most_short - 1), -1):
                after = line + taken
                flaws = _INSIDE[after - 1 in hyphenated, lines - after < fewest, taken < fewest]
                total = start.price + _price(room - taken, flaws)
                if after not in begun or total < begun[after].price:
                    begun[after] = _Way(total, start, end=PageEnd(number, after, room - taken, flaws))


def _keep(found: dict[int, _Way], row: int, way: _Way, price: float, setting: int) -> None:
    """Keep in ``found`` the way that goes on from ``way`` to ``row`` by ``setting`` if it is the cheapest."""
    total = way.price + price
    if row not in found or total < found[row].price:
        found[row] = _Way(total, way, setting)


def _price(short: int, flaws: tuple[Flaw, ...]) -> float:
    """Return the price of a page end that leaves so many rows free and has these flaws."""
    price = _SHORT * short**2
    for flaw in flaws:
        price += _PRICE[flaw]
    return price


def _plan(last: _Way) -> Plan:
    settings, ends = [], []
    way: _Way | None = last
    while way is not None:
        if way.setting >= 0:
            settings.append(way.setting)
        if way.end:
            ends.append(way.end)
        way = way.before
    return Plan(tuple(settings[::-1]), tuple(ends[::-1]), last.price)
