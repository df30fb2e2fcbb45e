"""What paragraphs are together in: lists, their items and quotations, as the source has them.

The text of a file says the same whatever is around its paragraphs; assistive technology does not.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from engross.findings import Finding, Place, finding
from engross.model.document import Document, Grouping
from engross.verification.evidence import Element, Mark

_GROUPING = frozenset(("Document", "Part", "Art", "Sect", "L", "LI", "LBody", "BlockQuote"))
_ROLES = {
    Grouping.LIST: ("L",),
    Grouping.ITEM: ("LI", "LBody"),
    Grouping.QUOTATION: ("BlockQuote",),
}

Path = tuple[tuple[str, int], ...]
"""The elements around one that holds text, the outermost first: role, and what tells it from others."""


def holds_text(element: Element) -> bool:
    """Tell whether ``element`` holds text and does not only group others."""
    return element.role not in _GROUPING or any(isinstance(kid, Mark) for kid in element.kids)


def misgrouped(document: Document, tree: Sequence[Element]) -> Iterator[Finding]:
    """Yield the first part of the body of ``document`` that is in other groups than it must be."""
    wanted = _numbered([
        tuple((role, group.number) for group in part.within for role in _ROLES[group.grouping])
        for part in document.body
    ])  # fmt: skip
    paths = [
        path for root in tree for kid in root.kids if isinstance(kid, Element) for path in _paths(kid, ())
    ]
    grouped = _numbered(paths[-len(document.body) :] if len(paths) >= len(document.body) else paths)
    for part, expected, actual in zip_longest(document.body, wanted, grouped):
        if part is not None and actual is not None and expected != actual:
            place = Place(document.source, part.line, excerpt=part.text[:60])
            yield finding("T012", place, text=place.excerpt, actual=_told(actual), expected=_told(expected))
            return


def _paths(element: Element, around: Path) -> Iterator[Path]:
    if holds_text(element):
        yield around
        return
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _paths(kid, (*around, (element.role, element.number)))


def _numbered(paths: Sequence[Path]) -> list[Path]:
    """Return ``paths`` with the elements of each role numbered as they come."""
    known: dict[str, dict[int, int]] = {}
    return [
        tuple((role, known.setdefault(role, {}).setdefault(own, len(known[role]) + 1)) for role, own in path)
        for path in paths
    ]


def _told(path: Path) -> str:
    return " > ".join(f"{role} {number}" for role, number in path) or "nothing"
