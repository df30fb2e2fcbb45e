"""What is done to the bytes of a finished file from outside: updates on top, things beside and between.

Each entry is a change of the bytes of a file with a table of references, as ``plain`` gives it, and the
checks that must not let it pass; READING stands for the refusal of what cannot be read as it stands.
"""

import io
import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pikepdf

Change: TypeAlias = Callable[[bytes], bytes]
FILE, READING, STRUCTURE = "file", "reading", "structure"


def plain(pdf: bytes) -> bytes:
    """Return ``pdf`` with all objects apart and a table of references: the same file, easier to change."""
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def saved(pdf: bytes, change: Callable[[Any], None] = lambda _: None, **options: Any) -> bytes:
    """Return ``pdf`` after ``change``, as pikepdf saves it with ``options``."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        out = io.BytesIO()
        opened.save(
            out, fix_metadata_version=False, deterministic_id=not options.get("encryption"), **options
        )
    return out.getvalue()


def updated(pdf: bytes, objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Return ``pdf`` with an update on top that gives ``objects`` anew (ISO 32000-1, 7.5.6)."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        catalogue, size = (
            opened.Root.objgen[0],
            max(number for number, _ in (o.objgen for o in opened.objects)),
        )
    out, rows = bytearray(pdf), bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number, body in objects.items():
        rows += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    size = max(size, *objects, 0) + 1
    last = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    out += rows + b"trailer\n<</Size %d/Root %d 0 R/Prev %d%b>>\n" % (size, catalogue, last, trailer)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def _first_page(pdf: bytes) -> tuple[int, bytes]:
    """Return the number and the content of the first page's stream."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        contents: Any = opened.pages[0].obj.Contents
        return contents.objgen[0], contents.read_bytes()


def _same_page_again(pdf: bytes) -> bytes:
    number, content = _first_page(pdf)
    return updated(pdf, {number: stream(content)})


def _other_page(pdf: bytes) -> bytes:
    number, content = _first_page(pdf)
    return updated(pdf, {number: stream(re.sub(rb"\[.*?\] TJ", b"", content))})


def _page_added(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        tree: Any = opened.Root.Pages
        number, count = tree.objgen[0], len(opened.pages)
        kids = b" ".join(b"%d 0 R" % page.obj.objgen[0] for page in opened.pages)
    new = 9000
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595.276 841.89]/Resources<<>>>>" % number
    pages = b"<</Type/Pages/Count %d/Kids[%b %d 0 R]>>" % (count + 1, kids, new)
    return updated(pdf, {number: pages, new: page})


def before_references(inserted: bytes) -> Change:
    """Return a change that puts ``inserted`` between the last object and the references, which stay right."""

    def change(pdf: bytes) -> bytes:
        at = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
        return (
            pdf[:at]
            + inserted
            + re.sub(rb"(startxref\s+)\d+", lambda found: found[1] + b"%d" % (at + len(inserted)), pdf[at:])
        )

    return change


def _hidden(pdf: bytes) -> bytes:
    """Leave an object in the references to which nothing refers any more."""

    def hide(opened: Any) -> None:
        opened.Root.Hidden = opened.make_stream("Тайна".encode())

    with_key = plain(saved(pdf, hide))
    gone, times = re.subn(rb"/Hidden \d+ 0 R", lambda found: b" " * len(found[0]), with_key)
    assert times == 1
    return gone


