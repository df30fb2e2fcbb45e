"""Objects packed together, and streams of references: each holds what it says, and not a byte more.

ISO 32000-1, 7.5.7 and 7.5.8. Data between packed objects, after them or after the references are read by
nobody, and references may leave objects out or name some twice.
"""

import re
from collections.abc import Iterator

from engross.verification.evidence import PdfObject
from engross.verification.sections import Walk
from engross.verification.streams import measure

_PACK = frozenset(("/Type", "/N", "/First", "/Length", "/Filter"))
_TABLE = frozenset((
    "/Type", "/Size", "/Index", "/W", "/Root", "/Info", "/ID", "/Prev", "/Length", "/Filter", "/DecodeParms"
))  # fmt: skip
_SPACE = re.compile(rb"\s{1,2}|$")
_FREE, _PLAIN, _PACKED = 0, 1, 2


def packed(pack: PdfObject) -> list[int]:
    """Return the numbers of the objects in ``pack``; raise ValueError if it holds anything else."""
    if pack.keys() - _PACK:
        raise ValueError("a pack of objects that has more than objects")
    measure(pack)
    data, first = bytes(pack.read_bytes()), int(pack.First)
    head = [int(word) for word in data[:first].split()]
    numbers, places = head[::2], head[1::2]
    if not len(numbers) == len(places) == int(pack.N):
        raise ValueError("a pack of objects that has others than it says")
    walk = Walk(data[first:])
    for place in places:
        if walk.at != place:
            raise ValueError("bytes between objects that are packed together")
        walk.value()
        walk.take(_SPACE, "bytes between objects that are packed together")
    if walk.at != len(walk.pdf):
        raise ValueError("bytes after objects that are packed together")
    return numbers


def listed(table: PdfObject) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield each object that ``table`` lists, and where: at a byte, (-1, byte), or as (pack, index).

    Raise ValueError if it holds anything else.
    """
    if table.keys() - _TABLE:
        raise ValueError("references that have more than references")
    measure(table)
    data = bytes(table.read_bytes())
    widths = [int(width) for width in table.W]
    index = [int(number) for number in table.get("/Index", (0, table.Size))]
    numbers = [
        number
        for start, count in zip(index[::2], index[1::2], strict=True)
        for number in range(start, start + min(count, len(data) + 1))
    ]
    if len(data) != len(numbers) * sum(widths):
        raise ValueError("references that are more or fewer than they say")
    at = 0
    for number in numbers:
        fields = []
        for width in widths:
            fields.append(int.from_bytes(data[at : at + width], "big"))
            at += width
        kind, first, second = fields if widths[0] else (_PLAIN, *fields[1:])
        if kind == _PLAIN and second == 0:
            yield number, (-1, first)
        elif kind == _PACKED:
            yield number, (first, second)
        elif kind != _FREE or number:
            raise ValueError(f"a reference to the object {number} that leads nowhere")
