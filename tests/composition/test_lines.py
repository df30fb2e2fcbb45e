"""Lines: what they draw, what they stand for, and headings divided evenly."""

from dataclasses import replace

import pytest

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN
from engross.composition.lines import LETTER_STEP, MOST_STEPS, Piece, centred, justified, proven
from engross.errors import Defect
from tests.composition.paragraphs import COLUMN, METRICS, REGULAR, RUSSIAN, refined


def test_the_hyphen_of_a_divided_word_stands_for_a_discretionary_one() -> None:
    pieces = [line.pieces[-1] for line in justified(refined(RUSSIAN), REGULAR, COLUMN)[0]]
    assert Piece("-", DISCRETIONARY_HYPHEN) in pieces


def test_a_character_that_looks_the_same_stands_in_for_one_the_font_lacks() -> None:
    (line,) = centred(f"non{HYPHEN}self", REGULAR, 400)
    assert line.pieces == (Piece("non"), Piece("-", HYPHEN), Piece("self"))
    assert line.text == f"non{HYPHEN}self"


def test_white_space_runs_are_drawn_as_one_space() -> None:
    (line,) = centred("а \t\u00a0б", REGULAR, 400)
    assert line.text == "а б"


def test_the_last_line_is_ragged_and_the_others_are_not() -> None:
    lines = justified(refined(RUSSIAN), REGULAR, COLUMN)[0]
    assert [line.classes == "ragged" for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_long_heading_line_is_divided_evenly_and_without_hyphens() -> None:
    text = "о совместных мерах по обеспечению информационной безопасности государств и их союзников в мире"
    lines = centred(refined(text).replace(DISCRETIONARY_HYPHEN, ""), REGULAR, 400)
    widths = [METRICS.width(line.text) for line in lines]
    assert len(lines) == 2
    assert max(widths) <= 400
    assert max(widths) - min(widths) < 120
    assert not any(line.text.endswith("-") for line in lines)


def test_lines_that_do_not_say_the_text_are_a_defect() -> None:
    lines, _ = justified(RUSSIAN, REGULAR, COLUMN)
    assert proven(lines, RUSSIAN) == lines
    for wrong in (lines[1:], lines[:-1], (*lines, lines[0]), (replace(lines[0], joint=""), *lines[1:])):
        with pytest.raises(Defect):
            proven(wrong, RUSSIAN)


def test_letters_are_spaced_within_what_no_eye_sees() -> None:
    assert LETTER_STEP * MOST_STEPS <= 0.02
