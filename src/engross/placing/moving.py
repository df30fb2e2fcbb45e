"""Moving: from scratch to final names, all or none of what belongs together.

The order is that of the names, so the last of them is the end of it: once it is in place, all are.
"""

import errno
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from engross.placing import journal, system
from engross.placing.journal import Move, mark
from engross.placing.scratch import locked


def place(scratch: Path, output: Path, names: Sequence[str], *, gone: Iterable[str] = ()) -> None:
    """Move the files and folders ``names`` from ``scratch`` to ``output``, in order; take ``gone`` away.

    ``scratch`` is of ``scratch_in(output)``. All are on the disk before any appears. Raise OSError if one
    cannot be placed: then what was there before is there again. A folder takes the place of an earlier one as
    a file does, and of no other: something of it must have been in the earlier one too.
    """
    with locked(output):
        journal.recover(scratch, output)
        for name in names:
            _refuse_others(scratch / name, output / name)
            _settle(scratch / name)
        moves = [Move(name, None, mark(output / name)) for name in gone]
        moves += [Move(name, mark(scratch / name), mark(output / name)) for name in names]
        try:
            journal.write(scratch, moves)
            for move in moves:
                _move(move, scratch, output)
            system.sync(output)
        except BaseException:
            journal.undo(moves, scratch, output)
            system.remove(scratch / journal.JOURNAL)
            raise
        with suppress(OSError):  # all is in place, and whoever reads the journal sees that
            system.remove(scratch / journal.JOURNAL)


def _move(move: Move, scratch: Path, output: Path) -> None:
    parked = scratch / journal.PARKED / move.name
    if move.made:
        journal.put(scratch / move.name, output / move.name, parked)
    elif move.earlier:
        parked.parent.mkdir(exist_ok=True)
        system.move(output / move.name, parked)


def _settle(made: Path) -> None:
    """Bring ``made`` to the disk, with all that is in it."""
    for folder, _, files in os.walk(made, topdown=False):
        for file in files:
            system.sync(Path(folder, file))
        system.sync(Path(folder))
    if not made.is_dir():
        system.sync(made)


def _refuse_others(made: Path, place: Path) -> None:
    """Raise OSError if there is something in the place of ``made`` that it must not replace."""
    if mark(place) is None:
        return
    if place.is_dir() != made.is_dir():
        number = errno.EISDIR if place.is_dir() else errno.ENOTDIR
        raise OSError(number, os.strerror(number), str(place))
    there, comes = ({entry.name for entry in folder.glob("*")} for folder in (place, made))
    if there and comes and there.isdisjoint(comes):
        raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(place))
