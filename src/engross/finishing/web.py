"""The web: a file whose first page can be shown before the rest has come (ISO 32000-1, Annex F).

``keep_apart`` says what may be packed together, before the engine writes; ``written`` has qpdf write the file
anew, with what nothing refers to left out. Of the objects of a page none is packed with those that only a
reader of the whole file needs, nor with its bookmarks: versions of qpdf differ over where such a mixed pack
belongs, and then one finds fault with the hints of another.
"""

import io
import re
import zlib

import pikepdf
import pydyf

from engross.errors import Defect
from engross.findings import finding
from engross.model.profile import Profile

_PLACE_OF_HINTS = re.compile(rb"/Linearized 1 /L \d+ /H \[ (\d+) ")
_HINTS = re.compile(rb"\d+ 0 obj\n<<[^>]*/Length (\d+) >>\nstream\n")
_MOST_TRIES = 32
_PACKED = frozenset(("/StructTreeRoot", "/StructElem"))


# pydyf has no types.
class _Apart(pydyf.Dictionary):  # type: ignore[misc]
    """A dictionary that the engine writes as an object of its own."""

    compressible = False


def keep_apart(pdf: pydyf.PDF) -> None:
    """Keep all but the structure from being packed, with the page tree and what describes the file."""
    for number, source in enumerate(pdf.objects):
        if source is pdf.pages or source is pdf.catalog or not isinstance(source, pydyf.Dictionary):
            continue
        if source.get("Type") not in _PACKED and "Nums" not in source:
            apart = _Apart(source)
            apart.number = number
            pdf.objects[number] = apart


def written(pdf: bytes, profile: Profile) -> bytes:
    """Return ``pdf`` as qpdf writes it, for the web if ``profile`` is; the same bytes at any time.

    Where the packed hints happen to end with a line end, qpdf writes none of its own after them, which is
    not allowed in PDF/A (ISO 19005-2, 6.1.7.1). Then the content of the first page gets a blank line, and the
    hints, which say how long it is, are others.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        stream = opened.pages[0].obj.Contents
        content = stream.read_bytes()
        for blank in range(_MOST_TRIES):
            if blank:
                more = zlib.compress(content + b"\n" * blank, 9)
                stream.write(more, filter=pikepdf.Name.FlateDecode)
            file = _saved(opened, profile)
            if not (profile.for_the_web and _hints_end_a_line(file)):
                return file
    raise Defect(finding("L902", reason="the hints always end with a line end"))


def _hints_end_a_line(file: bytes) -> bool:
    """Tell whether the data of the hints in ``file`` end with a line end, and none is after them."""
    place = _PLACE_OF_HINTS.search(file)
    head = _HINTS.match(file, int(place[1])) if place else None
    if head is None:
        raise Defect(finding("L902", reason="there are no hints where they should be"))
    end = head.end() + int(head[1])
    return file[end : end + 1] != b"\n"


def _saved(opened: pikepdf.Pdf, profile: Profile) -> bytes:
    packing = pikepdf.ObjectStreamMode
    out = io.BytesIO()
    opened.save(
        out,
        linearize=profile.for_the_web,
        object_stream_mode=packing.preserve if profile.packs else packing.disable,
        deterministic_id=True,
        fix_metadata_version=False,
        # The engine has compressed what is to be compressed.
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=profile.packs,
    )
    return out.getvalue()
