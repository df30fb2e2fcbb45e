"""What a PDF carries is the source, byte for byte and dated as the document, as other programs see it."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from engross import pipeline, reading
from engross.errors import RefusedError
from engross.model.attachment import Attachment, Relationship, attachments
from engross.model.document import Document, Received, ReceivedFile
from engross.model.edition import Edition, Use
from engross.model.profile import PROFILES, Profile
from tests.conftest import RequireTool
from tests.engrossing import FOUNDING, SAMPLES
from tests.verification import samples

CARRYING = [profile for profile in PROFILES.values() if profile.carries_source]
EVERY = pytest.mark.parametrize("profile", CARRYING, ids=lambda profile: profile.key)


def _document(name: str) -> Document:
    (sample,) = [sample for sample in SAMPLES if sample.name == name]
    return reading.read(*reading.discover([sample.source]))


def _typeset(document: Document, profile: Profile) -> bytes:
    return pipeline.typeset(document, Edition(Use.ARCHIVE, profile)).pdf


def _named(*names: str) -> Document:
    text, metadata = (ReceivedFile(name, name.encode(errors="replace")) for name in names)
    return replace(samples.document(), received=Received("", text, metadata))


@EVERY
@pytest.mark.parametrize("name", [FOUNDING.name, "hy-1"])
def test_poppler_takes_out_the_source_byte_for_byte(
    name: str, profile: Profile, tmp_path: Path, require_tool: RequireTool
) -> None:
    require_tool("pdfdetach")
    document = _document(name)
    assert document.received is not None
    (tmp_path / "a.pdf").write_bytes(_typeset(document, profile))
    subprocess.run(["pdfdetach", "-saveall", "-o", tmp_path, tmp_path / "a.pdf"], check=True)
    taken = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name != "a.pdf"}
    assert taken == {file.name: file.data for file in document.received.files}


@EVERY
def test_the_text_is_the_source_the_metadata_are_data_and_both_have_the_date_of_the_document(
    profile: Profile,
) -> None:
    document = _document(FOUNDING.name)
    with pikepdf.open(io.BytesIO(_typeset(document, profile))) as pdf:
        told = {name: (str(spec.relationship), spec.get_file()) for name, spec in pdf.attachments.items()}
    assert {name: kind for name, (kind, _) in told.items()} == {
        "000_6e9320f1fd6442df.txt": "/Source",
        "document.toml": "/Data",
    }
    for _, file in told.values():
        assert file.obj.Params.ModDate == file.obj.Params.CreationDate == "D:20170717"
    assert {file.mime_type for _, file in told.values()} == {"text/plain", "application/toml"}


@EVERY
def test_a_document_without_a_date_gives_its_files_none(profile: Profile) -> None:
    document = _named("a.txt", "a.toml")
    with pikepdf.open(io.BytesIO(_typeset(document, profile))) as pdf:
        for spec in pdf.attachments.values():
            assert set(spec.get_file().obj.Params.keys()) == {"/Size"}


@EVERY
@pytest.mark.parametrize("names", [("а.txt", "z.toml"), ("б.txt", "а.toml"), ("a (1).txt", "a\\.toml")])
def test_names_of_any_letters_are_in_the_order_of_their_bytes(
    names: tuple[str, str], profile: Profile
) -> None:
    document = _named(*names)
    pdf = _typeset(document, profile)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        keys = [bytes(key) for key in opened.Root.Names.EmbeddedFiles.Names[::2]]
        assert set(opened.attachments) == set(names)
    assert keys == sorted(keys)
    assert not pipeline.check(pdf, "a.pdf", document).errors


@EVERY
def test_the_same_source_gives_the_same_bytes(profile: Profile) -> None:
    document = _document("hy-1")
    assert _typeset(document, profile) == _typeset(document, profile)


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        _typeset(_named("a\udcff.txt", "a.toml"), CARRYING[0])
    assert [found.code for found in caught.value.findings] == ["D009"]


def test_the_files_of_a_document_are_those_received_the_text_first() -> None:
    document = _named("a.md", "a.toml")
    assert [(each.name, each.relationship, each.media_type) for each in attachments(document)] == [
        ("a.md", Relationship.SOURCE, "text/markdown"),
        ("a.toml", Relationship.DATA, "application/toml"),
    ]
    assert attachments(samples.document()) == ()


def test_a_file_of_a_kind_that_is_not_known_is_bytes() -> None:
    assert Attachment("a.xyz", b"").media_type == "application/octet-stream"
