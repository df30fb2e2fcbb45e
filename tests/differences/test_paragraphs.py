"""Paragraphs stand beside what became of them; parted and joined ones beside their whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engross.differences import BREAK, cuts, rows
from tests.differences.applying import applied

ONE = "Стороны выражают уверенность в том, что сотрудничество послужит делу безопасности."
TWO = "Участники подчёркивают, что технологии суть средство, а не цель."
THREE = "Настоящий текст составлен в одном экземпляре, каждое слово на своём месте."
FOUR = "Совещание просит каждый архив проверить хранимые документы до сентября."
NEW = "Этого никто не говорил никогда."

Numbers = tuple[tuple[int, ...], tuple[int, ...]]

# Left, right, and the numbers of the paragraphs in each row.
CASES: dict[str, tuple[list[str], list[str], list[Numbers]]] = {
    "equal": ([ONE, TWO], [ONE, TWO], [((0,), (0,)), ((1,), (1,))]),
    "changed": ([ONE, TWO], [ONE, TWO.replace("цель", "повод")], [((0,), (0,)), ((1,), (1,))]),
    "lost": ([ONE, TWO, THREE], [ONE, THREE], [((0,), (0,)), ((1,), ()), ((2,), (1,))]),
    "lost and the next changed": (
        [ONE, TWO, THREE],
        [ONE, THREE.replace("одном", "двух")],
        [((0,), (0,)), ((1,), ()), ((2,), (1,))],
    ),
    "added": ([ONE, TWO], [ONE, NEW, TWO], [((0,), (0,)), ((), (1,)), ((1,), (2,))]),
    "parted": ([f"{ONE} {TWO}", THREE], [ONE, TWO, THREE], [((0,), (0, 1)), ((1,), (2,))]),
    "joined": ([ONE, TWO, THREE], [ONE, f"{TWO} {THREE}"], [((0,), (0,)), ((1, 2), (1,))]),
    "parted in four": ([f"{ONE} {TWO} {THREE} {FOUR}"], [ONE, TWO, THREE, FOUR], [((0,), (0, 1, 2, 3))]),
    "swapped": ([ONE, TWO], [TWO, ONE], [((), (0,)), ((0,), (1,)), ((1,), ())]),
    "nothing in common": ([ONE], [NEW], [((0,), ()), ((), (0,))]),
    "nothing on the left": ([], [ONE], [((), (0,))]),
    "nothing at all": ([], [], []),
}


@pytest.mark.parametrize(("left", "right", "expected"), CASES.values(), ids=CASES)
def test_rows_hold_what_belongs_together(left: list[str], right: list[str], expected: list[Numbers]) -> None:
    assert [(tuple(row.left), tuple(row.right)) for row in rows(left, right)] == expected


def test_the_end_of_a_paragraph_is_a_difference() -> None:
    (row,) = rows([f"{ONE} {TWO}"], [ONE, TWO])
    assert [(edit.gone, edit.new) for edit in row.edits] == [("", f"{BREAK} ")]


PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(("а", "и", "мир", "мира", "труд", "май")), min_size=1, max_size=8).map(" ".join),
    max_size=8,
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_each_paragraph_is_in_one_row_and_edits_give_the_other_text(
    left: list[str], right: list[str]
) -> None:
    found = rows(left, right)
    assert [number for row in found for number in row.left] == list(range(len(left)))
    assert [number for row in found for number in row.right] == list(range(len(right)))
    for row in found:
        assert row.left_text == f" {BREAK} ".join(left[row.left.start : row.left.stop])
        assert row.right_text == f" {BREAK} ".join(right[row.right.start : row.right.stop])
        assert applied(row.left_text, row.edits) == row.right_text
    assert any(row.edits for row in found) == (left != right)


@given(PARAGRAPHS)
def test_a_text_without_paragraphs_is_cut_as_the_other(left: list[str]) -> None:
    flat = " ".join(left)
    ends = [0, *cuts(left, flat), len(flat)]
    parts = [flat[start:end].strip() for start, end in pairwise(ends)]
    assert parts == (left or [""])


@given(PARAGRAPHS, PARAGRAPHS)
def test_cuts_ascend_and_part_no_word(left: list[str], right: list[str]) -> None:
    flat = " ".join(right)
    found = cuts(left, flat)
    assert found == sorted(found)
    assert len(found) == max(0, len(left) - 1)
    assert all(cut in (0, len(flat)) or flat[cut - 1] == " " for cut in found)
