"""docs/acceptance.md, A8 to A11: where lines and pages end."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from tests.acceptance.measure import MM, Line, Measured

DIVIDED = "\u00ad"
REAL_HYPHENS = ("-", "\u2010")
INDENT = 12.5 * MM

_ONE_LETTER = re.compile(r"(?:^|[\s\u00a0(«“„])[^\W\d_]$")
_SIGN = re.compile(r"[№§]$")
_INITIAL = re.compile(r"(?:^|[\s\u00a0.])[A-ZА-ЯЁ]\.$")
_NO_NOUN = re.compile(r"(?:и|а|но|или|в|на|с|к|по|до|от|из|за|and|or|to|of|in|on|at|by|the)\b")
_BARE_NUMBER = re.compile(r"(?:^|[\s\u00a0])\d[\d.,\u00a0]*(?<![.,])$")


def line_ends(measured: Measured) -> Iterator[tuple[Line, Line]]:
    """Yield each line of a paragraph with the next of the same paragraph, across pages."""
    for lines in measured.paragraphs:
        yield from pairwise(lines)


def hyphenated(line: Line) -> bool:
    return line.text.endswith((DIVIDED, *REAL_HYPHENS))


def test_a8_no_line_ends_with_a_word_of_one_letter(measured: Measured) -> None:
    assert not [str(line) for line, _ in line_ends(measured) if _ONE_LETTER.search(line.text)]


def test_a8_no_line_ends_with_a_number_or_section_sign(measured: Measured) -> None:
    assert not [str(line) for line, _ in line_ends(measured) if _SIGN.search(line.text)]


def test_a8_no_line_ends_with_an_initial_before_its_name(measured: Measured) -> None:
    assert not [
        str(line)
        for line, after in line_ends(measured)
        if _INITIAL.search(line.text) and after.text[0].isupper()
    ]


def test_a8_no_line_ends_with_a_number_before_its_noun(measured: Measured) -> None:
    assert not [
        str(line)
        for line, after in line_ends(measured)
        if _BARE_NUMBER.search(line.text) and after.text[0].isalpha() and not _NO_NOUN.match(after.text)
    ]


def test_a8_no_number_is_parted_from_its_rest_or_its_unit(measured: Measured) -> None:
    assert not [
        f"{line} / {after.text}"
        for line, after in line_ends(measured)
        if re.search(r"\d$", line.text) and re.match(r"\d{3}(?!\d)|[%‰°]", after.text)
    ]


def test_a8_no_line_starts_with_a_dash(measured: Measured) -> None:
    assert not [str(after) for _, after in line_ends(measured) if after.text.startswith(("–", "—"))]


def test_a8_no_line_starts_with_a_sign_that_closes(measured: Measured) -> None:
    assert not [str(line) for line in measured.lines if line.text[0] in "»”).,;:!?"]


def test_a9_no_three_lines_in_a_row_end_with_hyphens(measured: Measured) -> None:
    for lines in measured.paragraphs:
        for is_hyphenated, run in groupby(lines, hyphenated):
            found = list(run)
            assert not is_hyphenated or len(found) <= 2, "\n".join(map(str, found))


def test_a9_words_are_divided_with_three_letters_on_each_side(measured: Measured) -> None:
    for line, after in line_ends(measured):
        if hyphenated(line):
            assert re.search(r"[^\W\d_]{3}.$", line.text), line
            assert re.match(r"[«“(]?[^\W\d_]{3}", after.text), after


def test_a9_no_page_ends_with_a_hyphen(measured: Measured) -> None:
    last_of_pages = [above for above, below in pairwise(measured.lines) if above.page != below.page]
    assert not [str(line) for line in last_of_pages if hyphenated(line)]


def test_a9_no_heading_is_hyphenated(measured: Measured) -> None:
    assert not [str(line) for line in measured.heading if hyphenated(line) or DIVIDED in line.text]


def test_a9_discretionary_hyphens_are_at_line_ends_only(measured: Measured) -> None:
    assert not [str(line) for line in measured.lines if DIVIDED in line.text[:-1]]


def test_a10_two_lines_of_a_paragraph_stand_on_each_side_of_a_page_end(measured: Measured) -> None:
    for lines in measured.paragraphs:
        parts = [list(part) for _, part in groupby(lines, lambda line: line.page)]
        assert len(parts) == 1 or all(len(part) >= 2 for part in parts), lines[0]


def test_a10_the_last_line_of_a_paragraph_is_longer_than_the_indent(measured: Measured) -> None:
    for lines in measured.paragraphs:
        assert len(lines) == 1 or lines[-1].end - lines[-1].start > INDENT, lines[-1]


def test_a11_the_last_page_has_two_lines_of_the_body(measured: Measured) -> None:
    last_page = len(measured.glyphs)
    assert sum(line.page == last_page for lines in measured.paragraphs for line in lines) >= 2
