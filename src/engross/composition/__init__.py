"""Composition: a refined Document to HTML in which every line of the text is already chosen.

The lines are chosen here and not by the engine, which breaks them greedily and cannot keep hyphens in check;
it only spreads each over the measure. What no bundled font can draw is refused before anything is laid out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from engross.composition import glyphs
from engross.composition.breaking import Measure
from engross.composition.faces import font_files
from engross.composition.fonts import Font, Fonts, family_class
from engross.composition.headings import heading_blocks
from engross.composition.html import fill
from engross.composition.lines import Line, justified, proven
from engross.composition.margins import hanging
from engross.composition.metrics import FontMetrics, font_metrics
from engross.composition.tokens import load_style, style_sheet
from engross.findings import Finding, Place, finding
from engross.model.document import Document
from engross.model.style import Style

__all__ = ["Composed", "Veto", "compose", "font_files", "load_style", "require_glyphs", "style_sheet"]

Veto = tuple[int, int]
"""A line that should not end with a hyphen: the index of its paragraph, and its own in it."""

MOST_LEAD_INS = 2
"""A heading of a part and one of a chapter may stand together."""

_SENTENCE_END = re.compile(r"[.!?…։।。؟][»”\"')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Composed:
    """A document as HTML, the number of lines of each paragraph, findings on those that no breaks suit."""

    html: str
    lines: tuple[int, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it is set: its lines, whether their limits hold, whether what follows stays with it."""

    lines: tuple[Line, ...]
    in_order: bool
    leads_in: bool


def compose(document: Document, style: Style, *, templates: Path, vetoes: Iterable[Veto] = ()) -> Composed:
    """Return the refined ``document`` in ``style``; the lines in ``vetoes`` have no hyphen if others fit."""
    text, strong = _fonts(document, style)
    hangs = hanging(dict(style.hangs), style.font_size)
    measure = Measure(style.measure, style.indent, style.font_size, style.spacing, hangs)
    vetoed: dict[int, set[int]] = {}
    for paragraph, line in vetoes:
        vetoed.setdefault(paragraph, set()).add(line)
    paragraphs = [
        _set_paragraph(paragraph.text, text, measure, vetoed.get(index, ()))
        for index, paragraph in enumerate(document.body)
    ]
    html = fill(
        document.metadata.kind,
        templates,
        metadata=document.metadata,
        heading=list(heading_blocks(document.heading, style, text, strong)),
        paragraphs=list(_without_lists(paragraphs)),
    )
    findings = tuple(
        finding("L021", Place(document.source, source.line, excerpt=source.text[:60]))
        for source, paragraph in zip(document.body, paragraphs, strict=True)
        if not paragraph.in_order
    )
    return Composed(html, tuple(len(paragraph.lines) for paragraph in paragraphs), findings)


def require_glyphs(document: Document, style: Style) -> None:
    """Raise MissingError for characters of ``document``, as it was read, that no font of ``style`` has."""
    glyphs.require(document, style, *_fonts(document, style))


def _fonts(document: Document, style: Style) -> tuple[Fonts, Fonts]:
    """Return the fonts of the text of ``document`` and of what is strong in its heading."""
    first, *others = style.order(document.metadata.language)
    classes = {first: "", **{family: family_class(family) for family in others}}

    def of(weight: str) -> Fonts:
        return Fonts(*(Font(_metrics(style, family, weight), classes[family]) for family in classes))

    return of("normal"), of(style.strong_weight)


def _metrics(style: Style, family: str, weight: str) -> FontMetrics:
    return font_metrics(style.file(family, weight), style.font_size, style.features_off)


def _set_paragraph(text: str, fonts: Fonts, measure: Measure, vetoed: Iterable[int]) -> SetParagraph:
    """Return the paragraph with ``text``; one line that ends no sentence leads in what follows it."""
    lines, in_order = justified(text, fonts, measure, frozenset(vetoed))
    leads_in = len(lines) == 1 and not _SENTENCE_END.search(text)
    return SetParagraph(proven(lines, text), in_order, leads_in)


def _without_lists(paragraphs: Iterable[SetParagraph]) -> Iterator[SetParagraph]:
    """Yield ``paragraphs``; more than a few lead-ins in a row are a list, and a page may end in it."""
    for leads_in, run in groupby(paragraphs, lambda paragraph: paragraph.leads_in):
        together = list(run)
        a_list = leads_in and len(together) > MOST_LEAD_INS
        yield from (replace(paragraph, leads_in=False) for paragraph in together) if a_list else together
