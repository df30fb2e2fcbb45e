"""Paging: the cheapest pages by trying every way, and what a page end may not have."""

from collections.abc import Sequence
from functools import cache
from itertools import product
from math import inf
from typing import Any, Self

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross.composition import paging
from engross.composition.paging import Block, Flaw, Grid, PageEnd, Plan, Setting, plan

Page = tuple[list[tuple[int, int]], tuple[int, int], int]
"""The lines of a page, the line that begins the next one, and the rows used."""


def _block(lines: int, *, hyphens: Sequence[int] = (), flaw: Flaw | None = None) -> Block:
    return Block([Setting(lines, frozenset(hyphens), 0.0)], flaw)


def _ends(plan: Plan) -> list[tuple[int, int]]:
    return [(end.paragraph, end.line) for end in plan.ends]


# --- the oracle: every page that there can be, and the cheapest row of them ------------------------------


def _price_of_end(blocks: Sequence[Block], chosen: Sequence[Setting], grid: Grid, page: Page) -> float:
    """Return the price of the end of ``page``, whose lines are told by paragraph and number in it."""
    lines, (number, line), used = page
    total = paging._SHORT * (grid.rows - used) ** 2
    if line:
        before = sum(1 for paragraph, _ in lines if paragraph == number)
        total += paging._PRICE[Flaw.HYPHEN] * (line - 1 in chosen[number].hyphenated)
        total += paging._PRICE[Flaw.WIDOW] * (chosen[number].lines - line < grid.fewest)
        total += paging._PRICE[Flaw.ORPHAN] * (before < grid.fewest)
    elif number == 0:
        total += paging._PRICE[Flaw.LEFT_ALONE]
    elif flaw := blocks[number - 1].flaw_after:
        total += paging._PRICE[flaw]
    else:
        signs = [False, *(block.flaw_after is Flaw.PARTED for block in blocks)]
        rest = sum(
            block.settings[0].lines for at, block in enumerate(blocks) if at >= number and not signs[at]
        )
        total += paging._PRICE[Flaw.LAST_PAGE] * (rest < grid.fewest)
    return total


def _rows(blocks: Sequence[Block], lines: Sequence[tuple[int, int]], used: int) -> int:
    """Return the rows used when ``lines`` follow those ``used``, with the gaps that are not at the top."""
    for number, line in lines:
        used += 1 + (blocks[number].gap if used and not line else 0)
    return used


def _cheapest_pages(blocks: Sequence[Block], chosen: Sequence[Setting], grid: Grid) -> float:
    lines = [(number, line) for number, each in enumerate(chosen) for line in range(each.lines)]
    heading = min(grid.heading, grid.rows)

    @cache
    def from_line(start: int, used: int) -> float:
        best = inf if _rows(blocks, lines[start:], used) > grid.rows else 0.0
        for cut in range(start if used else start + 1, len(lines)):
            rows = _rows(blocks, lines[start:cut], used)
            if rows > grid.rows:
                break
            page = (lines[start:cut], lines[cut], rows)
            best = min(best, _price_of_end(blocks, chosen, grid, page) + from_line(cut, 0))
        return best

    return sum(each.price for each in chosen) + from_line(0, heading)


def _cheapest(blocks: Sequence[Block], grid: Grid) -> float:
    ways = product(*(block.settings for block in blocks))
    return min(_cheapest_pages(blocks, chosen, grid) for chosen in ways)


