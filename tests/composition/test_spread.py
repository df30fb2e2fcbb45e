"""How lines are spread: the limits of the style are those of its classes, and no line goes beyond them."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from engross.composition.breaking import BY_LETTERS, TIGHTEST, break_lines
from engross.composition.breakpoints import Kind, breakpoints
from engross.composition.margins import GROUPS
from engross.composition.settings import Settings
from engross.composition.tokens import load_style
from engross.resources import STYLES
from tests.composition.paragraphs import COLUMN, ENGLISH, REGULAR, RUSSIAN, STYLE, refined

LETTERS = (STYLES / "letters.css").read_text(encoding="utf-8")
MARGINS = (STYLES / "margins.css").read_text(encoding="utf-8")


def test_letters_are_spaced_by_a_hundredth_of_an_em_at_most() -> None:
    assert STYLE.spacing.letters <= 0.01


def test_every_step_up_to_the_limit_has_a_class_that_takes_back_the_space_after_the_last_letter() -> None:
    steps = STYLE.spacing.letters / STYLE.spacing.letter_step
    assert steps == pytest.approx(round(steps))
    step_of = r"calc\((-?\d) \* var\(--letter-step\)\)"
    rule = rf"^\.letters-(tight|loose)-(\d) {{ letter-spacing: {step_of}; margin-right: {step_of}; }}$"
    found = re.findall(rule, LETTERS, re.MULTILINE)
    expected = {
        (way, str(step), str(sign * step), str(-sign * step))
        for way, sign in (("tight", -1), ("loose", 1))
        for step in range(1, round(steps) + 1)
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
        letters = end.characters - start.characters - 2 * spaces
        spacing = STYLE.spacing
        by_letters = max(-1.0, min(1.0, ratio / BY_LETTERS)) * letters * spacing.letters
        beyond = (
            max(ratio - BY_LETTERS, 0.0) * spacing.stretch + min(ratio + BY_LETTERS, 0.0) * spacing.shrink
        )
        natural = end.x_end - start.x_start + end.width - start.hang_start - end.hang_end
        assert natural + (by_letters + spaces * beyond) * measure.em == pytest.approx(measure.width)
        assert ratio >= TIGHTEST


def test_neighbouring_lines_differ_little_where_they_can() -> None:
    ratios = break_lines(
        breakpoints(refined(ENGLISH), REGULAR, widest=400, indent=COLUMN.indent, hangs=COLUMN.hangs), COLUMN
    ).ratios
    assert max(abs(one - other) for one, other in pairwise(ratios)) < 1.0


def test_a_paragraph_that_can_be_even_without_hyphens_has_none() -> None:
    settings = Settings(refined("мы да вы да они да я " * 30), REGULAR, COLUMN)
    assert settings.in_order
    assert not settings.best.hyphenated
