"""A23 of docs/acceptance.md: the archive edition, as its users make it, is a valid bag, to the last byte."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import bagit
import pytest

from engross import packaging
from engross.model.report import Outcome
from tests.engrossing import FOUNDING, engross


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive edition of the founding document; it is not to be changed."""
    output = tmp_path_factory.mktemp("archive")
    ended = engross("build", FOUNDING.source, "-o", output, "--edition", "archive", "--no-verapdf")
    assert ended.returncode == 0, ended.stderr
    return output / f"{FOUNDING.name}.archive"


def is_valid(bag: Path) -> bool:
    try:
        return bool(bagit.Bag(str(bag)).validate())
    except (bagit.BagError, UnicodeDecodeError):
        return False


def flipped(bag: Path, copy: Path) -> Iterator[tuple[Path, Path]]:
    """Yield ``copy`` of the bag with one bit of one file flipped, for each file, and that file."""
    for file in sorted(path for path in bag.rglob("*") if path.is_file()):
        shutil.copytree(bag, copy)
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        (copy / file.relative_to(bag)).write_bytes(data)
        yield copy, file
        shutil.rmtree(copy)


def test_a23_the_bag_is_valid_by_both_algorithms(bag: Path) -> None:
    assert is_valid(bag)
    assert {path.name for path in bag.glob("manifest-*.txt")} == {
        "manifest-sha256.txt",
        "manifest-sha512.txt",
    }
    checks = packaging.check(packaging.open_folder(bag), bag.name)
    assert [check.outcome for check in checks] == [Outcome.PASSED] * 3


def test_a23_one_flipped_bit_of_any_file_fails(bag: Path, tmp_path: Path) -> None:
    unseen = []
    for copy, file in flipped(bag, tmp_path / "copy"):
        checks = packaging.check(packaging.open_folder(copy), copy.name)
        if all(check.outcome is Outcome.PASSED for check in checks) or is_valid(copy):
            unseen.append(file.name)
    assert unseen == []
