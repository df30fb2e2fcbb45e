"""What is found under a path, by which name, and which paths are refused."""

import errno
import os
from pathlib import Path

import pytest

from engross.errors import EngrossError, RefusedError, SourceError, UsageError
from engross.reading import Source, discover, read

_TEXT = "ЗАЯВЛЕНИЕ\nТекст.\n"


def _write(path: Path, text: str = _TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _codes(error: pytest.ExceptionInfo[EngrossError]) -> list[str]:
    return [found.code for found in error.value.findings]


def test_a_text_file_is_named_for_its_stem(tmp_path: Path) -> None:
    text = _write(tmp_path / "a.b.txt")
    assert discover([text]) == (Source("a.b", text, None),)


def test_the_metadata_of_a_text_file_have_its_name(tmp_path: Path) -> None:
    text, metadata = _write(tmp_path / "a.txt"), _write(tmp_path / "a.toml", "")
    assert discover([text]) == (Source("a", text, metadata),)


def test_the_text_of_a_document_folder_has_the_metadata_of_the_folder(tmp_path: Path) -> None:
    text, metadata = _write(tmp_path / "a.txt"), _write(tmp_path / "document.toml", "")
    assert discover([text]) == (Source("a", text, metadata),)


def test_a_document_folder_is_named_for_the_folder(tmp_path: Path) -> None:
    text, metadata = _write(tmp_path / "doc" / "a.txt"), _write(tmp_path / "doc" / "document.toml", "")
    assert discover([tmp_path / "doc"]) == (Source("doc", text, metadata),)


def test_a_folder_without_document_toml_is_no_document_however_few_texts_it_has(tmp_path: Path) -> None:
    text = _write(tmp_path / "doc" / "a.TXT")
    assert discover([tmp_path / "doc"]) == (Source("a", text, None),)


def test_another_text_in_a_folder_leaves_the_name_of_the_first(tmp_path: Path) -> None:
    first = _write(tmp_path / "doc" / "a.txt")
    alone = discover([tmp_path / "doc"])
    second = _write(tmp_path / "doc" / "b.txt")
    assert discover([tmp_path / "doc"]) == (*alone, Source("b", second, None))
    assert alone == (Source("a", first, None),)


def test_the_current_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "doc" / "a.txt")
    _write(tmp_path / "doc" / "document.toml", "")
    monkeypatch.chdir(tmp_path / "doc")
    assert [source.name for source in discover([Path()])] == ["doc"]


def test_a_folder_of_sources_gives_them_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "d/x.txt", "c/y.txt", "c/document.toml", "d/e/f/g.txt", ".hidden/z.txt"):
        _write(tmp_path / name, "" if name.endswith("toml") else _TEXT)
    assert [source.name for source in discover([tmp_path])] == ["a", "b", "c", "g", "x"]


def test_a_source_given_twice_is_one(tmp_path: Path) -> None:
    text = _write(tmp_path / "a.txt")
    assert len(discover([text, text, tmp_path / "." / "a.txt"])) == 1


def test_two_sources_of_one_name_are_wrong_usage(tmp_path: Path) -> None:
    first, second = _write(tmp_path / "x" / "a.txt"), _write(tmp_path / "y" / "a.txt")
    with pytest.raises(UsageError) as error:
        discover([first, second])
    assert str(first) in str(error.value)
    assert str(second) in str(error.value)


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing.txt", "R001"), ("a.rtf", "R002"), ("a.docx", "R002"), ("a.odt", "R002"), ("a", "R002")],
)
def test_a_path_that_is_no_source_is_an_error(tmp_path: Path, name: str, code: str) -> None:
    if code != "R001":
        _write(tmp_path / name)
    with pytest.raises(SourceError) as error:
        discover([tmp_path / name])
    assert _codes(error) == [code]
    assert str(tmp_path / name) in str(error.value)


def test_a_folder_with_nothing_in_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        discover([tmp_path])
    assert _codes(error) == ["R003"]


@pytest.mark.parametrize("texts", [(), ("a.txt", "b.txt")])
def test_a_document_folder_without_exactly_one_text_is_an_error(
    tmp_path: Path, texts: tuple[str, ...]
) -> None:
    for name in (*texts, "document.toml"):
        _write(tmp_path / name)
    with pytest.raises(SourceError) as error:
        discover([tmp_path])
    assert _codes(error) == ["R004"]


@pytest.mark.parametrize("name", ["a.txt", "a.toml", "document.toml"])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    secret = _write(tmp_path / "secret")
    if name != "a.txt":
        _write(tmp_path / "doc" / "a.txt")
    (tmp_path / "doc").mkdir(exist_ok=True)
    (tmp_path / "doc" / name).symlink_to(secret)
    with pytest.raises(RefusedError) as error:
        discover([tmp_path / "doc"])
    assert _codes(error) == ["R008"]


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    _write(tmp_path / "doc" / "a.real")
    (tmp_path / "doc" / "a.txt").symlink_to("a.real")
    assert read(discover([tmp_path / "doc"])[0]).text == _TEXT.strip()


def test_a_link_to_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    with pytest.raises(SourceError) as error:
        discover([tmp_path / "a.txt"])
    assert _codes(error) == ["R007"]


@pytest.mark.parametrize("given", ["a.txt", "."])
@pytest.mark.parametrize("name", ["a.toml", "document.toml"])
def test_metadata_that_are_a_link_to_nothing_are_an_error(tmp_path: Path, name: str, given: str) -> None:
    _write(tmp_path / "a.txt")
    (tmp_path / name).symlink_to("nowhere")
    with pytest.raises(SourceError) as error:
        discover([tmp_path / given])
    assert _codes(error) == ["R007"]


def test_a_text_in_a_folder_that_is_a_link_to_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    with pytest.raises(SourceError) as error:
        discover([tmp_path])
    assert _codes(error) == ["R007"]


@pytest.mark.parametrize("given", ["a.txt", "."])
def test_a_link_to_itself_is_an_error(tmp_path: Path, given: str) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(SourceError) as error:
        discover([tmp_path / given])
    assert _codes(error) == ["R006"]


@pytest.mark.parametrize("given", ["shut", ".", "shut/a.txt"])
def test_a_folder_that_may_be_listed_but_not_entered_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    """The refusal is put on: tests may run as root, to whom nothing is refused."""
    _write(tmp_path / "shut" / "a.txt")
    stat = Path.stat

    def refused(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.parent.name == "shut":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(SourceError) as error:
        discover([tmp_path / given])
    assert _codes(error) == ["R006"]
    assert os.strerror(errno.EACCES) in str(error.value)


def test_a_folder_named_as_a_text_is_a_folder(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt" / "b.txt")
    assert [source.name for source in discover([tmp_path / "a.txt"])] == ["b"]


def test_a_source_that_vanished_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        read(Source("a", tmp_path / "a.txt", None))
    assert _codes(error) == ["R006"]


def test_metadata_that_are_a_folder_are_an_error(tmp_path: Path) -> None:
    text = _write(tmp_path / "a.txt")
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(SourceError) as error:
        read(discover([text])[0])
    assert _codes(error) == ["R006"]


def test_messages_name_the_folder_of_a_document_and_no_more_of_the_path(tmp_path: Path) -> None:
    _write(tmp_path / "doc" / "a.txt")
    _write(tmp_path / "doc" / "document.toml", "")
    (source,) = discover([tmp_path / "doc"])
    assert read(source).source == "doc/a.txt"
