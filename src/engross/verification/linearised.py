"""A file laid out for the web (ISO 32000-1, Annex F): its first page first, and still all of it one section.

It is made in one go, although it has two streams of references, the first of which leads to the second as an
update would. So only the one form is taken that qpdf writes: every key in its place, nothing but blanks where
it leaves room for numbers, each object in one of the two. What the hints say is for ``hints``.
"""

import re

from engross.verification.sections import Sections, Walk

_FIRST_BYTES = 1024
_MARK = b"<< /Linearized "
_PARAMETERS = re.compile(
    rb"(?P<number>\d{1,10}) 0 obj\n<< /Linearized 1 /L (?P<length>\d{1,10})"
    rb" /H \[ (?P<hints>\d{1,10}) (?P<size>\d{1,10}) \] /O \d{1,10} /E \d{1,10} /N \d{1,10}"
    rb" /T (?P<table>\d{1,10}) >>\nendobj\n *\n"
)
_REFERENCES = (
    rb"(?P<number>\d{1,10}) 0 obj\n<< /Type /XRef /Length (?P<length>\d{1,10}) /Filter /FlateDecode"
    rb" /DecodeParms << /Columns \d{1,2} /Predictor 12 >> /W \[ 1 \d \d \]"
)
_ID = rb" /ID \[<[0-9a-f]{32,64}><[0-9a-f]{32,64}>\] >>\nstream"
_FIRST = re.compile(
    _REFERENCES
    + rb" /Index \[ (?P<start>\d{1,10}) (?P<count>\d{1,10}) \](?: /Info \d{1,10} 0 R)? /Root \d{1,10} 0 R"
    + rb" /Size (?P<total>\d{1,10}) /Prev (?P<previous>\d{1,10}) *"
    + _ID
)
_SECOND = re.compile(_REFERENCES + rb" /Size (?P<total>\d{1,10})" + _ID)
_ROOM = re.compile(rb"\n *\n(?=\d)")
_ROOM_AT_END = re.compile(rb"\n *\n(?=startxref)")


def is_linearised(pdf: bytes) -> bool:
    """Tell whether ``pdf`` says that it is laid out for the web."""
    return b"/Linearized" in pdf[:_FIRST_BYTES]


def read(pdf: bytes) -> Sections:
    """Read ``pdf``, which says that it is laid out for the web, from its first byte to its last."""
    found = Sections()
    try:
        _read(Walk(pdf, found.objects), found)
    except ValueError as error:
        found.stray = str(error)
    return found


def _read(walk: Walk, found: Sections) -> None:
    walk.head()
    stated = walk.take(_PARAMETERS, "another beginning than that of a file for the web")
    first = walk.take(_FIRST, "other first references than those of a file for the web")
    walk.data(int(first["number"]), int(first["length"]))
    walk.take(_ROOM, "bytes after its first references")
    at = walk.walk_objects()
    second = _SECOND.match(walk.pdf, at)
    if second is None:
        raise ValueError("other second references than those of a file for the web")
    walk.take(_ROOM_AT_END, "bytes after its second references")
    for number, start in ((stated, stated.start()), (first, first.start())):
        if int(number["number"]) in found.objects:
            raise ValueError(f"the object {int(number['number'])} twice")
        found.objects[int(number["number"])] = start
    hints = next((number for number, start in found.objects.items() if start == int(stated["hints"])), 0)
    if walk.end() != first.start() or int(first["previous"]) != at or int(stated["table"]) != at - 1:
        raise ValueError("references that are not those at its end")
    if int(stated["length"]) != len(walk.pdf):
        raise ValueError("another length than it says")
    if not _is_whole(walk.pdf, int(stated["hints"]), int(stated["size"])):
        raise ValueError("other hints than it says")
    if not int(second["total"]) == int(first["start"]) == int(first["total"]) - int(first["count"]):
        raise ValueError("references that overlap or leave a gap")
    found.tables = int(first["number"]), int(second["number"])
    found.parts = int(stated["number"]), hints


def _is_whole(pdf: bytes, start: int, size: int) -> bool:
    """Tell whether exactly one object of hints takes the ``size`` bytes from ``start``."""
    pattern = re.compile(
        rb"\d{1,10} 0 obj\n<< /Filter /FlateDecode /S \d{1,10}(?: /O \d{1,10})? /Length (\d{1,10}) >>"
        rb"\nstream\n"
    )
    head = pattern.match(pdf, start)
    return head is not None and head.end() + int(head[1]) + len(b"\nendstream\nendobj\n") == start + size
