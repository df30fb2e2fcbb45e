"""The judgement of another program: the BagIt library of the Library of Congress on a bag on the disk.

A bag is never proved by the code alone that made it. The library trusts paths, so it is asked only of bags
whose names and files have been looked at.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

from engross.packaging import names


def library() -> str:
    """Return the name and the version of the library."""
    import bagit

    return f"bagit {bagit.VERSION}"


def can_judge(paths: Iterable[str]) -> bool:
    """Tell whether the library reads all ``paths`` as the standard does: it does not decode all of it."""
    return all(names.is_portable(path) for path in paths)


def judge(folder: Path) -> str:
    """Return why the library does not call the bag at ``folder`` valid, or nothing if it does."""
    import bagit

    if not bagit.LOGGER.handlers:
        bagit.LOGGER.addHandler(logging.NullHandler())  # what it finds is returned, and not printed too
    try:
        bagit.Bag(str(folder)).validate()
    except (bagit.BagError, ValueError, OSError) as error:  # of the last two it does not think
        return str(error) or type(error).__name__
    return ""
