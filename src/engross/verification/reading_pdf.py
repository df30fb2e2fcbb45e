"""A PDF to the frozen ``TaggedFile`` that the checks share, by pikepdf (qpdf).

It reads each object once, repairs nothing and judges nothing. What is no PDF, is encrypted, needs repair
or goes beyond the bounds is refused: whatever a hostile file does in here ends as ``RefusedError``.
"""

import io
import re
import zlib
from contextlib import nullcontext

import pikepdf

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.model.profile import Profile
from engross.verification import carrying, claims, extras, prepress
from engross.verification.content import ContentReader
from engross.verification.evidence import Page, PdfObject, TaggedFile
from engross.verification.strays import strays
from engross.verification.streams import measure
from engross.verification.tree import TreeReader

VERSION = pikepdf.__version__
QPDF_VERSION = pikepdf.__libqpdf_version__
# Whoever calls may have told pikepdf to give numbers as objects; before 10.14 nothing could be done about it.
_plain_values = getattr(pikepdf, "implicit_conversion", nullcontext)
_MOST_PAGES = 20_000
_DEEPEST_PAGE_TREE = 64
_IN_MEMORY = re.compile(r"stream <_io\.BytesIO object at \w+>")
"""How pikepdf names a file that it reads from memory: by an address that is another every time."""
_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
# What pikepdf and this package raise over objects of another type or shape than the standard demands.
_HOSTILE = (
    pikepdf.PdfError, pikepdf.DataDecodingError, zlib.error, ArithmeticError, AttributeError, LookupError,
    NotImplementedError, RuntimeError, TypeError, ValueError,
)  # fmt: skip


def read(pdf: bytes, name: str, profile: Profile | None = None) -> TaggedFile:
    """Read ``pdf`` as a file of ``profile``, None: of the one that it claims.

    Raise RefusedError, naming the file as ``name``, when it cannot be read as it stands.
    """
    if b"%PDF-" not in pdf[:1024]:
        raise RefusedError(finding("P001", Place(file=name)))
    try:
        with _plain_values(), pikepdf.open(io.BytesIO(pdf), suppress_warnings=True) as opened:
            if opened.is_encrypted:
                raise RefusedError(finding("P002", Place(file=name)))
            file = _read(opened, pdf, profile)
            warnings = opened.get_warnings()
    except pikepdf.PasswordError as error:
        raise RefusedError(finding("P002", Place(file=name))) from error
    except _HOSTILE as error:
        raise RefusedError(finding("P003", Place(file=name), reason=_reason(error))) from error
    if warnings:
        raise RefusedError(finding("P003", Place(file=name), reason=_reason(ValueError(warnings[0]))))
    return file


def _read(pdf: pikepdf.Pdf, data: bytes, profile: Profile | None) -> TaggedFile:
    root: PdfObject = pdf.Root
    if len(pdf.pages) > _MOST_PAGES:
        raise ValueError(f"it has more than {_MOST_PAGES} pages")
    xmp = _metadata(root.get("/Metadata"))
    profile = profile or claims.claimed(xmp)
    reader = ContentReader(marked=bool(profile.pdfx))
    pages, numbers, keys = [], {}, {}
    for number, page in enumerate(pdf.pages, 1):
        numbers[page.obj.objgen] = number
        pages.append(_page(page, number))
        if "/StructParents" in page.obj:
            keys[int(page.obj.StructParents)] = (number, 0)
        reader.read_page(page, number)
    keys |= reader.forms
    tree = TreeReader(root.get("/StructTreeRoot"), numbers, profile)
    elements = tree.elements()
    held = carrying.read(root) if profile.carries_source else carrying.NOTHING
    return TaggedFile(
        version=pdf.pdf_version,
        objects=len(pdf.objects),
        strays=tuple(strays(data, pdf)),
        pages=tuple(pages),
        shows=tuple(reader.shows),
        drawings=tuple(reader.drawings),
        entries=(*extras.entries(pdf, profile), *held.extras, *tree.extras),
        bookmarks=extras.bookmarks(pdf),
        leads=extras.leads(pdf),
        fonts=reader.fonts(),
        tree=elements,
        parents=tree.parents(keys),
        xmp=xmp,
        info={key[1:]: str(value) for key, value in _dictionary(pdf.trailer, "/Info").items()},
        language=str(root.get("/Lang", "")),
        marked=_dictionary(root, "/MarkInfo").get("/Marked") is True,
        displays_title=_dictionary(root, "/ViewerPreferences").get("/DisplayDocTitle") is True,
        carried=held.files,
        associated=held.associated,
        prepress=prepress.read(pdf, reader.colours),
    )


def _dictionary(source: PdfObject, key: str) -> PdfObject:
    return source.get(key, pikepdf.Dictionary())


def _page(page: pikepdf.Page, number: int) -> Page:
    boxes = {}
    for box in _BOXES:
        value: PdfObject = page.mediabox if box == "MediaBox" else page.obj.get(f"/{box}")
        if value is not None:
            left, bottom, right, top = (float(side) for side in value)
            boxes[box] = (left, bottom, right, top)
    return Page(number, boxes, int(_inherited(page.obj, "/Rotate", 0)))


def _inherited(node: PdfObject, key: str, default: PdfObject) -> PdfObject:
    """Return an attribute that a page may inherit (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEEPEST_PAGE_TREE):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return default
        node = node.Parent
    raise ValueError("the page tree is too deep")


def _metadata(stream: PdfObject) -> bytes:
    if stream is None:
        return b""
    measure(stream)
    return bytes(stream.read_bytes())


def _reason(error: Exception) -> str:
    """Return what a message says of ``error``."""
    told = _IN_MEMORY.sub("the file", " ".join(str(error).split()))[:200] or type(error).__name__
    plain = isinstance(error, (ValueError, pikepdf.PdfError))
    return told if plain else f"an object is not what the standard demands ({told})"
