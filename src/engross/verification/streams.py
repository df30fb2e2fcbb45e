"""The size of a stream before anything reads it: a small file may unpack to more than the memory holds."""

import zlib

import pikepdf

from engross.verification.evidence import PdfObject

LARGEST_STREAM = 4 * 2**20


def measure(stream: PdfObject) -> None:
    """Raise ValueError when ``stream`` would not fit LARGEST_STREAM, or is packed so that nobody can say.

    Data in another file than this (ISO 32000-1, 7.3.8.2) are data that nobody has proved.
    """
    if "/F" in stream:
        raise ValueError("the data of a stream are in another file")
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        size = len(raw)
    elif filters == "/FlateDecode":
        packer = zlib.decompressobj()
        size = len(packer.decompress(raw, LARGEST_STREAM + 1))
        if raw and size <= LARGEST_STREAM and (packer.unused_data or not packer.eof):
            raise ValueError("a stream goes on after its end, or has none")
    else:
        raise ValueError(f"a stream is packed with {filters!r}, which Engross never uses")
    if size > LARGEST_STREAM:
        raise ValueError(f"a stream is larger than {LARGEST_STREAM} bytes")
