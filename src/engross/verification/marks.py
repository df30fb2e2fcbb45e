"""Crop marks: the one drawing beside text that a page for print may have, known to the last number.

They stand before everything else of a page, where no state of its drawing reaches them. Whatever differs from
them by an operator or a number is no crop mark, and ``content`` notes it as it does any drawing.
"""

from collections.abc import Iterator, Sequence

from engross.model.press import MARK_WIDTH, Box, Press, beyond, crop_marks, sheet_margin
from engross.verification.evidence import PdfObject

_TOLERANCE = 0.001
_HEAD = (("BDC", ("/Artifact", "/Page")), ("q", ()), ("G", (0,)), ("w", (MARK_WIDTH,)))
_TAIL = (("Q", ()), ("EMC", ()))


def count(instructions: PdfObject, page: PdfObject) -> int:
    """Return how many of the first ``instructions`` of ``page`` are its crop marks: all of them or none."""
    media, bleed, trim = (_box(page.get(key)) for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
    if media is None or bleed is None or trim is None:
        return 0
    distance = trim[0] - bleed[0]
    marked = Press(bleed=distance, marks=True)
    if not _near(media, beyond(trim, sheet_margin(marked))) or not _near(bleed, beyond(trim, distance)):
        return 0
    expected = list(_expected(trim, distance))
    found = [(str(one.operator), one.operands) for one in instructions[: len(expected)]]
    same = len(found) == len(expected) and all(
        operator == wanted and _equal(operands, numbers)
        for (operator, operands), (wanted, numbers) in zip(found, expected, strict=True)
    )
    return len(expected) if same else 0


def _expected(trim: Box, bleed: float) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield from _HEAD
    for x, y, end_x, end_y in crop_marks(trim, bleed):
        yield "m", (x, y)
        yield "l", (end_x, end_y)
        yield "S", ()
    yield from _TAIL


def _equal(operands: PdfObject, wanted: Sequence[object]) -> bool:
    if wanted and isinstance(wanted[0], str):
        name, kind = wanted
        return len(operands) == 2 and operands[0] == name and dict(operands[1].items()) == {"/Type": kind}
    return len(operands) == len(wanted) and _near([float(each) for each in operands], wanted)


def _near(found: Sequence[float], wanted: Sequence[object]) -> bool:
    return all(
        isinstance(other, int | float) and abs(one - other) < _TOLERANCE
        for one, other in zip(found, wanted, strict=True)
    )


def _box(source: PdfObject) -> Box | None:
    if source is None or len(source) != 4:
        return None
    left, bottom, right, top = (float(side) for side in source)
    return left, bottom, right, top
