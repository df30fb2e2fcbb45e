"""Placing: what belongs together appears under its names together, and what was there stays until then.

Files and folders are made in a hidden folder beside their final place (``scratch``), brought to the disk, and
moved from there (``moving``), each in one step. Whatever goes wrong, what was there before is put back: by
the run itself, or, if that was killed, by the next one in the same folder. docs/reliability.md says what a
reader may see meanwhile.
"""

from pathlib import Path

from engross.placing.moving import place
from engross.placing.scratch import refusing, scratch_in
from engross.placing.system import write

__all__ = ["place", "put", "refusing", "scratch_in", "write"]


def put(path: Path, data: bytes) -> None:
    """Put a file with ``data`` in place as ``path``; raise RefusedError (E201) if that cannot be done."""
    with scratch_in(path.parent) as scratch, refusing(path):
        write(scratch / path.name, data)
        place(scratch, path.parent, [path.name])
