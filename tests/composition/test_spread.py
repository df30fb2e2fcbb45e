"""How lines are spread: the limits of the style are those of its classes, and no line goes beyond them."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from engross.composition.breaking import BY_LETTERS, TIGHTEST, Measure, break_lines
from engross.composition.breakpoints import Kind, breakpoints
from engross.composition.margins import GROUPS
from engross.composition.settings import Settings
from engross.composition.tokens import load_style
from engross.resources import STYLES
from tests.composition.paragraphs import (
    COLUMN,
    ENGLISH,
    METRICS,
    REGULAR,
    RUSSIAN,
    STYLE,
    best_lines,
    refined,
)

LETTERS = (STYLES / "letters.css").read_text(encoding="utf-8")
MARGINS = (STYLES / "margins.css").read_text(encoding="utf-8")


def test_letters_are_spaced_by_a_hundredth_of_an_em_at_most() -> None:
    assert STYLE.spacing.letters <= 0.01


def test_every_step_up_to_the_limit_has_a_class_that_takes_back_the_space_after_the_last_letter() -> None:
    steps = STYLE.spacing.steps
    step_of = r"calc\((-?\d) \* var\(--letter-step\)\)"
    rule = rf"^\.letters-(tight|loose)-(\d) {{ letter-spacing: {step_of}; margin-right: {step_of}; }}$"
    found = re.findall(rule, LETTERS, re.MULTILINE)
    expected = {
        (way, str(step), str(sign * step), str(-sign * step))
        for way, sign in (("tight", -1), ("loose", 1))
        for step in range(1, steps + 1)
    }
    assert set(found) == expected


def test_every_group_that_hangs_has_its_class_and_its_token() -> None:
    classes = re.findall(
        r"^\.hang-(\w+) { margin-left: calc\(-1 \* var\(--hang-(\w+)\)\); }$", MARGINS, re.MULTILINE
    )
    assert [group for group, _ in classes] == [token for _, token in classes] == list(GROUPS)
    assert [group for group, _ in STYLE.hangs] == list(GROUPS)


def test_a_style_without_protrusion_has_nothing_that_hangs(tmp_path_factory: pytest.TempPathFactory) -> None:
    styles = tmp_path_factory.mktemp("styles")
    (styles / "house").mkdir()
    core = (STYLES / "core.css").as_posix()
    (styles / "house" / "flush.css").write_text(f"@import url({core});\n:root {{ --protrusion: none; }}\n")
    assert load_style("flush", styles).hangs == ()


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH])
@pytest.mark.parametrize("hangs", [COLUMN.hangs, {}], ids=["hanging", "flush"])
def test_each_line_fills_the_measure_by_letters_first_and_then_by_spaces(
    text: str, hangs: dict[str, float]
) -> None:
    measure = replace(COLUMN, hangs=hangs)
    points = breakpoints(refined(text), REGULAR, widest=measure.width, indent=measure.indent, hangs=hangs)
    chosen, ratios, *_ = break_lines(points, measure)
    for (first, last), ratio in zip(pairwise(chosen), ratios, strict=True):
        start, end = points[first], points[last]
        if end.kind is Kind.END:
            continue
        spaces = end.spaces_end - start.spaces_start
        spacing = STYLE.spacing
        by_letters = max(-1.0, min(1.0, ratio / BY_LETTERS)) * sum(measure.give(start, end))
        beyond = (
            max(ratio - BY_LETTERS, 0.0) * spacing.stretch + min(ratio + BY_LETTERS, 0.0) * spacing.shrink
        )
        natural = end.x_end - start.x_start + end.width - start.hang_start - end.hang_end
        assert natural + (by_letters + spaces * beyond) * measure.em == pytest.approx(measure.width)
        assert not spaces or measure.give(start, end)[1] > 0
        assert ratio >= TIGHTEST


def test_letters_give_their_spacing_and_a_part_of_the_width_of_the_glyphs_without_indent_and_spaces() -> None:
    text = "слово и дело"
    start, *_, end = breakpoints(text, REGULAR, widest=400, indent=COLUMN.indent)
    spaced, wider = COLUMN.give(start, end)
    glyphs = sum(map(METRICS.width, ("слово", " ", "и", " ", "дело"))) - 2 * METRICS.space
    assert spaced == pytest.approx((len("слово") + len("дело") + 1 - 3) * STYLE.spacing.letters, abs=0.03)
    assert wider == pytest.approx(STYLE.spacing.expansion * glyphs / COLUMN.em)


def test_letters_are_drawn_wider_by_a_fiftieth_at_most_and_never_in_a_last_line() -> None:
    assert STYLE.spacing.expansion <= 0.02
    lines = [line for text in (RUSSIAN, ENGLISH) for line in best_lines(refined(text))]
    limit = 100 * STYLE.spacing.expansion
    assert all(abs(line.expansion - 100) <= limit for line in lines)
    assert {line.expansion for line in lines if line.classes == "ragged"} == {100}
    assert len({line.expansion for line in lines}) > len(lines) / 2


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("бумага" * 60, COLUMN, id="without spaces"),
        pytest.param(
            RUSSIAN.replace("компьютерные", "компью\u0301терные"), COLUMN, id="with a mark over a letter"
        ),
        pytest.param(
            RUSSIAN.replace("информационно-", "информационно\u2010"), COLUMN, id="in several pieces"
        ),
        pytest.param(
            RUSSIAN, replace(COLUMN, spacing=replace(STYLE.spacing, expansion=0.0)), id="in a style without"
        ),
    ],
)
def test_letters_are_drawn_as_they_are(text: str, measure: Measure) -> None:
    lines = best_lines(refined(text), measure=measure)
    assert {line.expansion for line in lines} == {100}


@pytest.mark.parametrize("value", ["0", "none"])
def test_a_style_can_do_without_expansion(value: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    styles = tmp_path_factory.mktemp("styles")
    (styles / "house").mkdir()
    core = (STYLES / "core.css").as_posix()
    sheet = f"@import url({core});\n:root {{ --expansion-limit: {value}; }}\n"
    (styles / "house" / "unexpanded.css").write_text(sheet)
    assert load_style("unexpanded", styles).spacing.expansion == 0


def test_neighbouring_lines_differ_little_where_they_can() -> None:
    ratios = break_lines(
        breakpoints(refined(ENGLISH), REGULAR, widest=400, indent=COLUMN.indent, hangs=COLUMN.hangs), COLUMN
    ).ratios
    assert max(abs(one - other) for one, other in pairwise(ratios)) < 1.0


def test_a_paragraph_that_can_be_even_without_hyphens_has_none() -> None:
    settings = Settings(refined("мы да вы да они да я " * 30), REGULAR, COLUMN)
    assert settings.in_order
    assert not settings.best.hyphenated
