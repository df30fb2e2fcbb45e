"""Typography: Document to Document, by an ordered tuple of small named rules.

A rule only ever puts a no-break space where a space was, or a discretionary hyphen inside a word, so
folding undoes all of it: ``fold(refined) == fold(source)``. What a rule glues, line breaking keeps on one
line; the spaces themselves stay ordinary spaces on the page and stretch like all others.
"""

from dataclasses import replace

from engross.characters import fold
from engross.errors import Defect
from engross.findings import Place, finding
from engross.model.document import Document, HeadingLine, Paragraph
from engross.typography.binding import bind
from engross.typography.hyphenation import hyphenate
from engross.typography.languages import bindings_for, heading_bindings_for


def refine(document: Document, *, hyphenation: bool = True) -> Document:
    """Return ``document`` with the words that belong together glued and the places to hyphenate marked.

    Headings are glued but never hyphenated. ``hyphenation`` False leaves the body unhyphenated too.
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
    text = bind(paragraph.text, bindings_for(language))
    if hyphenation:
        text = hyphenate(text, language)
    return replace(paragraph, text=_proven(paragraph.text, text))


def _proven(before: str, after: str) -> str:
    if fold(before) != fold(after):
        raise Defect(finding("L900", Place(excerpt=before[:60]), stage="typography"))
    return after
