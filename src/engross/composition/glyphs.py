"""Glyphs: no character is set that the bundled fonts cannot draw, and none is drawn from another font."""

import unicodedata
from collections.abc import Iterator

from engross.characters import DISCRETIONARY_HYPHEN, clusters, name
from engross.composition.headings import is_bold
from engross.composition.lines import STAND_INS
from engross.composition.metrics import FontMetrics
from engross.errors import MissingError
from engross.findings import Place, finding
from engross.model.document import Document, HeadingLine, Paragraph

_FIRST_FEW = 5


def require(document: Document, regular: FontMetrics, bold: FontMetrics) -> None:
    """Raise MissingError, naming the characters and where the first stands, if the fonts lack any."""
    missing = dict(_missing(document, regular, bold))
    if missing:
        character, part = next(iter(missing.items()))
        at = part.text.index(character)
        place = Place(document.source, part.line, excerpt=part.text[max(0, at - 15) : at + 15])
        names = [f"{drawn} ({name(drawn)})" for drawn in list(missing)[:_FIRST_FEW]]
        if len(missing) > _FIRST_FEW:
            names.append(f"and {len(missing) - _FIRST_FEW} others")
        raise MissingError(finding("G001", place, count=len(missing), characters=", ".join(names)))


def _missing(
    document: Document, regular: FontMetrics, bold: FontMetrics
) -> Iterator[tuple[str, HeadingLine | Paragraph]]:
    """Yield every character that cannot be drawn, with the first part of the text that has it."""
    seen: set[str] = set()
    for part in document.parts:
        strong = isinstance(part, HeadingLine) and is_bold(part, document.heading)
        metrics = bold if strong else regular
        for cluster in dict.fromkeys(clusters(part.text)):
            if cluster in seen or _drawable(cluster, metrics):
                continue
            seen.add(cluster)
            yield next(character for character in cluster if not metrics.has(character)), part


def _drawable(cluster: str, metrics: FontMetrics) -> bool:
    """Tell whether the font draws ``cluster``: as it is, composed, or by a character that looks the same."""
    if cluster.isspace() or cluster == DISCRETIONARY_HYPHEN:
        return True
    ways = (cluster, unicodedata.normalize("NFC", cluster), STAND_INS.get(cluster, cluster))
    return any(all(map(metrics.has, way)) for way in ways)
