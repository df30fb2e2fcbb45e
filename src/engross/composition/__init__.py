"""Composition: a refined Document to HTML in which every line of the text is already chosen.

The lines are chosen here and not by the engine, which breaks them greedily and cannot keep hyphens in check;
it only spreads each over the measure. What no bundled font can draw is refused before anything is laid out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engross.composition import glyphs
from engross.composition.breaking import Measure
from engross.composition.headings import heading_blocks
from engross.composition.html import fill
from engross.composition.lines import Line, justified, proven
from engross.composition.metrics import FontMetrics, font_metrics
from engross.composition.tokens import load_style, style_sheet
from engross.model.document import Document
from engross.model.style import Style

__all__ = ["Veto", "compose", "load_style", "require_glyphs", "style_sheet"]

REGULAR, BOLD = "PTF55F.ttf", "PTF75F.ttf"

Veto = tuple[int, int]
"""A line that may not end with a hyphen: the index of its paragraph, and its own in it."""

_SENTENCE_END = re.compile(r"[.!?…։।。؟][»”\"')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it is set: its lines, and whether it must stay with what follows it."""

    lines: tuple[Line, ...]
    leads_in: bool


def compose(
    document: Document, style: Style, *, templates: Path, fonts: Path, vetoes: Iterable[Veto] = ()
) -> str:
    """Return the HTML of the refined ``document`` in ``style``; the lines in ``vetoes`` have no hyphen."""
    regular, bold = _metrics(style, fonts)
    measure = Measure(style.measure, style.indent, style.font_size)
    forbidden: dict[int, set[int]] = {}
    for paragraph, line in vetoes:
        forbidden.setdefault(paragraph, set()).add(line)
    paragraphs = [
        _set_paragraph(paragraph.text, regular, measure, forbidden.get(index, ()))
        for index, paragraph in enumerate(document.body)
    ]
    return fill(
        document.metadata.kind,
        templates,
        metadata=document.metadata,
        heading=list(heading_blocks(document.heading, style, regular, bold)),
        paragraphs=paragraphs,
    )


def require_glyphs(document: Document, style: Style, *, fonts: Path) -> None:
    """Raise MissingError for characters of ``document``, as it was read, that no bundled font has."""
    glyphs.require(document, *_metrics(style, fonts))


def _metrics(style: Style, fonts: Path) -> tuple[FontMetrics, FontMetrics]:
    return font_metrics(fonts / REGULAR, style.font_size), font_metrics(fonts / BOLD, style.font_size)


def _set_paragraph(text: str, metrics: FontMetrics, measure: Measure, vetoed: Iterable[int]) -> SetParagraph:
    """Return the paragraph with ``text``; one line that ends no sentence leads in what follows it."""
    lines = proven(justified(text, metrics, measure, frozenset(vetoed)), text)
    return SetParagraph(lines, leads_in=len(lines) == 1 and not _SENTENCE_END.search(text))
