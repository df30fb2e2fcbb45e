"""The journal of a placing: what is to be where, written down before anything moves, for undoing it.

A file or folder is known by its number and the time of its last change, which moving it does not alter.
Undoing may itself be killed and done again. What somebody else has put in place meanwhile is left alone.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

from engross.placing import system

JOURNAL = ".placing.json"
PARKED = ".parked"
"""The folder in scratch for what was in place earlier, where it cannot change places with what comes."""

Mark: TypeAlias = tuple[int, int] | None
"""What is under a name: its number and its time, or None for nothing."""


@dataclass(frozen=True, slots=True)
class Move:
    """One name in an output folder: what is to be under it, and what was there earlier."""

    name: str
    made: Mark
    earlier: Mark


def mark(path: Path) -> Mark:
    """Return what is under the name ``path``, links not followed."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def write(scratch: Path, moves: Iterable[Move]) -> None:
    """Write ``moves`` down, on the disk: from here on they can be undone."""
    journal = scratch / JOURNAL
    system.write(journal, json.dumps([asdict(move) for move in moves]).encode())
    system.sync(journal)
    system.sync(scratch)


def recover(scratch: Path, output: Path) -> None:
    """Undo what was begun in ``scratch`` and not ended; what is all in place stays there."""
    moves = _read(scratch)
    if any(mark(output / move.name) != move.made for move in moves):
        undo(moves, scratch, output)
    system.remove(scratch / JOURNAL)


def undo(moves: Sequence[Move], scratch: Path, output: Path) -> None:
    """Put back under each name what was there earlier, the last first, and bring that to the disk."""
    for move in reversed(moves):
        place = output / move.name
        now = mark(place)
        if now == move.earlier or now not in (None, move.made):
            continue
        if move.earlier is None:
            system.move(place, scratch / move.name)
            continue
        for parked, spare in ((scratch / PARKED, scratch), (scratch, scratch / PARKED)):
            if mark(parked / move.name) == move.earlier:
                put(parked / move.name, place, spare / move.name)
                break
    system.sync(output)


def put(path: Path, place: Path, spare: Path) -> None:
    """Give ``path`` the name ``place``, in one step wherever that can be done.

    What was there is then called ``path`` or ``spare``. Only a folder, and only where two folders cannot
    change places, is for a moment under neither of its names.
    """
    if mark(place) is not None:
        if system.exchange(path, place):
            return
        spare.parent.mkdir(exist_ok=True)
        try:
            system.name_twice(place, spare)
        except OSError:  # a folder has one name, and some file systems give no file a second one
            system.move(place, spare)
    system.move(path, place)


def _read(scratch: Path) -> list[Move]:
    """Return the moves of the journal in ``scratch``; one that was not written whole has begun nothing."""
    try:
        values = json.loads((scratch / JOURNAL).read_bytes())
    except (FileNotFoundError, ValueError):
        return []
    return [Move(each["name"], _mark(each["made"]), _mark(each["earlier"])) for each in values]


def _mark(value: list[int] | None) -> Mark:
    return (value[0], value[1]) if value else None
