"""The private parts of WeasyPrint that layout/engine.py uses still have the shape it relies on.

When a test here fails, the engine has changed. Do not loosen the test: read the engine's changes, mend
src/engross/layout/engine.py and its list of what it uses, then these tests, and then the pin in
pyproject.toml; look at the pages of data/ as pictures, and run the proofs.
"""

import inspect
import re
import tomllib
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
import pytest
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import generate_pdf
from weasyprint.pdf.stream import Stream
from weasyprint.text.constants import LIGATURE_KEYS
from weasyprint.text.ffi import pango
from weasyprint.urls import URLFetcher

from engross.composition import load_style
from engross.layout import Pages, engine, lay_out
from engross.resources import STYLES
from tests.architecture.code import ROOT

WHAT_TO_DO = (
    "WeasyPrint {version} has changed what layout/engine.py relies on: {what}. Mend that module, and read "
    "the docstring of this test file, before using this version."
)
HTML = (
    '<html lang="ru"><head><title>Проба</title></head><body>'
    '<p><span data-text="\u00ad">-</span><span>Текст абзаца\n</span>и ещё строка</p>'
    '<p style="break-before: page">Вторая страница</p></body></html>'
)


def need(what: str, *, holds: bool) -> None:
    assert holds, WHAT_TO_DO.format(version=weasyprint.__version__, what=what)


@pytest.fixture(scope="module")
def pages() -> Pages:
    return lay_out(HTML, STYLES / "house" / "intergovernmental.css", STYLES)


class Recorder(weasyprint.Page):  # type: ignore[misc]  # the engine has no types
    """A page that keeps what its painting left in the stream."""

    def __init__(self, page: weasyprint.Page) -> None:
        self.__dict__.update(vars(page))
        self.painted: list[tuple[Any, float]] = []
        self.tags: dict[Any, Any] = {}
        self.operators: list[Any] = []

    def paint(self, stream: Any, scale: float = 1) -> None:
        self.painted.append((stream, scale))
        stream._tags = self.tags
        super().paint(stream, scale)
        self.operators = list(stream.stream)
        stream._tags = None


@pytest.fixture(scope="module")
def recorded(pages: Pages) -> list[Recorder]:
    found = [Recorder(page) for page in pages._document.pages]
    pages._document.copy(found).write_pdf(pdf_tags=False)
    return found


def test_the_installed_minor_version_is_the_pinned_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (pin,) = [each for each in project["dependencies"] if each.startswith("weasyprint")]
    pinned = re.fullmatch(r"weasyprint~=(\d+\.\d+)\.\d+", pin)
    need("the pin in pyproject.toml names no minor version", holds=pinned is not None)
    assert pinned is not None
    need(f"the pinned version is {pinned[1]}", holds=f"{weasyprint.__version__}.".startswith(f"{pinned[1]}."))


def test_the_module_names_the_version_it_was_written_against() -> None:
    need(
        "engine.py names another", holds=f"WeasyPrint {weasyprint.__version__[:4]}" in (engine.__doc__ or "")
    )


@pytest.mark.parametrize(
    ("function", "parameters"),
    [
        (weasyprint.Page.paint, ["self", "stream", "scale"]),
        (Stream.marked, ["self", "box", "tag"]),
        (Stream.artifact, ["self"]),
        (weasyprint.Document.copy, ["self", "pages"]),
    ],
    ids=lambda value: getattr(value, "__qualname__", ""),
)
def test_a_method_takes_what_it_took(function: Callable[..., object], parameters: list[str]) -> None:
    found = list(inspect.signature(function).parameters)
    need(f"{function.__qualname__} takes {found}", holds=found == parameters)


def test_a_page_keeps_its_boxes_and_can_be_taken_over(pages: Pages) -> None:
    page = pages._document.pages[0]
    need("a page has no attributes of its own", holds=hasattr(page, "__dict__"))
    need("Page._page_box is not a box of pages", holds=isinstance(page._page_box, boxes.PageBox))


def test_the_engine_paints_each_page_once_by_its_method_with_stream_and_scale(
    recorded: list[Recorder],
) -> None:
    need(
        "generate_pdf calls Page.paint otherwise",
        holds="page.paint(stream, scale)" in inspect.getsource(generate_pdf),
    )
    for page in recorded:
        ((stream, scale),) = page.painted
        need("the first argument of Page.paint", holds=isinstance(stream, Stream))
        need("the second argument of Page.paint", holds=scale == 0.75)


def test_a_stream_marks_each_text_by_its_box_once_it_has_tags(recorded: list[Recorder]) -> None:
    for page in recorded:
        need("Stream._tags stays empty", holds=bool(page.tags))
        for number, (box, tag) in enumerate(page.tags.items()):
            need("a mark is not of a text box", holds=isinstance(box, boxes.TextBox))
            need("marks are numbered otherwise", holds=tag["mcid"] == number)


def test_a_text_box_has_its_text_and_its_element(recorded: list[Recorder]) -> None:
    texts = [(box.text, box.element) for box in recorded[0].tags]
    need("TextBox.text", holds=[text for text, _ in texts] == ["-", "Текст абзаца", "и ещё строка"])
    need("TextBox.element", holds=all(isinstance(element, Element) for _, element in texts))
    need("TextBox.element is another", holds=[element.tag for _, element in texts] == ["span", "span", "p"])