_HYPHENS = st.frozensets(st.integers(0, 5), max_size=3)
_SETTINGS = st.tuples(
    st.builds(Setting, st.integers(1, 5), _HYPHENS, st.just(0.0)),
    st.lists(st.builds(Setting, st.integers(1, 6), _HYPHENS, st.floats(0, 4e3)), max_size=1),
).map(lambda both: [both[0], *both[1]])
_BLOCKS = st.lists(
    st.builds(
        Block, _SETTINGS, st.sampled_from([None, None, None, Flaw.LEFT_ALONE]), st.sampled_from([0, 0, 1])
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=80, deadline=None)
@given(_BLOCKS, st.integers(3, 6), st.integers(0, 3), st.integers(0, 2))
def test_no_way_to_make_pages_is_cheaper(blocks: list[Block], rows: int, heading: int, signed: int) -> None:
    # Pages of no more than six rows: any of them may be short.
    signed = min(signed, len(blocks) - 1)
    ends = [*[False] * (len(blocks) - 1 - signed), *[True] * signed, False]
    blocks = [
        block._replace(flaw_after=Flaw.PARTED if parts else block.flaw_after)
        for block, parts in zip(blocks, ends, strict=True)
    ]
    blocks[-1] = blocks[-1]._replace(flaw_after=None)
    grid = Grid(rows, heading, 2)
    assert plan(blocks, grid).price == pytest.approx(_cheapest(blocks, grid))


# --- what each rule does ---------------------------------------------------------------------------------

TEN = Grid(rows=10, heading=0, fewest=2)


@pytest.mark.parametrize(
    ("blocks", "ends"),
    [
        ([_block(10)], []),
        ([_block(12)], [(0, 10)]),
        ([_block(35)], [(0, 10), (0, 20), (0, 30)]),
        ([_block(10), _block(5)], [(1, 0)]),
        ([_block(9), _block(2), _block(9)], [(1, 0), (2, 7)]),
    ],
    ids=["one full page", "two", "a paragraph over four pages", "between paragraphs", "not in two lines"],
)
def test_pages_end_where_they_are_full(blocks: list[Block], ends: list[tuple[int, int]]) -> None:
    assert _ends(plan(blocks, TEN)) == ends


@pytest.mark.parametrize(
    ("blocks", "ends"),
    [
        ([_block(11)], [(0, 9)]),
        ([_block(9), _block(4)], [(1, 0)]),
        ([_block(8), _block(3)], [(1, 0)]),
        ([_block(14, hyphens=[9])], [(0, 9)]),
        ([_block(14, hyphens=[9, 8])], [(0, 8)]),
        ([_block(7), _block(1, flaw=Flaw.LEFT_ALONE), _block(3)], [(1, 0)]),
        ([_block(9), _block(1, flaw=Flaw.LEFT_ALONE), _block(3)], [(1, 0)]),
        ([_block(6), _block(4), _block(1)], [(1, 2)]),
        ([_block(6), _block(4, flaw=Flaw.PARTED), _block(1, flaw=Flaw.PARTED), _block(1)], [(1, 2)]),
        ([_block(9), _block(1, flaw=Flaw.PARTED), _block(2)], [(0, 7)]),
    ],
    ids=[
        "a widow",
        "an orphan",
        "three lines",
        "a hyphen",
        "two hyphens",
        "a lead-in with one line",
        "a lead-in alone",
        "one line of text on the last page",
        "signatures without text",
        "signatures with one line of text",
    ],
)
def test_a_page_ends_sooner_to_avoid(blocks: list[Block], ends: list[tuple[int, int]]) -> None:
    found = plan(blocks, TEN)
    assert _ends(found) == ends
    assert not [flaw for end in found.ends for flaw in end.flaws]


@pytest.mark.parametrize("other", [10, 12])
def test_a_setting_that_fills_the_page_is_taken_if_it_costs_less_than_the_row(other: int) -> None:
    for price, chosen in ((0.9 * paging._SHORT, 1), (1.1 * paging._SHORT, 0)):
        block = Block([Setting(11, frozenset(), 0.0), Setting(other, frozenset(), price)])
        assert plan([block], TEN).settings == (chosen,)


@pytest.mark.parametrize(
    ("blocks", "grid", "flaw"),
    [
        ([_block(12, hyphens=range(12))], TEN, Flaw.HYPHEN),
        ([_block(3)], Grid(2, 0, 2), Flaw.WIDOW),
        ([_block(3)], Grid(10, 9, 2), Flaw.ORPHAN),
        ([_block(3)], Grid(10, 25, 2), Flaw.LEFT_ALONE),
        ([_block(9), *[_block(1, flaw=Flaw.PARTED)] * 10, _block(1)], TEN, Flaw.PARTED),
        ([_block(1), _block(1, flaw=Flaw.PARTED), _block(1)], Grid(2, 0, 2), Flaw.LAST_PAGE),
    ],
)
def test_what_no_choice_avoids_is_told(blocks: list[Block], grid: Grid, flaw: Flaw) -> None:
    assert flaw in [each for end in plan(blocks, grid).ends for each in end.flaws]


def test_a_heading_moves_what_follows_and_an_empty_body_is_no_page_more() -> None:
    assert _ends(plan([_block(12)], Grid(10, 4, 2))) == [(0, 6)]
    assert plan([], Grid(10, 4, 2)) == Plan((), (), 0.0)


def test_the_work_grows_with_the_length_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made = 0

    class Counted(paging._Way):
        def __new__(cls, *values: Any, **named: Any) -> Self:
            nonlocal made
            made += 1
            return super().__new__(cls, *values, **named)

    monkeypatch.setattr(paging, "_Way", Counted)
    several = Block([Setting(lines, frozenset({lines // 2}), 1.0) for lines in (7, 6, 8)])
    works = []
    for repeats in (20, 40):
        made = 0
        plan([*[several] * repeats, _block(90 * repeats)], Grid(40, 9, 2))
        works.append(made)
    assert works[1] <= 2.2 * works[0]


def test_the_page_before_the_last_may_be_as_short_as_the_signatures_need() -> None:
    signatures = [*[_block(1, flaw=Flaw.PARTED)] * 11, _block(1)]
    found = plan([_block(35, flaw=Flaw.PARTED), *signatures], Grid(40, 0, 2))
    assert found.ends == (PageEnd(0, 33, 7, ()),)


def test_page_ends_tell_the_rows_left_free() -> None:
    assert plan([_block(11)], TEN).ends == (PageEnd(0, 9, 1, ()),)
