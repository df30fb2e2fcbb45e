"""What a file has beside its pages, text and tags: each entry of the kinds that Engross never writes.

Such entries show, hide, start or carry along something that no proof of the text looks at (annotations,
actions, layers, attachments ...), so what is not known is named, not only what is known to do harm. It only
collects; what a page draws is for ``content``, what the elements have for ``tree``.
"""

from collections.abc import Iterator

import pikepdf

from engross.model.profile import Profile
from engross.verification.evidence import Extra, PdfObject
from engross.verification.streams import measure

_TRAILER = frozenset((
    "/Size", "/Root", "/Info", "/ID", "/Type", "/W", "/Index", "/Filter", "/DecodeParms", "/Length"
))  # fmt: skip
_CATALOGUE = frozenset((
    "/Type", "/Pages", "/Lang", "/MarkInfo", "/Metadata", "/Outlines", "/OutputIntents", "/PageLabels",
    "/StructTreeRoot", "/ViewerPreferences",
))  # fmt: skip
# Those for the files that a PDF carries, in a profile that has such.
_CARRYING = frozenset(("/AF", "/Names"))
# What the catalogue leads to, by its key there.
_OF_CATALOGUE = {
    "/Pages": frozenset(("/Type", "/Count", "/Kids")),
    "/MarkInfo": frozenset(("/Marked",)),
    "/Metadata": frozenset(("/Type", "/Subtype", "/Length", "/Filter")),
    "/Outlines": frozenset(("/Type", "/First", "/Last", "/Count")),
    "/StructTreeRoot": frozenset(("/Type", "/K", "/ParentTree", "/ParentTreeNextKey")),
    "/ViewerPreferences": frozenset(("/DisplayDocTitle",)),
    "/PageLabels": frozenset(("/Nums",)),
}
_INTENT = frozenset(("/Type", "/S", "/OutputConditionIdentifier", "/Info", "/DestOutputProfile"))
_STREAM = frozenset(("/Length", "/Filter"))
_PAGE = frozenset((
    "/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox",
    "/ArtBox", "/Rotate", "/StructParents", "/Tabs",
))  # fmt: skip
_RESOURCES = frozenset(("/ColorSpace", "/ExtGState", "/Font", "/Pattern", "/Shading", "/XObject"))
# What a page may draw with; Engross draws text and nothing else, so they are empty.
_DRAWN = ("/XObject", "/Pattern", "/Shading")
_STATE = frozenset(("/Type", "/ca", "/CA"))
_FONT = frozenset(("/Type", "/Subtype", "/BaseFont", "/Encoding", "/DescendantFonts", "/ToUnicode"))
_DESCENDANT = frozenset((
    "/Type", "/Subtype", "/BaseFont", "/CIDSystemInfo", "/CIDToGIDMap", "/FontDescriptor", "/W", "/DW"
))  # fmt: skip
_DESCRIPTOR = frozenset((
    "/Type", "/FontName", "/FontFamily", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent",
    "/CapHeight", "/StemH", "/StemV", "/FontFile2",
))  # fmt: skip
# The version of PDF whose fonts list their codes (ISO 19005-1, 6.3.5).
_LISTS_CODES = "1.4"
_BOOKMARK = frozenset(("/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/Dest"))
_ACTION = frozenset(("/S", "/D", "/SD"))
_MOST_BOOKMARKS = 100_000


def entries(pdf: pikepdf.Pdf, profile: Profile) -> Iterator[Extra]:
    """Yield the entries that Engross never writes in a file of ``profile``, object by object.

    What a page could draw counts even if it does not: it is in the file, and seen by whoever looks there.
    """
    root: PdfObject = pdf.Root
    # The references of a file laid out for the web are in two parts, one before the other.
    trailer = _TRAILER | {"/Prev"} if pdf.is_linearized else _TRAILER
    yield from _unknown(pdf.trailer, trailer - {"/Info"} if profile.is_of_pdf_2 else trailer, None)
    yield from _unknown(root, _CATALOGUE | _CARRYING if profile.carries_source else _CATALOGUE, None)
    for key, known in _OF_CATALOGUE.items():
        named = profile.is_of_pdf_2 and key == "/StructTreeRoot"
        yield from _unknown(root.get(key, {}), known | {"/Namespaces"} if named else known, None)
    if "/PageLabels" in root and not _counts_pages(root.PageLabels.get("/Nums")):
        yield Extra("/PageLabels that do not count the pages", None)
    for intent in root.get("/OutputIntents", ()):
        yield from _unknown(intent, _INTENT, None)
        yield from _unknown(intent.get("/DestOutputProfile", {}), _STREAM | {"/N"}, None)
    for bookmark in _bookmarks(root):
        yield from _lead(bookmark) if profile.is_of_pdf_2 else _unknown(bookmark, _BOOKMARK, None)
    if len(root.Pages.Kids) != len(pdf.pages):
        yield Extra("/Kids that are no pages", None)
    known_resources: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, 1):
        yield from _unknown(page.obj, _PAGE, number)
        contents: PdfObject = page.obj.get("/Contents", {})
        if isinstance(contents, pikepdf.Array):
            yield Extra("/Contents in pieces", number)
        else:
            yield from _unknown(contents, _STREAM, number)
        if not page.resources.is_indirect or page.resources.objgen not in known_resources:
            known_resources.add(page.resources.objgen)
            yield from _resources(page.resources, number, lists_codes=pdf.pdf_version == _LISTS_CODES)


