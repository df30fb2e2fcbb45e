"""The comparison forgives what is documented and nothing else, and names what happened."""

from collections.abc import Callable

import pytest

from engross.model.document import Paragraph
from engross.verification.comparison import (
    Difference,
    first_difference,
    first_difference_forgiving,
    fold_lines,
    line_of,
    page_of,
)

SAME = {
    "equal texts": ("а б", "а б"),
    "white space of any kind": ("а\u00a0–\nб", " а –  б "),
    "discretionary hyphens": ("слово", "сло\u00adво"),
}
FORGIVEN = {
    **SAME,
    "a line end for a space": ("один два", "один\nдва"),
    "a line end for nothing": ("слово—слово", "слово—\nслово"),
    "a hyphen mark for a real hyphen": ("военно-политический", "военно\x02\nполитический"),
    "a hyphen mark for a discretionary hyphen": ("слово", "сло\x02\nво"),
    "the other hyphen mark": ("слово", "сло\ufffe\nво"),
    "a hyphen mark that swallows a space": ("военно- и морально-", "военно\x02\nи морально-"),
    "a discretionary hyphen at a page end": ("слово", "сло\u00ad\nво"),
    "a space glyph before a line end": ("один два", "один \nдва"),
}
DIFFERENT = {
    "a changed letter": ("ещё", "еще", "“ё” (U+0451 CYRILLIC SMALL LETTER IO) became “е”"),
    "a changed dash": ("а — б", "а – б", "“—” (U+2014 EM DASH) became “–” (U+2013 EN DASH)"),
    "a missing letter": ("уверенность", "уверенноть", "“с” (U+0441 CYRILLIC SMALL LETTER ES) is missing"),
    "an added letter": (
        "на",
        "ната",
        "2 characters from “т” (U+0442 CYRILLIC SMALL LETTER TE) on are too many",
    ),
    "a missing end": ("один два", "один", "4 characters from “ ” (U+0020 SPACE) on are missing"),
    "an empty text": ("один", "", "4 characters from “о” (U+043E CYRILLIC SMALL LETTER O) on are missing"),
}


@pytest.mark.parametrize(("expected", "actual"), SAME.values(), ids=SAME)
def test_the_structure_tree_is_forgiven_white_space_and_discretionary_hyphens(
    expected: str, actual: str
) -> None:
    assert first_difference(expected, actual) is None


@pytest.mark.parametrize(("expected", "actual"), FORGIVEN.values(), ids=FORGIVEN)
def test_pdfium_is_forgiven_its_line_ends(expected: str, actual: str) -> None:
    assert first_difference_forgiving(expected, actual) is None


@pytest.mark.parametrize("compare", [first_difference, first_difference_forgiving])
@pytest.mark.parametrize(("expected", "actual", "kind"), DIFFERENT.values(), ids=DIFFERENT)
def test_a_difference_is_named(
    compare: Callable[[str, str], Difference | None], expected: str, actual: str, kind: str
) -> None:
    difference = compare(expected, actual)
    assert difference is not None
    assert kind in difference.kind


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("слово", "сло\x02во"),
        ("один два", "один\x02\nдва"),
        ("слово", "сло-\nво"),
        ("слово", "сло во"),
        ("слово", "сло \nво"),
        ("один два", "одиндва"),
        ("а--б", "а\x02\nб"),
    ],
)
def test_nothing_else_is_forgiven(expected: str, actual: str) -> None:
    assert first_difference_forgiving(expected, actual)


def test_a_line_end_with_a_space_glyph_is_a_space() -> None:
    assert fold_lines("а \nб\nв\u00a0\n г") == "а б\nв г"


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (3, 1), (4, 3), (5, 3), (9, 3)])
def test_the_source_line_of_an_offset(offset: int, line: int) -> None:
    assert line_of([Paragraph("один", 1), Paragraph("", 2), Paragraph("два", 3)], offset) == line


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (3, 1), (5, 2), (7, 2), (99, 2)])
def test_the_page_of_an_offset(offset: int, page: int) -> None:
    assert page_of([("один ", 1), ("два", 2)], offset) == page
