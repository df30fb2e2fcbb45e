"""Composition: a refined Document to HTML in which every line of the text is already chosen.

The lines are chosen here and not by the engine, which breaks them greedily and cannot keep hyphens in check;
it only spreads each over the measure. What no bundled font can draw is refused before anything is laid out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from engross.composition.breaking import Measure
from engross.composition.glyphs import require_glyphs
from engross.composition.html import fill
from engross.composition.lines import Line, centred, justified, proves
from engross.composition.metrics import FontMetrics, font_metrics
from engross.composition.tokens import load_style, style_sheet
from engross.errors import Defect
from engross.findings import Place, finding
from engross.model.document import Document, HeadingLine, Requisite
from engross.model.style import Style

__all__ = ["Veto", "compose", "load_style", "style_sheet"]

REGULAR, BOLD = "PTF55F.ttf", "PTF75F.ttf"

Veto = tuple[int, int]
"""A hyphen that may not be: the paragraph's index and the offset in its refined text."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the heading block as the source has it, in one or more set lines."""

    requisite: Requisite
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Parts of the heading that belong together; the one that ``is_title`` becomes the H1."""

    is_title: bool
    parts: tuple[Part, ...]


def compose(
    document: Document, style: Style, *, templates: Path, fonts: Path, vetoes: Iterable[Veto] = ()
) -> str:
    """Return the HTML of the refined ``document`` in ``style``; no line ends at the hyphens in ``vetoes``.

    Raises MissingError for characters that no bundled font has.
    """
    regular = font_metrics(fonts / REGULAR, style.font_size)
    bold = font_metrics(fonts / BOLD, style.font_size)
    require_glyphs(document, regular, bold)
    measure = Measure(style.measure, style.indent, style.font_size)
    forbidden: dict[int, set[int]] = {}
    for paragraph, offset in vetoes:
        forbidden.setdefault(paragraph, set()).add(offset)
    paragraphs = [
        _proven(justified(paragraph.text, regular, measure, forbidden.get(index, ())), paragraph.text)
        for index, paragraph in enumerate(document.body)
    ]
    return fill(
        document.metadata.kind,
        templates,
        metadata=document.metadata,
        heading=list(_heading(document.heading, style, regular, bold)),
        paragraphs=paragraphs,
    )


def _heading(
    lines: Iterable[HeadingLine], style: Style, regular: FontMetrics, bold: FontMetrics
) -> Iterable[HeadingBlock]:
    """Group the heading: the first kind and title lines are the H1, the others keep their order."""
    titled = False
    for is_title, group in groupby(lines, lambda line: line.requisite in (Requisite.KIND, Requisite.TITLE)):
        parts = tuple(
            Part(line.requisite, _proven(_set_heading_line(line, style, regular, bold), line.text))
            for line in group
        )
        yield HeadingBlock(is_title and not titled, parts)
        titled = titled or is_title


def _set_heading_line(
    line: HeadingLine, style: Style, regular: FontMetrics, bold: FontMetrics
) -> tuple[Line, ...]:
    if line.requisite is not Requisite.KIND:
        return centred(line.text, regular, style.measure)
    spread = 1 + style.kind_spacing * style.font_size / bold.width("Н")
    return centred(line.text, bold, style.measure / spread)


def _proven(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    if not proves(lines, text):
        raise Defect(finding("L900", Place(excerpt=text[:60]), stage="composition"))
    return lines
