"""Glyphs: no character is set that the bundled fonts cannot draw, and none is drawn from another font."""

from collections.abc import Iterator

from engross.characters import DISCRETIONARY_HYPHEN, name
from engross.composition.lines import STAND_INS
from engross.composition.metrics import FontMetrics
from engross.errors import MissingError
from engross.findings import Finding, Place, finding
from engross.model.document import Document, HeadingLine, Paragraph, Requisite

_FIRST_FEW = 5


def require_glyphs(document: Document, regular: FontMetrics, bold: FontMetrics) -> None:
    """Raise MissingError, naming the characters and where each first stands, if the fonts lack any."""
    missing = list(_missing(document, regular, bold))
    if missing:
        raise MissingError(*missing[:_FIRST_FEW])


def _missing(document: Document, regular: FontMetrics, bold: FontMetrics) -> Iterator[Finding]:
    seen: set[str] = set()
    for part in document.parts:
        metrics = bold if _is_bold(part) else regular
        for character in sorted(set(part.text) - seen):
            if character.isspace() or _drawable(character, metrics):
                continue
            seen.add(character)
            at = part.text.index(character)
            excerpt = part.text[max(0, at - 15) : at + 15]
            place = Place(document.source, part.line, excerpt=excerpt)
            yield finding("G001", place, character=name(character), drawn=character)


def _is_bold(part: HeadingLine | Paragraph) -> bool:
    return isinstance(part, HeadingLine) and part.requisite is Requisite.KIND


def _drawable(character: str, metrics: FontMetrics) -> bool:
    return character == DISCRETIONARY_HYPHEN or any(
        metrics.has(drawn) for drawn in (character, STAND_INS.get(character, character))
    )
