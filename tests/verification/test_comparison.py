"""The comparison forgives what is documented and nothing else, and names what happened."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engross.characters import fold
from engross.findings import Place
from engross.model.document import Paragraph
from engross.verification.comparison import (
    MOST_LISTED,
    Difference,
    differences,
    line_of,
    listed,
    page_of,
)
from engross.verification.forgiving import (
    differences_forgiving,
    edits_forgiving,
    fold_lines,
)
from tests.differences.applying import applied


def first_difference(expected: str, actual: str) -> Difference | None:
    return next(differences(expected, actual), None)


def first_difference_forgiving(expected: str, actual: str) -> Difference | None:
    return next(differences_forgiving(expected, actual), None)


SAME = {
    "equal texts": ("а б", "а б"),
    "white space of any kind": ("а\u00a0–\nб", " а –  б "),
    "discretionary hyphens": ("слово", "сло\u00adво"),
}
FORGIVEN = {
    "equal texts": SAME["equal texts"],
    "white space of any kind": SAME["white space of any kind"],
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
        ("слово", "сло\xadво"),
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


# Expected, actual, and where in the expected text each difference begins.
SEVERAL = {
    "letters of one line": ("вот ещё мира", "вот еще мире", ["ё", "а"]),
    "far apart": ("ещё один два три", "еще один два при", ["ё", "т"]),
    "beside a divided word": ("ещё безопасности и мира", "еще безопас\x02\nности и\nвойны", ["ё", "мира"]),
    "a divided word between": ("нет безопасности и мира", "да безопас\x02\nности\nи мире", ["нет", "а"]),
    "after a dash at a line end": ("слово—слово слово ещё", "слово—\nслово слово еще", ["ё"]),
    "beside words that could be one another": ("ещё раз а—б б г", "еще раз а—\nб к", ["ё", "б г"]),
}


@pytest.mark.parametrize(("expected", "actual", "gone"), SEVERAL.values(), ids=SEVERAL)
def test_every_difference_is_found_and_no_line_end_is_one(
    expected: str, actual: str, gone: list[str]
) -> None:
    found = list(differences_forgiving(expected, actual))
    assert len(found) == len(gone)
    for difference, text in zip(found, gone, strict=True):
        assert expected[difference.expected_offset :].startswith(text)
        assert difference.kind.startswith(f"“{text}” (")


PIECES = st.lists(
    st.tuples(
        st.sampled_from(("слово", "слова", "военно-", "научно-технический", "а", "–", "№")),
        st.sampled_from((" ", " ", "\n", " \n", "\xad\n", "\x02\n", "-", "—\n")),
    ),
    max_size=12,
)


def given_by_pdfium(pieces: list[tuple[str, str]]) -> str:
    return "".join(word + end for word, end in pieces) + "конец"


def as_source(actual: str) -> str:
    """Return one of the texts of which PDFium may give ``actual``."""
    return actual.replace("—\n", "—").replace("\x02\n", "-").replace("\n", " ")


def agree(expected: str, actual: str) -> bool:
    """Compare as it is documented, by a pattern: another way than that of the code."""
    pattern = re.escape(fold_lines(actual)).replace("\x02\\\n", "(?:-|- )?").replace("\\\n", " ?")
    return re.fullmatch(pattern, fold(expected)) is not None


@given(PIECES)
def test_what_differs_by_line_ends_alone_has_no_difference(pieces: list[tuple[str, str]]) -> None:
    actual = given_by_pdfium(pieces)
    assert list(differences_forgiving(as_source(actual), actual)) == []


@given(PIECES, PIECES)
def test_a_difference_is_found_exactly_where_there_is_one(
    first: list[tuple[str, str]], second: list[tuple[str, str]]
) -> None:
    expected, actual = as_source(given_by_pdfium(first)), given_by_pdfium(second)
    assert bool(list(differences_forgiving(expected, actual))) == (not agree(expected, actual))


@given(PIECES, PIECES)
def test_all_differences_mended_the_texts_agree(
    first: list[tuple[str, str]], second: list[tuple[str, str]]
) -> None:
    expected, actual = fold(as_source(given_by_pdfium(first))), fold_lines(given_by_pdfium(second))
    mended = applied(expected, list(edits_forgiving(expected, actual)))
    assert agree(mended.replace("\x02\n", "-").replace("\n", " "), actual)


def test_texts_that_differ_are_never_called_equal_whatever_is_aligned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("engross.verification.forgiving.stretches", lambda _, __: ())
    (found,) = edits_forgiving("один два", "один\nтри")
    assert (found.gone, found.new) == ("два", "три")


@given(PIECES, st.integers(0, 11), st.sampled_from(("другое", "слова", "–")))
def test_one_changed_word_among_line_ends_is_one_difference(
    pieces: list[tuple[str, str]], place: int, word: str
) -> None:
    place = min(place, len(pieces))
    apart = [(f"{each}{index}", end) for index, (each, end) in enumerate((*pieces, ("а", "\n")))]
    before = given_by_pdfium(apart[:place]).rstrip() + " "
    after = " " + given_by_pdfium(apart[place + 1 :])
    expected, actual = as_source(f"{before}{apart[place][0]}{after}"), f"{before}{word}{after}"
    assert len(list(differences_forgiving(expected, actual))) == 1


def test_more_differences_than_can_be_read_are_counted() -> None:
    count = MOST_LISTED + 5
    expected = " и ".join(f"слово{number}" for number in range(count))
    actual = " и ".join(f"word{number}" for number in range(count))
    found = list(listed("T001", differences(expected, actual), lambda _: Place()))
    assert [each.code for each in found] == ["T001"] * MOST_LISTED + ["T008"]
    assert found[-1].particulars["count"] == "5"


def test_both_sides_are_shown_in_context_with_names() -> None:
    (found,) = differences("Стороны обязуются ещё раз проверить", "Стороны обязуются еще раз проверить")
    assert found.expected == "Стороны обязуются ещё раз проверить"
    assert found.actual == "Стороны обязуются еще раз проверить"
    assert "U+0451 CYRILLIC SMALL LETTER IO" in found.kind
    assert "U+0435 CYRILLIC SMALL LETTER IE" in found.kind
