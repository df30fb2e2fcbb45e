"""The page on the comparison has its pictures, and what it says of Engross is so."""

import re
from collections.abc import Mapping

import pytest

from tests.compare.__main__ import compare
from tests.compare.figures import Figures
from tests.compare.page import PAGE, ROWS, TITLES, cells, column
from tests.compare.setters import engross
from tests.docs.pages import text

ENGROSS = "Engross"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Figures]:
    """The figures of every text by its title, as Engross sets it now."""
    results = compare(tmp_path_factory.mktemp("compare"), [engross()])
    return {TITLES[name]: columns[ENGROSS] for name, columns in results.items()}


def test_the_column_of_engross_is_what_is_measured_now(measured: Mapping[str, Figures]) -> None:
    now = {title: [cells(row, {ENGROSS: figures})[0] for row in ROWS] for title, figures in measured.items()}
    assert column(text(PAGE), ENGROSS) == now, "if that is right: make compare COMPARE=--update"


def test_no_text_has_a_ladder_a_hyphen_at_a_page_end_or_a_stranded_word(
    measured: Mapping[str, Figures],
) -> None:
    for figures in measured.values():
        assert figures.ladders == figures.page_final == figures.stranded == figures.short_last == 0
        assert figures.ragged_edge <= 0.1


def test_word_spaces_are_more_even_than_those_of_typst_at_no_more_hyphens() -> None:
    page = text(PAGE)
    ours, theirs = column(page, ENGROSS), column(page, "Typst")
    for title in TITLES.values():
        pairs = zip(ROWS, ours[title], theirs[title], strict=True)
        found = {row.figure: (float(one), float(other)) for row, one, other in pairs}
        for figure in ("deviation", "widest", "hyphens"):
            one, other = found[figure]
            assert one <= other, f"{title}: {figure}"


def test_the_pictures_are_small() -> None:
    pictures = re.findall(r"\]\((images/[\w-]+\.png)\)", text(PAGE))
    assert len(pictures) >= 4
    for picture in pictures:
        file = PAGE.parent / picture
        assert file.read_bytes().startswith(b"\x89PNG")
        assert file.stat().st_size < 60_000