def _held(pdf: bytes) -> bytes:
    """Put a holder of other objects into the file, whose objects no reference names."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        number = len(opened.objects) + 1
    holder = stream(b"9001 0 (hidden)", b"/Type/ObjStm/N 1/First 7")
    return before_references(b"%d 0 obj\n%b\nendobj\n" % (number, holder))(pdf)


def _key_twice(pdf: bytes) -> bytes:
    at = pdf.index(b"/Marked true")
    return pdf[:at] + b"/Marked true " + pdf[at:]


def _data_after_a_stream(pdf: bytes) -> bytes:
    def change(opened: Any) -> None:
        contents = opened.pages[0].obj.Contents
        packed = zlib.compress(contents.read_bytes()) + "Тайна".encode()
        opened.pages[0].obj.Contents = pikepdf.Stream(opened, packed, Filter=pikepdf.Name.FlateDecode)

    return saved(
        pdf,
        change,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
        recompress_flate=False,
    )


def _without_end(pdf: bytes) -> bytes:
    return pdf[: pdf.rindex(b"%%EOF")]


def fails(*checks: str) -> frozenset[str]:
    return frozenset(checks)


MUTANTS: Mapping[str, tuple[Change, frozenset[str]]] = {
    "an update that changes nothing": (lambda pdf: updated(pdf, {}), fails(FILE)),
    "an update with the same content of a page": (_same_page_again, fails(FILE)),
    "an update that empties a page": (
        _other_page,
        fails(FILE, "text by the structure tree", "text by PDFium"),
    ),
    "an update that adds a page": (_page_added, fails(FILE, "pages")),
    "two updates": (lambda pdf: _other_page(_same_page_again(pdf)), fails(FILE)),
    "an update with a document's note": (
        lambda pdf: updated(pdf, {9000: b"(hidden)"}, b"/Note 9000 0 R"),
        fails(FILE, STRUCTURE),
    ),
    "bytes after the end": (lambda pdf: pdf + "Тайна".encode(), fails(FILE)),
    "a comment after the end": (lambda pdf: pdf + b"% hidden\n", fails(FILE)),
    "a second end": (lambda pdf: pdf + b"%%EOF\n", fails(FILE)),
    "another file after the end": (lambda pdf: pdf + pdf, fails(FILE)),
    "bytes before the head": (lambda pdf: b"Subject: a letter\n\n" + pdf, fails(FILE)),
    "another head before the head": (lambda pdf: b"%PDF-1.4\n" + pdf, fails(READING)),
    "no end": (_without_end, fails(FILE)),
    "a comment between objects": (before_references(b"% hidden\n"), fails(FILE)),
    "bytes between objects": (before_references("Тайна ".encode()), fails(FILE)),
    "an object that no reference names": (before_references(b"9000 0 obj\n(hidden)\nendobj\n"), fails(FILE)),
    "an object before the object of that number": (
        before_references(b"1 0 obj\n(hidden)\nendobj\n"),
        fails(FILE),
    ),
    "an object to which nothing refers": (_hidden, fails(FILE)),
    "a holder of objects that no reference names": (_held, fails(FILE)),
    "a comment inside an object": (
        lambda pdf: saved(pdf, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable),
        fails(FILE),
    ),
    "a file laid out for the web by other software": (
        lambda pdf: saved(pdf, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.disable),
        fails(FILE),
    ),
    "data after the end of a stream": (_data_after_a_stream, fails(READING)),
    "a key twice": (_key_twice, fails(READING)),
    "a password for changes": (
        lambda pdf: saved(pdf, encryption=pikepdf.Encryption(owner="owner", user="")),
        fails(READING),
    ),
    "half of the file": (lambda pdf: pdf[: len(pdf) // 2], fails(READING)),
}


# Of a file laid out for the web, as made: two streams of references, hints, objects packed together.


def replaced(old: bytes, new: bytes) -> Change:
    """Return a change of the last ``old`` to ``new``; if they are as long, nothing moves."""

    def change(pdf: bytes) -> bytes:
        at = pdf.rindex(old)
        return pdf[:at] + new + pdf[at + len(old) :]

    return change


def stated(key: bytes, more: int) -> Change:
    """Return a change after which the number that the first object has for ``key`` is larger."""

    def change(pdf: bytes) -> bytes:
        found = re.search(rb"/%b (?:\[ )?(\d+)" % key, pdf)
        assert found
        number = b"%0*d" % (len(found[1]), int(found[1]) + more)
        return pdf[: found.start(1)] + number + pdf[found.end(1) :]

    return change


def _in_room(where: int) -> Change:
    """Return a change that writes into the blanks that were left at the ``where``-th place."""

    def change(pdf: bytes) -> bytes:
        room = list(re.finditer(rb"\n {12,}\n", pdf))[where]
        return pdf[: room.start() + 1] + b"% hidden    " + pdf[room.start() + 13 :]

    return change


FOR_THE_WEB: Mapping[str, tuple[Change, frozenset[str]]] = {
    **{
        mutant: MUTANTS[mutant]
        for mutant in (
            "an update that changes nothing",
            "an update with the same content of a page",
            "an update that empties a page",
            "an update that adds a page",
            "two updates",
            "bytes after the end",
            "a comment after the end",
            "a second end",
            "another file after the end",
            "bytes before the head",
            "no end",
            "half of the file",
        )
    },
    "another length": (stated(b"L", 1), fails(FILE)),
    "hints elsewhere": (stated(b"H", 1), fails(FILE)),
    "another first page": (stated(b"O", 1), fails(FILE)),
    "another end of the first page": (stated(b"E", 9), fails(FILE)),
    "more pages": (stated(b"N", 1), fails(FILE)),
    "references elsewhere": (stated(b"T", 2), fails(FILE)),
    "other references before": (stated(b"Prev", 1), fails(FILE)),
    **{f"a comment in the room {where}": (_in_room(where), fails(FILE)) for where in range(3)},
    "a key more at the beginning": (
        replaced(b"<< /Linearized 1 /L", b"<< /Linearized 1 /X 1 /L"),
        fails(FILE),
    ),
    "an object between": (replaced(b"\nendobj\n", b"\nendobj\n9000 0 obj\n(hidden)\nendobj\n"), fails(FILE)),
    "bytes between objects": (replaced(b"endobj\n", b"endobj\n% hidden\n"), fails(FILE)),
    "the second references with a note": (replaced(b" /Size ", b" /Note (x) /Size "), fails(FILE)),
}
