"""Lines: what they draw, what they stand for, and headings divided evenly."""

import re
from dataclasses import replace

import pytest

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN
from engross.composition.lines import Piece, centred, proven
from engross.errors import Defect
from tests.composition.paragraphs import (
    COLUMN,
    HANGS,
    METRICS,
    REGULAR,
    RUSSIAN,
    STYLE,
    best_lines,
    refined,
)


def test_the_hyphen_of_a_divided_word_stands_for_a_discretionary_one() -> None:
    pieces = [line.pieces[-1] for line in best_lines(refined(RUSSIAN))]
    assert ("-", DISCRETIONARY_HYPHEN) in {(piece.text, piece.stands_for) for piece in pieces}


def test_a_character_that_looks_the_same_stands_in_for_one_the_font_lacks() -> None:
    (line,) = centred(f"non{HYPHEN}self", REGULAR, 400)
    assert line.pieces == (Piece("non"), Piece("-", HYPHEN), Piece("self"))
    assert line.text == f"non{HYPHEN}self"


def test_white_space_runs_are_drawn_as_one_space() -> None:
    (line,) = centred("а \t\u00a0б", REGULAR, 400)
    assert line.text == "а б"


def test_the_last_line_is_ragged_and_the_others_are_not() -> None:
    lines = best_lines(refined(RUSSIAN))
    assert [line.classes == "ragged" for line in lines] == [False] * (len(lines) - 1) + [True]


@pytest.mark.parametrize("letters", [40, 58, 70, 90])
def test_a_compound_wider_than_a_heading_line_is_divided(letters: int) -> None:
    lines = centred(f"{'а' * 8}-{'а' * letters}", REGULAR, 467.7)
    widths = [METRICS.width(line.text.replace(DISCRETIONARY_HYPHEN, "-")) for line in lines]
    assert max(widths) <= 467.7


def test_a_long_heading_line_is_divided_evenly_and_without_hyphens() -> None:
    text = "о совместных мерах по обеспечению информационной безопасности государств и их союзников в мире"
    lines = centred(refined(text).replace(DISCRETIONARY_HYPHEN, ""), REGULAR, 400)
    widths = [METRICS.width(line.text) for line in lines]
    assert len(lines) == 2
    assert max(widths) <= 400
    assert max(widths) - min(widths) < 120
    assert not any(line.text.endswith("-") for line in lines)


def test_lines_that_do_not_say_the_text_are_a_defect() -> None:
    lines = best_lines(RUSSIAN)
    assert proven(lines, RUSSIAN) == lines
    for wrong in (lines[1:], lines[:-1], (*lines, lines[0]), (replace(lines[0], joint=""), *lines[1:])):
        with pytest.raises(Defect):
            proven(wrong, RUSSIAN)


def test_a_sign_at_a_line_end_hangs_and_a_letter_does_not() -> None:
    for line in best_lines(refined(RUSSIAN))[:-1]:
        last = line.pieces[-1].text[-1]
        assert line.hangs == ({"-": "hang-hyphen", ",": "hang-comma"}.get(last, "")), line.text


def test_a_sign_that_begins_a_line_hangs_but_not_at_the_indent() -> None:
    lines = best_lines(" ".join(["«ОДКБ»"] * 60))
    assert ["hang-guillemet" in line.classes.split() for line in lines] == [False] + [True] * (len(lines) - 1)


def test_a_line_is_longer_by_what_hangs_and_by_nothing_else() -> None:
    text = refined(RUSSIAN)
    flush = replace(COLUMN, hangs={})
    for lines, measure in (
        (best_lines(text), COLUMN),
        (best_lines(text, measure=flush), flush),
    ):
        assert any(line.hangs for line in lines) == bool(measure.hangs)


@pytest.mark.parametrize("syllables", ["бумага", "шипы", "ил", "ыш", "тетра"])
def test_a_line_without_spaces_never_ends_beyond_the_measure(syllables: str) -> None:
    lines = best_lines(syllables * 60)
    for line in lines[1:-1]:
        width = sum(METRICS.width(piece.text) for piece in line.pieces)
        spread = re.fullmatch(r"letters-(tight|loose)-(\d)", line.classes)
        steps = 0 if spread is None else int(spread[2]) * (-1 if spread[1] == "tight" else 1)
        width += steps * STYLE.spacing.letters / STYLE.spacing.steps * COLUMN.em * (len(line.text) - 1)
        assert width <= COLUMN.width + HANGS["-"] + 0.01
        assert line.classes == "ragged" or width >= COLUMN.width - COLUMN.em


def test_nothing_hangs_in_a_heading() -> None:
    lines = centred("о мерах, " * 20 + "– «и прочем»", REGULAR, 300)
    assert not any(line.hangs or line.classes for line in lines)
