"""What is drawn is what is read: files that say one thing to programs and another to people are caught."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from engross import pipeline
from engross.model.document import Document
from engross.model.report import Outcome, Report
from engross.verification.glyphs import NAME


def _codes(font: Any) -> dict[str, int]:
    """Return the code of each character, by the lines ``<code> <text>`` of the font's ToUnicode."""
    lines = [line.split() for line in font.ToUnicode.read_bytes().decode().splitlines()]
    pairs = [line for line in lines if len(line) == 2 and line[0].startswith("<") and line[1].startswith("<")]
    return {
        bytes.fromhex(text.strip("<>")).decode("utf-16-be"): int(code.strip("<>"), 16)
        for code, text in pairs
        if code != "<0000>"
    }


def _draw(pdf: pikepdf.Pdf, said: str, drawn: str) -> None:
    """Let the codes that say ``said`` draw ``drawn``."""
    for font in pdf.pages[0].Resources.Font.values():
        codes = _codes(font)
        mapping = font.DescendantFonts[0].CIDToGIDMap
        if said in codes and isinstance(mapping, pikepdf.Stream):
            glyphs = bytearray(mapping.read_bytes())
            at, other = 2 * codes[said], 2 * codes[drawn]
            glyphs[at : at + 2] = glyphs[other : other + 2]
            font.DescendantFonts[0].CIDToGIDMap = pdf.make_stream(bytes(glyphs))


def _verified(statement_pdf: Path, statement: Document, change: Callable[[pikepdf.Pdf], None]) -> Report:
    with pikepdf.open(statement_pdf) as pdf:
        change(pdf)
        changed = io.BytesIO()
        pdf.save(changed, deterministic_id=True)
    return pipeline.check(changed.getvalue(), "x", statement)


def _outcomes(report: Report) -> dict[str, Outcome]:
    return {check.name: check.outcome for check in report.checks}


def test_an_unchanged_file_draws_what_it_says(statement_pdf: Path, statement: Document) -> None:
    report = _verified(statement_pdf, statement, lambda _: None)
    assert _outcomes(report)[NAME] is Outcome.PASSED


@pytest.mark.parametrize(("said", "drawn"), [("а", "о"), ("–", "-"), ("\u00ad", "–"), (" ", "а"), ("е", "с")])
def test_a_letter_drawn_for_another_is_caught_by_this_check_alone(
    statement_pdf: Path, statement: Document, said: str, drawn: str
) -> None:
    report = _verified(statement_pdf, statement, lambda pdf: _draw(pdf, said, drawn))
    outcomes = _outcomes(report)
    assert outcomes.pop(NAME) is Outcome.FAILED
    assert set(outcomes.values()) == {Outcome.PASSED}
    assert [found.code for check in report.checks for found in check.findings] == ["F007"]


def test_a_font_whose_characters_cannot_be_read_is_not_called_passed(
    statement_pdf: Path, statement: Document
) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            descriptor.FontFile3 = descriptor.FontFile2
            del descriptor.FontFile2

    report = _verified(statement_pdf, statement, change)
    assert _outcomes(report)[NAME] is Outcome.NOT_VERIFIED
    assert next(check.detail for check in report.checks if check.name == NAME) == "0 codes of 2 fonts"


def test_a_page_without_text_of_the_document_is_found(statement_pdf: Path, statement: Document) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(595.276, 841.89))
        pdf.pages[2].TrimBox = pikepdf.Array([0, 0, 595.276, 841.89])

    report = _verified(statement_pdf, statement, change)
    assert "P018" in [found.code for check in report.checks for found in check.findings]
