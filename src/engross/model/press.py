"""How an edition is printed: what lies beyond the edges of its pages, and for which printing condition."""

from dataclasses import dataclass

from engross.model.imposition import Booklet

MM = 72 / 25.4
"""A millimetre in points."""

LARGEST_BLEED = 20 * MM
"""No press needs more."""

MARK_DISTANCE = 3 * MM
"""How far crop marks keep from the edge of the page, at least; more bleed keeps them farther away."""

MARK_LENGTH = 5 * MM
MARK_MARGIN = 1 * MM
MARK_WIDTH = 0.25

Box = tuple[float, float, float, float]
Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """A printing condition: its name in registries, what it is in words, and the ICC profile of it.

    ``components`` is the number of inks that the profile knows.
    """

    identifier: str
    condition: str
    components: int
    profile: bytes


@dataclass(frozen=True, slots=True)
class Press:
    """How the pages of an edition are printed. Lengths are points.

    ``duplex`` says that both sides of a sheet are: then margins are mirrored, and the number of pages is
    even. ``bleed`` is how far beyond the page the sheet may be printed; ``marks`` says that crop
    marks are drawn. ``intent`` is the printing condition; None is black ink alone. ``booklet`` is how the
    pages are imposed for one, and ``proofs`` how many of them are on each side of proofs; None and 0: that is
    not made.
    """

    duplex: bool = True
    bleed: float = 0.0
    marks: bool = False
    intent: OutputIntent | None = None
    booklet: Booklet | None = None
    proofs: int = 0


def beyond(box: Box, distance: float) -> Box:
    """Return ``box`` with each side ``distance`` farther out."""
    left, bottom, right, top = box
    return left - distance, bottom - distance, right + distance, top + distance


def sheet_margin(press: Press) -> float:
    """Return how far the sheet of ``press`` reaches beyond the page."""
    if not press.marks:
        return press.bleed
    return max(press.bleed, MARK_DISTANCE) + MARK_LENGTH + MARK_MARGIN


def crop_marks(trim: Box, bleed: float) -> tuple[Segment, ...]:
    """Return the lines that show where to cut a page of the box ``trim``: two at each corner.

    Each goes on from an edge of the page, and begins where the bleed ends.
    """
    left, bottom, right, top = trim
    start = max(bleed, MARK_DISTANCE)
    end = start + MARK_LENGTH
    across = [
        (x + sign * start, y, x + sign * end, y)
        for y in (bottom, top)
        for x, sign in ((left, -1), (right, 1))
    ]
    along = [
        (x, y + sign * start, x, y + sign * end)
        for x in (left, right)
        for y, sign in ((bottom, -1), (top, 1))
    ]
    return (*across, *along)
