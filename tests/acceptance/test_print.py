"""docs/acceptance.md, A21 and A22: files for print, measured by programs that had no part in making them."""

from pathlib import Path

import pikepdf
import pytest

from engross.cli import main
from tests.acceptance.measure import LEFT, MM, RIGHT, Measured
from tests.engrossing import FOUNDING, SAMPLES, Sample

PRINTED = (FOUNDING, *(sample for sample in SAMPLES if sample.name in ("ru-1", "en-3", "mixed-1")))
BLEED = 3 * MM
SHEET = 9 * MM  # how far the sheet with its marks reaches beyond the page; pdfminer.six measures from there
MIRRORED = 15 * MM


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder with the print editions of the samples, with bleed and marks."""
    output = tmp_path_factory.mktemp("print")
    sources = [str(sample.source) for sample in PRINTED]
    options = ["--edition", "print", "--bleed", "3mm", "--crop-marks", "--no-verapdf"]
    assert main(["build", *options, "-o", str(output), *sources]) == 0
    return output


@pytest.fixture(params=PRINTED, ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    assert isinstance(request.param, Sample)
    return request.param


@pytest.fixture
def pdf(sample: Sample, folder: Path) -> Path:
    return folder / f"{sample.name}.print.pdf"


def test_a21_everything_is_painted_in_black_ink_alone(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        colours = {
            " ".join(map(str, (*instruction.operands, instruction.operator)))
            for page in opened.pages
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator).lower() in ("g", "rg", "k", "cs", "sc", "scn", "sh", "do")
        }
        assert colours == {"0 g", "0 G"}
        assert not [page for page in opened.pages if "/ColorSpace" in page.resources]


def test_a21_there_is_one_output_intent_with_its_profile(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        (intent,) = opened.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert intent.DestOutputProfile.N == 1
        assert intent.DestOutputProfile.read_bytes()[12:20] == b"prtrGRAY"


def test_a21_boxes_have_the_page_the_bleed_and_room_for_the_marks(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            names = ("/TrimBox", "/BleedBox", "/MediaBox")
            trim, bleed, media = ([float(side) for side in page.obj[name]] for name in names)
            assert [side / MM for side in trim] == pytest.approx([0, 0, 210, 297], abs=0.1)
            beyond = [one - other for one, other in zip(bleed, trim, strict=True)]
            assert beyond == pytest.approx([-BLEED, -BLEED, BLEED, BLEED], abs=0.01)
            assert media[0] < bleed[0] - 6 * MM < bleed[2] + 6 * MM < media[2]


def test_a21_marks_are_beyond_the_bleed_and_go_on_from_the_edges(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            found = [
                tuple(float(part) for part in instruction.operands)
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) in ("m", "l")
            ]
            left, bottom, right, top = (float(side) for side in page.trimbox)
            assert len(found) == 16
            for x, y in found:
                outside = max(left - x, x - right, bottom - y, y - top)
                assert outside >= BLEED - 0.01
                assert min(abs(x - left), abs(x - right), abs(y - bottom), abs(y - top)) < 0.01


def test_a22_the_left_margin_of_a_front_is_the_right_margin_of_its_back(pdf: Path) -> None:
    for line in Measured(pdf).lines:
        if line.role == "P":
            shift = (0.0 if line.page % 2 else LEFT - MIRRORED) - SHEET
            assert line.start >= LEFT - shift - 0.25 * 14
            assert line.edge <= RIGHT - shift + 0.1


def test_a22_lines_and_pages_are_those_of_the_distribution(pdf: Path, sample: Sample, folder: Path) -> None:
    one, other = (Measured(path) for path in (folder / f"{sample.name}.pdf", pdf))
    assert [(line.page, line.text) for line in one.lines] == [(line.page, line.text) for line in other.lines]


def test_a22_a_sheet_has_two_sides_and_the_last_may_be_blank(pdf: Path, sample: Sample) -> None:
    with pikepdf.open(pdf) as opened:
        assert len(opened.pages) == sample.pages + sample.pages % 2
        if sample.pages % 2:
            shown = [str(each.operator) for each in pikepdf.parse_content_stream(opened.pages[-1])]
            assert not {"Tj", "TJ", "Do"} & set(shown)


def test_a22_the_number_is_in_the_middle_of_the_column_on_both_sides(pdf: Path) -> None:
    for page, glyphs in enumerate(Measured(pdf).artifacts, 1):
        if glyphs:
            shift = (0.0 if page % 2 else LEFT - MIRRORED) - SHEET
            centre = (glyphs[0].start + glyphs[-1].end) / 2
            assert centre == pytest.approx((LEFT + RIGHT) / 2 - shift, abs=0.5 * MM)
