"""``engross build``: what it writes, what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from engross.findings import finding
from engross.model.report import Check, Outcome
from tests.cli.conftest import TEXT, Engross

PDF_HEADER = b"%PDF-1.7"


def names(folder: Path) -> set[str]:
    """Return the names of everything in ``folder``, hidden files too."""
    return {entry.name for entry in folder.iterdir()}


def outputs(*documents: str) -> set[str]:
    """Return the names of the files that a good build of ``documents`` writes."""
    return {f"{name}.{end}" for name in documents for end in ("pdf", "report.json", "certificate.json")}


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_pdf_report_and_certificate_are_put_into_the_folder_that_is_made_for_them(
    engross: Engross, sources: Path, option: str
) -> None:
    ended = engross("build", "my.txt", option, "new/out")
    assert (ended.code, ended.errors) == (0, "")
    assert names(sources / "new" / "out") == outputs("my")
    assert (sources / "new" / "out" / "my.pdf").read_bytes().startswith(PDF_HEADER)


def test_the_current_folder_is_the_default(engross: Engross, sources: Path) -> None:
    assert engross("build", "my.txt").code == 0
    assert names(sources) == {"my.txt"} | outputs("my")


def test_the_table_names_the_document_its_checks_and_its_findings(engross: Engross) -> None:
    printed = engross("build", "my.txt", "-o", "out").output
    assert printed.startswith("my: not verified (PDF/A-2a + PDF/UA-1)\n")
    assert "\n  text by the structure tree  passed " in printed
    assert "\n  S001 warning: my.txt:8:21: a hyphen between spaces" in printed
    assert "\n  notes on the source: 7 (see the report, or engross lint)\n" in printed


def test_json_is_one_report_a_line_and_equals_the_file(engross: Engross, sources: Path) -> None:
    (sources / "other.txt").write_text(TEXT, encoding="utf-8")
    lines = engross("build", "my.txt", "other.txt", "-o", "out", "--json").output.splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["my", "other"]
    for line in lines:
        report = json.loads(line)
        assert report == json.loads((sources / "out" / f"{report['name']}.report.json").read_text())


def test_without_verapdf_the_report_says_that_conformance_is_not_verified(engross: Engross) -> None:
    report = json.loads(engross("build", "my.txt", "-o", "out", "--no-verapdf", "--json").output)
    assert report["outcome"] == "not verified"
    assert report["checks"][-1]["outcome"] == "not verified"
    assert report["checks"][-1]["findings"][0]["code"] == "C001"


def test_no_verapdf_does_not_look_for_it(engross: Engross, monkeypatch: pytest.MonkeyPatch) -> None:
    def looked() -> None:
        raise AssertionError

    monkeypatch.setattr("engross.tools.verapdf.probe", looked)
    assert engross("build", "my.txt", "-o", "out", "--no-verapdf").code == 0


def test_a_folder_of_documents_is_built_whole(engross: Engross, sources: Path) -> None:
    for name in ("first", "second"):
        folder = sources / "all" / name
        folder.mkdir(parents=True)
        (folder / "document.toml").write_text('subject = "Проба"\n', encoding="utf-8")
        (folder / "text as received.txt").write_text(TEXT, encoding="utf-8")
    assert engross("build", "all", "-o", "out").code == 0
    assert names(sources / "out") == outputs("first", "second")


def test_one_that_fails_leaves_the_others_and_decides_the_exit_code(engross: Engross, sources: Path) -> None:
    (sources / "bad.txt").write_bytes(b"")
    ended = engross("build", "bad.txt", "my.txt", "-o", "out")
    assert ended.code == 3
    assert "error R010: the text is empty\n  at bad.txt" in ended.errors
    assert names(sources / "out") == outputs("my")


def failing(*_: object, **__: object) -> Check:
    return Check("conformance", Outcome.FAILED, "", (finding("C002", flavour="2a", failures="a rule"),))


def test_a_failed_report_ends_in_1_and_leaves_an_earlier_good_file_as_it_was(
    engross: Engross, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engross("build", "my.txt", "-o", "out").code == 0
    before = {name: (sources / "out" / name).read_bytes() for name in names(sources / "out")}
    with monkeypatch.context() as patched:
        patched.setattr("engross.verification.conformance", failing)
        ended = engross("build", "my.txt", "-o", "out")
    assert ended.code == 1
    assert "error C002: veraPDF says that the file does not conform to 2a: a rule" in ended.errors
    assert names(sources / "out") == before.keys() | {"my.failed.report.json"}
    assert {name: (sources / "out" / name).read_bytes() for name in before} == before


def test_a_good_build_removes_the_failed_report(
    engross: Engross, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("engross.verification.conformance", failing)
        assert engross("build", "my.txt", "-o", "out").code == 1
    assert names(sources / "out") == {"my.failed.report.json"}
    assert engross("build", "my.txt", "-o", "out").code == 0
    assert names(sources / "out") == outputs("my")


def test_an_output_that_is_a_file_is_refused(engross: Engross, sources: Path) -> None:
    (sources / "out").write_text("mine")
    ended = engross("build", "my.txt", "-o", "out")
    assert ended.code == 4
    assert ended.errors.startswith("error E201: the output cannot be written")
    assert (sources / "out").read_text() == "mine"
