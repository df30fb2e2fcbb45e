"""A set of names in a folder, before and after it is placed, and operations of the system that end badly."""

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engross.placing import place, scratch_in, system

Contents = Mapping[str, bytes]

NAMES = ("doc.report.json", "doc.archive", "doc.pdf")
GONE = "doc.failed.report.json"
FILES = ("doc.report.json", "doc.archive/bagit.txt", "doc.archive/data/doc.pdf", "doc.pdf")
OLD: Contents = {**dict.fromkeys(FILES, b"old"), GONE: b"old", "doc.archive/old.txt": b"old"}
NEW: Contents = {**dict.fromkeys(FILES, b"new"), "doc.archive/new.txt": b"new"}
CHANGING = ("write", "sync", "move", "name_twice", "exchange", "remove")
"""The operations that change a disk."""


def contents(folder: Path) -> Contents:
    """Return every file under ``folder`` by its name, hidden ones too."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in found}


def visible(folder: Path) -> Contents:
    """Return every file of ``folder`` that a reader sees."""
    return {name: data for name, data in contents(folder).items() if not name.startswith(".")}


def fill(folder: Path, files: Contents) -> None:
    """Write ``files`` under ``folder``."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def replace_all(output: Path) -> None:
    """Place the new set over the old one in ``output``."""
    with scratch_in(output) as scratch:
        fill(scratch, NEW)
        place(scratch, output, NAMES, gone=[GONE])


def without_exchange(patch: pytest.MonkeyPatch) -> None:
    """Let no two names change places, as on many network file systems."""
    patch.setattr(system, "exchange", lambda *_: False)


def without_exchange_and_links(patch: pytest.MonkeyPatch) -> None:
    """Let moreover no file have two names."""

    def refuse(*_: object) -> None:
        raise PermissionError

    without_exchange(patch)
    patch.setattr(system, "name_twice", refuse)


SYSTEMS: Mapping[str, Callable[[pytest.MonkeyPatch], object]] = {
    "exchange": lambda _: None,
    "links": without_exchange,
    "moves": without_exchange_and_links,
}


def at(number: int, event: Callable[[], object], patch: pytest.MonkeyPatch, *, after: bool = False) -> None:
    """Let ``event`` happen before, or ``after``, the operation ``number`` that changes a disk."""
    left = iter(range(number, -1, -1))

    def counted(operation: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object) -> object:
            now = next(left, -1) == 0
            if now and not after:
                event()
            done = operation(*arguments)
            if now and after:
                event()
            return done

        return run

    for name in CHANGING:
        patch.setattr(system, name, counted(getattr(system, name)))


def before(operation: str, target: Path, event: Callable[[], object], patch: pytest.MonkeyPatch) -> None:
    """Let ``event`` happen before ``operation`` gives something the name ``target``."""
    real = getattr(system, operation)

    def run(path: Path, other: Path) -> object:
        if other == target:
            event()
        return real(path, other)

    patch.setattr(system, operation, run)


def die() -> None:
    """End this process as nothing can prevent, and nothing notices."""
    os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(work: Callable[[], object]) -> int:
    """Do ``work`` in a copy of this process; return what it does if a number, else 0, and 1 if it raises.

    It is minus the number of the signal that has ended the copy, if one has.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            done = work()
            code = done if isinstance(done, int) else 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
