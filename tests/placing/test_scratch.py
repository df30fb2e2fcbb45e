"""Folders of killed runs go; those of living ones stay, and two runs at once do each other no harm."""

import os
from pathlib import Path

import pytest

from engross.errors import RefusedError
from engross.placing import place, put, scratch_in, system
from tests.placing.disks import before, contents, die, fill, in_a_child


def hidden(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.name.startswith(".engross-"))


def test_the_folder_of_a_killed_run_is_removed_by_the_next_one(tmp_path: Path) -> None:
    def killed() -> None:
        with scratch_in(tmp_path) as scratch:
            fill(scratch, {"half/made": b"x"})
            die()

    assert in_a_child(killed) == -9
    assert len(hidden(tmp_path)) == 1
    put(tmp_path / "done", b"y")
    assert contents(tmp_path) == {"done": b"y"}


def test_the_folder_of_a_living_run_stays(tmp_path: Path) -> None:
    with scratch_in(tmp_path) as first:
        fill(first, {"made": b"x"})
        assert in_a_child(lambda: put(tmp_path / "done", b"y")) == 0
        with scratch_in(tmp_path):
            assert len(hidden(tmp_path)) == 2
        place(first, tmp_path, ["made"])
    assert contents(tmp_path) == {"made": b"x", "done": b"y"}


def test_without_locks_no_folder_is_taken_for_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "lock", lambda *_, **__: False)
    with scratch_in(tmp_path) as first:
        put(tmp_path / "done", b"y")
        assert first.exists()


def test_what_is_called_so_and_is_no_folder_of_ours_is_left_alone(tmp_path: Path) -> None:
    fill(tmp_path, {".engross-file": b"x", "far/away": b"x"})
    (tmp_path / ".engross-link").symlink_to(tmp_path / "far")
    before = contents(tmp_path)
    put(tmp_path / "done", b"y")
    assert contents(tmp_path) == {**before, "done": b"y"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_the_folder_of_another_user_is_left_alone(tmp_path: Path) -> None:
    fill(tmp_path, {".engross-theirs/.placing.json": b"[]"})
    os.chown(tmp_path / ".engross-theirs", 65534, 65534)
    put(tmp_path / "done", b"y")
    assert hidden(tmp_path) == [".engross-theirs"]


@pytest.mark.parametrize("journal", [b"", b"[", b'[{"name": "do', b"\xff"])
def test_a_journal_that_was_not_written_whole_has_begun_nothing(tmp_path: Path, journal: bytes) -> None:
    fill(tmp_path, {".engross-x/.placing.json": journal, "doc.pdf": b"x"})
    put(tmp_path / "done", b"y")
    assert contents(tmp_path) == {"doc.pdf": b"x", "done": b"y"}


def test_two_runs_at_once_leave_the_set_of_one_of_them(tmp_path: Path) -> None:
    names = ("a", "b", "c", "d")

    def often(value: bytes) -> None:
        for _ in range(40):
            with scratch_in(tmp_path) as scratch:
                fill(scratch, dict.fromkeys(names, value))
                place(scratch, tmp_path, names)
            # Not the scratch of the others, which may go while it is read.
            assert {(tmp_path / name).read_bytes() for name in names} <= {b"0", b"1", b"2"}

    children = []
    for value in (b"0", b"1", b"2"):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                often(value)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    seen = contents(tmp_path)
    assert sorted(seen) == sorted(names)
    assert len(set(seen.values())) == 1


def test_while_names_move_no_other_run_may_move_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = []

    def ask() -> None:
        other = os.open(tmp_path, os.O_RDONLY)
        free.append(system.lock(other, wait=False))
        os.close(other)

    with scratch_in(tmp_path) as scratch:
        fill(scratch, {"made": b"x"})
        ask()
        before("move", tmp_path / "made", ask, monkeypatch)
        place(scratch, tmp_path, ["made"])
    assert free == [True, False]


def test_a_run_killed_while_another_lives_is_mended_by_the_other_before_it_moves(tmp_path: Path) -> None:
    """A parked folder must be back before the same name is placed again."""
    fill(tmp_path, {"bag/bagit.txt": b"old"})

    def killed() -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(system, "exchange", lambda *_: False)
            with scratch_in(tmp_path) as scratch:
                fill(scratch, {"bag/bagit.txt": b"new"})
                before("move", tmp_path / "bag", die, patch)
                place(scratch, tmp_path, ["bag"])

    assert in_a_child(killed) == -9
    assert not (tmp_path / "bag").exists(), "it was not killed where the folder is parked"
    with scratch_in(tmp_path):
        assert (tmp_path / "bag" / "bagit.txt").read_bytes() == b"old"


def test_an_output_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, {"file": b"x"})
    with pytest.raises(RefusedError) as caught, scratch_in(tmp_path / "file" / "output"):
        pass
    assert [found.code for found in caught.value.findings] == ["E201"]
