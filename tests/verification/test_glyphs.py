"""What is drawn is what is read: files that say one thing to programs and another to people are caught."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from engross import pipeline
from engross.findings import Finding
from engross.model.document import Document, Paragraph
from engross.model.profile import ARCHIVAL
from engross.model.report import Outcome, Report
from engross.verification.glyphs import NAME
from tests.verification import samples
from tests.verification.glyph_mutants import GLYPH_MUTANTS, draws


def _verified(statement_pdf: Path, statement: Document, change: Callable[[pikepdf.Pdf], None]) -> Report:
    with pikepdf.open(statement_pdf) as pdf:
        change(pdf)
        changed = io.BytesIO()
        pdf.save(changed, deterministic_id=True)
    return pipeline.check(changed.getvalue(), "x", statement)


def _outcomes(report: Report) -> dict[str, Outcome]:
    return {check.name: check.outcome for check in report.checks}


def _findings(report: Report) -> tuple[Finding, ...]:
    return tuple(found for check in report.checks for found in check.findings)


def test_an_unchanged_file_draws_what_it_says(statement_pdf: Path, statement: Document) -> None:
    report = _verified(statement_pdf, statement, lambda _: None)
    assert _outcomes(report)[NAME] is Outcome.PASSED


def test_the_report_names_the_bundled_fonts_that_draw_so(statement_pdf: Path, statement: Document) -> None:
    report = _verified(statement_pdf, statement, lambda _: None)
    (detail,) = [check.detail for check in report.checks if check.name == NAME]
    assert {"PTF55F.ttf", "PTF75F.ttf"} == set(detail.replace(",", "").split()[-2:])


@pytest.mark.parametrize(("said", "drawn"), [("а", "о"), ("–", "-"), ("\u00ad", "–"), (" ", "а"), ("е", "с")])
def test_a_letter_drawn_for_another_is_caught_by_this_check_alone(
    statement_pdf: Path, statement: Document, said: str, drawn: str
) -> None:
    report = _verified(statement_pdf, statement, draws(said, drawn))
    outcomes = _outcomes(report)
    assert outcomes.pop(NAME) is Outcome.FAILED
    assert set(outcomes.values()) == {Outcome.PASSED}
    assert [found.code for found in _findings(report)] == ["F007"]


def test_a_word_drawn_as_another_is_told_with_both_and_its_page(
    statement_pdf: Path, statement: Document
) -> None:
    (found,) = _findings(_verified(statement_pdf, statement, draws("ш", "о")))
    assert found.particulars["text"].replace("ш", "о") == found.particulars["drawn"].lower()
    assert found.place.page in (1, 2)
    assert found.place.excerpt == found.particulars["text"]


@pytest.mark.parametrize(
    "name",
    [
        "a program of another kind",
        "codes read by another encoding",
        "instructions in a glyph",
        "pictures for glyphs",
        "outlines of half the size",
    ],
)
def test_a_font_that_may_draw_anything_is_not_passed(
    name: str, statement_pdf: Path, statement: Document
) -> None:
    report = _verified(statement_pdf, statement, GLYPH_MUTANTS[name][0])
    assert "F009" in {found.code for found in _findings(report)}


@pytest.mark.parametrize(
    "name",
    [
        "widths at which letters overlap",
        "letters on top of each other",
        "a word that falls apart",
        "a space without width",
        "a space stepped back over",
    ],
)
def test_letters_out_of_their_places_are_found(name: str, statement_pdf: Path, statement: Document) -> None:
    report = _verified(statement_pdf, statement, GLYPH_MUTANTS[name][0])
    assert "P019" in {found.code for found in _findings(report)}


def test_a_font_of_another_program_is_of_no_bundled_font(statement_pdf: Path, statement: Document) -> None:
    style = replace(samples.STYLE, faces=(samples.FONTS / "PTF75F.ttf",))
    report = samples.verify(
        statement_pdf.read_bytes(), name="x", document=statement, profile=ARCHIVAL, style=style
    )
    assert _outcomes(report)[NAME] is Outcome.FAILED


def test_letters_joined_to_ligatures_are_what_they_say() -> None:
    paragraphs = (*samples.PARAGRAPHS[3:6], "The office finds the first flag efficient.")
    pdf = samples.typeset(paragraphs)
    document = samples.document(paragraphs)
    joined = samples.verify(pdf, name="x", document=document, profile=ARCHIVAL, style=samples.STYLE)
    assert _outcomes(joined)[NAME] is Outcome.PASSED
    plain = replace(samples.STYLE, features_off=("liga",))
    apart = samples.verify(pdf, name="x", document=document, profile=ARCHIVAL, style=plain)
    assert _outcomes(apart)[NAME] is Outcome.FAILED


def test_the_letters_of_a_language_are_those_of_its_language(statement: Document) -> None:
    metadata = replace(statement.metadata, language="ro")
    document = replace(statement, metadata=metadata, heading=(), body=(Paragraph("O ţară şi un oraş.", 1),))
    pdf = pipeline.typeset(document).pdf
    assert _outcomes(pipeline.check(pdf, "x", document))[NAME] is Outcome.PASSED
    other = samples.changed(pdf, lambda opened: opened.Root.__setitem__("/Lang", pikepdf.String("en")))
    assert _outcomes(pipeline.check(other, "x", document))[NAME] is Outcome.FAILED


def test_a_page_without_text_of_the_document_is_found(statement_pdf: Path, statement: Document) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(595.276, 841.89))
        pdf.pages[2].TrimBox = pikepdf.Array([0, 0, 595.276, 841.89])

    report = _verified(statement_pdf, statement, change)
    assert "P018" in [found.code for found in _findings(report)]
