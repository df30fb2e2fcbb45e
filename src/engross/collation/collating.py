"""Collating: every difference of two versions, with its place in both."""

from collections.abc import Iterator
from dataclasses import dataclass

from engross.collation.sides import Side, sides
from engross.differences import BREAK, Edit, Row, begins, rows
from engross.model.version import Version


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference: its row, what differs there, and its line or page on each side, if there is one."""

    row: int
    edit: Edit
    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class Collation:
    """Two versions side by side. ``left_places`` and ``right_places`` are the lines or pages of the rows."""

    left: Version
    right: Version
    rows: tuple[Row, ...]
    left_places: tuple[int | None, ...]
    right_places: tuple[int | None, ...]
    differences: tuple[Difference, ...]

    @property
    def equal(self) -> bool:
        """Whether both say the same, folded."""
        return not self.differences

    @property
    def identical(self) -> bool:
        """Whether both were the same before folding too."""
        return [each.text for each in self.left.passages] == [each.text for each in self.right.passages]


def collate(left: Version, right: Version) -> Collation:
    """Compare two versions."""
    ours, theirs = sides(left, right)
    found = rows(ours.texts, theirs.texts)
    return Collation(
        left=left,
        right=right,
        rows=found,
        left_places=tuple(ours.place(row.left.start, 0) for row in found),
        right_places=tuple(theirs.place(row.right.start, 0) for row in found),
        differences=tuple(_differences(found, ours, theirs)),
    )


def _differences(found: tuple[Row, ...], ours: Side, theirs: Side) -> Iterator[Difference]:
    for number, row in enumerate(found):
        for edit in row.edits:
            yield Difference(
                row=number,
                edit=edit,
                left=_place(ours, row.left, row.left_text, begins(edit.left, edit.gone)),
                right=_place(theirs, row.right, row.right_text, begins(edit.right, edit.new)),
            )


def _place(side: Side, passages: range, text: str, offset: int) -> int | None:
    """Return the line or page of ``offset`` in the ``text`` of a row that holds ``passages`` of ``side``."""
    before = text[:offset]
    passage = passages.start + before.count(BREAK)
    return side.place(passage, len(before) - (before.rfind(BREAK) + 2 if BREAK in before else 0))
