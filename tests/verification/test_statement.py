"""The founding statement, typeset for real: its text is proved seven times, and all catch each mutant."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from engross import pipeline
from engross.model.document import Document, Paragraph
from engross.model.report import Outcome
from engross.verification import text_by_pdfium, text_by_structure
from tests import extractors
from tests.conftest import RequireTool

PROOFS = (text_by_structure.NAME, text_by_pdfium.NAME)
Body = tuple[Paragraph, ...]


def edited(paragraph: int, old: str, new: str) -> Callable[[Body], Body]:
    def edit(body: Body) -> Body:
        assert old in body[paragraph].text
        changed = replace(body[paragraph], text=body[paragraph].text.replace(old, new, 1))
        return (*body[:paragraph], changed, *body[paragraph + 1 :])

    return edit


MUTANTS: dict[str, Callable[[Body], Body]] = {
    "a dropped letter": edited(0, "выражают озабоченность", "выражают озабоченость"),
    "an em dash for an en dash": edited(2, "–", "—"),
    "ё for е": edited(3, "еще раз", "ещё раз"),
    "Latin c for Cyrillic с": edited(
        4, "конфликтов в информационной сфере", "конфликтов в информационной cфере"
    ),
    "a lost line": edited(3, "личности, общества и государства поднимает на новый уровень ", ""),
    "a repeated line": edited(5, "под эгидой ООН ", "под эгидой ООН под эгидой ООН "),
    "a doubled word": edited(8, "намерены ", "намерены намерены "),
    "a lost paragraph": lambda body: (*body[:6], *body[7:]),
    "a repeated paragraph": lambda body: (*body[:6], body[5], *body[6:]),
    "two swapped paragraphs": lambda body: (*body[:5], body[6], body[5], *body[7:]),
}


@pytest.fixture(scope="module")
def typeset(statement: Document) -> Callable[[str], bytes]:
    """Give the function that typesets a mutant of the statement, each once."""
    return cache(
        lambda mutant: pipeline.typeset(replace(statement, body=MUTANTS[mutant](statement.body))).pdf
    )


def test_the_whole_report_passes(statement: Document, statement_pdf: Path) -> None:
    report = pipeline.check(statement_pdf.read_bytes(), statement.name, statement)
    assert {check.name: check.outcome for check in report.checks if check.outcome is not Outcome.PASSED} == {}


def test_the_whole_report_passes_from_the_file_alone(statement_pdf: Path) -> None:
    assert not pipeline.check(statement_pdf.read_bytes(), "statement.pdf").failed


@pytest.mark.parametrize("extractor", extractors.EXTRACTORS, ids=lambda extractor: extractor.name)
def test_each_extractor_gives_the_source(
    extractor: extractors.Extractor, statement: Document, statement_pdf: Path, require_tool: RequireTool
) -> None:
    if extractor.program:
        require_tool(extractor.program)
    extractors.assert_same_text(statement.text, extractor.extract(statement_pdf), extractor.quirks)


@pytest.mark.parametrize("mutant", MUTANTS)
def test_both_proofs_catch_the_mutant(
    mutant: str, statement: Document, typeset: Callable[[str], bytes]
) -> None:
    report = pipeline.check(typeset(mutant), statement.name, statement)
    failed = {check.name for check in report.checks if check.outcome is Outcome.FAILED}
    assert failed >= set(PROOFS)


@pytest.mark.parametrize("extractor", extractors.EXTRACTORS, ids=lambda extractor: extractor.name)
@pytest.mark.parametrize("mutant", MUTANTS)
def test_each_extractor_shows_the_mutant(  # noqa: PLR0913, PLR0917 - two parameters and four fixtures
    mutant: str,
    extractor: extractors.Extractor,
    statement: Document,
    typeset: Callable[[str], bytes],
    tmp_path: Path,
    require_tool: RequireTool,
) -> None:
    if extractor.program:
        require_tool(extractor.program)
    pdf = tmp_path / "mutant.pdf"
    pdf.write_bytes(typeset(mutant))
    with pytest.raises(AssertionError, match="the texts part at"):
        extractors.assert_same_text(statement.text, extractor.extract(pdf), extractor.quirks)
