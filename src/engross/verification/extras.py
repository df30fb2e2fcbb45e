"""What a file has beside its pages, text and tags: each entry of the kinds that Engross never writes.

Such entries show, hide, start or carry along something that no proof of the text looks at (annotations,
actions, layers, attachments ...), so what is not known is named, not only what is known to do harm. It only
collects; what a page draws is for ``content``.
"""

from collections.abc import Iterator

import pikepdf

from engross.verification.evidence import Extra, PdfObject

_TRAILER = frozenset((
    "/Size", "/Root", "/Info", "/ID", "/Type", "/W", "/Index", "/Filter", "/DecodeParms", "/Length"
))  # fmt: skip
_CATALOGUE = frozenset((
    "/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/PageLayout", "/PageMode", "/Lang",
    "/MarkInfo", "/Metadata", "/Outlines", "/OutputIntents", "/StructTreeRoot", "/ViewerPreferences",
))  # fmt: skip
_PAGE = frozenset((
    "/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox",
    "/ArtBox", "/Rotate", "/StructParents", "/Tabs",
))  # fmt: skip
# What a page may draw with; Engross draws text and nothing else, so they are empty.
_RESOURCES = ("/XObject", "/Pattern", "/Shading")
_BOOKMARK = frozenset((
    "/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/Dest", "/C", "/F"
))  # fmt: skip
_MOST_BOOKMARKS = 100_000


def entries(pdf: pikepdf.Pdf) -> Iterator[Extra]:
    """Yield the entries of trailer, catalogue, pages and bookmarks that Engross never writes.

    What a page could draw counts even if it does not: it is in the file, and seen by whoever looks there.
    """
    yield from _unknown(pdf.trailer, _TRAILER, None)
    yield from _unknown(pdf.Root, _CATALOGUE, None)
    for number, page in enumerate(pdf.pages, 1):
        yield from _unknown(page.obj, _PAGE, number)
        for kind in _RESOURCES:
            yield from _unknown(page.resources.get(kind, {}), frozenset(), number)
    for bookmark in _bookmarks(pdf.Root):
        yield from _unknown(bookmark, _BOOKMARK, None)


def bookmarks(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the titles of all bookmarks; raise ValueError when they run in circles."""
    return tuple(str(bookmark.get("/Title", "")) for bookmark in _bookmarks(pdf.Root))


def _unknown(source: PdfObject, known: frozenset[str], page: int | None) -> Iterator[Extra]:
    return (Extra(key, page) for key in sorted(source.keys()) if key not in known)


def _bookmarks(root: PdfObject) -> Iterator[PdfObject]:
    """Yield every item of the outline (ISO 32000-1, 12.3.3), in no order."""
    waiting = [root.Outlines] if "/Outlines" in root else []
    for _ in range(_MOST_BOOKMARKS):
        if not waiting:
            return
        item = waiting.pop()
        if item.objgen != root.Outlines.objgen:
            yield item
        waiting.extend(item[key] for key in ("/First", "/Next") if key in item)
    raise ValueError("the bookmarks run in circles")
