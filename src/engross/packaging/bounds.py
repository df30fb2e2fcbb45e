"""How much of a bag is read: far more than the bag of an official document ever has."""

from engross.errors import RefusedError
from engross.findings import Place, finding

LARGEST = 256 * 2**20
"""The most bytes that the files of a bag may have together."""

MOST_FILES = 10_000
"""The most files and folders that a bag may have."""

DEEPEST = 32
"""How many folders may stand inside each other."""

LARGEST_TAG_FILE = 4 * 2**20
"""The most bytes of a tag file: a manifest of MOST_FILES has less."""

LARGEST_SOURCE = 16 * 2**20
"""The most bytes that a file of the source may have, thousands of pages: it is read by no process apart."""

LARGEST_RATIO = 200
"""How many times larger than in its archive a file may be; XML of many digests is about ten times larger."""


def refuse_more(count: int, bound: int, what: str, file: str) -> None:
    """Raise RefusedError (B105) if ``count`` is above ``bound``."""
    if count > bound:
        raise RefusedError(finding("B105", Place(file), bound=f"{bound} {what}"))
