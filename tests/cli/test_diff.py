"""``engross diff``: any two versions are compared, and the exit code says whether they differ."""

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import TEXT, Engross

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no PDF": lambda _: b"text",
    "cut off": lambda pdf: pdf[: len(pdf) // 2],
    "overwritten": lambda pdf: pdf[:2_000] + b"\xff" * 2_000 + pdf[4_000:],
}


@pytest.fixture
def other() -> str:
    """Give another version of the text."""
    Path("other.txt").write_text(TEXT.replace("значение", "значения"), encoding="utf-8")
    return "other.txt"


def test_a_pdf_and_its_source_are_equal_after_folding(engross: Engross, pdf: str) -> None:
    for versions in (("my.txt", pdf), (pdf, "my.txt")):
        ended = engross("diff", *versions)
        assert (ended.code, ended.errors) == (0, "")
        assert "Equal, after folding" in ended.output


@pytest.mark.parametrize("name", ["my.txt", "out/my.pdf"])
def test_a_version_equals_itself(engross: Engross, pdf: str, name: str) -> None:
    assert pdf
    ended = engross("diff", name, name)
    assert ended.code == 0
    assert "Equal, character for character." in ended.output


def test_versions_that_differ_end_with_1_and_the_place_on_both_sides(
    engross: Engross, pdf: str, other: str
) -> None:
    ended = engross("diff", other, pdf)
    assert (ended.code, ended.errors) == (1, "")
    assert "1. A line 8, B page 1\n" in ended.output
    assert "значени[-я-]{+е+}" in ended.output
    assert "\x1b" not in ended.output


def test_a_document_folder_is_a_version(engross: Engross, sources: Path) -> None:
    (sources / "folder").mkdir()
    (sources / "folder" / "text.txt").write_text(TEXT, encoding="utf-8")
    (sources / "folder" / "document.toml").touch()
    assert engross("diff", "folder", "my.txt").code == 0


def test_a_folder_of_several_documents_is_no_version(engross: Engross, sources: Path, other: str) -> None:
    assert other
    ended = engross("diff", str(sources), "my.txt")
    assert ended.code == 2
    assert ended.errors.startswith("error E003: here are 2 documents")


def test_json_is_one_object(engross: Engross, pdf: str, other: str) -> None:
    ended = engross("diff", other, pdf, "--json")
    assert ended.code == 1
    assert [each["a"]["text"] for each in json.loads(ended.output)["differences"]] == ["я"]


def test_the_page_is_written_beside_the_list(engross: Engross, pdf: str, other: str) -> None:
    ended = engross("diff", other, pdf, "--html", "pages/page.html")
    assert ended.code == 1
    assert "1 difference." in ended.output
    assert Path("pages/page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in Path("pages").iterdir()] == ["page.html"]


def test_the_page_goes_to_standard_output_on_demand(engross: Engross, pdf: str, other: str) -> None:
    ended = engross("diff", other, pdf, "--html", "-")
    assert ended.output.startswith("<!doctype html>")
    assert ended.output.rstrip().endswith("</html>")
    assert not Path("-").exists()


def test_a_page_that_cannot_be_written_is_refused(engross: Engross, other: str) -> None:
    Path("taken").mkdir()
    ended = engross("diff", other, "my.txt", "--html", "taken")
    assert ended.code == 4
    assert ended.errors.startswith("error E201")


def test_a_page_and_json_together_are_wrong_usage(engross: Engross, other: str) -> None:
    assert engross("diff", other, "my.txt", "--json", "--html", "-").code == 2


@pytest.mark.parametrize("wrong", ["nothing.txt", "my.docx"])
def test_a_source_that_cannot_be_read_ends_with_3(engross: Engross, wrong: str) -> None:
    assert engross("diff", "my.txt", wrong).code == 3


def test_a_pdf_that_is_not_there_ends_with_4(engross: Engross) -> None:
    ended = engross("diff", "my.txt", "nothing.pdf")
    assert ended.code == 4
    assert ended.errors.startswith("error E202")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_pdf_is_refused_as_in_verify(engross: Engross, pdf: str, damage: str) -> None:
    Path("bad.pdf").write_bytes(DAMAGES[damage](Path(pdf).read_bytes()))
    ended = engross("diff", "my.txt", "bad.pdf")
    assert (ended.code, ended.output) == (4, "")
    assert ended.errors == engross("verify", "bad.pdf").errors


def test_a_pdf_without_tags_is_compared_by_its_pages(engross: Engross, pdf: str) -> None:
    with pikepdf.open(pdf) as opened:
        del opened.Root.StructTreeRoot
        opened.save("bare.pdf")
    ended = engross("diff", "my.txt", "bare.pdf")
    assert (ended.code, ended.errors) == (0, "")
    assert "bare.pdf has no usable tags" in ended.output


def test_colours_are_for_terminals_and_for_those_who_want_them(
    engross: Engross, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31" in engross("diff", other, "my.txt").output
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert "\x1b" not in engross("diff", other, "my.txt").output
