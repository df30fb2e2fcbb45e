"""Comparing: two versions of a text, each a source or a PDF, for ``engross diff``."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engross import foreign, reading, verification
from engross.errors import UsageError
from engross.findings import Place, finding
from engross.model.version import Version

if TYPE_CHECKING:
    # A build needs nothing of it.
    from engross.collation import Collation


def collate(first: Path, second: Path) -> "Collation":
    """Compare two versions of a text, each a PDF or a source.

    Raise what reading a source or a foreign file does, and UsageError (E003) for more than one source.
    """
    from engross.collation import collate as compare

    return compare(_version(first), _version(second))


def _version(path: Path) -> Version:
    if path.suffix.lower() != ".pdf":
        (source, *others) = reading.discover([path])
        if others:
            raise UsageError(finding("E003", Place(str(path)), count=1 + len(others)))
        from engross.collation import of_document

        return of_document(reading.read(source))
    return foreign.apart(foreign.read_file(path), path.name, partial(verification.version, name=path.name))
