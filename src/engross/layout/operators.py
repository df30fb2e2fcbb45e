"""Operators: the ``[<codes> adjustment ...] TJ`` that shows text, recoded and made as wide as laid out.

Codes are four hexadecimal digits; adjustments are thousandths of an em, against the direction of writing
(ISO 32000-1, 9.4.3).
"""

import re
from collections.abc import Iterator, Mapping

_CODES = re.compile(rb"<([0-9a-f]*)>")
_PARTS = re.compile(rb"<([0-9a-f]*)>|(-?[\d.]+)")
_NO_ADJUSTMENT = re.compile(rb">0?<")
_LONG_FRACTION = re.compile(rb"-?\d+\.\d{3,}")


def codes(operator: bytes) -> list[int]:
    """Return the codes that ``operator`` shows."""
    return [int(run[at : at + 4], 16) for run in _CODES.findall(operator) for at in range(0, len(run), 4)]


def recoded(operator: bytes, wanted: Iterator[int]) -> bytes:
    """Return ``operator`` with its codes replaced, one by one, by those ``wanted``."""

    def run(match: re.Match[bytes]) -> bytes:
        return b"<" + b"".join(b"%04x" % next(wanted) for _ in range(0, len(match[1]), 4)) + b">"

    return _CODES.sub(run, operator)


def tidy(operator: bytes) -> bytes:
    """Return ``operator`` without adjustments of nothing and without digits that no page shows."""
    operator = _NO_ADJUSTMENT.sub(b"", operator)
    return _LONG_FRACTION.sub(lambda match: b"%.1f" % float(match[0]), operator)


def fitted(operator: bytes, width: float, widths: Mapping[int, float]) -> bytes:
    """Return ``operator`` made ``width`` wide (thousandths of an em), with glyphs as wide as ``widths`` says.

    The engine cuts the fraction off each adjustment, which adds up to half a point a line. What is missing is
    shared by all glyphs; adjustments are whole, and what rounding leaves over is carried on.
    """
    lead = 0.0
    shown: list[bytes] = []
    after: list[float] = []
    for run, number in _PARTS.findall(operator):
        if number and shown:
            after[-1] += float(number)
        elif number:
            lead += float(number)
        for at in range(0, len(run), 4):
            shown.append(run[at : at + 4])
            after.append(0.0)
    extent = sum(widths[int(code, 16)] for code in shown) - sum(after) - lead
    share = (extent - width) / max(1, len(shown))
    parts = [b"%d<" % round(lead) if round(lead) else b"<"]
    carried = 0.0
    for code, adjustment in zip(shown, after, strict=True):
        carried += adjustment + share
        whole = round(carried)
        carried -= whole
        parts.append(code + (b">%d<" % whole if whole else b""))
    return b"[" + (b"".join(parts) + b">").removesuffix(b"<>") + b"] TJ"
