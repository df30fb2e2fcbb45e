"""The certificate: written beside the PDF, and all that a third party needs to prove it again."""

import hashlib
import json
from pathlib import Path

import pytest

from engross.verification import certificate_form
from tests.cli.conftest import TEXT, Engross
from tests.cli.test_build import failing, names, outputs

CERTIFICATE = Path("out/my.certificate.json")


def verified(engross: Engross, pdf: str, *options: str) -> tuple[int, list[str]]:
    """Verify against the certificate; return the exit code and the codes of what was found by it."""
    ended = engross("verify", pdf, "--certificate", str(CERTIFICATE), "--no-verapdf", "--json", *options)
    assert ended.errors == ""
    check = json.loads(ended.output)["checks"][-1]
    assert check["name"] == "certificate"
    return ended.code, [found["code"] for found in check["findings"]]


def test_it_has_the_digests_that_sha256sum_gives(pdf: str) -> None:
    values = json.loads(CERTIFICATE.read_bytes())
    assert values["pdf"]["sha256"] == hashlib.sha256(Path(pdf).read_bytes()).hexdigest()
    assert values["source"]["sha256"] == hashlib.sha256(Path("my.txt").read_bytes()).hexdigest()
    assert values["source"]["metadata_sha256"] is None


def test_it_has_the_digest_of_the_metadata_file(engross: Engross) -> None:
    Path("my.toml").write_text('subject = "Проба"\n', encoding="utf-8")
    assert engross("build", "my.txt", "-o", "out").code == 0
    values = json.loads(CERTIFICATE.read_bytes())
    assert values["source"]["metadata_sha256"] == hashlib.sha256(Path("my.toml").read_bytes()).hexdigest()


def test_it_has_the_checks_and_the_findings_of_the_report(pdf: str) -> None:
    values = json.loads(CERTIFICATE.read_bytes())
    report = json.loads(Path(pdf).with_suffix(".report.json").read_bytes())
    assert values["proofs"] == report["checks"]
    assert values["findings"] == report["findings"]


@pytest.mark.usefixtures("pdf")
def test_it_counts_what_stands_in_the_text() -> None:
    text = json.loads(CERTIFICATE.read_bytes())["text"]
    assert (text["headings"], text["paragraphs"]) == (3, 2)
    assert text["dashes"] == [{"character": "U+002D", "name": "HYPHEN-MINUS", "count": 2}]
    folded = " ".join(TEXT.split())
    assert text["characters"] == len(folded)
    assert text["sha256"] == hashlib.sha256(folded.encode()).hexdigest()


def test_the_file_and_the_certificate_are_enough(engross: Engross, sources: Path, pdf: str) -> None:
    (sources / "my.txt").unlink()
    assert verified(engross, pdf) == (0, [])


def test_the_source_may_be_given_too(engross: Engross, pdf: str) -> None:
    assert verified(engross, pdf, "--source", "my.txt") == (0, [])


def test_the_table_tells_that_it_agrees(engross: Engross, pdf: str) -> None:
    ended = engross("verify", pdf, "--certificate", str(CERTIFICATE), "--no-verapdf")
    assert "\n  certificate                 passed        my: compared with the file\n" in ended.output


@pytest.mark.usefixtures("pdf")
def test_a_file_of_another_text_is_not_the_certified_one(engross: Engross) -> None:
    other = Path("other.pdf")
    Path("my.txt").write_text(TEXT.replace("просят", "просили"), encoding="utf-8")
    assert engross("build", "my.txt", "-o", "again", "--no-verapdf").code == 0
    Path("again/my.pdf").rename(other)
    code, found = verified(engross, str(other))
    assert code == 1
    assert {"V001", "V002", "V003", "V010"} <= set(found)


def test_a_source_that_was_saved_anew_is_another_source(engross: Engross, pdf: str) -> None:
    Path("my.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    code, found = verified(engross, pdf, "--source", "my.txt")
    assert code == 1
    assert "V004" in found


def test_a_file_under_another_name_is_the_same_file(engross: Engross, pdf: str) -> None:
    Path(pdf).rename("renamed.pdf")
    assert verified(engross, "renamed.pdf") == (0, ["V010"])


def test_a_source_under_another_name_is_the_same_source(engross: Engross, pdf: str) -> None:
    Path("my.txt").rename("renamed.txt")
    assert verified(engross, pdf, "--source", "renamed.txt") == (0, [])


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "V020"), (b"%PDF-1.7", "V020"), (b"[" * 100_000, "V020"), (b'{"schema": 2}', "V021")],
)
def test_what_is_no_certificate_is_refused(engross: Engross, pdf: str, data: bytes, code: str) -> None:
    CERTIFICATE.write_bytes(data)
    ended = engross("verify", pdf, "--certificate", str(CERTIFICATE), "--no-verapdf")
    assert (ended.code, ended.output) == (4, "")
    assert ended.errors.startswith(f"error {code}: ")
    assert "  at my.certificate.json" in ended.errors


def test_a_certificate_that_is_too_large_is_not_read_to_its_end(
    engross: Engross, pdf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificate_form, "LARGEST", 1000)
    ended = engross("verify", pdf, "--certificate", str(CERTIFICATE), "--no-verapdf")
    assert ended.code == 4
    assert "V020: the file is no certificate: it has more than 1000 bytes" in ended.errors


def test_a_certificate_that_is_not_there_is_named(engross: Engross, pdf: str) -> None:
    ended = engross("verify", pdf, "--certificate", "nothing.json", "--no-verapdf")
    assert ended.code == 4
    assert ended.errors.startswith("error E202: the file cannot be read")
    assert "at nothing.json" in ended.errors


def test_a_house_style_of_another_version_is_refused(engross: Engross, pdf: str) -> None:
    values = json.loads(CERTIFICATE.read_bytes())
    CERTIFICATE.write_text(json.dumps(values | {"style": "../core"}), encoding="utf-8")
    ended = engross("verify", pdf, "--certificate", str(CERTIFICATE), "--no-verapdf")
    assert ended.code == 4
    assert ended.errors.startswith("error V022: the certificate names the house style ../core")


@pytest.mark.usefixtures("pdf")
def test_what_fails_gets_no_certificate_and_an_earlier_one_stays(
    engross: Engross, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = CERTIFICATE.read_bytes()
    monkeypatch.setattr("engross.verification.conformance", failing)
    (sources / "new.txt").write_text(TEXT, encoding="utf-8")
    assert engross("build", "my.txt", "new.txt", "-o", "out").code == 1
    assert CERTIFICATE.read_bytes() == before
    failed = {"my.failed.report.json", "new.failed.report.json"}
    assert names(sources / "out") == outputs("my") | failed


def test_the_pdf_comes_last(engross: Engross, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[str] = []
    rename = Path.rename

    def recorded(path: Path, target: Path) -> Path:
        placed.append(path.name)
        assert all((path.parent / name).exists() for name in outputs("my") - set(placed[:-1]))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", recorded)
    assert engross("build", "my.txt", "-o", "out", "--no-verapdf").code == 0
    assert placed == ["my.report.json", "my.certificate.json", "my.pdf"]
