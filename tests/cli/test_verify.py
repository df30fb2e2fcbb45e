"""``engross verify``: a finished file is proved again, alone or against a source."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Engross

CHANGES = pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("значение", "значения"),
        ("архивов - под", "архивов – под"),
        ("архив проверить", "архив"),
        ("17 июля", "18 июля"),
    ],
    ids=["a letter", "a dash", "a word", "a digit"],
)


def test_a_good_file_is_proved_alone(engross: Engross, pdf: str) -> None:
    ended = engross("verify", pdf, "--no-verapdf")
    assert (ended.code, ended.errors) == (0, "")
    assert ended.output.startswith("my.pdf: not verified")


def test_a_good_file_is_proved_against_its_source(engross: Engross, pdf: str) -> None:
    ended = engross("verify", pdf, "--source", "my.txt", "--no-verapdf")
    assert (ended.code, ended.errors) == (0, "")
    assert "failed" not in ended.output


@CHANGES
def test_another_source_fails_with_place_and_both_texts(
    engross: Engross, pdf: str, said: str, instead: str
) -> None:
    Path("other.txt").write_text(TEXT.replace(said, instead), encoding="utf-8")
    ended = engross("verify", pdf, "--source", "other.txt", "--no-verapdf")
    assert ended.code == 1
    assert "T001 error: other.txt:" in ended.output
    assert "expected “" in ended.output
    assert "found “" in ended.output


def test_json_is_the_report_of_the_file(engross: Engross, pdf: str) -> None:
    report = json.loads(engross("verify", pdf, "--source", "my.txt", "--json", "--no-verapdf").output)
    assert report["name"] == "my.pdf"
    outcomes = {check["name"]: check["outcome"] for check in report["checks"]}
    assert outcomes.pop("conformance") == "not verified"
    assert set(outcomes.values()) == {"passed"}


def test_verifying_changes_nothing(engross: Engross, sources: Path, pdf: str) -> None:
    before = {path: path.read_bytes() for path in sources.rglob("*") if path.is_file()}
    engross("verify", pdf, "--source", "my.txt")
    assert {path: path.read_bytes() for path in sources.rglob("*") if path.is_file()} == before


def test_a_folder_of_several_documents_is_no_source_for_one_file(
    engross: Engross, sources: Path, pdf: str
) -> None:
    for name in ("a", "b"):
        (sources / "all" / name).mkdir(parents=True)
        (sources / "all" / name / "text.txt").write_text(TEXT, encoding="utf-8")
        (sources / "all" / name / "document.toml").touch()
    ended = engross("verify", pdf, "--source", "all")
    assert ended.code == 2
    assert ended.errors.startswith("error E002: --source names 2 documents")


def test_a_file_that_is_no_pdf_is_refused(engross: Engross) -> None:
    ended = engross("verify", "my.txt")
    assert (ended.code, ended.output) == (4, "")
    assert "error P001: the file is not a PDF\n  at my.txt" in ended.errors


def test_a_file_that_is_not_there_is_named(engross: Engross) -> None:
    ended = engross("verify", "nothing.pdf")
    assert ended.code == 4
    assert ended.errors.startswith("error E202: the file cannot be read")
    assert "at nothing.pdf" in ended.errors
