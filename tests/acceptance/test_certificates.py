"""The certificate of each sample counts what stands in its source, and is of its PDF and of no other."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from engross import pipeline, reading
from engross.model.report import Check, Outcome
from tests.acceptance.measure import Measured
from tests.engrossing import Sample


def checked(pdf: Path, certificate: Path, sample: Sample | None = None) -> Check:
    """Return the check of ``pdf`` against ``certificate``, with the source of ``sample`` if given."""
    source = reading.discover([sample.source])[0] if sample else None
    check = pipeline.verify(pdf, source, certificate, conformance=False).checks[-1]
    assert check.name == "certificate"
    return check


@pytest.fixture
def certificate(pdf: Path) -> Path:
    """Where the certificate of ``sample`` is."""
    return pdf.with_suffix(".certificate.json")


@pytest.fixture
def stated(certificate: Path) -> Any:
    """What the certificate of ``sample`` states."""
    return json.loads(certificate.read_bytes())


def test_the_file_and_its_source_agree_with_it(sample: Sample, pdf: Path, certificate: Path) -> None:
    assert checked(pdf, certificate).findings == ()
    assert checked(pdf, certificate, sample).findings == ()


def test_it_counts_every_character_and_paragraph_of_the_source(sample: Sample, stated: Any) -> None:
    text = " ".join(sample.lines)
    assert stated["text"]["characters"] == len(text)
    assert stated["text"]["paragraphs"] == len(sample.paragraphs)
    assert stated["source"]["heading_lines"] == sample.heading_lines
    assert stated["pdf"]["pages"] == sample.pages


def test_it_counts_every_kind_of_dash_and_quotation_mark_of_the_source(sample: Sample, stated: Any) -> None:
    kinds = [*stated["text"]["dashes"], *stated["text"]["quotation_marks"], *stated["text"]["yo"]]
    counted = {chr(int(kind["character"].removeprefix("U+"), 16)): kind["count"] for kind in kinds}
    expected = {mark: sample.text.count(mark) for mark in "-‐‑–—−«»„“”’‘\"'ёЁ"}
    assert counted == {mark: count for mark, count in expected.items() if count}


def test_it_is_of_no_other_file(
    sample: Sample, certificate: Path, all_measured: Mapping[str, Measured]
) -> None:
    other = next(found for name, found in all_measured.items() if name != sample.name)
    check = checked(other.path, certificate)
    assert check.outcome is Outcome.FAILED
    assert {"V001", "V002", "V003"} <= {found.code for found in check.findings}
