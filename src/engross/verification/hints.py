"""The hints of a file laid out for the web: as long as their tables are, and as qpdf finds them right.

ISO 32000-1, Annex F.4: a head of each table says how many bits its entries take; each column of entries fills
whole bytes. Bytes beside the tables would be read by nobody.
"""

from engross.verification.evidence import PdfObject
from engross.verification.streams import measure

_PAGES_HEAD, _SHARED_HEAD, _OUTLINES = 36, 24, 16


def are_whole(stream: PdfObject, pages: int) -> bool:
    """Tell whether ``stream`` has the hints for ``pages`` pages and not a byte more."""
    measure(stream)
    data = bytes(stream.read_bytes())
    shared, outlines = int(stream.S), int(stream.get("/O", len(data)))
    return (
        _pages_size(data, pages) == shared
        and shared + _shared_size(data[shared:]) == outlines
        and outlines + (_OUTLINES if "/O" in stream else 0) == len(data)
    )


def _pages_size(data: bytes, pages: int) -> int:
    """Return how many bytes the table of pages takes (tables F.3 and F.4)."""
    objects, length, start, size, shared, identifier, numerator = (
        _number(data, at, 2) for at in (8, 14, 20, 26, 28, 30, 32)
    )
    at = _PAGES_HEAD
    at += _bytes(objects * pages) + _bytes(length * pages)
    references = sum(_column(data, at, shared, pages))
    at += _bytes(shared * pages)
    return (
        at + _bytes(identifier * references) + _bytes(numerator * references) + _bytes(start * pages)
        + _bytes(size * pages)
    )  # fmt: skip


def _shared_size(data: bytes) -> int:
    """Return how many bytes the table of shared objects takes (tables F.5 and F.6)."""
    entries, in_group, length = _number(data, 12, 4), _number(data, 16, 2), _number(data, 22, 2)
    return _SHARED_HEAD + _bytes(length * entries) + _bytes(entries) + _bytes(in_group * entries)


def _column(data: bytes, at: int, bits: int, count: int) -> list[int]:
    """Return the ``count`` numbers of ``bits`` bits each from the byte ``at`` on."""
    column = int.from_bytes(data[at : at + _bytes(bits * count)], "big")
    spare = _bytes(bits * count) * 8 - bits * count
    return [(column >> (spare + bits * (count - 1 - number))) & ((1 << bits) - 1) for number in range(count)]


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")


def _bytes(bits: int) -> int:
    return -(-bits // 8)
