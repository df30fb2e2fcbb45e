"""Edits: what must be done to one text to get another, word by word and within words letter by letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from engross.characters import SPACE, clusters
from engross.differences.aligning import hunks, tidied
from engross.differences.words import Words, alike, spaced, stretches


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: at offset ``left`` the left text has ``gone``, the right has ``new`` at ``right``."""

    left: int
    gone: str
    right: int
    new: str


def edits(left: str, right: str) -> tuple[Edit, ...]:
    """Return the differences of two texts that have one space between any two words, in their order."""
    return tuple(_edits(spaced(left), spaced(right))) if left != right else ()


def begins(offset: int, differing: str) -> int:
    """Return where ``differing``, which stands at ``offset``, has its first word, after a space if any."""
    return offset + len(differing) - len(differing.lstrip(SPACE))


def letters(left: str, right: str) -> Iterator[Edit]:
    """Yield the differences of two short texts, a letter with its combining marks at a time.

    If they are not alike, the whole of one became the whole of the other.
    """
    if not left or not right or not alike(left, right):
        if left != right:
            yield Edit(0, left, 0, right)
        return
    ours, theirs = clusters(left), clusters(right)
    starts = (0, *accumulate(map(len, ours)))
    others = (0, *accumulate(map(len, theirs)))
    for hunk in tidied(hunks(ours, theirs)):
        start, end = starts[hunk.left_start], starts[hunk.left_end]
        other, other_end = others[hunk.right_start], others[hunk.right_end]
        yield Edit(start, left[start:end], other, right[other:other_end])


def _edits(left: Words, right: Words) -> Iterator[Edit]:
    for (start, end), (other, other_end) in stretches(left, right):
        for edit in letters(left.text[start:end], right.text[other:other_end]):
            yield Edit(start + edit.left, edit.gone, other + edit.right, edit.new)
