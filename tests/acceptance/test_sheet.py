"""docs/acceptance.md, A1 to A3: the sheet, its margins and its number."""

from pathlib import Path

import pikepdf
import pypdf
import pytest

from tests.acceptance.measure import LEFT, MM, RIGHT, Measured
from tests.engrossing import Sample

COLUMN_CENTRE = (LEFT + RIGHT) / 2
PIXEL = 25.4 / 300


def test_a1_every_sheet_is_a4(pdf: Path, sample: Sample) -> None:
    pages = pypdf.PdfReader(pdf).pages
    assert len(pages) == sample.pages
    for page in pages:
        assert float(page.mediabox.left) == float(page.mediabox.bottom) == 0
        assert float(page.mediabox.width) / MM == pytest.approx(210, abs=0.1)
        assert float(page.mediabox.height) / MM == pytest.approx(297, abs=0.1)
        assert page.rotation == 0
        assert page.cropbox == page.mediabox


def is_overhang(x: float, y: float, overhangs: list[tuple[float, float, float]]) -> bool:
    """Tell whether the ink at ``x``, ``y`` (mm) is of a sign that hangs or of a letter beyond its advance."""
    return any(
        LEFT / MM - left - PIXEL <= x <= RIGHT / MM + right + PIXEL
        for baseline, left, right in overhangs
        if -2 < baseline - y < 5 and (right if x > COLUMN_CENTRE / MM else left)
    )


def test_a2_no_ink_is_outside_the_margins_but_the_page_number(measured: Measured, sample: Sample) -> None:
    for page in range(sample.pages):
        stray = [
            (round(x, 2), round(y, 1))
            for x, y in measured.ink(page)
            if not (page and abs(x - COLUMN_CENTRE / MM) < 10 and 10 <= y < 20)
            and not is_overhang(x, y, measured.overhangs(page))
        ]
        assert not stray, f"page {page + 1}: ink at {stray[:5]} mm from the top left"


def test_a3_the_first_page_has_no_number(measured: Measured) -> None:
    assert measured.artifacts[0] == []


def test_a3_every_later_page_has_its_number_in_the_middle_of_the_column(measured: Measured) -> None:
    for number, glyphs in enumerate(measured.artifacts[1:], 2):
        assert "".join(glyph.text for glyph in glyphs).strip() == str(number)
        centre = (glyphs[0].start + glyphs[-1].end) / 2
        assert abs(centre - COLUMN_CENTRE) <= 0.5 * MM


def test_a3_the_number_is_at_least_10_mm_below_the_edge(measured: Measured) -> None:
    for page in range(1, len(measured.glyphs)):
        highest = min(y for x, y in measured.ink(page) if abs(x - COLUMN_CENTRE / MM) < 10)
        assert highest >= 10


def test_a3_the_number_is_an_artifact_of_pagination(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        for page in opened.pages[1:]:
            artifacts = [
                instruction.operands[1]
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) == "BDC" and instruction.operands[0] == "/Artifact"
            ]
            assert [artifact.Type for artifact in artifacts] == ["/Pagination"]
