"""Pages: where they end, what fonts they may use, and what the engine may not do unheard."""

import os
from pathlib import Path

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import TextBox

from engross import pipeline, reading
from engross.errors import RefusedError
from engross.layout import lay_out, loaded_style
from engross.layout.engine import PlainHTML
from engross.reading.sources import discover
from engross.resources import STYLES
from tests.engrossing import FOUNDING, SAMPLES, Sample

SHEET = STYLES / "house" / "intergovernmental.css"


def _lines(count: int) -> str:
    return "<span>слово -\n</span>" * count + "конец"


def _beginnings(body: str) -> tuple[int, ...]:
    return lay_out(f"<html lang=ru><body>{body}", SHEET, STYLES).beginnings()


def test_pages_begin_where_the_markup_says_before_a_paragraph_and_in_it() -> None:
    parts = f"{_lines(4)}<span>\n</span><span data-page=3>{_lines(39)}</span>"
    body = f"<p>{_lines(9)}<p data-page=2>{parts}<p data-page=4>Я"
    assert _beginnings(body) == (2, 3, 4)


@pytest.mark.parametrize(
    ("body", "beginnings"),
    [
        (f"<p>{_lines(60)}", (0,)),
        (f"<p>{_lines(3)}<p data-page=2>{_lines(60)}", (2, 2)),
        (f"<p>{_lines(60)}<p data-page=2>Я", (0, 2)),
        ("<p>Я" * 60, (0,)),
    ],
)
def test_a_page_that_the_markup_does_not_begin_is_told_from_one_that_it_does(
    body: str, beginnings: tuple[int, ...]
) -> None:
    assert _beginnings(body) == beginnings
    assert beginnings != tuple(range(2, 2 + len(beginnings)))


def test_the_line_that_begins_a_page_in_a_paragraph_is_not_indented() -> None:
    pages = lay_out(
        f"<html lang=ru><body><p>{_lines(2)}<span>\n</span><span data-page=2>слово</span>", SHEET, STYLES
    )
    first, second = (page._page_box.children[0] for page in pages._document.pages)
    starts = [
        next(text.position_x for text in box.descendants() if isinstance(text, TextBox))
        for box in (first, second)
    ]
    assert starts[0] - starts[1] == pytest.approx(12.5 * 96 / 25.4)


@pytest.mark.parametrize("sample", [FOUNDING, *SAMPLES[:3]], ids=lambda sample: sample.name)
def test_what_our_sheet_says_of_elements_is_what_that_of_the_engine_says(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source,) = discover([sample.source])
    document = reading.read(source)
    ours = pipeline.typeset(document).pdf
    monkeypatch.setattr(PlainHTML, "_ua_stylesheets", HTML._ua_stylesheets)
    assert pipeline.typeset(document).pdf == ours


def test_the_outline_is_that_of_the_headings_with_our_sheet_of_elements(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    html = "<html lang=ru><body><h2 data-label=А>А</h2><h1 data-label=Б>Б</h1><h2 data-label=В>В</h2><p>Я"

    def outline() -> list[tuple[str, object, object, object]]:
        return list(lay_out(html, SHEET, STYLES)._document.make_bookmark_tree())

    ours = outline()
    monkeypatch.setattr(PlainHTML, "_ua_stylesheets", HTML._ua_stylesheets)
    assert outline() == ours
    assert [label for label, *_ in ours] == ["А", "Б"]


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
