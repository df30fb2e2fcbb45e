"""The words in which a collation is told, the same in the terminal and on a page."""

from engross.collation.collating import Collation, Difference
from engross.differences import excerpt
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


def unit(version: Version) -> str:
    """Return what places in ``version`` are counted in."""
    return "line" if version.origin is Origin.SOURCE else "page"


def place(version: Version, number: int | None) -> str:
    """Return ``line 7`` or ``page 2``."""
    return f"{unit(version)} {number}" if number else "empty"


def around(collation: Collation, difference: Difference) -> tuple[str, str]:
    """Return what stands before ``difference`` on the left, and after it on the right."""
    row, edit = collation.rows[difference.row], difference.edit
    before, _, _ = excerpt(row.left_text, edit.left, edit.left + len(edit.gone))
    _, _, after = excerpt(row.right_text, edit.right, edit.right + len(edit.new))
    return before, after


def places(collation: Collation, difference: Difference) -> str:
    """Return where ``difference`` is on both sides."""
    left, right = place(collation.left, difference.left), place(collation.right, difference.right)
    return f"A {left}, B {right}"
