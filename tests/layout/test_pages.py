"""Pages: where they end, what fonts they may use, and what the engine may not do unheard."""

import os
from pathlib import Path

import pytest

from engross.errors import RefusedError
from engross.layout import PageEnd, lay_out, loaded_style
from engross.resources import STYLES

SHEET = STYLES / "house" / "intergovernmental.css"


def _lines(count: int, mark: str = "") -> str:
    return "".join(f'слово -<br data-line="3.{number}"{mark}>' for number in range(count)) + "конец"


@pytest.mark.parametrize(("mark", "hyphenated"), [("", False), (" data-hyphen", True)])
def test_a_page_ends_in_the_line_that_the_markup_names(mark: str, hyphenated: bool) -> None:
    pages = lay_out(f"<html lang=ru><body><p>{_lines(60, mark)}</p>", SHEET, STYLES)
    assert len(pages) == 2
    assert pages.page_ends() == (PageEnd(3, 39, hyphenated),)


def test_a_page_ends_sooner_where_more_lines_must_follow() -> None:
    html = f"<html lang=ru><body><p>{_lines(60)}</p>"
    (end,) = lay_out(html, SHEET, STYLES, widows={0: 25}).page_ends()
    assert end.line == 35


def test_a_page_that_ends_with_a_paragraph_has_no_end_to_tell() -> None:
    paragraphs = "<p>слово</p>" * 60
    assert lay_out(f"<html lang=ru><body>{paragraphs}", SHEET, STYLES).page_ends() == ()


def test_the_configuration_of_fontconfig_is_put_back() -> None:
    before = os.environ.get("FONTCONFIG_FILE")
    loaded_style.cache_clear()
    loaded_style(SHEET, STYLES)
    assert os.environ.get("FONTCONFIG_FILE") == before


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("p { colour: red }", "L001"),
        ("@font-face { font-family: X; src: url(no-such-file.ttf) }", "L002"),
        ("@import url(no-such-sheet.css);", "L002"),
        ("p { background: url(https://localhost/x.png) }", "L002"),
    ],
)
def test_what_the_engine_would_only_warn_of_is_an_error(rule: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "fonts.conf").write_text("<fontconfig></fontconfig>")
    sheet = tmp_path / "sheet.css"
    sheet.write_text(rule)
    with pytest.raises(RefusedError) as raised:
        lay_out("<html lang=en><body><p>text</p>", sheet, tmp_path)
    assert raised.value.findings[0].code == code
