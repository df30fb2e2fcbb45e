"""ICC profiles (ICC.1:2010, 7), as far as a printing condition goes: what kind, for which inks, called what.

It believes nothing that the bytes do not bear out: sizes, offsets and signatures are compared with them.
"""

import struct
from dataclasses import dataclass

LARGEST = 4 * 2**20
"""No larger profile is taken: those of presses have one or two megabytes."""

_HEADER = 128
_COMPONENTS = {"GRAY": 1, "RGB ": 3, "CMYK": 4, "Lab ": 3}
_MOST_TAGS = 100
_LONGEST_NAME = 200
_NEWEST_VERSION = 4


@dataclass(frozen=True, slots=True)
class Icc:
    """What a profile says of itself: its class and device space as four letters, and its description.

    ``components`` is the number of its inks, 0 if the space is none that is known.
    """

    kind: str
    space: str
    components: int
    description: str


def parse(data: bytes) -> Icc:
    """Read the profile ``data``; raise ValueError, with the reason, when it is damaged or too large."""
    if len(data) > LARGEST:
        raise ValueError(f"it is larger than {LARGEST // 2**20} MiB")
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        raise ValueError("it is no ICC profile")
    size, version = int.from_bytes(data[:4], "big"), data[8]
    if size != len(data):
        raise ValueError(f"it says that it has {size} bytes, and has {len(data)}")
    if not 0 < version <= _NEWEST_VERSION:
        raise ValueError(f"it is of version {version} of the ICC specification")
    kind, space = data[12:16].decode("latin-1"), data[16:20].decode("latin-1")
    tags = _tags(data)
    if "desc" not in tags:
        raise ValueError("it has no description")
    return Icc(kind, space, _COMPONENTS.get(space, 0), _description(tags["desc"]))


def for_press(data: bytes) -> Icc:
    """Read ``data`` as the profile of a press; raise ValueError, with the reason, when it is none.

    A press prints black by itself in gray and in CMYK; of other spaces nobody can say what black becomes.
    """
    found = parse(data)
    if found.kind != "prtr":
        raise ValueError(f"it is of the class “{found.kind}” and not of an output device (“prtr”)")
    if found.space not in ("GRAY", "CMYK"):
        raise ValueError(f"its colour space is “{found.space.strip()}” and neither GRAY nor CMYK")
    return found


def _tags(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">I", data, _HEADER)
    end = _HEADER + 4 + 12 * count
    if count > _MOST_TAGS or end > len(data):
        raise ValueError(f"it says that it has {count} tags")
    tags = {}
    for at in range(_HEADER + 4, end, 12):
        name, offset, length = struct.unpack_from(">4sII", data, at)
        if offset < end or offset + length > len(data):
            raise ValueError("a tag of it lies beyond its end")
        tags[name.decode("latin-1")] = data[offset : offset + length]
    return tags


def _description(tag: bytes) -> str:
    """Return the text of a description: that of version 2 (ASCII), or the first of version 4 (UTF-16)."""
    told = ""
    if tag[:4] == b"desc" and len(tag) >= 12:
        (length,) = struct.unpack_from(">I", tag, 8)
        told = tag[12 : 12 + length].partition(b"\0")[0].decode("ascii", "replace")
    elif tag[:4] == b"mluc" and len(tag) >= 28:
        length, offset = struct.unpack_from(">II", tag, 20)
        told = tag[offset : offset + length].decode("utf-16-be", "replace")
    name = " ".join(told.split())[:_LONGEST_NAME]
    if not name or not name.isprintable():
        raise ValueError("its description is empty or no text")
    return name
