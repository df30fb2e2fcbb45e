"""Operators: the ``[<codes> adjustment ...] TJ`` that shows text, recoded and made as wide as laid out.

Codes are four hexadecimal digits; adjustments are thousandths of an em, against the direction of writing
(ISO 32000-1, 9.4.3).
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass


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
        pairs = zip(self.pieces[::2], [*self.pieces[1::2], b""], strict=True)
        return (
            b"[" + b"".join(number + (b"<%s>" % codes if codes else b"") for number, codes in pairs) + b"] TJ"
        )

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes that are shown."""
        shown = bytes.fromhex(b"".join(self.pieces[1::2]).decode())
        return struct.unpack(f">{len(shown) // 2}H", shown)

    def recode(self, wanted: Iterable[int]) -> None:
        """Replace the codes, one by one, by those ``wanted``."""
        codes = iter(wanted)
        for at in range(1, len(self.pieces), 2):
            self.pieces[at] = b"".join(b"%04x" % next(codes) for _ in range(len(self.pieces[at]) // 4))

    def fit(self, glyphs: float, width: float) -> None:
        """Make the whole ``width`` wide, its glyphs being ``glyphs`` wide (thousandths of an em).

        The engine cuts the fraction off each adjustment, which adds up to half a point a line. What is
        missing is shared by the adjustments that there are; they become whole, and what rounding leaves
        over is carried on.
        """
        places = [at for at in range(0, len(self.pieces), 2) if self.pieces[at]]
        present = [sum(map(float, self.pieces[at].split())) for at in places]
        if not present:
            return
        share = (glyphs - sum(present) - width) / len(present)
        carried = 0.0
        for at, number in zip(places, present, strict=True):
            carried += number + share
            whole = round(carried)
            carried -= whole
            self.pieces[at] = b"%d" % whole
