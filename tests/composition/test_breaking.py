"""Line breaking: the best lines by an independent search, and what no paragraph may have."""

import re
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN_MINUS, NO_BREAK_SPACE, fold
from engross.composition import breaking
from engross.composition.breaking import BY_LETTERS, MOST_HYPHENS_IN_A_ROW, TIGHTEST, Measure, break_lines
from engross.composition.breakpoints import Breakpoint, Kind, breakpoints
from engross.composition.lines import justified
from tests.composition.paragraphs import (
    COLUMN,
    ENGLISH,
    HANGS,
    METRICS,
    REGULAR,
    RUSSIAN,
    STYLE,
    column,
    refined,
)

LOOSEST = STYLE.spacing.loosest + BY_LETTERS
_WORDS = sorted(set(re.findall(r"\S+", RUSSIAN + " " + ENGLISH)))


def _points(text: str, measure: Measure = COLUMN) -> list[Breakpoint]:
    return breakpoints(text, REGULAR, widest=measure.width, indent=measure.indent, hangs=measure.hangs)


def _every_way(points: list[Breakpoint], measure: Measure, loosest: float) -> float:
    """Return the fewest demerits of all ways to break, found by trying every one: the oracle."""
    search = breaking._Search(
        points, measure, breaking._Pass(hyphens=True, loosest=loosest, vetoes_hold=True), ()
    )
    best = inf

    def go(node: breaking._Node) -> None:
        nonlocal best
        if node.demerits >= best:
            return
        if points[node.at].kind is Kind.END:
            best = node.demerits
            return
        for at in range(node.at + 1, len(points)):
            if points[at].kind is Kind.NO_BREAK_SPACE:
                continue
            ratio = search._ratio(points[node.at], points[at])
            if TIGHTEST <= ratio <= loosest:
                found: dict[breaking._State, breaking._Node] = {}
                search._consider(node, at, ratio, found)
                for following in found.values():
                    go(following)

    go(breaking._Node(0, 0, 0, 0.0, 0.0, None))
    return best


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=22))
def test_no_way_to_break_is_better_but_for_contrast(words: list[str]) -> None:
    # Contrast between lines is judged against the best way so far and not against all; nothing else is.
    measure = column(260.0)
    points = _points(refined(" ".join(words)), measure)
    usable = [at for at, point in enumerate(points) if point.kind is not Kind.NO_BREAK_SPACE]
    attempt = breaking._Pass(hyphens=True, loosest=LOOSEST, vetoes_hold=True)
    found = breaking._Search(points, measure, attempt, ()).best(usable)
    oracle = _every_way(points, measure, LOOSEST)
    if found is None:
        assert oracle == inf
    else:
        lines = found.line
        assert oracle <= found.demerits <= oracle + lines * breaking._CONTRAST


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH])
def test_lines_are_neither_too_loose_nor_too_tight(text: str) -> None:
    ratios = break_lines(_points(refined(text)), COLUMN).ratios
    assert all(TIGHTEST <= ratio <= LOOSEST for ratio in ratios)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=120), st.floats(120, 600))
def test_lines_say_the_text_and_never_three_hyphens_in_a_row(words: list[str], width: float) -> None:
    text = refined(" ".join(words))
    points = _points(text, column(width))
    chosen = break_lines(points, column(width)).chosen
    lines = [text[points[a].start : points[b].end] for a, b in pairwise(chosen)]
    ends = [points[at].hyphenated for at in chosen[1:]]
    joined = "".join(
        line + (" " if points[at].end != points[at].start and not points[at].divides else "")
        for line, at in zip(lines, chosen[1:], strict=True)
    )
    assert fold(joined) == fold(text)
    if width > 350:
        in_a_row = max(map(len, "".join("-" if end else " " for end in ends).split()), default=0)
        assert in_a_row <= MOST_HYPHENS_IN_A_ROW


def test_a_glued_space_ends_no_line() -> None:
    text = NO_BREAK_SPACE.join(["слово слово"] * 30)
    for line in justified(text, REGULAR, COLUMN)[0]:
        assert not line.text.startswith(" ")
    points = _points(text)
    chosen = break_lines(points, COLUMN).chosen
    assert all(points[at].kind is not Kind.NO_BREAK_SPACE for at in chosen)


def test_a_run_wider_than_the_column_is_divided_at_a_glued_space_at_last() -> None:
    points = _points(NO_BREAK_SPACE.join(["слово"] * 40))
    chosen, ratios, in_order = break_lines(points, COLUMN)
    assert len(chosen) > 2
    assert min(ratios) >= TIGHTEST
    assert not in_order


@pytest.mark.parametrize("length", [80, 500])
def test_a_word_wider_than_the_column_is_divided_with_hyphens(length: int) -> None:
    lines = justified("ы" * length, REGULAR, COLUMN)[0]
    assert len(lines) > 1
    for line in lines:
        give = HANGS[HYPHEN_MINUS] + COLUMN.em * STYLE.spacing.letters * len(line.text)
        assert METRICS.width(line.text) <= COLUMN.width + give
    assert all(line.text.endswith(DISCRETIONARY_HYPHEN) for line in lines[:-1])


def test_a_vetoed_line_ends_without_a_hyphen_unless_nothing_else_fits() -> None:
    text = refined(RUSSIAN)
    lines, _ = justified(text, REGULAR, COLUMN)
    for number in (at for at, line in enumerate(lines) if _ends(line.text)):
        breaks = break_lines(_points(text), COLUMN, {number})
        assert breaks.in_order
        assert max(breaks.ratios) <= LOOSEST
        held = not _ends(justified(text, REGULAR, COLUMN, {number})[0][number].text)
        assert held == (number != 1), "the second line of this text fits with no other break"


@pytest.mark.parametrize("repeats", [1, 4, 12])
def test_vetoes_cost_neither_the_limits_nor_more_than_a_few_nodes(
    repeats: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = 0

    class Counted(breaking._Node):
        def __init__(self, *values: object) -> None:
            nonlocal made
            made += 1
            super().__init__(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(breaking, "_Node", Counted)
    points = _points(refined("Государства подчеркивают необходимость взаимодействия. " * 3 * repeats))
    breaks = break_lines(points, COLUMN, set(range(0, 6 * repeats, 2)))
    assert max(breaks.ratios) <= LOOSEST
    assert breaks.in_order
    assert made <= 60 * len(points) * (2 + 6 * repeats)


def _ends(text: str) -> bool:
    return text.endswith((DISCRETIONARY_HYPHEN, HYPHEN_MINUS))


def test_the_last_line_is_longer_than_the_indent() -> None:
    for cut in range(len(RUSSIAN), 60, -7):
        lines = justified(refined(RUSSIAN[:cut]), REGULAR, COLUMN)[0]
        if len(lines) > 1:
            assert METRICS.width(lines[-1].text) > COLUMN.indent


def test_a_compound_is_divided_at_its_own_hyphen_if_possible() -> None:
    kinds = {point.kind for point in _points(refined("информационно-коммуникационных"))}
    assert Kind.REAL_HYPHEN in kinds
    assert Kind.DISCRETIONARY_IN_COMPOUND in kinds
    assert Kind.DISCRETIONARY not in kinds


@pytest.mark.parametrize("word", ["из-за", "по-русски", "А-12", "2017-2018"])
def test_a_short_part_of_a_compound_is_not_split_off(word: str) -> None:
    assert [point.kind for point in _points(word)] == [Kind.START, Kind.END]
