"""The words in which a collation is told, the same in the terminal and on a page."""

from engross.collation.collating import Collation, Difference
from engross.model.version import Origin, Version

FOLDING = "Runs of white space count as one space, and discretionary hyphens do not count."
BY_WORDS = (
    "{name} has no usable tags: its text is that of its pages, page numbers and the like included. Lines are "
    "joined, and words divided at line ends are joined as the other version has them. Its paragraphs are not "
    "known and not compared."
)


def outcome(collation: Collation) -> str:
    """Return what came of the comparison, in a sentence."""
    count = len(collation.differences)
    if count:
        return f"{count} {'difference' if count == 1 else 'differences'}."
    if collation.identical:
        return "Equal, character for character."
    return "Equal, after folding: only white space and discretionary hyphens differ."


def notes(collation: Collation) -> tuple[str, ...]:
    """Return what a reader must know of how the versions were compared."""
    untagged = [
        BY_WORDS.format(name=version.name)
        for version in (collation.left, collation.right)
        if version.origin is Origin.PAGES
    ]
    return (*dict.fromkeys(untagged), FOLDING)


def read_as(version: Version) -> str:
    """Return the name of ``version`` and how it was read."""
    return f"{version.name} ({version.origin})"


def place(version: Version, number: int | None) -> str:
    """Return ``line 7`` or ``page 2``."""
    unit = "line" if version.origin is Origin.SOURCE else "page"
    return f"{unit} {number}" if number else "empty"


def places(collation: Collation, difference: Difference) -> str:
    """Return where ``difference`` is on both sides."""
    left, right = place(collation.left, difference.left), place(collation.right, difference.right)
    return f"A {left}, B {right}"
