"""A bag is rebuilt to the same bytes; if not, what differs is named."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from engross import layout
from engross.model.certificate import Account, Certificate
from engross.packaging import rebuilding
from engross.pipeline import archiving
from engross.pipeline.archived import rebuild
from engross.verification import certificate_form
from tests.archive import bags

CERTIFICATE = bags.deposit().certificate


def codes(bag: Path) -> list[str]:
    return [found.code for found in rebuild(bag).checks[-1].findings]


def filled(folder: Path, certificate: Certificate = CERTIFICATE, **changes: bytes) -> Path:
    """Return a bag, valid as such, whose PDF or certificate are others."""
    deposit = replace(bags.deposit(), certificate=certificate, **changes)  # type: ignore[arg-type]
    text = certificate_form.to_json(certificate).encode()
    papers = tuple(
        replace(paper, data=text) if "certificate" in paper.name else paper for paper in deposit.papers
    )
    archiving.fill(folder, replace(deposit, papers=papers))
    return folder


def test_the_same_versions_give_the_same_bytes(bag: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in bag.parent.rglob("*")}
    report = rebuild(bag)
    assert not report.failed
    assert report.checks[-1].name == "rebuild"
    assert report.checks[-1].detail.startswith("the same bytes")
    assert {path: path.stat().st_mtime_ns for path in bag.parent.rglob("*")} == before


def test_a_version_that_differs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine of another version is one that writes the same with another space."""
    bag = filled(tmp_path / "a.archive", pdf=bags.deposit().pdf + b"\n")
    assert codes(bag) == ["B030", "B036", "B033"]
    versions = layout.versions()
    monkeypatch.setattr("engross.layout.versions", lambda: versions | {"weasyprint": "99.0"})
    report = rebuild(bag)
    found = report.checks[-1].findings
    assert [each.code for each in found] == ["B030", "B031", "B033"]
    assert found[1].particulars["name"] == "weasyprint"
    assert found[1].particulars["actual"] == "99.0"
    assert report.failed


def test_a_font_that_differs_is_named(tmp_path: Path) -> None:
    fonts = (replace(CERTIFICATE.fonts[0], sha256="0" * 64), *CERTIFICATE.fonts[1:])
    certificate = replace(CERTIFICATE, fonts=fonts)
    bag = filled(tmp_path / "a.archive", certificate, pdf=bags.deposit().pdf + b"\n")
    assert codes(bag) == ["B030", "B032", "B033"]


def test_another_text_and_another_number_of_pages_are_errors_and_notes() -> None:
    account = _account(CERTIFICATE)
    other = replace(
        account,
        pdf=replace(account.pdf, sha256="1" * 64, pages=7),
        text=replace(account.text, sha256="2" * 64),
    )
    check = rebuilding.compare(CERTIFICATE, account, other, CERTIFICATE.versions)
    assert [found.code for found in check.findings] == ["B030", "B036", "B034", "B035"]
    assert check.detail == "other bytes, another text"


def test_what_only_proves_a_file_is_no_reason_for_other_bytes() -> None:
    account = _account(CERTIFICATE)
    other = replace(account, pdf=replace(account.pdf, sha256="1" * 64))
    here = replace(CERTIFICATE.versions, pdfium="0", pypdfium2="0", verapdf="0")
    check = rebuilding.compare(CERTIFICATE, account, other, here)
    assert "B031" not in [found.code for found in check.findings]


def test_a_damaged_bag_is_told_beside_what_it_is_rebuilt_to(bag: Path) -> None:
    (bag / "data" / "more.txt").touch()
    report = rebuild(bag)
    assert report.failed
    assert "completeness" in [check.name for check in report.checks if check.outcome == "failed"]
    assert report.checks[-1].outcome == "passed"


def test_a_bag_without_its_source_cannot_be_rebuilt(bag: Path) -> None:
    for file in (bag / "data" / "source").iterdir():
        file.unlink()
    report = rebuild(bag)
    assert {"B001", "B015"} <= {found.code for found in report.all_findings}


def test_a_certificate_that_is_none_is_told(bag: Path) -> None:
    (bag / "data" / f"{bags.NAME}.certificate.json").write_text(json.dumps({}), encoding="utf-8")
    assert "V020" in [found.code for found in rebuild(bag).all_findings]


def _account(certificate: Certificate) -> Account:
    return Account(certificate.pdf, certificate.text, certificate.language, certificate.fonts)