def test_a_margin_box_holds_the_page_number_and_no_element(recorded: list[Recorder]) -> None:
    margins = [box for box in recorded[1]._page_box.children if isinstance(box, boxes.MarginBox)]
    texts = [box for margin in margins for box in margin.descendants() if isinstance(box, boxes.TextBox)]
    need("MarginBox is not what page margins are", holds=[box.text for box in texts] == ["2"])
    need("a margin has an element now", holds=all(margin.element is None for margin in margins))


def test_the_lines_of_a_page_hold_their_texts_and_have_the_element_that_they_fill(pages: Pages) -> None:
    content = [
        box for box in pages._document.pages[0]._page_box.children if not isinstance(box, boxes.MarginBox)
    ]
    lines = [line for box in content for line in box.descendants() if isinstance(line, boxes.LineBox)]
    need("a page's lines are not its LineBox descendants", holds=len(lines) == 2)
    texts = [
        "".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox)) for line in lines
    ]
    need("a LineBox has other texts", holds=texts == ["-Текст абзаца", "и ещё строка"])
    need("LineBox.element is another", holds=[line.element.tag for line in lines] == ["p", "p"])


def test_what_is_drawn_stands_in_the_stream_as_operators_of_known_form(recorded: list[Recorder]) -> None:
    operators = recorded[0].operators
    marks = [each for each in operators if isinstance(each, pydyf.Dictionary) and "MCID" in each]
    need("marks are no dictionaries with MCID", holds=len(marks) == len(recorded[0].tags))
    for mark in marks:
        tag = operators[operators.index(mark) - 1]
        need("the tag does not stand before its mark", holds=tag in ("/Span", b"/Span"))
    need("marks are not ended by EMC", holds=operators.count(b"EMC") >= len(marks))
    need(
        "fonts are not set by /TAG SIZE Tf",
        holds=any(
            re.fullmatch(rb"/[A-Z]{6} [\d.]+ Tf", each) for each in operators if isinstance(each, bytes)
        ),
    )
    need(
        "text is not drawn by [<CODES>] TJ with four digits a code",
        holds=any(
            re.fullmatch(rb"\[(<(?:[0-9a-f]{4})*>|-?[\d.]+)*\] TJ", each)
            for each in operators
            if isinstance(each, bytes)
        ),
    )


def test_a_font_has_the_maps_that_are_written_to_the_pdf(recorded: list[Recorder]) -> None:
    fonts = list(recorded[0].painted[0][0]._fonts.values())
    need("Stream._fonts is empty", holds=bool(fonts))
    for font in fonts:
        need("Font.hash", holds=bool(re.fullmatch("[A-Z]{6}", font.hash)))
        need("Font.glyph_count", holds=isinstance(font.glyph_count, int) and font.glyph_count > 0)
        need("Font.file_content", holds=isinstance(font.file_content, bytes))
        need("Font.to_unicode", holds={type(key) for key in font.to_unicode} == {int})
        need("Font.to_unicode", holds={type(text) for text in font.to_unicode.values()} == {str})
        need("Font.widths", holds=font.widths.keys() >= font.to_unicode.keys())


def test_codes_of_text_are_numbers_of_glyphs(recorded: list[Recorder]) -> None:
    fonts = recorded[0].painted[0][0]._fonts.values()
    for font in fonts:
        need("a code is beyond the glyphs", holds=max(font.to_unicode) < font.glyph_count)


def test_the_finisher_is_called_with_the_document_and_the_pdf(pages: Pages) -> None:
    seen: list[tuple[Any, Any]] = []
    pages._document.write_pdf(finisher=lambda document, pdf: seen.append((document, pdf)))
    ((document, pdf),) = seen
    need("the finisher gets no document", holds=isinstance(document, weasyprint.Document))
    need("the finisher gets no pydyf.PDF", holds=isinstance(pdf, pydyf.PDF))
    need("PDF.objects", holds=any(isinstance(each, pydyf.Dictionary) for each in pdf.objects))


def test_the_fetcher_takes_the_limits_that_it_is_given() -> None:
    taken = inspect.signature(URLFetcher.__init__).parameters.keys()
    need("URLFetcher", holds={"allowed_protocols", "allow_redirects", "fail_on_errors"} <= taken)


def test_the_engine_does_without_the_same_features_where_letters_are_not_joined() -> None:
    off = {key for keys in LIGATURE_KEYS.values() for key in keys}
    assert off == set(load_style("intergovernmental", STYLES).features_off)


def test_the_style_sheet_of_the_engine_is_asked_for_by_the_method_that_leaves_it_out() -> None:
    taken = list(inspect.signature(weasyprint.HTML._ua_stylesheets).parameters)
    need("HTML._ua_stylesheets takes other arguments", holds=taken == ["self", "forms"])
    need("its rules are still there", holds=len(_pages_of(engine.PlainHTML)) == 1)
    need("it has no rules for paragraphs", holds=len(_pages_of(weasyprint.HTML)) == 3)


def _pages_of(kind: type[weasyprint.HTML]) -> Any:
    """Return the pages of headings of which the engine's own sheet makes blocks that fill a page each."""
    css = weasyprint.CSS(string="@page { size: 9cm 4cm; margin: 0 } h1 { height: 4cm; margin: 0 }")
    return kind(string="<h1>1</h1><h1>2</h1><h1>3</h1>").render(stylesheets=[css]).pages


def test_pango_tells_its_version() -> None:
    need("text.ffi.pango has no pango_version", holds=callable(getattr(pango, "pango_version", None)))
    need(
        f"Pango says that it is {engine.pango_version()}",
        holds=re.fullmatch(r"1\.\d+\.\d+", engine.pango_version()) is not None,
    )
