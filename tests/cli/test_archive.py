"""The archive edition from the command line: built, verified, rebuilt, and refused where it must be."""

import json
import shutil
from pathlib import Path

import bagit
import pytest

from tests.cli.conftest import Engross

BAG = "out/my.archive"


@pytest.fixture
def bag(engross: Engross, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build the archive edition of ``my.txt`` and give its bag."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500282000")
    assert engross("build", "my.txt", "-o", "out", "--edition", "archive").code == 0
    return Path(BAG)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_is_built_beside_the_distribution(bag: Path) -> None:
    assert bagit.Bag(str(bag)).validate()
    names = {"my.pdf", "my.report.json", "my.certificate.json", "my.archive"}
    assert {path.name for path in Path("out").iterdir()} == names
    assert (bag / "data/source/my.txt").read_bytes() == Path("my.txt").read_bytes()


def test_its_report_says_that_all_editions_have_one_text(bag: Path) -> None:
    report = json.loads((bag.parent / "my.report.json").read_bytes())
    assert "text of the editions" in [check["name"] for check in report["checks"]]


def test_at_the_same_time_it_is_the_same_and_takes_the_place_of_the_earlier(
    bag: Path, engross: Engross
) -> None:
    before = files(bag)
    assert engross("build", "my.txt", "-o", "out", "--edition", "archive").code == 0
    assert files(bag) == before
    assert [path.name for path in Path("out").iterdir() if path.name.startswith(".")] == []


def test_at_another_time_only_what_has_a_time_differs(
    bag: Path, engross: Engross, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(bag)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert engross("build", "my.txt", "-o", "out", "--edition", "archive").code == 0
    after = files(bag)
    different = {path for path in before if before[path] != after[path]}
    assert {path for path in different if path.startswith("data/")} == {"data/metadata/premis.xml"}
    assert b"Bagging-Date: 2017-07-17" in before["bag-info.txt"]
    assert b"Bagging-Date: 2020-09-13" in after["bag-info.txt"]


@pytest.mark.parametrize("value", ["yesterday", "-1", "9" * 30])
def test_a_time_that_is_none_is_wrong_usage(
    engross: Engross, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    ended = engross("build", "my.txt", "-o", "out", "--edition", "archive")
    assert ended.code == 2
    assert "E007" in ended.errors
    assert list(Path("out").iterdir()) == []


def test_a_name_that_no_bag_can_hold_is_refused_and_nothing_is_placed(engross: Engross) -> None:
    Path("my.txt").rename("100%.txt")
    ended = engross("build", "100%.txt", "-o", "out", "--edition", "archive")
    assert ended.code == 4
    assert "B109" in ended.errors
    assert list(Path("out").iterdir()) == []


@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_a_bag_is_proved_and_rebuilt(bag: Path, engross: Engross, command: str) -> None:
    ended = engross(command, str(bag))
    assert (ended.code, ended.errors) == (0, "")
    assert ended.output.startswith("my.archive: ")


@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_a_zip_of_a_bag_is_as_good(bag: Path, engross: Engross, command: str) -> None:
    shutil.make_archive("packed", "zip", bag.parent, bag.name)
    ended = engross(command, "packed.zip", "--json")
    assert ended.code == 0
    assert json.loads(ended.output)["checks"][0]["name"] == "bag"


@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_damage_ends_with_one(bag: Path, engross: Engross, command: str) -> None:
    (bag / "data" / "my.pdf").unlink()
    ended = engross(command, str(bag), "--json")
    assert ended.code == 1
    assert "B001" in ended.output


def test_a_bag_takes_no_source_and_no_certificate(bag: Path, engross: Engross) -> None:
    ended = engross("verify", str(bag), "--source", "my.txt")
    assert ended.code == 2
    assert "E006" in ended.errors


@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_what_is_no_bag_is_refused(engross: Engross, command: str) -> None:
    Path("empty").mkdir()
    ended = engross(command, "empty")
    assert ended.code == 4
    assert "B107" in ended.errors


def test_a_document_called_like_the_archive_of_another_is_not_in_its_bag(engross: Engross) -> None:
    Path("in").mkdir()
    text = Path("my.txt").read_bytes()
    Path("in/x.txt").write_bytes(text)
    Path("in/x.archive.txt").write_bytes(text.replace("и".encode(), "о".encode()))
    assert engross("build", "in", "-o", "out", "--edition", "archive", "--no-verapdf").code == 0
    for name in ("x.archive", "x.archive.archive"):
        assert engross("verify", f"out/{name}", "--no-verapdf").code == 0
