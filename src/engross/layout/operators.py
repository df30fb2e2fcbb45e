"""Operators: the ``[<codes> adjustment ...] TJ`` that shows text, recoded and made as wide as laid out.

Codes are four hexadecimal digits; adjustments are thousandths of an em, against the direction of writing
(ISO 32000-1, 9.4.3).
"""

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import sub

_CODE = re.compile(rb"....")


def in_one_ink(drawing: Iterable[object]) -> list[object]:
    """Return ``drawing`` with its black as a printer sets it, by black ink alone (docs/decisions/0028)."""
    return [b"0 g" if operator == b"0 0 0 rg" else operator for operator in drawing]


@dataclass(slots=True)
class Showing:
    """What an operator shows: ``pieces`` are in turn adjustments, empty if there are none, and codes."""

    pieces: list[bytes]

    @classmethod
    def read(cls, operator: bytes) -> "Showing":
        """Return what ``operator`` shows, without its adjustments of nothing."""
        array = operator.removeprefix(b"[").removesuffix(b" TJ")
        for nothing, gone in ((b">0<", b""), (b">0]", b">]"), (b"<>", b" ")):
            array = array.replace(nothing, gone)
        return cls(array.removesuffix(b"]").replace(b">", b"<").split(b"<"))

    def __bytes__(self) -> bytes:
        """Return the operator."""
        *numbers, last = self.pieces[::2]
        shown = b">".join(map(b"<".join, zip(numbers, self.pieces[1::2], strict=True)))
        return b"[%s>%s] TJ" % (shown, last) if shown else b"[%s] TJ" % last

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes that are shown."""
        shown = bytes.fromhex(b"".join(self.pieces[1::2]).decode())
        return struct.unpack(f">{len(shown) // 2}H", shown)

    def recode(self, wanted: Iterable[int]) -> None:
        """Replace the codes, one by one, by those ``wanted``."""
        codes = tuple(wanted)
        shown = struct.pack(f">{len(codes)}H", *codes).hex().encode()
        beyond = 0
        for at in range(1, len(self.pieces), 2):
            start, beyond = beyond, beyond + len(self.pieces[at])
            self.pieces[at] = shown[start:beyond]

    def fit(self, glyphs: float, width: float) -> None:
        """Make the whole ``width`` wide, its glyphs being ``glyphs`` wide (thousandths of an em).

        The engine cuts the fraction off each adjustment, which adds up to half a point a line. What is
        missing is shared by the adjustments that there are; they become whole, and what rounding leaves
        over is carried on.
        """
        self._fit(glyphs - width, {})

    def fit_by_spaces(self, glyphs: float, width: float, wanted: float, space: int) -> None:
        """Make the whole ``wanted`` wide, not ``width``, by what is on both sides of each code ``space``."""
        code = b"%04x" % space
        self._set_apart(code)
        spaces = [at for at in range(1, len(self.pieces), 2) if self.pieces[at] == code]
        more: dict[int, float] = {}
        for at in spaces:
            for side in (at - 1, at + 1):
                # The engine parts what it adds to a space in the same way, so that neither side steps back.
                more[side] = more.get(side, 0.0) + (width - wanted) / len(spaces) / 2
        self._fit(glyphs - width, more)

    def _fit(self, total: float, more: Mapping[int, float]) -> None:
        """Let the adjustments be ``total`` together, and those in ``more`` by so much more."""
        places = [at for at in range(0, len(self.pieces), 2) if self.pieces[at] or at in more]
        if not places:
            return
        present = _numbers([self.pieces[at] for at in places])
        share = (total - sum(present)) / len(present)
        wanted = [number + share + more.get(at, 0.0) for at, number in zip(places, present, strict=True)]
        ends = list(map(round, accumulate(wanted)))
        for at, number in zip(places, map(sub, ends, [0, *ends]), strict=False):
            self.pieces[at] = b"%d" % number

    def _set_apart(self, code: bytes) -> None:
        """Part the codes before and after each ``code``, so that there are places for adjustments."""
        parted: list[bytes] = []
        for at, piece in enumerate(self.pieces):
            if at % 2 and len(piece) > len(code) and code in piece:
                for is_code, run in groupby(_CODE.findall(piece), code.__eq__):
                    for each in run if is_code else [b"".join(run)]:
                        parted += [each, b""]
                parted.pop()
            else:
                parted.append(piece)
        self.pieces = parted


def _numbers(adjustments: list[bytes]) -> list[float]:
    """Return each of ``adjustments`` as a number; of several without a code between them, the sum."""
    together = b"|".join(adjustments)
    if b" " in together:
        return [sum(map(float, each.split())) for each in adjustments]
    return [float(each or 0) for each in together.decode().split("|")]
