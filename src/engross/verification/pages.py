"""The pages of a file: A4, a trim box inside, upright, no text beyond the edge, out of place or unseen.

The sheet of a file for print may be larger than its pages; then what is measured is where it will be cut.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engross.findings import Finding, Place, finding
from engross.model.report import Check, Outcome
from engross.verification.directions import read_directions
from engross.verification.evidence import Evidence, Page, Run
from engross.verification.lines import Glyph

NAME = "pages"
_A4 = (210.0, 297.0)
_TOLERANCE = 0.1
_POINT = 25.4 / 72
# Glyphs may reach past their advance by a hair; what is cut off on paper is more than this, in points.
_OVERHANG = 1.0
# Raised letters are no smaller than this part of the style's size; smaller type would be small print.
_SMALLEST = 0.5


def check(evidence: Evidence) -> Check:
    """Check the boxes and the rotation of every page, and that no run of text leaves it."""
    pages = evidence.tagged.pages
    edge = "TrimBox" if evidence.profile.pdfx else "MediaBox"
    blank = _blank_back(evidence)
    by_page: dict[int, list[Run]] = {}
    for run in evidence.runs:
        by_page.setdefault(run.page, []).append(run)
    least = _SMALLEST * evidence.style.font_size
    found = [_disordered(glyph, evidence.name) for glyph in read_directions(evidence.tagged).disordered[:1]]
    found += [
        problem
        for page in pages
        for problem in _problems(
            _Sheet(page, edge, page.number == blank), by_page.get(page.number, []), least, evidence.name
        )
    ]
    if not pages:
        found.append(finding("P010", Place(file=evidence.name)))
    count = f"{len(pages)} page" if len(pages) == 1 else f"{len(pages)} pages"
    sizes = sorted({_size(page, edge) for page in pages})
    return Check(
        NAME,
        Outcome.FAILED if found else Outcome.PASSED,
        f"{count}, {'; '.join(f'{width:.2f}×{height:.2f} mm' for width, height in sizes)}",
        tuple(found),
    )


def _disordered(glyph: Glyph, name: str) -> Finding:
    place = Place(file=name, page=glyph.mark.page, excerpt=glyph.text)
    return finding("P020", place, text=glyph.text)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page, the name of the box that is its edge, and whether it may have nothing on it."""

    page: Page
    edge: str
    blank: bool


def _blank_back(evidence: Evidence) -> int:
    """Return the number of the page that may be blank: of a file for print the last, the back of a sheet."""
    last = len(evidence.tagged.pages)
    shown = {run.page for run in evidence.runs} | {show.page for show in evidence.tagged.shows}
    return last if evidence.profile.pdfx and last > 1 and not last % 2 and last not in shown else 0


def _size(page: Page, edge: str) -> tuple[float, float]:
    left, bottom, right, top = page.boxes.get(edge, (0, 0, 0, 0))
    return (right - left) * _POINT, (top - bottom) * _POINT


def _problems(sheet: _Sheet, runs: list[Run], least: float, name: str) -> Iterator[Finding]:
    """Yield what is wrong with a page, which shows ``runs``; no type is smaller than ``least`` points."""
    page = sheet.page
    place = Place(file=name, page=page.number)
    width, height = _size(page, sheet.edge)
    if abs(width - _A4[0]) > _TOLERANCE or abs(height - _A4[1]) > _TOLERANCE:
        yield finding("P011", place, width=f"{width:.2f}", height=f"{height:.2f}")
    media = page.boxes.get("MediaBox", (0, 0, 0, 0))
    if "TrimBox" not in page.boxes:
        yield finding("P012", place)
    for box, sides in page.boxes.items():
        if not _inside(sides, media, 0.01):
            yield finding("P013", place, box=box)
    if page.rotation:
        yield finding("P014", place, degrees=page.rotation)
    hidden = next((run for run in runs if not run.visible or (run.text.strip() and run.size < least)), None)
    if hidden is not None:
        excerpt = hidden.text.strip()[:60]
        yield finding("P016", Place(file=name, page=page.number, excerpt=excerpt), text=excerpt)
    if not sheet.blank and not any(run.text.strip() for run in runs if not run.artifact):
        yield finding("P018", place)
    # What is shown, and what is left when it is cut: text must be within both.
    edges = media, *(page.boxes[box] for box in ("CropBox", "TrimBox") if box in page.boxes)
    misplaced = next((run for run in runs if not run.in_order), None)
    if misplaced is not None:
        excerpt = misplaced.text.strip()[:60]
        yield finding("P017", Place(file=name, page=page.number, excerpt=excerpt), text=excerpt)
    outside = next(
        (run for run in runs if not all(_inside(run.bounds, box, _OVERHANG) for box in edges)), None
    )
    if outside is not None:
        excerpt = outside.text.strip()[:60]
        yield finding("P015", Place(file=name, page=page.number, excerpt=excerpt), text=excerpt)


def _inside(
    inner: tuple[float, float, float, float], outer: tuple[float, float, float, float], slack: float
) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
        and inner[0] <= inner[2]
        and inner[1] <= inner[3]
    )
