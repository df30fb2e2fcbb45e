"""Foreign: a file that Engross did not just make is read within bounds, whatever is in it.

What Engross has made itself is judged where it was made, because that is faster; everything else comes
through here: ``read_file`` for its bytes, ``apart`` for whatever is done with them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.tools.bounded import Bounds, bounded

_T = TypeVar("_T")
_MIB = 2**20

LARGEST = 256 * _MIB
"""The largest file, in bytes, that is looked at: twenty thousand pages take a third of it."""

UNPACKING = Bounds(memory=4 * LARGEST, seconds=120)
"""What unpacking an archive takes at most: its files, their bytes again on their way here, and others."""


def read_file(path: Path) -> bytes:
    """Return the bytes of ``path``; raise RefusedError: it cannot be read (E202), or is too large (P004)."""
    data = read_head(path, LARGEST + 1)
    if len(data) > LARGEST:
        raise RefusedError(finding("P004", Place(str(path)), size=f"{LARGEST // _MIB} MiB"))
    return data


def read_head(path: Path, most: int) -> bytes:
    """Return the first bytes of ``path``, at most ``most``; raise RefusedError (E202): it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise RefusedError(finding("E202", Place(str(path)), reason=error.strerror or error)) from error


def bounds_of(size: int) -> Bounds:
    """Return what the reading of an honest file of ``size`` bytes never takes."""
    return Bounds(memory=512 * _MIB + 100 * size, seconds=20 + 20 * size // _MIB)


def apart(data: bytes, name: str, work: Callable[[bytes], _T], bounds: Bounds | None = None) -> _T:
    """Return ``work(data)``, done in a process of its own within ``bounds``, else those of a PDF.

    ``name`` is that of the file, for messages. What ``work`` returns must be picklable. Raise the
    EngrossError that it raises, and RefusedError when it takes too much (P005) or crashes (P006).
    """
    return bounded(lambda: work(data), bounds or bounds_of(len(data)), Place(name))
