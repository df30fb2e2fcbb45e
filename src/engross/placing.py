"""Placing: a file appears under its name whole or not at all, and an earlier one stays until then.

Files are made in a hidden folder beside their final place and moved there one by one, each in one step.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from engross.errors import RefusedError
from engross.findings import Place, finding


@contextmanager
def scratch_in(output: Path) -> Iterator[Path]:
    """Make ``output`` if it is not there, and a folder in it that is gone at the end of the block."""
    with refusing(output):
        output.mkdir(parents=True, exist_ok=True)
        folder = TemporaryDirectory(prefix=".engross-", dir=output)
    with folder as path:
        yield Path(path)


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` and to the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def put(path: Path, data: bytes) -> None:
    """Put a file with ``data`` in place as ``path``; raise RefusedError (E201) if that cannot be done."""
    with scratch_in(path.parent) as scratch, refusing(path):
        whole = scratch / path.name
        write(whole, data)
        refuse_folders(path)
        whole.replace(path)


@contextmanager
def refusing(place: Path) -> Iterator[None]:
    """Turn what the system says against writing in the block into RefusedError (E201) at ``place``."""
    try:
        yield
    except OSError as error:
        raise RefusedError(finding("E201", Place(str(place)), reason=error.strerror or error)) from error


def refuse_folders(*places: Path) -> None:
    """Raise IsADirectoryError if a folder is where a file is to go, before any file is moved."""
    for place in places:
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))
