"""Placing: a file appears under its name whole or not at all, and an earlier one stays until then."""

import os
from pathlib import Path

from engross.errors import RefusedError
from engross.findings import Place, finding


def place(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` in one step, or raise RefusedError (E201) and leave ``path`` alone."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise RefusedError(finding("E201", Place(str(path)), reason=error.strerror or error)) from error
