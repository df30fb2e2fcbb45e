"""Editions of one document: which are made, what is said of them, and that all or none are placed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from engross import pipeline, reading, verification
from engross.errors import UsageError
from engross.model.document import Document
from engross.model.edition import DISTRIBUTION, TAKEN, Edition, Use
from engross.model.profile import ARCHIVAL, PROFILES
from engross.model.report import Check, Outcome
from engross.model.standards import why_impossible
from engross.pipeline import proving, typesetting
from engross.verification.editions import NAME
from engross.verification.evidence import Evidence
from tests.engrossing import TEXTS

TEXT = TEXTS / "ru-1.txt"
OTHER = Edition(Use.PRINT, ARCHIVAL)
BOTH = (DISTRIBUTION, OTHER)


@pytest.fixture(scope="module")
def document() -> Document:
    return reading.read(*reading.discover([TEXT]))


def _evidence(document: Document, name: str) -> Evidence:
    pdf = typesetting.typeset(document).pdf
    return proving.evidence(pdf, name, None, proving.style_of(document), ARCHIVAL)


@pytest.mark.parametrize("uses", [(), ("distribution",), ("distribution", "distribution")])
def test_the_distribution_is_always_made_and_made_once(uses: tuple[str, ...]) -> None:
    assert pipeline.editions(uses) == (DISTRIBUTION,)


def test_all_is_every_edition_in_the_profile_that_nobody_has_to_ask_for() -> None:
    made = pipeline.editions(["all"])
    assert [(edition.use, edition.profile.key) for edition in made] == [
        (use, keys[0]) for use, keys in TAKEN.items()
    ]


def test_a_profile_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.editions((), "pdfa-9z")
    assert [found.code for found in caught.value.findings] == ["E004"]


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        ("pdfa-1a-ua1", "PDF/UA-1 on PDF 1.7"),
        ("pdfa-2a-ua2", "PDF/UA-2 on PDF 2.0"),
        ("pdfa-4f-ua1", "PDF/UA-1 on PDF 1.7"),
        ("PDF/A-1b+PDF/A-2b", "one part of PDF/A"),
        ("pdfx-4-ua2", "PDF/X-4 on PDF 1.6"),
    ],
)
def test_standards_that_cannot_hold_together_are_refused_with_the_reason(profile: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.editions(["archive"], profile)
    (found,) = caught.value.findings
    assert found.code == "E010"
    assert reason in found.message


@pytest.mark.parametrize("uses", [(), ("distribution",)])
def test_a_profile_that_no_edition_of_the_run_takes_is_refused_with_the_reason(uses: tuple[str, ...]) -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.editions(uses, "pdfa-1a")
    (found,) = caught.value.findings
    assert found.code == "E005"
    assert "read aloud" in found.message
    assert "archive: pdfa-2a-ua1, pdfa-1a" in found.hint


def test_no_profile_has_standards_that_cannot_hold_together() -> None:
    assert [key for key in PROFILES if why_impossible(key)] == []


def test_editions_of_one_document_say_the_same(document: Document) -> None:
    check = verification.same_text([_evidence(document, "a.pdf"), _evidence(document, "b.pdf")])
    assert check.outcome is Outcome.PASSED
    assert "a.pdf, b.pdf" in check.detail


def test_one_letter_that_is_another_is_found_by_tags_and_by_pages(document: Document) -> None:
    first, *rest = document.body
    changed = replace(document, body=(replace(first, text=first.text.replace("а", "о", 1)), *rest))
    check = verification.same_text([_evidence(document, "a.pdf"), _evidence(changed, "b.pdf")])
    assert check.outcome is Outcome.FAILED
    assert [found.code for found in check.findings] == ["T011", "T011"]
    assert {found.place.file for found in check.findings} == {"b.pdf"}


def test_every_edition_is_put_in_place_and_the_report_has_all(tmp_path: Path) -> None:
    (built,) = pipeline.build(reading.discover([TEXT]), tmp_path, editions=BOTH, conformance=False)
    assert not built.error
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "ru-1.certificate.json",
        "ru-1.pdf",
        "ru-1.print.pdf",
        "ru-1.report.json",
    ]
    report = json.loads((tmp_path / "ru-1.report.json").read_text(encoding="utf-8"))
    assert [check["outcome"] for check in report["checks"] if check["name"] == NAME] == ["passed"]
    assert [edition["name"] for edition in report["editions"]] == ["ru-1.print.pdf"]


def test_editions_of_a_text_from_right_to_left_say_the_same(tmp_path: Path) -> None:
    sources = reading.discover([TEXTS.parent / "acceptance" / "leftward" / "ar.txt"])
    (built,) = pipeline.build(sources, tmp_path, editions=pipeline.editions(["all"]), conformance=False)
    assert not built.error


def test_no_edition_is_put_in_place_when_one_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = Check(NAME, Outcome.FAILED)
    monkeypatch.setattr(verification, "same_text", lambda _: failed)
    (built,) = pipeline.build(reading.discover([TEXT]), tmp_path, editions=BOTH, conformance=False)
    assert built.error
    assert [path.name for path in tmp_path.iterdir()] == ["ru-1.failed.report.json"]


@pytest.mark.parametrize("other", ["x.print", "x.failed"])
def test_two_documents_that_would_write_one_file_are_refused(tmp_path: Path, other: str) -> None:
    for name in ("x", other):
        (tmp_path / f"{name}.txt").write_bytes(TEXT.read_bytes())
    with pytest.raises(UsageError) as caught:
        pipeline.build(reading.discover([tmp_path]), tmp_path / "out", editions=BOTH, conformance=False)
    assert [found.code for found in caught.value.findings] == ["E203"]
    assert not (tmp_path / "out").exists()
