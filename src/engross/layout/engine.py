"""The private side of WeasyPrint: the only module that uses what the engine does not promise to keep.

Used, with the reason, against WeasyPrint 70.0 (pyproject.toml pins the minor version, and a test fails when
any of it changes):

- ``Page._page_box``: the boxes of a page, to know which text is in its margins and which line is its first;
- ``Stream._tags``, ``Stream._fonts``: which marked content draws which box, and with which fonts; there is no
  public way to tie the text of the PDF to the elements of the HTML;
- ``TextBox.text``, ``MarginBox``: what was drawn, and what is no content;
- the font maps ``to_unicode`` and ``widths``: to let one glyph stand for two texts;
- ``HTML._ua_stylesheets``: to do without the style sheet of the engine, whose rules for six pseudo-elements
  of every element cost a tenth of the time (styles/elements.css says instead what is needed);
- ``text.ffi.pango``: to ask Pango, which shapes and places the text, for its version.

Pages are given to the engine as pages of a subclass of its public ``Page``, whose ``paint`` it calls.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Page
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import pango

from engross.characters import ZERO_WIDTH_SPACE
from engross.layout.textlayer import DrawnFont, DrawnText, TextLayer


class PlainHTML(HTML):
    """A page of HTML whose elements are what our style sheets say, and nothing before that."""

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        """Return no style sheet; there are no ``forms`` either."""
        del forms
        return []


class TaggingPage(Page):
    """A laid-out page that mends its text layer as it is painted."""

    def __init__(self, page: Page, number: int, layer: TextLayer) -> None:
        """Take over ``page``, the one with ``number`` (from 0), to be mended with ``layer``."""
        self.__dict__.update(vars(page))
        self._number, self._layer = number, layer

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draw the page into ``stream`` with every text marked, and mend what was drawn."""
        stream._tags = {}
        super().paint(stream, scale)
        in_margin = set(_margin_texts(self._page_box))
        drawn = {
            tag["mcid"]: DrawnText(_source_text(box), box.element, box in in_margin, _width(box))
            for box, tag in stream._tags.items()
        }
        fonts = {
            font.hash: DrawnFont(font.hash, font.glyph_count, font.file_content, font.to_unicode, font.widths)
            for font in stream._fonts.values()
        }
        stream.stream[:] = self._layer.mend(self._number, stream.stream, drawn, fonts)
        stream._tags = None


def first_element(page: Page) -> Element | None:
    """Return the element whose line is the first on ``page``, its margins apart; None if there is none."""
    for child in page._page_box.children:
        if not isinstance(child, boxes.MarginBox):
            for box in child.descendants():
                if isinstance(box, boxes.LineBox):
                    element: Element | None = box.element
                    return element
    return None


def pango_version() -> str:
    """Return the version of Pango, as ``1.50.12``."""
    major, rest = divmod(pango.pango_version(), 10_000)
    return "{}.{}.{}".format(major, *divmod(rest, 100))


def _width(box: Any) -> float:
    """Return the width of ``box``; of spaced letters, the space after the last one is no part of it."""
    spacing = box.style["letter_spacing"]
    return float(box.width if spacing == "normal" else box.width - spacing)


def _source_text(box: Any) -> str:
    """Return the text of ``box`` without the zero-width spaces that the engine puts in to break lines."""
    return str(box.text).replace(ZERO_WIDTH_SPACE, "")


def _margin_texts(page_box: Any) -> Iterator[Any]:
    for child in page_box.children:
        if isinstance(child, boxes.MarginBox):
            yield from (box for box in child.descendants() if isinstance(box, boxes.TextBox))
