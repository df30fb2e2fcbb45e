"""Compression: each stream once. The engine would compress for the file's identifier, and again to write."""

import zlib

import pydyf

_START, _END = b"\nstream\n", b"\nendstream"


def compress_once(pdf: pydyf.PDF) -> None:
    """Replace the content of every stream that is to be compressed by its compressed content."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.compress:
            stream.compress = False
            content = stream.data.partition(_START)[2].removesuffix(_END)
            stream.stream = [zlib.compress(content, 9)]
            stream.extra["Filter"] = "/FlateDecode"
