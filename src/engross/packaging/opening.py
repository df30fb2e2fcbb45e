"""Opens the folder of a bag that anyone may have made, and reads it within bounds.

Every file is opened below the folder that holds it and never through a link, so nothing outside is read, even
if somebody changes the bag meanwhile. Nothing is written.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.packaging import names
from engross.packaging.bounds import DEEPEST, LARGEST, MOST_FILES, refuse_more

_OPENING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(slots=True)
class _Walk:
    """What has been read so far of the bag at ``path``, and how many bytes that is."""

    path: Path
    files: dict[str, bytes] = field(default_factory=dict)
    entries: int = 0
    size: int = 0


def open_folder(path: Path) -> Mapping[str, bytes]:
    """Return the files of the bag at ``path`` by their paths, which are in Unicode's composed form.

    Raise RefusedError: it cannot be read (E202), has a name that leads elsewhere (B101), a link or something
    that is no file (B102), two names for one file (B103), or more than the bounds allow (B105).
    """
    walk = _Walk(path)
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            _read_folder(walk, folder, "")
        finally:
            os.close(folder)
    except OSError as error:
        raise RefusedError(finding("E202", Place(str(path)), reason=error.strerror or error)) from error
    names.refuse_twins(walk.files, str(path))
    return {names.composed(name): data for name, data in walk.files.items()}


def _read_folder(walk: _Walk, folder: int, above: str) -> None:
    for entry in _entries(walk, folder):
        path = f"{above}{entry.name}"
        names.refuse_outside(path, str(walk.path))
        mode = entry.stat(follow_symlinks=False).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            kind = "a link" if stat.S_ISLNK(mode) else "no regular file"
            raise RefusedError(finding("B102", Place(str(walk.path), excerpt=path), kind=kind))
        if stat.S_ISDIR(mode):
            refuse_more(path.count("/"), DEEPEST, "folders inside each other", str(walk.path))
        opened = os.open(entry.name, _OPENING, dir_fd=folder)
        try:
            if stat.S_ISDIR(os.fstat(opened).st_mode):
                _read_folder(walk, opened, f"{path}/")
            else:
                _read_file(walk, opened, path)
        finally:
            os.close(opened)


def _entries(walk: _Walk, folder: int) -> Iterator[os.DirEntry[str]]:
    """Yield the entries of a folder in the order of their names."""
    with os.scandir(folder) as found:
        entries = []
        for entry in found:
            walk.entries += 1
            refuse_more(walk.entries, MOST_FILES, "files", str(walk.path))
            entries.append(entry)
    yield from sorted(entries, key=lambda entry: entry.name)


def _read_file(walk: _Walk, opened: int, path: str) -> None:
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        raise RefusedError(finding("B102", Place(str(walk.path), excerpt=path), kind="no regular file"))
    with os.fdopen(os.dup(opened), "rb") as file:
        data = file.read(LARGEST - walk.size + 1)
    walk.size += len(data)
    refuse_more(walk.size, LARGEST, "bytes", str(walk.path))
    walk.files[path] = data
