"""A certificate that says anything else than the file, or than its source, is found out, key by key."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engross import verification
from engross.findings import Severity
from engross.model.certificate import Certificate
from engross.model.report import Check, Outcome
from engross.verification import certificate_form
from engross.verification.agreement import Verified, agreement
from engross.verification.evidence import Evidence
from tests.verification.conftest import account

# What is found when the value at a key is another: by the file alone, and with the source. A key of a list is
# that of its first element; ``-`` is what neither can tell, so that only who issued it can be asked.
FOUND: dict[str, tuple[str, str]] = {
    "name": ("V010", "V010"),
    "profile": ("V005", "V005"),
    "style": ("-", "V005"),
    "language": ("V005", "V005"),
    "source.sha256": ("-", "V004"),
    "source.metadata_sha256": ("-", "V004"),
    "source.heading_lines": ("-", "V003"),
    "source.folding.line_ends": ("-", "V003"),
    "source.folding.white_space_runs": ("-", "V003"),
    "source.folding.spaces[].character": ("-", "V003"),
    "source.folding.spaces[].name": ("-", "V003"),
    "source.folding.spaces[].count": ("-", "V003"),
    "source.folding.discretionary_hyphens": ("-", "V003"),
    "pdf.sha256": ("V001", "V001"),
    "pdf.pages": ("V003", "V003"),
    "pdf.folding.line_ends": ("V003", "V003"),
    "pdf.folding.white_space_runs": ("V003", "V003"),
    "pdf.folding.discretionary_hyphens": ("V003", "V003"),
    "text.sha256": ("V002", "V002"),
    "text.characters": ("V003", "V003"),
    "text.letters": ("V003", "V003"),
    "text.words": ("V003", "V003"),
    "text.headings": ("V003", "V003"),
    "text.paragraphs": ("V003", "V003"),
    "text.dashes[].character": ("V003", "V003"),
    "text.dashes[].name": ("V003", "V003"),
    "text.dashes[].count": ("V003", "V003"),
    "text.quotation_marks[].character": ("V003", "V003"),
    "text.quotation_marks[].name": ("V003", "V003"),
    "text.quotation_marks[].count": ("V003", "V003"),
    "fonts[].name": ("V006", "V006"),
    "fonts[].file": ("V007", "V007"),
    "fonts[].sha256": ("V007", "V007"),
    "versions.engross": ("V009", "V009"),
    "versions.weasyprint": ("-", "-"),
    "versions.pydyf": ("-", "-"),
    "versions.pango": ("-", "-"),
    "versions.harfbuzz": ("V009", "V009"),
    "versions.fonttools": ("V009", "V009"),
    "versions.pikepdf": ("V009", "V009"),
    "versions.qpdf": ("V009", "V009"),
    "versions.pypdfium2": ("V009", "V009"),
    "versions.pdfium": ("V009", "V009"),
    "versions.verapdf": ("V008", "V008"),
    "proofs[].name": ("V008", "V008"),
    "proofs[].outcome": ("V008", "V008"),
    "proofs[].detail": ("V008", "V008"),
    "proofs[].findings[].code": ("V008", "V008"),
    "proofs[].findings[].severity": ("V008", "V008"),
    "proofs[].findings[].message": ("V008", "V008"),
    "proofs[].findings[].hint": ("V008", "V008"),
    "findings[].code": ("-", "V011"),
    "findings[].severity": ("-", "V011"),
    "findings[].message": ("-", "V011"),
    "findings[].hint": ("-", "V011"),
    "findings[].place.file": ("-", "-"),
    "findings[].place.line": ("-", "V011"),
    "findings[].place.excerpt": ("-", "V011"),
    "findings[].place.column": ("-", "V011"),
}


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, list[str | int]]]:
    """Yield the key of every value that is no object and no list, with the way to it."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    else:
        yield key, []
    for name, each in inner:
        below = f"{key}[]" if isinstance(name, int) else f"{key}.{name}".strip(".")
        yield from ((found, [name, *way]) for found, way in leaves(each, below))


def other(value: Any, key: str) -> Any:
    """Return another value of the same type."""
    if key.endswith("outcome"):
        return "failed" if value != "failed" else "passed"
    if key.endswith("severity"):
        return "warning" if value != "warning" else "note"
    return value + 1 if isinstance(value, int) else f"{value or ''}x"


def edited(certificate: Certificate, wanted: str) -> Certificate:
    """Return ``certificate`` with another value at the key ``wanted``, the first if it is in a list."""
    values = json.loads(certificate_form.to_json(certificate))
    way = next(way for key, way in leaves(values) if key == wanted)
    parent = values
    for name in way[:-1]:
        parent = parent[name]
    parent[way[-1]] = other(parent[way[-1]], wanted)
    return certificate_form.parse(json.dumps(values).encode(), "edited.json")


def codes(check: Check) -> set[str]:
    return {found.code for found in check.findings}