def _resources(resources: PdfObject, page: int, *, lists_codes: bool) -> Iterator[Extra]:
    yield from _unknown(resources, _RESOURCES, page)
    for kind in _DRAWN:
        yield from _unknown(resources.get(kind, {}), frozenset(), page)
    for state in resources.get("/ExtGState", {}).values():
        yield from _unknown(state, _STATE, page)
    for font in resources.get("/Font", {}).values():
        yield from _unknown(font, _FONT, page)
        yield from _unknown(font.get("/ToUnicode", {}), _STREAM, page)
        for descendant in font.get("/DescendantFonts", ()):
            yield from _unknown(descendant, _DESCENDANT, page)
            mapping, descriptor = descendant.get("/CIDToGIDMap"), descendant.get("/FontDescriptor", {})
            if isinstance(mapping, pikepdf.Stream):
                yield from _unknown(mapping, _STREAM, page)
            yield from _unknown(descriptor, _DESCRIPTOR | {"/CIDSet"} if lists_codes else _DESCRIPTOR, page)
            yield from _unknown(descriptor.get("/FontFile2", {}), _STREAM | {"/Length1"}, page)
            if lists_codes:
                yield from _code_list(descriptor.get("/CIDSet"), descendant, page)


def _code_list(codes: PdfObject, descendant: PdfObject, page: int) -> Iterator[Extra]:
    """Yield what is wrong with the list of a font's codes: it has those that have widths, and no others."""
    if not isinstance(codes, pikepdf.Stream):
        yield Extra("no /CIDSet", page)
        return
    yield from _unknown(codes, _STREAM, page)
    measure(codes)
    bits = (
        (8 * at + bit, byte >> (7 - bit) & 1)
        for at, byte in enumerate(codes.read_bytes())
        for bit in range(8)
    )
    widths = list(descendant.get("/W", ()))
    wide = {
        int(first) + at
        for first, given in zip(widths[::2], widths[1::2], strict=True)
        for at in range(len(given))
    }
    if {code for code, is_set in bits if is_set} != wide:
        yield Extra("a /CIDSet that is not of its codes", page)


def _lead(bookmark: PdfObject) -> Iterator[Extra]:
    """Yield what is wrong with a bookmark of PDF 2.0, which leads to a place and to the element there."""
    yield from _unknown(bookmark, _BOOKMARK - {"/Dest"} | {"/A"}, None)
    action = bookmark.get("/A", pikepdf.Dictionary())
    yield from _unknown(action, _ACTION, None)
    if action.keys() != _ACTION or action.S != "/GoTo":
        yield Extra("/A that is no /GoTo of the structure", None)
        return
    (page, *place), (element, *same) = list(action.D), list(action.SD)
    if element.get("/Pg", pikepdf.Dictionary()).objgen != page.objgen or place != same:
        yield Extra("/SD that is not where /D is", None)


def leads(pdf: pikepdf.Pdf) -> tuple[tuple[str, int], ...]:
    """Return the title of each bookmark that leads to an element, and the number of that."""
    return tuple(
        (str(bookmark.get("/Title", "")), bookmark.A.SD[0].objgen[0])
        for bookmark in _bookmarks(pdf.Root)
        if "/SD" in bookmark.get("/A", pikepdf.Dictionary())
    )


def bookmarks(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the titles of all bookmarks; raise ValueError when they run in circles."""
    return tuple(str(bookmark.get("/Title", "")) for bookmark in _bookmarks(pdf.Root))


def _counts_pages(labels: PdfObject) -> bool:
    """Tell whether ``labels`` are decimal numbers from 1, and nothing else (ISO 32000-1, 12.4.2)."""
    return (
        isinstance(labels, pikepdf.Array)
        and len(labels) == 2
        and labels[0] == 0
        and dict(labels[1].items()) == {"/S": "/D"}
    )


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
