"""Every profile of the archive: its files conform to all that they claim, and what else is there is found."""

from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from engross import pipeline, reading, validation
from engross.model.document import Document
from engross.model.edition import TAKEN, Edition, Use
from engross.model.profile import PROFILES
from engross.model.report import Outcome
from tests.conftest import RequireTool
from tests.engrossing import ROOT, SAMPLES, TEXTS
from tests.verification.changes import Change, PdfObject, main_font
from tests.verification.samples import changed

RECEIVED = sorted((ROOT.parent / "shared" / "data").glob("*.txt"))
OTHERS = [key for key in TAKEN[Use.ARCHIVE] if key != TAKEN[Use.ARCHIVE][0]]


@pytest.fixture(scope="module")
def documents() -> Mapping[str, Document]:
    paths = dict.fromkeys([*(sample.source for sample in SAMPLES), TEXTS / "markdown-1.md", *RECEIVED])
    return {source.name: reading.read(source) for path in paths for source in reading.discover([path])}


@pytest.fixture(scope="module")
def made(
    documents: Mapping[str, Document], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[tuple[str, str], Path]:
    """Every document in every profile but the usual one, which other tests have."""
    folder = tmp_path_factory.mktemp("profiles")
    files = {}
    for key in OTHERS:
        for name, document in documents.items():
            path = folder / f"{name}.{key}.pdf"
            path.write_bytes(pipeline.typeset(document, Edition(Use.ARCHIVE, PROFILES[key])).pdf)
            files[key, name] = path
    return files


@pytest.mark.parametrize("key", OTHERS)
def test_a_file_is_judged_by_the_profile_that_it_claims_and_passes(
    key: str, documents: Mapping[str, Document], made: Mapping[tuple[str, str], Path]
) -> None:
    for name, document in documents.items():
        for known in (document, None):
            report = pipeline.check(made[key, name].read_bytes(), name, known)
            assert report.profile == PROFILES[key].name
            assert not report.failed, (name, [found.message for found in report.errors])


def test_verapdf_finds_nothing_in_any_profile_of_any_document(
    made: Mapping[tuple[str, str], Path], require_tool: RequireTool
) -> None:
    require_tool("verapdf")
    claims = {path: PROFILES[key].flavours for (key, _), path in made.items()}
    answers = validation.ask(claims)
    assert answers.keys() == set(made.values())
    for path, answer in answers.items():
        assert isinstance(answer, Mapping), answer
        assert answer.keys() == set(claims[path])
        assert [verdict.failures for verdict in answer.values() if not verdict.passed] == [], path.name


@pytest.mark.parametrize("key", OTHERS)
def test_a_file_is_the_same_each_time(key: str, documents: Mapping[str, Document]) -> None:
    document = documents[SAMPLES[0].name]
    edition = Edition(Use.ARCHIVE, PROFILES[key])
    assert pipeline.typeset(document, edition).pdf == pipeline.typeset(document, edition).pdf


def _descriptor(pdf: pikepdf.Pdf) -> PdfObject:
    return main_font(pdf).DescendantFonts[0].FontDescriptor


def _one_code(flip: int) -> Change:
    """Return a change that takes the first listed code away, or lists one that there is not."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream = _descriptor(pdf).CIDSet
        data = bytearray(stream.read_bytes())
        at = next(at for at, byte in enumerate(data) if byte not in (0, 255))
        bit = next(bit for bit in range(8) if data[at] >> bit & 1 == flip)
        data[at] ^= 1 << bit
        stream.write(bytes(data))

    return change


def _no_list(pdf: pikepdf.Pdf) -> None:
    del _descriptor(pdf).CIDSet


def _claim(old: bytes, new: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new, 1))

    return change


_FORMAT = b"<dc:format>"
MUTANTS: dict[str, Change] = {
    "a code that is not listed": _one_code(1),
    "a listed code that is none": _one_code(0),
    "no list of codes": _no_list,
    "a claim of PDF/UA beside": _claim(_FORMAT, b"<pdfuaid:part>1</pdfuaid:part>" + _FORMAT),
    "another part of PDF/A": _claim(b"<pdfaid:part>1", b"<pdfaid:part>2"),
    "an amendment of PDF/A": _claim(_FORMAT, b"<pdfaid:amd>2005</pdfaid:amd>" + _FORMAT),
    "another level of PDF/A": _claim(b"<pdfaid:conformance>A", b"<pdfaid:conformance>U"),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_what_a_file_of_pdf_1_4_must_not_have_or_lack_is_found(
    mutant: str, documents: Mapping[str, Document], made: Mapping[tuple[str, str], Path]
) -> None:
    name = SAMPLES[0].name
    pdf = changed(made["pdfa-1a", name].read_bytes(), MUTANTS[mutant])
    assert pipeline.check(pdf, name, documents[name]).failed
    assert pipeline.check(pdf, name).failed


def test_a_file_with_the_head_of_another_version_is_found(
    documents: Mapping[str, Document], made: Mapping[tuple[str, str], Path]
) -> None:
    name = SAMPLES[0].name
    pdf = made["pdfa-1a", name].read_bytes().replace(b"%PDF-1.4", b"%PDF-1.7", 1)
    report = pipeline.check(pdf, name, documents[name])
    (check,) = [check for check in report.checks if check.name == "metadata"]
    assert check.outcome is Outcome.FAILED
    assert [found.code for found in check.findings] == ["X007"]


def test_a_list_of_codes_is_foreign_in_the_usual_profile(documents: Mapping[str, Document]) -> None:
    name = SAMPLES[0].name

    def listed(pdf: pikepdf.Pdf) -> None:
        _descriptor(pdf).CIDSet = pdf.make_stream(b"\xff")

    pdf = changed(pipeline.typeset(documents[name]).pdf, listed)
    assert "U014" in [found.code for found in pipeline.check(pdf, name, documents[name]).errors]