def test_every_key_of_a_certificate_is_in_the_table(certificate: Certificate) -> None:
    values = json.loads(certificate_form.to_json(certificate))
    assert {key for key, _ in leaves(values) if key != "schema"} == FOUND.keys()


@pytest.mark.parametrize("source", [True, False], ids=["with the source", "alone"])
def test_a_certificate_of_the_file_is_accepted_in_silence(
    certificate: Certificate, verified: Verified, source: bool
) -> None:
    given = verified if source else replace(verified, document=None)
    check = agreement(certificate, given)
    assert (check.outcome, check.findings) == (Outcome.PASSED, ())
    assert check.detail.endswith("the file and its source" if source else "the file")


@pytest.mark.parametrize("key", FOUND)
def test_another_value_is_found_by_the_file_and_its_source(
    certificate: Certificate, verified: Verified, key: str
) -> None:
    found = agreement(edited(certificate, key), verified)
    assert codes(found) == {FOUND[key][1]} - {"-"}


@pytest.mark.parametrize("key", FOUND)
def test_another_value_is_found_by_the_file_alone_where_it_can_tell(
    certificate: Certificate, verified: Verified, key: str
) -> None:
    found = agreement(edited(certificate, key), replace(verified, document=None))
    assert codes(found) == {FOUND[key][0]} - {"-"}


def test_an_error_fails_the_check_and_a_warning_or_a_note_does_not(
    certificate: Certificate, verified: Verified
) -> None:
    for key in FOUND:
        check = agreement(edited(certificate, key), verified)
        errors = any(found.severity is Severity.ERROR for found in check.findings)
        assert (check.outcome is Outcome.FAILED) is errors, key


def test_what_differs_is_told_with_both_values(certificate: Certificate, verified: Verified) -> None:
    (found,) = agreement(edited(certificate, "text.dashes[].count"), verified).findings
    assert found.message == (
        "the certificate says that text.dashes is 10 × U+002D HYPHEN-MINUS, 7 × U+2013 EN DASH, "
        "but it is 9 × U+002D HYPHEN-MINUS, 7 × U+2013 EN DASH"
    )


def test_a_proof_that_is_left_out_or_given_twice_is_found(
    certificate: Certificate, verified: Verified
) -> None:
    fewer = replace(certificate, proofs=certificate.proofs[1:])
    more = replace(certificate, proofs=(*certificate.proofs, certificate.proofs[0]))
    assert codes(agreement(fewer, verified)) == codes(agreement(more, verified)) == {"V008"}


def test_a_font_that_is_left_out_or_given_twice_is_found(
    certificate: Certificate, verified: Verified
) -> None:
    fewer = replace(certificate, fonts=certificate.fonts[1:])
    more = replace(certificate, fonts=(*certificate.fonts, certificate.fonts[0]))
    assert codes(agreement(fewer, verified)) == codes(agreement(more, verified)) == {"V006"}


def test_a_proof_that_fails_now_is_told(certificate: Certificate, verified: Verified) -> None:
    first, *others = verified.report.checks
    report = replace(verified.report, checks=(replace(first, outcome=Outcome.FAILED), *others))
    assert codes(agreement(certificate, replace(verified, report=report))) == {"V008"}


@pytest.mark.parametrize("then", ["", "1.28.2"])
@pytest.mark.parametrize("now", ["", "1.28.2"])
def test_conformance_may_be_verified_at_one_time_and_not_at_the_other(
    certificate: Certificate, verified: Verified, then: str, now: str
) -> None:
    passed = Check("conformance", Outcome.PASSED, "veraPDF 1.28.2: 2a passed, ua1 passed")
    with_verdict = verification.with_check(verified.report, passed)
    certified = verification.with_proofs(certificate, with_verdict if then else verified.report, then)
    found = replace(
        verified,
        report=with_verdict if now else verified.report,
        versions={**verified.versions, "verapdf": now},
    )
    assert agreement(certified, found).findings == ()


def test_another_version_is_noted_and_its_particulars_are_not_compared(
    certificate: Certificate, verified: Verified
) -> None:
    first, *others = certificate.proofs
    older = replace(
        certificate,
        versions=replace(certificate.versions, engross="0.0.1"),
        proofs=(replace(first, detail="measured otherwise"), *others[1:]),
        findings=certificate.findings[1:],
    )
    check = agreement(older, verified)
    assert codes(check) == {"V009"}
    assert re.search(r"engross 0\.0\.1 \(here ", check.findings[0].message)
    assert check.outcome is Outcome.PASSED


def test_another_file_with_the_same_text_is_told_apart_from_another_text(
    certificate: Certificate, verified: Verified, evidence: Evidence, statement_pdf: Path
) -> None:
    pdf = statement_pdf.read_bytes() + b"\n"
    again = verification.gather(
        pdf, name=evidence.name, document=None, profile=evidence.profile, style=evidence.style
    )
    found = agreement(certificate, replace(verified, account=account(again)))
    assert codes(found) == {"V001"}
