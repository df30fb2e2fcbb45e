"""What a file has that is no part of it: bytes beside its objects, and objects that nothing refers to.

Viewers show none of it. A file is its one section (``sections``) and what its trailer leads to; the streams
that only hold other objects, or tell where they are, are the bytes of those.
"""

from collections.abc import Iterator

import pikepdf

from engross.verification import sections
from engross.verification.evidence import PdfObject

_CONTAINERS = (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)
_TABLE, _HOLDER = "/XRef", "/ObjStm"


def strays(data: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield each stray of ``data``, which ``pdf`` was opened from, in words."""
    found = sections.read(data)
    if found.stray:
        yield found.stray
        return
    listed: list[PdfObject] = list(pdf.objects)
    objects = {source.objgen: source for source in listed if isinstance(source, pikepdf.Object)}
    tables, held = 0, 0
    for number, generation in sorted(objects.keys() - _reached(pdf.trailer)):
        source = objects[number, generation]
        kind = source.get("/Type") if isinstance(source, pikepdf.Stream) else None
        tables += kind == _TABLE
        held += int(source.N) if kind == _HOLDER else 0
        if kind not in (_TABLE, _HOLDER) or tables > 1:
            yield f"the object {number}, to which nothing refers"
    # What is no more than a number, or null, is among them: Engross gives no such thing an object.
    unlisted = found.numbers - {number for number, _ in objects}
    if unlisted:
        yield f"the object {min(unlisted)}, which its references leave out"
    if held != len(objects) - len(found.numbers - unlisted):
        yield "objects inside others that its references leave out"


def _reached(trailer: PdfObject) -> set[tuple[int, int]]:
    """Return the objects that ``trailer`` leads to."""
    reached: set[tuple[int, int]] = set()
    waiting = [trailer]
    while waiting:
        source = waiting.pop()
        if source.is_indirect:
            if source.objgen in reached:
                continue
            reached.add(source.objgen)
        parts = source if isinstance(source, pikepdf.Array) else map(source.get, source.keys())
        waiting += [part for part in parts if isinstance(part, _CONTAINERS)]
    return reached
