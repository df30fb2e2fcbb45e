"""docs/acceptance.md, A7: the text, by five extractors and by the structure tree."""

from collections import Counter
from pathlib import Path

import pytest

from tests.acceptance.measure import Measured
from tests.conftest import RequireTool
from tests.engrossing import Sample
from tests.extractors import EXTRACTORS, Extractor, assert_same_text

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def extracted(extractor: Extractor, pdf: Path, require_tool: RequireTool) -> list[str]:
    if extractor.program:
        require_tool(extractor.program)
    return extractor.extract(pdf)


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_a7_each_extractor_gives_exactly_the_source(
    extractor: Extractor, pdf: Path, sample: Sample, require_tool: RequireTool
) -> None:
    assert_same_text(sample.text, extracted(extractor, pdf, require_tool), extractor.quirks)


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_a7_each_dash_is_there_as_often_as_in_the_source(
    extractor: Extractor, pdf: Path, sample: Sample, require_tool: RequireTool
) -> None:
    found = Counter("".join(extracted(extractor, pdf, require_tool)))
    expected = Counter(sample.text)
    assert {dash: found[dash] for dash in DASHES} == {dash: expected[dash] for dash in DASHES}


def test_a7_there_is_one_p_for_each_paragraph_with_its_text(measured: Measured, sample: Sample) -> None:
    said = [
        "".join(glyph.text for line in lines for glyph in line.glyphs).replace("\u00ad", "").split()
        for lines in measured.paragraphs
    ]
    assert said == [paragraph.split() for paragraph in sample.paragraphs]


def test_a7_as_many_first_lines_are_indented_as_there_are_paragraphs(
    measured: Measured, sample: Sample
) -> None:
    indented = [line for line in measured.lines if line.role == "P" and line.start > 100]
    assert len(indented) == len(sample.paragraphs)
