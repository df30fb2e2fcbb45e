"""The report of a file: what it holds, how it is told; what was not checked is never called passed."""

import json
from dataclasses import dataclass

import pytest

from engross.findings import Place, finding
from engross.model.profile import ARCHIVAL
from engross.model.report import Check, Outcome, Report
from engross.verification import conformance, with_check
from engross.verification.rendering import outcome, to_json, to_table
from tests.verification import samples


@dataclass(frozen=True)
class Verdict:
    """What a validator says, for tests."""

    version: str
    passed: bool
    failures: tuple[str, ...] = ()


GOOD = {"2a": Verdict("1.28.2", passed=True), "ua1": Verdict("1.28.2", passed=True)}
BAD = {
    "2a": Verdict("1.28.2", passed=True),
    "ua1": Verdict("1.28.2", passed=False, failures=("7.1-3", "7.2-2")),
}


@pytest.fixture(scope="module")
def report() -> Report:
    """Give the report of the good sample."""
    return samples.verify(
        samples.typeset(),
        name="sample.pdf",
        document=samples.document(),
        profile=ARCHIVAL,
        style=samples.STYLE,
        findings=(finding("C001", Place(file="sample.txt", line=3)),),
    )


def test_all_checks_are_there_in_order(report: Report) -> None:
    assert [check.name for check in report.checks] == [
        "file",
        "text by the structure tree",
        "text by PDFium",
        "fonts",
        "glyphs",
        "pages",
        "metadata",
        "structure",
    ]


def test_each_check_says_what_it_measured(report: Report) -> None:
    assert all(check.detail for check in report.checks)
    assert report.pages == 2


def test_one_page_is_not_called_pages() -> None:
    short = samples.verify(
        samples.typeset(samples.PARAGRAPHS[3:6]),
        name="sample.pdf",
        document=samples.document(samples.PARAGRAPHS[3:6]),
        profile=ARCHIVAL,
        style=samples.STYLE,
    )
    details = {check.name: check.detail for check in short.checks}
    assert details["text by PDFium"].endswith("runs on 1 page")


def test_the_report_is_the_same_each_time(report: Report) -> None:
    again = samples.verify(
        samples.typeset(),
        name="sample.pdf",
        document=samples.document(),
        profile=ARCHIVAL,
        style=samples.STYLE,
        findings=report.findings,
    )
    assert to_json(again) == to_json(report)


def test_a_file_that_conforms_passes(report: Report) -> None:
    check = conformance(GOOD)
    assert check == Check("conformance", Outcome.PASSED, "veraPDF 1.28.2: 2a passed, ua1 passed")
    assert outcome(with_check(report, check)) is Outcome.PASSED


def test_a_file_that_does_not_conform_fails_with_its_rules(report: Report) -> None:
    check = conformance(BAD)
    assert check.outcome is Outcome.FAILED
    assert check.findings[0].message.endswith("ua1: 7.1-3; 7.2-2")
    assert outcome(with_check(report, check)) is Outcome.FAILED


@pytest.mark.parametrize("verdicts", [None, {}])
def test_without_verdicts_nothing_is_called_passed(verdicts: None, report: Report) -> None:
    check = conformance(verdicts)
    assert check.outcome is Outcome.NOT_VERIFIED
    whole = with_check(report, check)
    assert not whole.failed
    assert outcome(whole) is Outcome.NOT_VERIFIED
    assert "verapdf" in check.findings[0].hint
    assert to_table(whole).startswith("sample.pdf: not verified")


def test_a_check_takes_the_place_of_its_namesake(report: Report) -> None:
    once = with_check(report, conformance(None))
    twice = with_check(once, conformance(GOOD))
    assert len(twice.checks) == len(once.checks) == len(report.checks) + 1
    assert twice.checks[-1].outcome is Outcome.PASSED


def test_json_has_stable_keys_and_readable_text(report: Report) -> None:
    text = to_json(report)
    values = json.loads(text)
    assert list(values) == ["schema", "name", "sha256", "pages", "profile", "outcome", "checks", "findings"]
    assert values["findings"][0]["place"] == {"file": "sample.txt", "line": 3}
    assert "\\u" not in text


def test_the_table_tells_findings_with_code_place_and_hint(report: Report) -> None:
    lines = to_table(report).splitlines()
    assert "  C001 warning: sample.txt:3: conformance was not verified: veraPDF did not run" in lines
    assert any("make verapdf" in line for line in lines)
