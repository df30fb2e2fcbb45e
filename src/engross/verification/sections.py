"""The bytes of a file, one after another: a head, its objects, its references, its end, and nothing else.

A PDF may be continued after its end (ISO 32000-1, 7.5.6): what is appended replaces objects, and the copy
that was signed, printed or proved is still inside. Bytes between the objects, before the head and after the
end are read by nobody, or by some programs and not by others. A file that was made in one go has none.

It knows the syntax (ISO 32000-1, 7.2 to 7.5) as far as that takes; what objects mean is for ``reading_pdf``.
A file laid out for the web has two parts and still one section: see ``linearised``.
"""

import re
from dataclasses import dataclass, field

_HEAD = re.compile(rb"%PDF-[12]\.\d\r?\n(?:%[\x80-\xff]{4,8}\r?\n)?")
_OBJECT = re.compile(rb"\s{0,2}(\d{1,10}) (\d{1,5}) obj\b")
_TOKEN = re.compile(
    rb"""\s*(?: (?P<string>\() | (?P<begin><<|\[) | (?P<end>>>|\]) | (?P<hex><[0-9A-Fa-f\s]*>)
    | (?P<word>/?[^\s()<>\[\]{}/%]+) )""",
    re.VERBOSE,
)
_IN_STRING = re.compile(rb"[^()\\]+|\\.|[()]", re.DOTALL)
_LENGTH = re.compile(rb"\d{1,10}")
_DATA = re.compile(rb"\r?\n")
_END_OF_DATA = re.compile(rb"\s{0,2}endstream\s{1,2}endobj\b")
_TABLE = re.compile(rb"\s{0,2}xref\s{1,2}(?:\d+ \d+\s{1,2}(?:\d{10} \d{5} [nf][ \r\n]{2})*)+trailer\b")
_END = re.compile(rb"\s{0,2}startxref\s{1,2}(\d+)\s{1,2}%%EOF\s{0,2}")


@dataclass(slots=True)
class Sections:
    """What the bytes hold: where each object that has bytes of its own begins, and the first stray.

    ``tables`` are the objects that tell where others are, ``parts`` those that tell how a file for the web
    is laid out: nothing refers to either.
    """

    objects: dict[int, int] = field(default_factory=dict)
    tables: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()
    stray: str = ""


def read(pdf: bytes) -> Sections:
    """Read ``pdf``, which is not laid out for the web, from its first byte to its last."""
    found = Sections()
    try:
        _read(Walk(pdf, found.objects), found)
    except ValueError as error:
        found.stray = str(error)
    return found


def _read(walk: "Walk", found: Sections) -> None:
    walk.head()
    references = walk.walk_objects()
    last = max(found.objects, key=lambda number: found.objects[number], default=0)
    if table := _TABLE.match(walk.pdf, walk.at):
        references = walk.pdf.index(b"xref", walk.at)
        walk.at = table.end()
        walk.value()
    else:
        found.tables = (last,)
    if walk.end() != references:
        raise ValueError("references that are not those at its end")


class Walk:
    """A walk over bytes; ``at`` is where it stands. It raises ValueError at the first stray byte.

    ``objects`` will have where each object begins that it has walked over.
    """

    def __init__(self, pdf: bytes, objects: dict[int, int] | None = None) -> None:
        """Stand before the first byte of ``pdf``."""
        self.pdf = pdf
        self.objects = {} if objects is None else objects
        self.at = 0

    def head(self) -> None:
        """Walk over the head of the file."""
        self.take(_HEAD, "bytes before its head, or no head of a PDF")

    def end(self) -> int:
        """Walk over the end of the file, and return where it says that the references are."""
        end = self.take(_END, f"bytes after the object {max(self.objects, default=0)} that are no part of it")
        if self.at != len(self.pdf):
            raise ValueError(f"{len(self.pdf) - self.at} bytes after its end")
        return int(end[1])

    def walk_objects(self) -> int:
        """Walk over all objects, and return where the last of them stands."""
        last = 0
        while head := _OBJECT.match(self.pdf, self.at):
            last, number = head.start(1), int(head[1])
            if number in self.objects:
                raise ValueError(f"the object {number} twice")
            self.objects[number] = last
            self.at = head.end()
            self._body(number)
        return last

    def value(self) -> int | None:
        """Walk over one value; return the Length of a dictionary that has one."""
        depth, length, before = 0, None, b""
        while True:
            token = self.take(_TOKEN, "bytes that are no part of an object")
            if token["string"]:
                self._string()
            elif token["begin"]:
                depth += 1
            elif token["end"]:
                depth -= 1
            elif depth == 1 and before == b"/Length" and _LENGTH.fullmatch(token["word"] or b""):
                length = int(token["word"])
            before = token["word"] or b""
            if depth <= 0:
                return length

    def take(self, pattern: re.Pattern[bytes], otherwise: str) -> re.Match[bytes]:
        """Walk over what ``pattern`` matches; raise ValueError, saying ``otherwise``, if nothing does."""
        found = pattern.match(self.pdf, self.at)
        if found is None:
            raise ValueError(otherwise)
        self.at = found.end()
        return found

    def data(self, number: int, length: int) -> None:
        """Walk over the data of the stream ``number`` and the end of its object."""
        self.take(_DATA, f"no data of the object {number}")
        self.at += length
        self.take(_END_OF_DATA, f"other data of the object {number} than it says")

    def _body(self, number: int) -> None:
        length = self.value()
        word = self.take(_TOKEN, f"no end of the object {number}")["word"]
        if word == b"endobj":
            return
        if word != b"stream" or length is None:
            raise ValueError(f"more than one value in the object {number}")
        self.data(number, length)

    def _string(self) -> None:
        depth = 1
        while depth:
            part = self.take(_IN_STRING, "a string without end")[0]
            depth += (part == b"(") - (part == b")")
