"""What a file has that is no part of it: bytes beside its objects, and objects that nothing refers to.

Viewers show none of it. A file is its one section (``sections``, ``linearised``) and what its trailer leads
to; the streams that only hold other objects, or tell where they are (``packs``), are the bytes of those.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr

import pikepdf

from engross.verification import hints, linearised, packs, sections
from engross.verification.evidence import PdfObject

_CONTAINERS = (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)
_PACK = "/ObjStm"


def strays(data: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield each stray of ``data``, which ``pdf`` was opened from, in words."""
    for_the_web = linearised.is_linearised(data)
    found = linearised.read(data) if for_the_web else sections.read(data)
    if found.stray:
        yield found.stray
        return
    listed: list[PdfObject] = list(pdf.objects)
    objects = {source.objgen: source for source in listed if isinstance(source, pikepdf.Object)}
    places = {number: (-1, place) for number, place in found.objects.items()}
    try:
        for number, generation in sorted(objects.keys() - _reached(pdf.trailer)):
            source = objects[number, generation]
            if isinstance(source, pikepdf.Stream) and source.get("/Type") == _PACK:
                places |= {held: (number, at) for at, held in enumerate(packs.packed(source))}
            elif number not in (*found.tables, *found.parts):
                yield f"the object {number}, to which nothing refers"
        yield from _references(places, found, pdf)
        if for_the_web and not _hints_hold(pdf, found.parts[1]):
            yield "hints that do not hold"
    except ValueError as error:
        yield str(error)
    # What is no more than a number, or null, is among them: Engross gives no such thing an object.
    if unlisted := places.keys() - {number for number, _ in objects}:
        yield f"the object {min(unlisted)}, which its references leave out"


def _references(
    places: Mapping[int, tuple[int, int]], found: sections.Sections, pdf: pikepdf.Pdf
) -> Iterator[str]:
    """Yield what the streams of references say otherwise than the bytes, if the file has such."""
    listed = dict[int, tuple[int, int]]()
    for table in found.tables:
        for number, place in packs.listed(pdf.get_object(table, 0)):
            if number in listed:
                yield f"two references to the object {number}"
            listed[number] = place
    if found.tables and listed != places:
        yield "references that leave objects out or lead elsewhere"


def _hints_hold(pdf: pikepdf.Pdf, number: int) -> bool:
    """Tell whether the hints, the object ``number``, are right, and the places of what they speak of."""
    if not hints.are_whole(pdf.get_object(number, 0), len(pdf.pages)):
        return False
    # pikepdf 10.18 leaves what it is given to write to in the place of sys.stderr.
    with redirect_stderr(io.StringIO()) as told:
        return pdf.check_linearization(told)


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
