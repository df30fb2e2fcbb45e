"""Scratch: the hidden folder of a run beside its output, and what becomes of those of killed runs.

A run holds a lock on its folder as long as it lives, so the next run knows which are left over; it puts back
what they had parked, and removes them. The output folder itself is locked while that is done, and while files
are moved: then two runs in one folder do each other no harm. A lock ends with its process, however that ends,
and leaves no file. Where a file system knows no locks nothing is removed, since a run that lives cannot be
told from a dead one.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.placing import system
from engross.placing.journal import JOURNAL, recover

PREFIX = ".engross-"


@contextmanager
def scratch_in(output: Path) -> Iterator[Path]:
    """Make ``output`` if it is not there, and a folder in it that is gone at the end of the block.

    It stays for the next run to mend if it holds what could not be put back. Raise RefusedError (E201).
    """
    with refusing(output):
        output.mkdir(parents=True, exist_ok=True)
        with locked(output):
            _clear(output)
            folder = Path(mkdtemp(prefix=PREFIX, dir=output))
            held = os.open(folder, os.O_RDONLY)
            system.lock(held, wait=False)
    try:
        yield folder
    finally:
        if not (folder / JOURNAL).exists():
            shutil.rmtree(folder, ignore_errors=True)
        os.close(held)


@contextmanager
def refusing(place: Path) -> Iterator[None]:
    """Turn what the system says against writing in the block into RefusedError (E201) at ``place``."""
    try:
        yield
    except OSError as error:
        raise RefusedError(finding("E201", Place(str(place)), reason=error.strerror or error)) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let no other run change what is under final names in ``folder`` during the block."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        system.lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)


def _clear(output: Path) -> None:
    """Put back what killed runs of this user had parked in ``output``, and remove their folders.

    Those of others are left alone: what they say is parked is not to be trusted.
    """
    with os.scandir(output) as entries:
        folders = [Path(entry) for entry in entries if entry.name.startswith(PREFIX)]
    for folder in folders:
        with _dead(folder) as dead:
            if dead:
                recover(folder, output)
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _dead(folder: Path) -> Iterator[bool]:
    """Tell whether ``folder`` is of this user and of no run that lives; hold it during the block if so."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:  # it has just gone, it is of another user, or it is no folder at all
        yield False
        return
    try:
        own = os.fstat(descriptor).st_uid == os.geteuid()
        yield own and system.lock(descriptor, wait=False)
    finally:
        os.close(descriptor)
