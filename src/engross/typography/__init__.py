"""Typography: Document to Document, by an ordered tuple of small named rules.

A rule only ever puts a no-break space where a space was, or a discretionary hyphen inside a word, so
folding undoes all of it: ``fold(refined) == fold(source)``. What a rule glues, line breaking keeps on one
line; the spaces themselves stay ordinary spaces on the page and stretch like all others.
"""

from collections.abc import Sequence
from dataclasses import replace

from engross.characters import DISCRETIONARY_HYPHEN, fold
from engross.errors import Defect
from engross.findings import Place, finding
from engross.model.document import Document, HeadingLine, Paragraph, Span
from engross.typography.binding import bind
from engross.typography.hyphenation import hyphenate
from engross.typography.languages import bindings_for, heading_bindings_for


def refine(document: Document, *, hyphenation: bool = True) -> Document:
    """Return ``document`` with the words that belong together glued and the places to hyphenate marked.

    Headings, those of parts too, are glued but never hyphenated. ``hyphenation`` False leaves the body
    unhyphenated too.
    """
    language = document.metadata.language
    return replace(
        document,
        heading=tuple(_refine_heading(line, language) for line in document.heading),
        body=tuple(_refine_paragraph(paragraph, language, hyphenation) for paragraph in document.body),
    )


def _refine_heading(line: HeadingLine, language: str) -> HeadingLine:
    text = bind(line.text, bindings_for(language) + heading_bindings_for(language))
    return replace(line, text=_proven(line.text, text))


def _refine_paragraph(paragraph: Paragraph, language: str, hyphenation: bool) -> Paragraph:
    bindings = bindings_for(language)
    text = bind(paragraph.text, bindings + heading_bindings_for(language) if paragraph.level else bindings)
    if hyphenation and not paragraph.level:
        text = hyphenate(text, language)
    spans = _moved(paragraph.spans, paragraph.text, text) if paragraph.spans else ()
    return replace(paragraph, text=_proven(paragraph.text, text), spans=spans)


def _moved(spans: Sequence[Span], before: str, after: str) -> tuple[Span, ...]:
    """Return ``spans`` of ``before`` where they are in ``after``, which has more discretionary hyphens."""
    places, at = [], 0
    for character in before:
        while after[at] == DISCRETIONARY_HYPHEN != character:
            at += 1
        places.append(at)
        at += 1
    return tuple(replace(span, start=places[span.start], end=places[span.end - 1] + 1) for span in spans)


def _proven(before: str, after: str) -> str:
    if fold(before) != fold(after):
        raise Defect(finding("L900", Place(excerpt=before[:60]), stage="typography"))
    return after
