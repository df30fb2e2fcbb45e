"""Levels: where letters, numbers and signs stand in lines of both directions."""

import pytest

from engross.verification.levels import levels, visual_order

# What is read, whether its paragraph runs to the left, what stands from left to right (signs not mirrored).
CASES = {
    "letters of the other direction": ("ab אב", False, "ab בא"),
    "a number after letters from right to left": ("אב 12", False, "12 בא"),
    "a number between letters of both directions": ("אב 12 ab", False, "12 בא ab"),
    "words in a paragraph that runs to the left": ("אב cd ef גד", True, "דג cd ef בא"),
    "a full stop at the end": ("אב.", True, ".בא"),
    "a full stop of the other direction": ("אב.", False, "בא."),
    "brackets around letters of the other direction": ("אב (ab)", True, ")ab( בא"),
    "brackets in their paragraph": ("ab (אב) ab", False, "ab (בא) ab"),
    "per cent after a number in Hebrew": ("א 12%", True, "12% א"),
    "per cent after a number in Arabic": ("ا 12%", True, "%12 ا"),
    "a decimal point": ("א 3.14", True, "3.14 א"),
    "a mark on its letter": ("אָב", True, "ב\u05b8א"),
    "white space at the end": ("ab אב ", True, " בא ab"),
}


@pytest.mark.parametrize("case", CASES)
def test_characters_stand_where_the_algorithm_puts_them(case: str) -> None:
    text, leftward, seen = CASES[case]
    order = visual_order(levels(text, leftward=leftward), text, leftward=leftward)
    assert "".join(text[at] for at in order) == seen


def test_without_letters_from_right_to_left_the_order_is_that_of_the_text() -> None:
    text = "Текст (1) с 50 % и 3,14."
    assert visual_order(levels(text, leftward=False), text, leftward=False) == list(range(len(text)))
