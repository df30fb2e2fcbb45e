"""The judgement of another program: the BagIt library of the Library of Congress on a bag on the disk.

A bag is never proved by the code alone that made it. The library trusts paths, so it is asked only of bags
whose names and files have been looked at.
"""

from collections.abc import Mapping
from pathlib import Path

from engross.packaging import names


def library() -> str:
    """Return the name and the version of the library."""
    import bagit

    return f"bagit {bagit.VERSION}"


def can_judge(contents: Mapping[str, bytes]) -> bool:
    """Tell whether the library reads the names of a bag as the standard does: it does not decode all of them.

    The ``contents`` have their names composed; manifests that do not, name other files for the library.
    """
    listing = (data for path, data in contents.items() if "manifest-" in path and "/" not in path)
    texts = (data.decode(errors="replace") for data in listing)
    return all(map(names.is_portable, contents)) and all(names.composed(text) == text for text in texts)


def judge(folder: Path) -> str:
    """Return why the library does not call the bag at ``folder`` valid, or nothing if it does."""
    import bagit

    disabled, bagit.LOGGER.disabled = bagit.LOGGER.disabled, True  # what it finds is returned, not told twice
    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagError as error:
        return str(error) or type(error).__name__
    except Exception as error:  # noqa: BLE001 - of what a hostile bag makes it raise it does not think
        return f"{type(error).__name__}: {error}"
    finally:
        bagit.LOGGER.disabled = disabled
    return ""
