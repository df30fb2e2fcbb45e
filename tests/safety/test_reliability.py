"""A build that is killed, or whose disk refuses, leaves each edition whole in its old or its new state."""

import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from engross import pipeline, reading
from engross.errors import EngrossError
from engross.model.document import Document
from engross.model.edition import Edition
from engross.model.imposition import Booklet
from engross.model.press import Press
from engross.pipeline import Typeset, typesetting
from tests.engrossing import TEXTS
from tests.placing.disks import at, contents, die, in_a_child, visible

EDITIONS = pipeline.editions(["all"], press=Press(booklet=Booklet()))
TEXT = (TEXTS / "ru-1.txt").read_bytes()
CHANGED = TEXT.rstrip() + " Конец.".encode()
NOBODY = 65534
REFUSED = 4
KILLED = -signal.SIGKILL

State = Mapping[str, bytes]


def build(output: Path, source: Path) -> int:
    """Build every edition and return the exit code."""
    try:
        (built,) = pipeline.build(reading.discover([source]), output, editions=EDITIONS, conformance=False)
    except EngrossError as error:
        return error.exit_code
    return built.error.exit_code if built.error else 0


def state(folder: Path, text: bytes) -> State:
    """Return what a good build of ``text`` makes."""
    folder.mkdir()
    (folder / "doc.txt").write_bytes(text)
    assert build(folder / "out", folder / "doc.txt") == 0
    return contents(folder / "out")


@pytest.fixture(scope="module", autouse=True)
def clock() -> Iterator[None]:
    """Let it be one time in all builds, so that a bag is the same each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1500000000")
        yield


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, State]:
    """The old state and the new one."""
    folder = tmp_path_factory.mktemp("states")
    old, new = state(folder / "old", TEXT), state(folder / "new", CHANGED)
    assert old.keys() == new.keys()
    assert all(one != new_ones for one, new_ones in zip(wholes(old), wholes(new), strict=True))
    return old, new


def wholes(seen: State) -> list[State]:
    """Return each file of ``seen``, and all files of its bag as one, in the order of their names."""
    names = sorted({name.partition("/")[0] for name in seen})
    return [{name: seen[name] for name in seen if name.partition("/")[0] == whole} for whole in names]


def lay(output: Path, old: State) -> None:
    """Bring the old state into ``output``."""
    for name, data in old.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(data)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The source of the new state."""
    path = tmp_path / "doc.txt"
    path.write_bytes(CHANGED)
    return path


@pytest.fixture
def output(states: tuple[State, State], tmp_path: Path) -> Path:
    """A folder in the old state."""
    folder = tmp_path / "out"
    folder.mkdir()
    lay(folder, states[0])
    return folder


def assert_whole(output: Path, states: tuple[State, State]) -> None:
    """Assert that each file, and the bag as a whole, is the old or the new one."""
    old, new = map(wholes, states)
    for seen, *either in zip(wholes(visible(output)), old, new, strict=True):
        assert seen in either


def test_a_build_killed_at_any_operation_of_placing_leaves_whole_files(
    output: Path, source: Path, states: tuple[State, State]
) -> None:
    number, code = -1, KILLED
    while code == KILLED:
        number += 1
        with pytest.MonkeyPatch.context() as patch:
            at(number, die, patch)
            code = in_a_child(partial(build, output, source))
        assert_whole(output, states)
    assert code == 0
    assert contents(output) == states[1]


@pytest.mark.parametrize("seed", range(12))
def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_one_succeeds(
    output: Path, source: Path, states: tuple[State, State], seed: int
) -> None:
    moment = random.Random(seed).uniform(0.001, 1.0)  # noqa: S311 - no secret

    def killed() -> int:
        signal.setitimer(signal.ITIMER_REAL, moment)  # SIGALRM ends a process at once, unless it is handled
        return build(output, source)

    assert in_a_child(killed) in (0, -signal.SIGALRM)
    assert_whole(output, states)
    assert build(output, source) == 0
    assert contents(output) == states[1]


@pytest.mark.parametrize("limit", [0, 100, 3_000, 10_000])
def test_files_that_may_not_grow_are_refused(
    output: Path, source: Path, states: tuple[State, State], limit: int
) -> None:
    def limited() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return build(output, source)

    assert in_a_child(limited) == REFUSED
    assert contents(output) == states[0]


def test_an_output_that_is_removed_during_the_build_is_refused(
    output: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typeset = typesetting.typeset

    def removing(document: Document, edition: Edition) -> Typeset:
        shutil.rmtree(output, ignore_errors=True)
        return typeset(document, edition)

    monkeypatch.setattr(typesetting, "typeset", removing)
    assert build(output, source) == REFUSED
    assert not output.exists()


def as_nobody(work: Callable[[], int]) -> int:
    """Do ``work`` in a copy of this process that has no rights beyond those of any user."""

    def dropped() -> int:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return in_a_child(dropped)


def test_a_folder_that_may_not_be_written_to_is_refused(source: Path, states: tuple[State, State]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay(folder, states[0])
        text = folder / "doc.txt"
        text.write_bytes(source.read_bytes())
        folder.chmod(0o555)
        before = contents(folder)
        assert as_nobody(partial(build, folder, text)) == REFUSED
        assert contents(folder) == before
        folder.chmod(0o755)


@pytest.fixture
def disk(tmp_path: Path, states: tuple[State, State]) -> Iterator[Path]:
    """A file system of its own with little room, in the old state."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "engross", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        lay(folder, states[0])
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("room", range(0, 300_000, 20_000))
def test_a_full_disk_is_refused_or_has_room_enough(
    disk: Path, source: Path, states: tuple[State, State], room: int
) -> None:
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "rest").write_bytes(bytes(free - room))
    code = build(disk, source)
    (disk / "rest").unlink()
    assert (code, contents(disk)) in ((REFUSED, states[0]), (0, states[1]))
    assert code == REFUSED or room > len(states[1]["doc.pdf"])


def test_a_file_system_that_is_read_only_is_refused(
    disk: Path, source: Path, states: tuple[State, State]
) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert build(disk, source) == REFUSED
    assert contents(disk) == states[0]
