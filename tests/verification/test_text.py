"""Both proofs of the text, and the five independent extractors, catch every mutant and nothing else."""

from pathlib import Path

import pikepdf
import pytest

from engross.model.document import HeadingLine, Requisite
from engross.model.profile import ARCHIVAL
from engross.model.report import Check, Outcome
from engross.verification import text_by_pdfium, text_by_structure
from tests import extractors
from tests.conftest import RequireTool
from tests.verification import samples
from tests.verification.mutants import MUTANTS

PROOFS = (text_by_structure.NAME, text_by_pdfium.NAME)
SOURCE = samples.document()


def proof(pdf: bytes, name: str, *, source: bool = True) -> Check:
    report = samples.verify(
        pdf,
        name="sample.pdf",
        document=SOURCE if source else None,
        profile=ARCHIVAL,
        style=samples.STYLE,
    )
    return next(check for check in report.checks if check.name == name)


@pytest.mark.parametrize("name", PROOFS)
def test_the_true_text_passes(name: str) -> None:
    assert proof(samples.typeset(), name).outcome is Outcome.PASSED


@pytest.mark.parametrize("name", PROOFS)
@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_mutant_fails_and_its_place_is_named(mutant: str, name: str) -> None:
    paragraphs, wrong = MUTANTS[mutant]
    check = proof(samples.typeset(paragraphs), name)
    assert check.outcome is Outcome.FAILED
    place = check.findings[0].place
    assert place.file == "sample.txt"
    assert place.line == SOURCE.body[wrong].line
    assert place.excerpt
    assert place.page in (1, 2)


@pytest.mark.parametrize("extractor", extractors.EXTRACTORS, ids=lambda extractor: extractor.name)
def test_each_extractor_gives_the_true_text(
    extractor: extractors.Extractor, tmp_path: Path, require_tool: RequireTool
) -> None:
    extractors.assert_same_text(SOURCE.text, extracted(extractor, tmp_path, require_tool), extractor.quirks)


@pytest.mark.parametrize("extractor", extractors.EXTRACTORS, ids=lambda extractor: extractor.name)
@pytest.mark.parametrize("mutant", MUTANTS)
def test_each_extractor_shows_the_mutant(
    mutant: str, extractor: extractors.Extractor, tmp_path: Path, require_tool: RequireTool
) -> None:
    pages = extracted(extractor, tmp_path, require_tool, MUTANTS[mutant][0])
    with pytest.raises(AssertionError, match="the texts part at"):
        extractors.assert_same_text(SOURCE.text, pages, extractor.quirks)


def extracted(
    extractor: extractors.Extractor,
    folder: Path,
    require_tool: RequireTool,
    paragraphs: tuple[str, ...] = samples.PARAGRAPHS,
) -> list[str]:
    if extractor.program:
        require_tool(extractor.program)
    pdf = folder / "sample.pdf"
    pdf.write_bytes(samples.typeset(paragraphs))
    return extractor.extract(pdf)


def test_a_page_number_is_taken_away_once_only() -> None:
    with pytest.raises(AssertionError, match="the texts part at"):
        extractors.assert_same_text("один два", ["один", "2\n2\nдва"])


def test_a_page_without_its_number_fails() -> None:
    with pytest.raises(AssertionError, match="page 2 has no page number"):
        extractors.assert_same_text("один два", ["один", "два"])


def test_only_pdfium_is_forgiven_its_hyphen_marks() -> None:
    pages = ["военно\x02политический сло\ufffeво"]
    extractors.assert_same_text("военно-политический слово", pages, frozenset(extractors.HYPHEN_MARKS))
    with pytest.raises(AssertionError):
        extractors.assert_same_text("военно-политический слово", pages)


def test_without_a_source_the_two_readings_agree() -> None:
    assert proof(samples.typeset(), text_by_pdfium.NAME, source=False).outcome is Outcome.PASSED


def test_without_a_source_a_page_that_shows_what_no_tag_says_fails() -> None:
    lie = samples.changed(samples.typeset(), samples.replace_text_of("P", "Ничего подобного."))
    found = proof(lie, text_by_pdfium.NAME, source=False).findings
    assert [finding.code for finding in found] == ["T004"]


def test_replacement_text_is_what_the_tree_says() -> None:
    lie = samples.changed(samples.typeset(), samples.replace_text_of("P", "Ничего подобного."))
    assert proof(lie, text_by_structure.NAME).findings[0].code == "T001"


@pytest.mark.parametrize("name", PROOFS)
def test_a_file_without_text_fails(name: str) -> None:
    blank = samples.changed(samples.typeset(), samples.blank)
    assert [finding.code for finding in proof(blank, name).findings] == ["T003"]


def test_the_h1_must_be_the_whole_heading() -> None:
    heading = (samples.HEADING[0], samples.HEADING[2], samples.HEADING[1], samples.HEADING[3])
    codes = {
        finding.code for finding in proof(samples.typeset(heading=heading), text_by_structure.NAME).findings
    }
    assert {"T001", "T005"} <= codes


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("Div", "P", 3), ("Div", "H2", 3), ("P", "Div", 5), ("P", "H2", 5), ("H1", "P", 1)],
)
def test_a_right_text_in_a_wrong_element_is_found_in_its_place(old: str, new: str, line: int) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        samples.element(pdf, old).S = pikepdf.Name(f"/{new}")

    found = proof(samples.changed(samples.typeset(), change), text_by_structure.NAME).findings
    (wrong,) = [each for each in found if each.code == "T010"]
    assert (wrong.particulars["expected"], wrong.particulars["actual"]) == (old, new)
    assert (wrong.place.file, wrong.place.line, wrong.place.page) == ("sample.txt", line, 1)


def test_later_titles_are_headings_of_the_second_level() -> None:
    heading = (*samples.HEADING, HeadingLine(Requisite.TITLE, "О мерах", 5))
    roles = [role for role, _, _ in text_by_structure.blocks(samples.document((), heading))]
    assert roles == ["H1", "Div", "Div", "H2"]


def test_a_paragraph_in_two_elements_fails() -> None:
    split = samples.changed(samples.typeset(), samples.split_paragraph)
    codes = [finding.code for finding in proof(split, text_by_structure.NAME).findings]
    assert codes[-2:] == ["T006", "T007"]
