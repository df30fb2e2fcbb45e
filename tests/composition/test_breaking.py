"""Line breaking: the best lines by an independent search, and what no paragraph may have."""

import re
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN_MINUS, NO_BREAK_SPACE, fold
from engross.composition import breaking
from engross.composition.breaking import (
    BY_LETTERS,
    MOST_HYPHENS_IN_A_ROW,
    TIGHTEST,
    Measure,
    break_lines,
    break_otherwise,
)
from engross.composition.breakpoints import Breakpoint, Kind, breakpoints
from tests.composition.paragraphs import (
    COLUMN,
    ENGLISH,
    HANGS,
    METRICS,
    REGULAR,
    RUSSIAN,
    STYLE,
    best_lines,
    column,
    refined,
)

LOOSEST = STYLE.spacing.loosest + BY_LETTERS
TOLERANCE = STYLE.spacing.tolerance + BY_LETTERS
_WORDS = sorted(set(re.findall(r"\S+", RUSSIAN + " " + ENGLISH)))


def _points(text: str, measure: Measure = COLUMN) -> list[Breakpoint]:
    return breakpoints(text, REGULAR, widest=measure.width, indent=measure.indent, hangs=measure.hangs)


def _every_way(points: list[Breakpoint], measure: Measure, loosest: float) -> float:
    """Return the fewest demerits of all ways to break, found by trying every one: the oracle."""
    search = breaking._Search(points, measure, breaking._Pass(hyphens=True, loosest=loosest))
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
    attempt = breaking._Pass(hyphens=True, loosest=LOOSEST)
    found = breaking._Search(points, measure, attempt).best(usable)
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
    for line in best_lines(text):
        assert not line.text.startswith(" ")
    points = _points(text)
    chosen = break_lines(points, COLUMN).chosen
    assert all(points[at].kind is not Kind.NO_BREAK_SPACE for at in chosen)


def test_a_run_wider_than_the_column_is_divided_at_a_glued_space_at_last() -> None:
    points = _points(NO_BREAK_SPACE.join(["слово"] * 40))
    chosen, ratios, in_order, _ = break_lines(points, COLUMN)
    assert len(chosen) > 2
    assert min(ratios) >= TIGHTEST
    assert not in_order


@pytest.mark.parametrize("length", [80, 500])
def test_a_word_wider_than_the_column_is_divided_with_hyphens(length: int) -> None:
    lines = best_lines("ы" * length)
    assert len(lines) > 1
    for line in lines:
        give = HANGS[HYPHEN_MINUS] + COLUMN.em * STYLE.spacing.letters * len(line.text)
        assert METRICS.width(line.text) <= COLUMN.width + give
    assert all(line.text.endswith(DISCRETIONARY_HYPHEN) for line in lines[:-1])


def test_a_word_wider_than_the_column_is_divided_at_its_marks_if_its_parts_fit() -> None:
    word = "тетрагидропиранилциклопентил\u00adтетрагидропиридопиридиновые"
    for text in (word, f"и {word} и"):
        kinds = [point.kind for point in _points(text, column(300.0)) if point.kind >= Kind.AFTER_SIGN]
        assert kinds == [Kind.DISCRETIONARY, Kind.END]


@pytest.mark.parametrize("word", ["ы" * 80, f"«{'ы' * 80}»,"])
def test_a_word_without_marks_is_never_divided_nearer_than_three_letters_to_its_ends(word: str) -> None:
    inside = [point.end for point in _points(word) if point.divides]
    first = word.index("ы")
    assert (inside[0], inside[-1]) == (first + 3, first + 77)


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH, " ".join([RUSSIAN, ENGLISH] * 6)])
def test_other_settings_are_a_line_shorter_or_longer_and_good_enough(text: str) -> None:
    points = _points(refined(text))
    best = break_lines(points, COLUMN)
    others = break_otherwise(points, COLUMN, best)
    assert {len(breaks.ratios) - len(best.ratios) for breaks in others} <= {-1, 0, 1}
    assert all(TIGHTEST <= ratio <= TOLERANCE for breaks in others for ratio in breaks.ratios)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=8, max_size=60))
def test_other_settings_are_the_best_of_their_length_but_for_contrast(words: list[str]) -> None:
    measure = column(260.0)
    points = _points(refined(" ".join(words)), measure)
    best = break_lines(points, measure)
    others = {len(breaks.ratios): breaks for breaks in break_otherwise(points, measure, best)}
    oracle = _by_length(points, measure)
    for length in {len(best.ratios) + more for more in (-1, 0, 1)}:
        # Of as many lines, the best is known: that it is not looked for again is no loss.
        assert (length in others) == (length in oracle) or (length == len(best.ratios) and not others)
        if length in others:
            demerits = others[length].demerits
            assert oracle[length] <= demerits <= oracle[length] + length * breaking._CONTRAST


def _by_length(points: list[Breakpoint], measure: Measure) -> dict[int, float]:
    """Return the fewest demerits for each number of lines, by a search that leaves no number out."""
    attempt = breaking._Pass(hyphens=True, loosest=TOLERANCE)

    usable = [at for at, point in enumerate(points) if attempt.takes(point)]
    found: dict[int, float] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(breaking, "_LINES_ASIDE", len(points))
        for node in breaking._Search(points, measure, attempt, (), [0] * len(points)).ends(usable):
            found[node.line] = min(node.demerits, found.get(node.line, inf))
    return found


def test_a_vetoed_line_ends_with_no_hyphen() -> None:
    text = refined(RUSSIAN)
    points = _points(text)
    best = break_lines(points, COLUMN)
    hyphenated = [line for line, at in enumerate(best.chosen[1:]) if points[at].hyphenated]
    assert hyphenated
    for line in hyphenated:
        for breaks in break_otherwise(points, COLUMN, best, {line}):
            assert not points[breaks.chosen[line + 1]].hyphenated


@pytest.mark.parametrize("repeats", [1, 4, 12])
def test_other_settings_cost_a_few_nodes_a_breakpoint_however_long_the_paragraph_is(
    repeats: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = 0

    class Counted(breaking._Node):
        def __init__(self, *values: object) -> None:
            nonlocal made
            made += 1
            super().__init__(*values)  # type: ignore[arg-type]

    points = _points(refined("Государства подчеркивают необходимость взаимодействия. " * 6 * repeats))
    best = break_lines(points, COLUMN)
    monkeypatch.setattr(breaking, "_Node", Counted)
    break_otherwise(points, COLUMN, best, {2, 5})
    assert made <= 40 * len(points)


def test_the_last_line_is_longer_than_the_indent() -> None:
    for cut in range(len(RUSSIAN), 60, -7):
        lines = best_lines(refined(RUSSIAN[:cut]))
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


def test_the_work_grows_no_faster_than_the_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = 0
    ratio = breaking._Search._ratio

    def counted(search: breaking._Search, start: Breakpoint, end: Breakpoint) -> float:
        nonlocal measured
        measured += 1
        return ratio(search, start, end)

    monkeypatch.setattr(breaking._Search, "_ratio", counted)
    work = []
    for repeats in (10, 40):
        measured = 0
        break_lines(_points(refined(" ".join([RUSSIAN] * repeats))), COLUMN)
        work.append(measured)
    assert work[1] <= 4.2 * work[0]
