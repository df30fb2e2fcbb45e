"""Imposition: which pages stand where on which side of which sheet, as values.

A booklet is saddle-stitched: its sheets lie in each other, are folded in the middle and stitched there.
Proofs have many pages, made smaller, on one side of a sheet.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

BOOKLET, PROOFS = "booklet", "sheets"
"""What the files are called after."""

PAGES_A_SHEET = 4
"""Of a booklet: two on each side."""

MOST_SHEETS = 32
"""More cannot be folded together."""

PROOF_GRIDS = {2: (2, 1), 4: (2, 2), 6: (3, 2), 8: (4, 2), 9: (3, 3), 16: (4, 4)}
"""How many pages a side of proofs may have, and how they stand: columns, rows."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A page (its number, from 1), where its lower left corner is on the side, in points, and its scale."""

    page: int
    x: float
    y: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: its width and height in points, and its pages, the left and upper ones first."""

    width: float
    height: float
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """How a booklet is made.

    Each further sheet has its pages ``creep`` points nearer to the fold. A ``signature`` has so many
    sheets, which are stitched together; 0 is all in one.
    """

    creep: float = 0.0
    signature: int = 0


def imposed_file(name: str, kind: str) -> str:
    """Return the name of the imposed file of that ``kind`` of the document ``name``."""
    return f"{name}.{kind}.pdf"


def booklet(pages: int, width: float, height: float, how: Booklet) -> tuple[Side, ...]:
    """Return the sides of a booklet of ``pages`` pages of that ``width`` and ``height``: front, back, front.

    Each side has two pages beside each other, at their size; what is missing to whole sheets is blank at the
    end. Sheets are turned over their short side to print the back.
    """
    sheets = math.ceil(pages / PAGES_A_SHEET)
    together = how.signature or sheets
    return tuple(
        Side(2 * width, height, tuple(_beside(left, right, pages, width, shift)))
        for first in range(0, sheets, together)
        for left, right, shift in _signature(first * PAGES_A_SHEET, min(together, sheets - first), how.creep)
    )


def _signature(before: int, sheets: int, creep: float) -> Iterator[tuple[int, int, float]]:
    """Yield the left and the right page of each side of the sheets, the outermost first, and their shift."""
    last = before + PAGES_A_SHEET * sheets
    for sheet in range(sheets):
        low, high, shift = before + 2 * sheet, last - 2 * sheet, sheet * creep
        yield high, low + 1, shift
        yield low + 2, high - 1, shift


def _beside(left: int, right: int, pages: int, width: float, shift: float) -> Iterator[Placed]:
    """Yield the pages of a side that there are, each ``shift`` nearer to the fold."""
    if left <= pages:
        yield Placed(left, shift, 0.0)
    if right <= pages:
        yield Placed(right, width - shift, 0.0)


def proofs(pages: int, width: float, height: float, each: int) -> tuple[Side, ...]:
    """Return the sides with ``each`` pages (a key of PROOF_GRIDS), made smaller, row by row.

    A side is as large as a page, upright or across, whichever leaves the pages larger.
    """
    columns, rows = PROOF_GRIDS[each]
    upright, across = (
        min(sheet_width / columns / width, sheet_height / rows / height)
        for sheet_width, sheet_height in ((width, height), (height, width))
    )
    sheet_width, sheet_height = (width, height) if upright >= across else (height, width)
    scale = max(upright, across)
    cell_width, cell_height = sheet_width / columns, sheet_height / rows
    return tuple(
        Side(
            sheet_width,
            sheet_height,
            tuple(
                Placed(
                    page,
                    (page - first) % columns * cell_width + (cell_width - scale * width) / 2,
                    sheet_height
                    - ((page - first) // columns + 1) * cell_height
                    + (cell_height - scale * height) / 2,
                    scale,
                )
                for page in range(first, min(first + each, pages + 1))
            ),
        )
        for first in range(1, pages + 1, each)
    )
