"""The proof of the proof: whatever is done to a finished file is caught, and no file as made is accused."""

from dataclasses import dataclass

import pytest

from engross import pipeline, reading
from engross.errors import RefusedError
from engross.model.document import Document
from engross.model.report import Outcome
from tests.engrossing import SAMPLES
from tests.verification import byte_mutants, file_mutants
from tests.verification.samples import changed


@dataclass(frozen=True, slots=True)
class Finished:
    """A document and the file that Engross has made of it."""

    document: Document
    pdf: bytes


@pytest.fixture(scope="module")
def finished() -> dict[str, Finished]:
    """Give every sample of the tests, as made."""
    made = {}
    for sample in SAMPLES:
        (source,) = reading.discover([sample.source])
        document = reading.read(source)
        made[sample.name] = Finished(document, pipeline.typeset(document).pdf)
    return made


SHORT, LONG = SAMPLES[0].name, SAMPLES[3].name


def failed(pdf: bytes, document: Document | None) -> set[str]:
    """Return the names of the checks that ``pdf`` fails, or that it is not even read."""
    try:
        report = pipeline.check(pdf, "mutant.pdf", document)
    except RefusedError:
        return {byte_mutants.READING}
    return {check.name for check in report.checks if check.outcome is Outcome.FAILED}


@pytest.mark.parametrize("alone", [False, True], ids=["against its source", "alone"])
@pytest.mark.parametrize("name", [sample.name for sample in SAMPLES])
def test_a_file_as_made_is_not_accused(name: str, alone: bool, finished: dict[str, Finished]) -> None:
    made = finished[name]
    assert failed(made.pdf, None if alone else made.document) == set()


@pytest.mark.parametrize("name", [SHORT, LONG])
def test_a_file_that_was_only_saved_anew_is_not_accused(name: str, finished: dict[str, Finished]) -> None:
    made = finished[name]
    for pdf in (byte_mutants.plain(made.pdf), byte_mutants.saved(made.pdf)):
        assert failed(pdf, made.document) == set()


@pytest.mark.parametrize("name", [SHORT, LONG])
@pytest.mark.parametrize("mutant", byte_mutants.MUTANTS)
def test_a_change_of_the_bytes_is_caught_by_the_checks_that_must(
    mutant: str, name: str, finished: dict[str, Finished]
) -> None:
    change, checks = byte_mutants.MUTANTS[mutant]
    made = finished[name]
    pdf = change(byte_mutants.plain(made.pdf))
    assert checks <= failed(pdf, made.document)


@pytest.mark.parametrize("mutant", byte_mutants.MUTANTS)
def test_a_change_of_the_bytes_is_caught_without_the_source(
    mutant: str, finished: dict[str, Finished]
) -> None:
    change, _ = byte_mutants.MUTANTS[mutant]
    assert failed(change(byte_mutants.plain(finished[SHORT].pdf)), None)


@pytest.mark.parametrize("name", [SHORT, LONG])
@pytest.mark.parametrize("mutant", byte_mutants.FOR_THE_WEB)
def test_a_change_of_a_file_laid_out_for_the_web_is_caught(
    mutant: str, name: str, finished: dict[str, Finished]
) -> None:
    change, checks = byte_mutants.FOR_THE_WEB[mutant]
    made = finished[name]
    pdf = change(made.pdf)
    assert pdf != made.pdf
    found = failed(pdf, made.document)
    assert checks <= found or found == {byte_mutants.READING}


@pytest.mark.parametrize(
    ("mutant", "name"),
    [
        *((mutant, SHORT) for mutant in file_mutants.MUTANTS),
        *((mutant, LONG) for mutant in file_mutants.LONGER),
    ],
)
def test_a_change_of_the_objects_is_caught_by_the_checks_that_must(
    mutant: str, name: str, finished: dict[str, Finished]
) -> None:
    change, checks = file_mutants.MUTANTS[mutant]
    made = finished[name]
    assert checks <= failed(changed(made.pdf, change), made.document)
