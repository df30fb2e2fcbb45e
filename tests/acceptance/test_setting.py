"""docs/acceptance.md, A4 to A6, A12 and A13: how the heading and the text are set."""

from itertools import pairwise
from statistics import fmean

import pytest

from tests.acceptance.measure import EM, LEFT, MM, RIGHT, Glyph, Line, Measured, hang, kerning
from tests.engrossing import Sample

LEADING = 18.2
INDENT = 12.5 * MM
JUSTIFIED = 0.1


def inner_lines(measured: Measured) -> list[Line]:
    """Return the lines of all paragraphs but the last of each: those that fill the measure."""
    return [line for lines in measured.paragraphs for line in lines[:-1]]


def test_a4_the_body_is_14_pt(measured: Measured) -> None:
    sizes = {round(glyph.size, 2) for lines in measured.paragraphs for line in lines for glyph in line.glyphs}
    assert sizes == {14.0}


def test_a4_first_lines_are_indented_12_5_mm_and_others_are_not(measured: Measured) -> None:
    for first, *others in measured.paragraphs:
        assert first.start - LEFT == pytest.approx(INDENT, abs=0.1 * MM), first
        for line in others:
            assert line.start + hang(line.drawn[0]) == pytest.approx(LEFT, abs=0.1 * MM), line


def test_a4_lines_are_justified(measured: Measured) -> None:
    uneven = {
        str(line): round(line.edge - RIGHT, 3)
        for line in inner_lines(measured)
        if abs(line.edge - RIGHT) > JUSTIFIED
    }
    assert not uneven, "these lines end so many points beyond the right edge, protrusion apart"


def test_a4_last_lines_stay_within_the_measure(measured: Measured) -> None:
    for lines in measured.paragraphs:
        assert lines[-1].end <= RIGHT + JUSTIFIED, lines[-1]


def test_a4_the_hyphen_of_a_divided_word_touches_its_word_as_near_as_the_font_kerns_it(
    measured: Measured,
) -> None:
    detached = {}
    for line in inner_lines(measured):
        before, last = line.drawn[-2:]
        if last.text == "\u00ad":
            apart = last.start - before.end - kerning(before, _drawn_hyphen(before))
            if abs(apart) > 0.02 * EM:
                detached[str(line)] = round(apart / MM, 3)
    assert not detached, "these hyphens stand so many mm from their words"


def _drawn_hyphen(before: Glyph) -> str:
    return "\u058a" if "\u0531" <= before.text <= "\u0587" else "-"


def test_a4_there_is_one_line_spacing(measured: Measured) -> None:
    body = [line for lines in measured.paragraphs for line in lines]
    for above, below in pairwise(body):
        if above.page == below.page:
            assert above.baseline - below.baseline == pytest.approx(LEADING, abs=0.01), below


def test_a4_all_baselines_of_all_pages_are_on_one_grid(measured: Measured) -> None:
    top = measured.lines[0].baseline
    for line in measured.lines:
        off = (top - line.baseline) / LEADING
        assert off == pytest.approx(round(off), abs=0.01), line


def test_a5_heading_lines_are_centred(measured: Measured) -> None:
    for line in measured.heading:
        centre = (line.start + line.end) / 2
        assert abs(centre - (LEFT + RIGHT) / 2) <= 0.5 * MM, line


def test_a5_heading_lines_are_those_of_the_source(measured: Measured, sample: Sample) -> None:
    assert [" ".join(line.text.split()) for line in measured.heading] == sample.heading


def test_a5_no_title_ends_with_a_full_stop(measured: Measured) -> None:
    titles = [line for line in measured.heading if line.role == "H1"]
    assert titles
    assert not titles[-1].text.endswith(".")


def test_a6_two_or_three_lines_are_between_heading_and_text(measured: Measured) -> None:
    gap = measured.heading[-1].baseline - measured.paragraphs[0][0].baseline
    assert 2 <= round(gap / LEADING, 2) - 1 <= 3


def test_a12_lines_have_45_to_75_characters(measured: Measured) -> None:
    assert 45 <= fmean(len(line.text) for line in inner_lines(measured)) <= 75


def test_a13_no_word_space_is_over_three_quarters_of_an_em(measured: Measured) -> None:
    wide = {str(line): round(max(line.gaps) / EM, 3) for line in inner_lines(measured) if line.gaps}
    assert not {line: gap for line, gap in wide.items() if gap > 0.75}


def test_a13_no_word_space_is_so_narrow_that_poppler_sees_none(measured: Measured) -> None:
    """Poppler runs words together that are less than 0.15 em apart, a space between them or not."""
    narrow = {str(line): round(min(line.gaps) / EM, 3) for line in measured.lines if line.gaps}
    assert not {line: gap for line, gap in narrow.items() if gap < 0.16}


def test_a13_word_spaces_are_0_4_em_at_most_in_the_mean(measured: Measured) -> None:
    gaps = [gap / EM for lines in measured.paragraphs for line in lines for gap in line.gaps]
    assert fmean(gaps) <= 0.4


def test_a13_the_word_spaces_of_a_line_in_one_font_are_alike(measured: Measured) -> None:
    uneven = {
        str(line): round((max(line.gaps) - min(line.gaps)) / EM, 4)
        for line in inner_lines(measured)
        if line.gaps and len({glyph.font for glyph in line.glyphs}) == 1
        if max(line.gaps) - min(line.gaps) > 0.003 * EM
    }
    assert not uneven, "the word spaces of these lines differ by so many em"
