"""Colours: what they mean, in the fewest bytes; a page shows black text and nothing else.

The profile of sRGB (IEC 61966-2-1) is made from its definition, with curves as formulas (ICC.1:2004-10,
10.15) instead of tables: 480 bytes say the same as three thousand. A file of PDF 1.4 keeps that of the
engine, since such formulas came later (ISO 32000-1, table 66).
"""

import struct
from collections.abc import Iterable

import pydyf

from engross.model.profile import Profile

_SIZE_OF_HEAD = 128
# Linear light as X, Y, Z under the light D50, for red, green and blue; then the light itself.
_PRIMARIES = {
    b"rXYZ": (0.43606567, 0.22248840, 0.01391602),
    b"gXYZ": (0.38514709, 0.71687317, 0.09707642),
    b"bXYZ": (0.14306641, 0.06060791, 0.71409607),
}
_LIGHT = (0.9642, 1.0, 0.8249)
# From the light of screens (D65) to D50, by Bradford.
_ADAPTATION = (
    *(1.04788208, 0.02291870, -0.05021667),
    *(0.02958679, 0.99047852, -0.01707458),
    *(-0.00924683, 0.01507568, 0.75167847),
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def declare_colours(pdf: pydyf.PDF, profile: Profile) -> None:
    """Give the output intent of ``pdf`` its short profile, and drop the colour spaces that nothing uses."""
    if profile.pdf_version == "1.4":
        return
    (intent,) = pdf.catalog["OutputIntents"]
    stream = pdf.objects[int(bytes(intent["DestOutputProfile"]).split()[0])]
    stream.stream[:] = [srgb()]
    intents = pydyf.Array([intent])
    pdf.add_object(intents)
    pdf.catalog["OutputIntents"] = intents.reference
    forget_spaces(pdf)


def forget_spaces(pdf: pydyf.PDF) -> None:
    """Drop the colour spaces, and the other resources, that the engine gives every file and no page uses."""
    for source in pdf.objects:
        if isinstance(source, dict) and "ColorSpace" in source and "ExtGState" in source:
            del source["ColorSpace"]
            for kind in ("XObject", "Pattern", "Shading"):
                if not source[kind]:
                    del source[kind]


def srgb() -> bytes:
    """Return an ICC profile of sRGB."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _numbers(_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("CC0"),
        b"wtpt": _point(_LIGHT),
        b"chad": b"sf32" + bytes(4) + _numbers(_ADAPTATION),
        **{name: _point(primary) for name, primary in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    start = _SIZE_OF_HEAD + 4 + 12 * len(tags)
    data, places = b"", dict[bytes, int]()
    for tag in tags.values():
        if tag not in places:
            places[tag] = start + len(data)
            data += tag + bytes(-len(tag) % 4)
    table = b"".join(struct.pack(">4sII", name, places[tag], len(tag)) for name, tag in tags.items())
    return _head(start + len(data)) + struct.pack(">I", len(tags)) + table + data


def _head(size: int) -> bytes:
    """Return the head of a profile of ``size`` bytes (ICC.1:2004-10, 7.2), of a fixed day."""
    day = struct.pack(">6H", 1999, 10, 18, 0, 0, 0)
    kind = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    return (kind + day + b"acsp" + bytes(28) + _numbers(_LIGHT)).ljust(_SIZE_OF_HEAD, b"\0")


def _numbers(values: Iterable[float]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _point(values: Iterable[float]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(values)


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(data), 28) + data
