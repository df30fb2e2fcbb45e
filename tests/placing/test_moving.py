"""What is placed together is there together or not at all, wherever it ends and whatever goes wrong."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from engross.placing import place, scratch_in, system
from tests.placing.disks import (
    FILES,
    GONE,
    NAMES,
    NEW,
    OLD,
    SYSTEMS,
    at,
    before,
    contents,
    die,
    fill,
    in_a_child,
    replace_all,
    visible,
)

ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES)


@pytest.fixture(params=list(SYSTEMS.values()), ids=list(SYSTEMS))
def on_a_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind of file system in turn."""
    request.param(monkeypatch)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with the old set."""
    fill(tmp_path, OLD)
    return tmp_path


def next_run(output: Path) -> None:
    with scratch_in(output):
        pass


def assert_whole_names(output: Path) -> None:
    """Assert that each name has all that it had, or all that it is to have; a folder may be parked."""
    seen = visible(output)
    for name in (*NAMES, GONE):
        states = [
            {file: data for file, data in state.items() if file.split("/")[0] == name}
            for state in (OLD, NEW, seen)
        ]
        assert states[2] in states[:2] or (not states[2] and list(output.glob(f".*/.parked/{name}")))


@pytest.mark.usefixtures("on_a_system")
def test_what_was_there_is_replaced_and_nothing_else_is_left(output: Path) -> None:
    replace_all(output)
    assert contents(output) == NEW


@pytest.mark.usefixtures("on_a_system")
def test_a_run_killed_at_any_operation_leaves_whole_names_and_the_next_one_a_whole_set(
    output: Path,
) -> None:
    for after in (False, True):
        number, code = -1, -9
        while code:
            number += 1
            with pytest.MonkeyPatch.context() as patch:
                at(number, die, patch, after=after)
                code = in_a_child(lambda: replace_all(output))
            assert_whole_names(output)
            next_run(output)
            assert contents(output) in (OLD, NEW)
            reset(output)
        assert number > len(NAMES), "no operation was counted"


@pytest.mark.usefixtures("on_a_system")
def test_a_run_killed_while_it_puts_back_leaves_that_to_the_next_one(output: Path) -> None:
    for first in range(7, 24):
        second, code = -1, -9
        while code:
            second += 1
            for number, work in ((first, replace_all), (second, next_run)):
                with pytest.MonkeyPatch.context() as patch:
                    at(number, die, patch)
                    code = in_a_child(partial(work, output))
            assert_whole_names(output)
            next_run(output)
            assert contents(output) in (OLD, NEW)
            reset(output)


@pytest.mark.usefixtures("on_a_system")
@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.__getitem__)
def test_an_operation_that_fails_leaves_the_old_set_or_is_done_without(output: Path, number: int) -> None:
    for at_operation in range(40):
        with pytest.MonkeyPatch.context() as patch:
            at(at_operation, failing(number), patch)
            with suppress(OSError):
                replace_all(output)
        told = visible(output) != NEW
        next_run(output)
        assert contents(output) == (OLD if told else NEW)
        if not told:
            reset(output)
    replace_all(output)
    assert contents(output) == NEW


def reset(output: Path) -> None:
    """Bring the old set back."""
    for entry in output.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    fill(output, OLD)


def failing(number: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_disk_that_fails_for_good_is_put_right_by_the_next_run(output: Path) -> None:
    for number in range(25):
        with pytest.MonkeyPatch.context() as patch:
            for later in range(number, 60):
                at(later, failing(errno.EIO), patch)
            with suppress(OSError):
                replace_all(output)
        assert_whole_names(output)
        next_run(output)
        assert contents(output) in (OLD, NEW)
        reset(output)


def test_what_was_placed_last_is_put_back_first(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So no new PDF is ever beside an old report."""
    order: list[str] = []

    def failing_at_the_end(path: Path) -> None:
        if path == output and not order[len(NAMES) :]:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    exchange = system.exchange

    def noting(path: Path, other: Path) -> bool:
        order.append(other.name)
        return exchange(path, other)

    monkeypatch.setattr(system, "exchange", noting)
    monkeypatch.setattr(system, "sync", failing_at_the_end)
    with pytest.raises(OSError, match="error"):
        replace_all(output)
    assert order == [*NAMES, *reversed(NAMES)]
    assert contents(output) == OLD


def test_a_file_of_somebody_else_is_not_undone(output: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        before("exchange", output / "doc.archive", die, patch)
        assert in_a_child(lambda: replace_all(output)) == -9
    theirs = output / "doc.report.json"
    assert theirs.read_bytes() == b"new"
    theirs.unlink()
    theirs.write_bytes(b"theirs")
    next_run(output)
    assert contents(output) == {**OLD, "doc.report.json": b"theirs"}


@pytest.mark.parametrize("name", ["doc.pdf", "doc.archive"])
def test_a_folder_does_not_replace_a_file_nor_a_file_a_folder(output: Path, name: str) -> None:
    other = {name: b"other"} if name == "doc.archive" else {f"{name}/other": b"other"}
    path = output / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    fill(output, other)
    before = contents(output)
    with pytest.raises(OSError, match="a directory"):
        replace_all(output)
    assert contents(output) == before


def test_a_folder_with_nothing_of_ours_is_not_replaced(output: Path) -> None:
    shutil.rmtree(output / "doc.archive")
    fill(output, {"doc.archive/precious": b"theirs"})
    before = contents(output)
    with pytest.raises(OSError, match="not empty"):
        replace_all(output)
    assert contents(output) == before


def test_a_link_is_replaced_and_what_it_leads_to_is_not(output: Path, tmp_path: Path) -> None:
    far = tmp_path / "far"
    (output / "doc.pdf").rename(far)
    (output / "doc.pdf").symlink_to(far)
    replace_all(output)
    assert (output / "doc.pdf").read_bytes() == b"new"
    assert far.read_bytes() == b"old"
    assert not (output / "doc.pdf").is_symlink()


def test_two_names_change_places_in_one_step_here(tmp_path: Path) -> None:
    """Where they cannot, the tests above have run on what stands in for it alone."""
    fill(tmp_path, {"one/a": b"a", "other/b": b"b"})
    if not system.exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("this file system lets no two folders change places")
    assert contents(tmp_path) == {"one/b": b"b", "other/a": b"a"}


def test_all_are_on_the_disk_before_any_is_moved(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[str, str]] = []

    def noting(name: str) -> Callable[..., object]:
        operation = getattr(system, name)

        def run(path: Path, *others: Path) -> object:
            done.append((name, path.name))
            return operation(path, *others)

        return run

    for name in ("sync", "exchange", "move"):
        monkeypatch.setattr(system, name, noting(name))
    replace_all(output)
    moved = next(number for number, (name, _) in enumerate(done) if name != "sync")
    synced = [name for _, name in done[:moved]]
    new = {part for file in (*FILES, "doc.archive/new.txt") for part in file.split("/")}
    assert new | {".placing.json"} <= set(synced)
    assert done[-1] == ("sync", output.name)


def test_an_output_that_is_removed_meanwhile_is_told(output: Path) -> None:
    with scratch_in(output) as scratch:
        fill(scratch, NEW)
        shutil.rmtree(output)
        with pytest.raises(FileNotFoundError):
            place(scratch, output, NAMES)
    assert not output.exists()
