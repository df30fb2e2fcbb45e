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
- ``text.ffi.pango``: to ask Pango, which shapes and places the text, for its version;
- ``TextBox.pango_layout`` and ``Stream.add_font``: where Pango has put each glyph of a line that is read from
  right to left, of which text, and with which font.

Pages are given to the engine as pages of a subclass of its public ``Page``, whose ``paint`` it calls.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Page
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS, pango

from engross.characters import ZERO_WIDTH_SPACE, fold_white_space, has_right_to_left
from engross.layout.placed import PlacedGlyph
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
            tag["mcid"]: DrawnText(
                _source_text(box), box.element, box in in_margin, _width(box), _placed(box, stream)
            )
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


def _placed(box: Any, stream: Any) -> tuple[PlacedGlyph, ...]:
    """Return the glyphs of ``box`` in the order of its text if that is not the order in which they stand.

    Numbers and Latin words that are alone on a line of a paragraph from right to left are in such an order.
    """
    if box.style["direction"] == "ltr" and not has_right_to_left(box.text):
        return ()
    layout = box.pango_layout
    layout.reactivate(box.style)
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    text = layout.text.encode()
    items: list[tuple[int, list[PlacedGlyph]]] = []
    pen, run = 0.0, line.runs[0]
    while run:
        item, glyphs = run.data.item, run.data.glyphs
        font, size = stream.add_font(item.analysis.font)
        level = int(item.analysis.level)
        leftward = level % 2 > 0
        said = _said(text[item.offset : item.offset + item.length], glyphs, leftward=leftward)
        placed = []
        for at, own in enumerate(said):
            glyph = glyphs.glyphs[at]
            x, y = (glyph.geometry.x_offset * FROM_UNITS, glyph.geometry.y_offset * FROM_UNITS)
            placed.append(PlacedGlyph(font.hash, size, glyph.glyph, own, pen + x, -y, level))
            pen += glyph.geometry.width * FROM_UNITS
        items.append((item.offset, placed[::-1] if leftward else placed))
        run = run.next
    layout.deactivate()
    return tuple(glyph for _, placed in sorted(items) for glyph in placed)


def _said(text: bytes, glyphs: Any, *, leftward: bool) -> list[str]:
    """Return which part of ``text`` each of ``glyphs`` says, these being in the order in which they stand.

    A letter and its marks are a cluster: each glyph says a character of it, and the last what is left.
    """
    starts = [glyphs.log_clusters[at] for at in range(glyphs.num_glyphs)]
    ends = dict(pairwise([*sorted(set(starts)), len(text)]))
    said = [""] * len(starts)
    order = range(len(starts))
    for start, numbers in groupby(reversed(order) if leftward else order, starts.__getitem__):
        together = list(numbers)
        own = text[start : ends[start]].decode()
        parts = [*own[: len(together) - 1], own[len(together) - 1 :]]
        for number, part in zip(together, parts, strict=False):
            said[number] = fold_white_space(part)
    return said


def _margin_texts(page_box: Any) -> Iterator[Any]:
    for child in page_box.children:
        if isinstance(child, boxes.MarginBox):
            yield from (box for box in child.descendants() if isinstance(box, boxes.TextBox))
