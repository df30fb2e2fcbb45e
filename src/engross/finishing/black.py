"""The printing condition of black ink alone, as an ICC profile (ICC.1:2001-04, version 2) of our own making.

Text is black, so one ink is all that a press needs, and no profile of a colour press describes that plainly.
This one has a gray device space, and one curve: from the tone that a file asks for to the light that the
paper gives back. Halftone dots print larger than they are, by ``GAIN`` at half the area; solid ink is as
dark as ISO 12647-2 has it.
"""

import struct
from functools import cache

from engross.model.press import OutputIntent

GAIN = 0.2
"""How much larger a dot of half the area prints: 20 %, of offset printing on coated paper."""

_SOLID_LIGHTNESS = 16.0
_STEPS = 256
_MOST = 65535
_D50 = (0.9642, 1.0, 0.8249)
_NAME = "Engross black ink, dot gain 20 %"
_RIGHTS = "No copyright is claimed on this profile: it is computed from two numbers."
# When the profile was designed. No file depends on the time at which it is made.
_DESIGNED = (2026, 11, 24, 0, 0, 0)


@cache
def black_ink() -> OutputIntent:
    """Return the printing condition of black ink alone."""
    return OutputIntent(
        identifier="Custom",
        condition=f"{_NAME.partition(' ')[2].capitalize()}, one ink on white paper",
        components=1,
        profile=_profile(),
    )


def reflectance(gray: float) -> float:
    """Return how much of the light that white paper gives back comes where ``gray`` is asked for (0: solid).

    Dots cover the area that was asked for and what they gain (a parabola, GAIN at its top); of the covered
    part the ink gives back little, of the rest the paper all (Murray-Davies).
    """
    dots = 1 - gray
    covered = dots + 4 * GAIN * dots * (1 - dots)
    solid = ((_SOLID_LIGHTNESS + 16) / 116) ** 3
    return 1 - covered * (1 - solid)


def _profile() -> bytes:
    tags = (
        (b"desc", _description(_NAME)),
        (b"cprt", b"text\0\0\0\0" + _RIGHTS.encode() + b"\0"),
        (b"wtpt", b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in _D50))),
        (b"kTRC", _curve()),
    )
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags:
        table += struct.pack(">4sII", name, start + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    return _header(start + len(data)) + struct.pack(">I", len(tags)) + table + data


def _header(size: int) -> bytes:
    """Return the header (6.1): version 2.4, a printer of gray, measured in XYZ under D50."""
    head = struct.pack(
        ">I4sI4s4s4s6H4s", size, b"", 0x02400000, b"prtr", b"GRAY", b"XYZ ", *_DESIGNED, b"acsp"
    )
    light = struct.pack(">3i", *(round(value * 65536) for value in _D50))
    return (head + bytes(28) + light).ljust(128, b"\0")


def _description(text: str) -> bytes:
    """Return a textDescriptionType (6.5.17): the text in ASCII, and no other form of it."""
    told = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(told)) + told + bytes(4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    """Return a curveType (6.5.3): for each step of gray the light that comes back."""
    values = [round(reflectance(step / (_STEPS - 1)) * _MOST) for step in range(_STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_STEPS}H", _STEPS, *values)
