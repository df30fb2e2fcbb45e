"""Composition: a refined Document to HTML in which every line and page end is already chosen.

Lines and page ends are chosen here and not by the engine, which takes each as it comes and cannot keep
hyphens in check; it only spreads the lines over the measure. What no bundled font can draw is refused before
anything is laid out.
"""

from dataclasses import dataclass
from pathlib import Path

from engross.composition import glyphs
from engross.composition.body import set_body
from engross.composition.broken import broken_by_the_engine, refuse_voices
from engross.composition.faces import font_files
from engross.composition.fonts import Font, Fonts, family_class
from engross.composition.headings import heading_blocks, rows
from engross.composition.html import fill
from engross.composition.metrics import font_metrics
from engross.composition.tokens import load_style, style_sheet
from engross.composition.voices import Look, Voices
from engross.findings import Finding
from engross.model.document import Document
from engross.model.style import Style

__all__ = ["Composed", "compose", "font_files", "load_style", "require_glyphs", "style_sheet"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A document as HTML, the number of pages that it is made up in, and what could not be had in it.

    ``pages`` is 0 where the engine ends them.
    """

    html: str
    pages: int
    findings: tuple[Finding, ...]


def compose(document: Document, style: Style, *, templates: Path, paged: bool = True) -> Composed:
    """Return the refined ``document`` in ``style``; without ``paged``, where pages end is not chosen.

    Nor is it where the engine breaks some of the lines. Raise RefusedError for what it could not set so.
    """
    refuse_voices(document)
    notes = tuple(broken_by_the_engine(document))
    voices = _voices(document, style)
    heading = list(heading_blocks(document, style, voices.plain, voices.bold))
    body = set_body(document, style, voices, rows(heading, style), paged=paged and not notes)
    html = fill(
        document.metadata.kind,
        templates,
        metadata=document.metadata,
        heading=heading,
        paragraphs=body.paragraphs,
    )
    return Composed(html, body.pages, (*notes, *body.findings))


def require_glyphs(document: Document, style: Style) -> None:
    """Raise MissingError for characters of ``document``, as it was read, that no font of ``style`` has."""
    glyphs.require(document, style, _voices(document, style))


def _voices(document: Document, style: Style) -> Voices:
    """Return the fonts of the text of ``document``, and of what is set off in it."""
    first, *others = style.order(document.metadata.language)
    classes = {first: "", **{family: family_class(family) for family in others}}

    def of(look: Look) -> Fonts:
        weight, slope = (
            style.strong_weight if look.strong else "normal",
            "italic" if look.sloping else "normal",
        )
        faces = ((style.file(family, weight, slope), family) for family in classes)
        return Fonts(
            *(_font(file, style, f"{look.classes} {classes[family]}") for file, family in faces if file)
        )

    return Voices(of)


def _font(file: Path, style: Style, classes: str) -> Font:
    return Font(font_metrics(file, style.font_size, style.features_off), classes.strip())
