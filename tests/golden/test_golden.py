"""The pages as they are meant to be: every line with its place, font and text, compared with what is kept.

A difference is a change of the page that somebody must look at; ``make golden`` then takes it. pdfminer.six
measures, for its version is pinned. A line of a golden file reads: page, baseline and beginning and end in mm
from the top left, size in points, font, element, text (``¬`` is a discretionary hyphen).
"""

import difflib
from pathlib import Path

import pytest

from engross.cli import main
from tests.acceptance.measure import MM, Glyph, Measured
from tests.engrossing import FOUNDING, SAMPLES, Sample

HERE = Path(__file__).parent
HEIGHT = 297 * MM
GOLDEN = (FOUNDING, next(sample for sample in SAMPLES if sample.name == "en-3"))


def described(measured: Measured) -> str:
    """Return the pages of ``measured`` as text, a line for every line."""
    rows = []
    for page, artifacts in enumerate(measured.artifacts, 1):
        rows += [f"--- page {page}"]
        if artifacts:
            rows.append(row(artifacts, "Artifact"))
        rows += [row(list(line.drawn), line.role) for line in measured.lines if line.page == page]
    return "\n".join(rows) + "\n"


def row(glyphs: list[Glyph], role: str) -> str:
    first, last = glyphs[0], glyphs[-1]
    down = (HEIGHT - first.baseline) / MM
    fonts = "+".join(sorted({glyph.font.partition("+")[2] for glyph in glyphs}))
    text = "".join(glyph.text for glyph in glyphs).replace("\u00ad", "¬")
    place = f"{down:6.1f} {first.start / MM:6.1f} {last.end / MM:6.1f}"
    return f"{place}  {first.size:4.1f} {fonts:<13} {role:<8} {text}"


@pytest.mark.parametrize("sample", GOLDEN, ids=lambda sample: sample.name)
def test_the_pages_are_as_they_were(sample: Sample, tmp_path: Path, update_golden: bool) -> None:
    assert main(["build", "--no-verapdf", "-o", str(tmp_path), str(sample.source)]) == 0
    actual = described(Measured(tmp_path / f"{sample.name}.pdf"))
    kept = HERE / f"{sample.name}.txt"
    if update_golden:
        kept.write_text(actual, encoding="utf-8")
    expected = kept.read_text(encoding="utf-8")
    difference = "".join(
        difflib.unified_diff(
            expected.splitlines(keepends=True), actual.splitlines(keepends=True), kept.name, "now", n=1
        )
    )
    assert not difference, f"the pages have changed; if that is right: make golden\n{difference}"
