"""Imposition: the pages of a finished file for print on larger sheets, each as it is, by pikepdf.

A page becomes a form (ISO 32000-1, 8.10) that a side of a sheet draws in its place: not a byte of its content
changes. The file stays what it claims for print; its tags, bookmarks and labels go, for they are of pages.
"""

import hashlib
import io
import re
from collections.abc import Sequence

import pikepdf

from engross.finishing.identifiers import identifier_of
from engross.finishing.sheets import number
from engross.model.imposition import Side

_OF_PAGES = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels", "/ViewerPreferences")
_IDENTIFIER = re.compile(rb"uuid:[0-9a-f-]{36}")


def impose(pdf: bytes, sides: Sequence[Side]) -> bytes:
    """Return ``pdf`` with its pages placed on ``sides``, one page of the new file each."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        originals = list(file.pages)
        forms = [page.as_form_xobject() for page in originals]
        for side in sides:
            file.pages.append(_side(file, side, forms))
        del file.pages[: len(originals)]
        for key in _OF_PAGES:
            if key in file.Root:
                del file.Root[key]
        _identify(file, pdf)
        out = io.BytesIO()
        file.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            fix_metadata_version=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return out.getvalue()


def _side(file: pikepdf.Pdf, side: Side, forms: Sequence[pikepdf.Object]) -> pikepdf.Page:
    box = pikepdf.Array(
        [0, 0, *(pikepdf.Object.parse(number(size).encode()) for size in (side.width, side.height))]
    )
    content = "".join(
        f"q {number(at.scale)} 0 0 {number(at.scale)} {number(at.x)} {number(at.y)} cm /P{at.page} Do Q\n"
        for at in side.placed
    )
    drawn = pikepdf.Dictionary({f"/P{at.page}": forms[at.page - 1] for at in side.placed})
    return pikepdf.Page(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=box,
            BleedBox=box,
            TrimBox=box,
            Resources=pikepdf.Dictionary(XObject=drawn),
            Contents=file.make_stream(content.encode()),
        )
    )


def _identify(file: pikepdf.Pdf, pdf: bytes) -> None:
    """Give the file an identifier of its own, which follows from what it is made of."""
    digest = hashlib.sha256(b"imposed" + pdf + b"".join(_content(page) for page in file.pages)).hexdigest()
    packet: bytes = file.Root.Metadata.read_bytes()
    stream = file.make_stream(_IDENTIFIER.sub(identifier_of(digest).encode(), packet))
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    file.Root.Metadata = stream


def _content(page: pikepdf.Page) -> bytes:
    return bytes(page.obj.Contents.read_bytes())
