"""Edits lead from one text to the other, and are none for equal texts; each is as small as can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engross.characters import fold
from engross.differences import Edit, edits, rows
from engross.differences import aligning as aligning_module
from engross.differences.aligning import hunks
from tests.differences.applying import applied

WORDS = st.sampled_from(
    ("в", "и", "–", "—", "ещё", "еще", "мира", "мире", "безопасность", "безопасности", "й", "и\u0306")
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
ANY_TEXTS = st.text(max_size=60).map(fold)

# Left, right, and what is gone and new in each difference.
CASES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "a letter": ("вот ещё раз", "вот еще раз", [("ё", "е")]),
    "two letters of a word": ("безопасность", "безапастность", [("о", "а"), ("", "т")]),
    "a dash": ("а — б", "а – б", [("—", "–")]),
    "a word": ("для мира и труда", "для войны и труда", [("мира", "войны")]),
    "two words side by side": ("вот ещё мира", "вот еще мире", [("ё", "е"), ("а", "е")]),
    "a word lost inside": ("один два три", "один три", [("два ", "")]),
    "a word lost at the end": ("один два", "один", [(" два", "")]),
    "all lost": ("один два", "", [("один два", "")]),
    "a word twice": ("текст занял", "текст текст занял", [("", "текст ")]),
    "a space lost": ("каждое слово тут", "каждоеслово тут", [(" ", "")]),
    "a letter and its mark": ("своё", "свое\u0308", [("ё", "е\u0308")]),
    "a few words rewritten": (
        "он сказал это и ушёл прочь навсегда",
        "он молчал долго и стоял там вечно",
        [("сказал это и ушёл прочь навсегда", "молчал долго и стоял там вечно")],
    ),
}


@pytest.mark.parametrize(("left", "right", "expected"), CASES.values(), ids=CASES)
def test_a_difference_is_as_small_as_can_be_read(
    left: str, right: str, expected: list[tuple[str, str]]
) -> None:
    assert [(edit.gone, edit.new) for edit in edits(left, right)] == expected


@given(st.one_of(TEXTS, ANY_TEXTS), st.one_of(TEXTS, ANY_TEXTS))
def test_all_edits_applied_give_the_other_text(left: str, right: str) -> None:
    found = edits(left, right)
    assert applied(left, found) == right
    assert bool(found) == (left != right)


@given(TEXTS, TEXTS)
def test_edits_stand_where_they_say_and_in_order(left: str, right: str) -> None:
    end = other_end = 0
    for edit in edits(left, right):
        assert left[edit.left :].startswith(edit.gone)
        assert right[edit.right :].startswith(edit.new)
        assert left[end : edit.left] == right[other_end : edit.right]
        assert edit.gone != edit.new
        end, other_end = edit.left + len(edit.gone), edit.right + len(edit.new)
    assert left[end:] == right[other_end:]


def test_a_lost_edit_does_not_give_the_other_text() -> None:
    found = edits("один два три", "один тва при")
    assert len(found) == 2
    assert applied("один два три", found[1:]) != "один тва при"


@given(st.lists(st.integers(0, 30), max_size=80), st.lists(st.integers(0, 30), max_size=80))
def test_sequences_too_long_for_one_comparison_are_parted(left: list[int], right: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning_module, "_MOST_PAIRS", 16)
        found = hunks(left, right)
    end = other_end = 0
    for hunk in found:
        assert left[end : hunk.left_start] == right[other_end : hunk.right_start]
        end, other_end = hunk.left_end, hunk.right_end
    assert left[end:] == right[other_end:]
    assert bool(found) == (left != right)


def test_long_texts_with_few_differences_are_parted_where_words_are_alike() -> None:
    left = [str(number) for number in range(3_000)]
    right = [*left[:10], "new", *left[10:2_000], *left[2_001:]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning_module, "_MOST_PAIRS", 100)
        assert [tuple(hunk) for hunk in hunks(left, right)] == [
            (10, 10, 10, 11),
            (2_000, 2_001, 2_001, 2_001),
        ]


def test_two_long_texts_with_nothing_in_common_are_one_difference() -> None:
    left = " ".join(f"слово{number}" for number in range(20_000))
    right = " ".join(f"word{number}" for number in range(20_000))
    assert edits(left, right) == (Edit(0, left, 0, right),)


def test_a_long_row_of_the_same_word_is_no_trouble() -> None:
    assert edits("да " * 9_999 + "да", "да " * 9_998 + "да") == (Edit(29_996, " да", 29_996, ""),)


def test_hundreds_of_paragraphs_that_all_changed_are_paired() -> None:
    left = [f"абзац {number} говорит о мире и труде" for number in range(410)]
    right = [f"абзац {number} говорит о войне и труде" for number in range(410)]
    assert [(row.left, row.right) for row in rows(left, right)] == [
        (range(number, number + 1), range(number, number + 1)) for number in range(410)
    ]
