"""Counts of a text: each kind of dash and mark by its code point, and what folding leaves out."""

import hashlib

import pytest

from engross.verification.counting import count, folding, line_ends

DASHES = {
    "U+002D": "HYPHEN-MINUS",
    "U+2010": "HYPHEN",
    "U+2011": "NON-BREAKING HYPHEN",
    "U+2013": "EN DASH",
    "U+2014": "EM DASH",
    "U+2015": "HORIZONTAL BAR",
    "U+2212": "MINUS SIGN",
}
MARKS = ("U+0022", "U+0027", "U+00AB", "U+00BB", "U+2018", "U+2019", "U+201A", "U+201C", "U+201D", "U+201E")


def character(code: str) -> str:
    return chr(int(code.removeprefix("U+"), 16))


@pytest.mark.parametrize("code", DASHES)
def test_each_dash_is_counted_apart(code: str) -> None:
    counted = count(f"а {character(code)} б{character(code)}в", headings=0, paragraphs=1)
    assert [(kind.character, kind.name, kind.count) for kind in counted.dashes] == [(code, DASHES[code], 2)]
    assert counted.quotation_marks == ()


@pytest.mark.parametrize("code", MARKS)
def test_each_quotation_mark_is_counted_apart(code: str) -> None:
    counted = count(f"{character(code)}а", headings=0, paragraphs=1)
    assert [(kind.character, kind.count) for kind in counted.quotation_marks] == [(code, 1)]
    assert counted.dashes == ()


def test_kinds_are_in_the_order_of_their_code_points() -> None:
    counted = count("—-–ёЁ", headings=0, paragraphs=1)
    assert [kind.character for kind in counted.dashes] == ["U+002D", "U+2013", "U+2014"]
    assert [kind.character for kind in counted.yo] == ["U+0401", "U+0451"]


def test_ye_is_no_yo() -> None:
    assert count("еЕ", headings=0, paragraphs=1).yo == ()


def test_characters_letters_and_words_are_those_of_the_folded_text() -> None:
    counted = count(" Сло\u00adво – два,\u00a0 № 5.\n", headings=2, paragraphs=3)
    assert (counted.characters, counted.letters, counted.words) == (len("Слово – два, № 5."), 8, 3)
    assert (counted.headings, counted.paragraphs) == (2, 3)


def test_the_digest_is_of_the_folded_text_in_utf_8() -> None:
    digest = hashlib.sha256("Слово и дело".encode()).hexdigest()
    assert count("Сло\u00adво\u00a0 и\nдело ", headings=0, paragraphs=1).sha256 == digest


FOLDED = {
    "plain text": ("а б", 0, {}, 0),
    "a no-break space": ("а\u00a0б", 1, {"U+00A0": 1}, 0),
    "each kind of space": (
        "а\u00a0б\u202fв\u2005г\tд",
        4,
        {"U+0009": 1, "U+00A0": 1, "U+2005": 1, "U+202F": 1},
        0,
    ),
    "two spaces": ("а  б", 1, {}, 0),
    "a line end is not on a line": ("а \u00a0\n б", 0, {"U+00A0": 1}, 0),
    "spaces at the ends are no run": ("\u00a0а ", 0, {"U+00A0": 1}, 0),
    "discretionary hyphens": ("сло\u00adво\u00ad", 0, {}, 2),
}


@pytest.mark.parametrize(("text", "runs", "spaces", "hyphens"), FOLDED.values(), ids=FOLDED)
def test_what_folding_leaves_out(text: str, runs: int, spaces: dict[str, int], hyphens: int) -> None:
    counted = folding(text, line_ends=7)
    assert counted.white_space_runs == runs
    assert {kind.character: kind.count for kind in counted.spaces} == spaces
    assert counted.discretionary_hyphens == hyphens
    assert counted.line_ends == 7


@pytest.mark.parametrize(
    ("text", "ends"), [("а", 0), ("а\n", 0), ("а\nб", 1), ("а\r\n\r\nб\u2028в", 2), ("а \n \n б", 1)]
)
def test_line_ends_with_blanks_around_them_are_one(text: str, ends: int) -> None:
    assert line_ends(text) == ends
