"""A file that carries its source: whatever else it carries, or says of what it carries, is found."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from engross import pipeline
from engross.findings import attachments
from engross.model.document import Document, Received, ReceivedFile
from engross.model.edition import Edition, Use
from engross.model.profile import PROFILES
from tests.verification import samples

PDFObject = Any
PROFILE = PROFILES["pdfa-3a-ua1"]
TEXT, METADATA = (
    ReceivedFile("текст.txt", "Как получено.\r\n".encode()),
    ReceivedFile("a.toml", b"# \xd0\xb0"),
)
DOCUMENT = replace(samples.document(), received=Received("Как получено.", TEXT, METADATA))


@pytest.fixture(scope="module", params=[key for key, profile in PROFILES.items() if profile.carries_source])
def good(request: pytest.FixtureRequest) -> bytes:
    """Give the file of the document in every profile that carries the source."""
    return pipeline.typeset(DOCUMENT, Edition(Use.ARCHIVE, PROFILES[request.param])).pdf


def codes(pdf: bytes, document: Document | None = DOCUMENT) -> set[str]:
    return {found.code for found in pipeline.check(pdf, "a.pdf", document).errors}


def names(pdf: pikepdf.Pdf) -> PDFObject:
    return pdf.Root.Names.EmbeddedFiles.Names


def text(pdf: pikepdf.Pdf) -> PDFObject:
    return next(part for part in names(pdf)[1::2] if part.AFRelationship == "/Source")


def file(pdf: pikepdf.Pdf) -> PDFObject:
    return text(pdf).EF.F


def put(where: Callable[[pikepdf.Pdf], PDFObject], key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: where(pdf).__setitem__(key, value)


def dropped(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.EmbeddedFiles.Names = Array(names(pdf)[:2])
    pdf.Root.AF = Array([names(pdf)[1]])


def another(pdf: pikepdf.Pdf) -> None:
    """Carry one more file, in the form of the others."""
    copy = pdf.make_indirect(Dictionary(dict(text(pdf).items())))
    copy.F = copy.UF = "я.txt"
    names(pdf).extend([pikepdf.String("я.txt"), copy])
    pdf.Root.AF.append(copy)


def renamed(pdf: pikepdf.Pdf) -> None:
    text(pdf).F = text(pdf).UF = "иной.txt"
    pdf.Root.Names.EmbeddedFiles.Names = Array([*names(pdf)[:2], pikepdf.String("иной.txt"), text(pdf)])


def emptied(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Names, pdf.Root.AF


def unsorted(pdf: pikepdf.Pdf) -> None:
    parts = list(names(pdf))
    pdf.Root.Names.EmbeddedFiles.Names = Array([*parts[2:], *parts[:2]])


def doubled(pdf: pikepdf.Pdf) -> None:
    names(pdf).extend(list(names(pdf)[2:]))


def doubled_in_another_encoding(pdf: pikepdf.Pdf) -> None:
    """List the metadata again, under the same name in UTF-16."""
    copy = pdf.make_indirect(Dictionary(dict(names(pdf)[1].items())))
    name = b"\xfe\xff" + bytes(names(pdf)[0]).decode("ascii").encode("utf-16-be")
    parts = list(names(pdf))
    pdf.Root.Names.EmbeddedFiles.Names = Array([*parts[:2], pikepdf.String(name), copy, *parts[2:]])
    pdf.Root.AF.append(copy)


def copied(pdf: pikepdf.Pdf) -> None:
    """Let programs that go by UF see other bytes than those that go by F."""
    text(pdf).EF.UF = pdf.make_stream(b"Other.", Dictionary(Type=Name.EmbeddedFile))


ALONE = {
    "no file": ("D008", emptied),
    "a second text": ("D008", another),
    "the metadata alone": ("D008", dropped),
    "a text that is data": ("D004", put(text, "/AFRelationship", Name.Data)),
    "a text of no relationship": ("D004", lambda pdf: text(pdf).__delitem__("/AFRelationship")),
    "another name for programs that go by F": ("D005", put(text, "/F", "иной.txt")),
    "another name for programs that go by UF": ("D005", put(text, "/UF", "иной.txt")),
    "other words on it": ("D005", put(text, "/Desc", "Проект")),
    "another type of media": ("D005", put(file, "/Subtype", Name("/text/html"))),
    "another size": ("D005", lambda pdf: put(lambda _: file(pdf).Params, "/Size", 7)(pdf)),
    "a date that is not known": (
        "D005",
        lambda pdf: put(lambda _: file(pdf).Params, "/ModDate", "D:2017")(pdf),
    ),
    "names out of order": ("D006", unsorted),
    "a name twice": ("D006", doubled),
    "a file that is not associated": ("D007", put(lambda pdf: pdf.Root, "/AF", Array())),
    "a file associated twice": ("D007", lambda pdf: pdf.Root.AF.append(text(pdf))),
    "a file that is associated and not listed": (
        "D007",
        lambda pdf: pdf.Root.AF.append(pdf.make_indirect(Dictionary(dict(text(pdf).items())))),
    ),
    "other bytes by UF": ("U014", copied),
    "a note on the file": ("U014", put(file, "/Note", "Иное")),
    "a note on the name": ("U014", put(text, "/Note", "Иное")),
    "a digest": ("U014", lambda pdf: put(lambda _: file(pdf).Params, "/CheckSum", "0")(pdf)),
    "scripts beside the files": ("U014", put(lambda pdf: pdf.Root.Names, "/JavaScript", Dictionary())),
    "names in branches": ("U014", put(lambda pdf: pdf.Root.Names.EmbeddedFiles, "/Kids", Array())),
    "a file that is of no type": ("U014", lambda pdf: file(pdf).__delitem__("/Type")),
}
"""What is found in a file alone."""

AGAINST_THE_SOURCE = {
    "a name twice, in two encodings": ("D006", doubled_in_another_encoding),
    "a further file": ("D001", another),
    "a file less": ("D002", dropped),
    "another name: missing by its own": ("D002", renamed),
    "another name: too much by the other": ("D001", renamed),
    "other bytes": ("D003", lambda pdf: file(pdf).write("Как получено!\r\n".encode())),
    "another end of line": ("D003", lambda pdf: file(pdf).write("Как получено.\n".encode())),
}
MUTANTS = {**ALONE, **AGAINST_THE_SOURCE}


def test_the_good_file_passes_with_its_source_and_without(good: bytes) -> None:
    assert not codes(good)
    assert not codes(good, None)


def test_the_report_names_what_is_carried_with_its_digests(good: bytes) -> None:
    for document in (DOCUMENT, None):
        report = pipeline.check(good, "a.pdf", document)
        (check,) = [check for check in report.checks if check.name == "attachments"]
        for received in (TEXT, METADATA):
            assert f"{received.name} (SHA-256 {received.sha256})" in check.detail


@pytest.mark.parametrize("mutant", MUTANTS)
def test_what_is_changed_is_found_against_the_source(mutant: str, good: bytes) -> None:
    code, change = MUTANTS[mutant]
    if code != "D008":
        assert code in codes(samples.changed(good, change))
    else:
        assert codes(samples.changed(good, change)) & {"D001", "D002"}


@pytest.mark.parametrize("mutant", ALONE)
def test_what_is_changed_is_found_in_the_file_alone(mutant: str, good: bytes) -> None:
    code, change = ALONE[mutant]
    assert code in codes(samples.changed(good, change), None)


def test_files_of_another_document_are_found(good: bytes) -> None:
    other = replace(DOCUMENT, received=Received("", ReceivedFile("текст.txt", b"Other."), None))
    assert codes(good, other) == {"D001", "D003", "D005"}


def test_a_file_of_a_profile_that_carries_nothing_may_carry_nothing() -> None:
    def carry(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["текст.txt"] = TEXT.data

    plain = pipeline.typeset(DOCUMENT).pdf
    assert b"/AF" not in plain
    assert "U014" in codes(samples.changed(plain, carry))


def test_a_document_without_files_is_not_carried() -> None:
    nowhere = samples.document()
    assert codes(pipeline.typeset(nowhere, Edition(Use.ARCHIVE, PROFILE)).pdf, nowhere) == {"D008"}


def test_every_code_has_a_case() -> None:
    elsewhere = {"D009"}
    found = {code for code, _ in MUTANTS.values() if code.startswith("D")}
    assert found | elsewhere == {entry.code for entry in attachments.ENTRIES}
