"""What differs is named by code points and names, and shown with what is around it; nothing stays unseen."""

import pytest

from engross.differences import Edit, described, excerpt, told, visible

DESCRIBED = {
    "changed": (("—", "–"), "“—” (U+2014 EM DASH) became “–” (U+2013 EN DASH)"),
    "missing": (("с", ""), "“с” (U+0441 CYRILLIC SMALL LETTER ES) is missing"),
    "too many": (("", "ab"), "2 characters from “a” (U+0061 LATIN SMALL LETTER A) on are too many"),
    "several": (
        ("ab", "–"),
        "“ab” (U+0061 LATIN SMALL LETTER A, U+0062 LATIN SMALL LETTER B) became “–” (U+2013 EN DASH)",
    ),
    "unseen": (("", "\u200b"), "“<U+200B>” (U+200B ZERO WIDTH SPACE) is too many"),
    "the end of a paragraph": (("\n ", ""), "“¶” (the end of a paragraph) is missing"),
}


@pytest.mark.parametrize(("edit", "expected"), DESCRIBED.values(), ids=DESCRIBED)
def test_a_difference_is_described(edit: tuple[str, str], expected: str) -> None:
    assert described(Edit(0, edit[0], 0, edit[1])) == expected


def test_each_character_is_told_up_to_a_bound() -> None:
    assert told("—") == "— U+2014 EM DASH"
    assert told("a 1") == "a U+0061 LATIN SMALL LETTER A, U+0020 SPACE, 1 U+0031 DIGIT ONE"
    assert told("0" + "1" * 20) == "21 characters, from 0 U+0030 DIGIT ZERO to 1 U+0031 DIGIT ONE"


@pytest.mark.parametrize("character", ["\x1b", "\u202e", "\u200b", "\ue000", "\ud800", "\x02", "\u2028"])
def test_what_cannot_be_seen_is_written_by_its_code_point(character: str) -> None:
    assert visible(f"а{character}б") == f"а<U+{ord(character):04X}>б"


def test_what_can_be_seen_stays() -> None:
    assert visible("Ё – «й» 5\u00a0№") == "Ё – «й» 5\u00a0№"


def test_an_excerpt_has_whole_words_and_says_what_is_left_out() -> None:
    text = "один два три четыре пять"
    assert excerpt(text, 9, 12, 8) == ("…два ", "три", " четыре…")
    assert excerpt(text, 0, 4) == ("", "один", " два три четыре пять")
