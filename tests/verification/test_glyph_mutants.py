"""What is shown is what is said: each mutant of a finished file is caught by the checks named for it."""

import io
from pathlib import Path

import pikepdf
import pytest

from engross import pipeline
from engross.model.document import Document
from engross.model.report import Outcome
from tests.verification.glyph_mutants import GLYPH_MUTANTS, Change


def _failed(pdf: Path, change: Change, document: Document | None) -> set[str]:
    with pikepdf.open(pdf) as opened:
        change(opened)
        changed = io.BytesIO()
        opened.save(changed, deterministic_id=True)
    report = pipeline.check(changed.getvalue(), "mutant.pdf", document)
    return {check.name for check in report.checks if check.outcome is Outcome.FAILED}


@pytest.mark.parametrize("name", GLYPH_MUTANTS)
def test_a_file_that_shows_something_else_is_caught(
    name: str, statement_pdf: Path, statement: Document
) -> None:
    change, checks = GLYPH_MUTANTS[name]
    assert _failed(statement_pdf, change, statement) >= checks


def test_a_file_that_is_only_saved_anew_is_not_accused(statement_pdf: Path, statement: Document) -> None:
    assert _failed(statement_pdf, lambda _: None, statement) == set()
