"""Packed objects, streams of references and hints hold what they say, and not a byte more."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pikepdf
import pytest

from engross.verification import hints, packs

Stream: TypeAlias = Any


@pytest.fixture
def opened(statement_pdf: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(statement_pdf.read_bytes())) as pdf:
        yield pdf


def _of_kind(pdf: pikepdf.Pdf, kind: str) -> Stream:
    streams = [source for source in pdf.objects if isinstance(source, pikepdf.Stream)]
    if kind == "hints":
        return next(stream for stream in streams if "/S" in stream and "/Type" not in stream)
    return next(stream for stream in streams if stream.get("/Type") == kind)


def _put(stream: Stream, data: bytes) -> None:
    """Give ``stream`` other data; how they were predicted goes with the old ones."""
    if "/DecodeParms" in stream:
        del stream["/DecodeParms"]
    stream.write(data)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b" (hidden)",
        lambda data: data + b"\n\n\n\n",
        lambda data: data[:-1] + b"% hidden",
        lambda data: data.replace(b"<<", b"  <<", 1),
    ],
)
def test_bytes_beside_packed_objects_are_found(change: Callable[[bytes], bytes], opened: pikepdf.Pdf) -> None:
    pack = _of_kind(opened, "/ObjStm")
    assert packs.packed(pack)
    _put(pack, change(pack.read_bytes()))
    with pytest.raises(ValueError, match=r"bytes|packed"):
        packs.packed(pack)


@pytest.mark.parametrize(("key", "value"), [("/N", 1), ("/Note", "x"), ("/First", 5)])
def test_a_pack_that_says_something_else_is_found(key: str, value: object, opened: pikepdf.Pdf) -> None:
    pack = _of_kind(opened, "/ObjStm")
    pack[key] = value
    with pytest.raises(ValueError, match=r"pack|packed|invalid literal"):
        packs.packed(pack)


@pytest.mark.parametrize("more", [b"hidden", b"\0" * 4])
def test_bytes_after_references_are_found(more: bytes, opened: pikepdf.Pdf) -> None:
    table = _of_kind(opened, "/XRef")
    assert dict(packs.listed(table))
    _put(table, table.read_bytes() + more)
    with pytest.raises(ValueError, match="more or fewer"):
        list(packs.listed(table))


def test_a_reference_that_leads_nowhere_is_found(opened: pikepdf.Pdf) -> None:
    table = _of_kind(opened, "/XRef")
    data = table.read_bytes()
    _put(table, b"\7hid" + data[4:])
    with pytest.raises(ValueError, match="leads nowhere"):
        list(packs.listed(table))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b"hidden",
        lambda data: data[:36] + b"\0" + data[36:],
        lambda data: data[:-1],
    ],
)
def test_hints_are_as_long_as_their_tables(change: Callable[[bytes], bytes], opened: pikepdf.Pdf) -> None:
    stream, pages = _of_kind(opened, "hints"), len(opened.pages)
    assert hints.are_whole(stream, pages)
    _put(stream, change(stream.read_bytes()))
    assert not hints.are_whole(stream, pages)
