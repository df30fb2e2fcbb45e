"""Aligning two sequences of anything that can be hashed: which stretches of them differ.

Common ends are left out first; what remains goes to RapidFuzz (longest common subsequence, bit-parallel, one
bit for each pair of items). Where that would be too much, items that each side has exactly once part the
sequences (patience sorting; Bram Cohen's idea), and what is still too large is compared block by block.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

# Pairs of items that are compared at once: 50 MB, and a tenth of a second.
_MOST_PAIRS = 400_000_000


class Hunk(NamedTuple):
    """A stretch that differs: from ``left_start`` to before ``left_end`` on the left, so on the right."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int

    @property
    def size(self) -> int:
        """How many items are on the side that has more."""
        return max(self.left_end - self.left_start, self.right_end - self.right_start)

    @property
    def pairs(self) -> int:
        """How many pairs of items there are."""
        return (self.left_end - self.left_start) * (self.right_end - self.right_start)


def hunks(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Hunk]:
    """Return the stretches that differ, in order; between them, before and after, the two are equal.

    No two of them touch, and there are none exactly when the sequences are equal.
    """
    # Numbers, since RapidFuzz compares hashes: those of small numbers are the numbers themselves.
    numbers: dict[Hashable, int] = {}
    first = [numbers.setdefault(item, len(numbers)) for item in left]
    second = [numbers.setdefault(item, len(numbers)) for item in right]
    return list(_joined(_found(first, second)))


def tidied(found: Iterable[Hunk]) -> list[Hunk]:
    """Make one of two hunks that are both larger than what is equal between them, which is then chance."""
    kept: list[Hunk] = []
    for hunk in found:
        joined = hunk
        while kept and joined.left_start - kept[-1].left_end < min(kept[-1].size, joined.size):
            last = kept.pop()
            joined = Hunk(last.left_start, joined.left_end, last.right_start, joined.right_end)
        kept.append(joined)
    return kept


def _found(left: list[int], right: list[int]) -> Iterator[Hunk]:
    whole = _trimmed(left, right, Hunk(0, len(left), 0, len(right)))
    if whole.pairs <= _MOST_PAIRS:
        yield from _exact(left, right, whole)
        return
    for gap in _gaps(left, right, whole):
        span = _trimmed(left, right, gap)
        count = 1
        while span.pairs // count**2 > _MOST_PAIRS:
            count += 1
        for part in parts(span, count):
            yield from _exact(left, right, part)


def _trimmed(left: list[int], right: list[int], span: Hunk) -> Hunk:
    """Return ``span`` without what it begins and ends with on both sides."""
    start, end, other, other_end = span
    while start < end and other < other_end and left[start] == right[other]:
        start, other = start + 1, other + 1
    while start < end and other < other_end and left[end - 1] == right[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return Hunk(start, end, other, other_end)


def _exact(left: list[int], right: list[int], span: Hunk) -> Iterator[Hunk]:
    if not span.pairs:
        if span.size:
            yield span
        return
    from rapidfuzz.distance import LCSseq

    start, end, other, other_end = span
    for step in LCSseq.opcodes(left[start:end], right[other:other_end]):
        if step.tag != "equal":
            yield Hunk(
                start + step.src_start, start + step.src_end, other + step.dest_start, other + step.dest_end
            )


def _gaps(left: list[int], right: list[int], span: Hunk) -> Iterator[Hunk]:
    """Yield what lies between the items that each side has once and that stand in the same order."""
    start, end, other, other_end = span
    anchors = _ascending(_once(left[start:end], right[other:other_end]))
    begin, other_begin = start, other
    for place, other_place in anchors:
        yield Hunk(begin, start + place, other_begin, other + other_place)
        begin, other_begin = start + place + 1, other + other_place + 1
    yield Hunk(begin, end, other_begin, other_end)


def _once(left: list[int], right: list[int]) -> list[tuple[int, int]]:
    """Return the places, left and right, of every item that each side has exactly once."""
    single = {item for item, count in Counter(left).items() if count == 1}
    single &= {item for item, count in Counter(right).items() if count == 1}
    there = {item: place for place, item in enumerate(right) if item in single}
    return [(place, there[item]) for place, item in enumerate(left) if item in single]


def _ascending(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most of ``places`` of which the second numbers ascend too."""
    tops: list[int] = []
    chains: list[int] = []
    before: list[int | None] = []
    for index, (_, second) in enumerate(places):
        length = bisect_left(tops, second)
        tops[length : length + 1] = [second]
        chains[length : length + 1] = [index]
        before.append(chains[length - 1] if length else None)
    found: list[tuple[int, int]] = []
    step = chains[-1] if chains else None
    while step is not None:
        found.append(places[step])
        step = before[step]
    return found[::-1]


def parts(span: Hunk, count: int) -> Iterator[Hunk]:
    """Cut ``span`` into ``count`` parts of one size, or nearly so."""
    start, end, other, other_end = span
    edges = [
        (start + (end - start) * part // count, other + (other_end - other) * part // count)
        for part in range(count + 1)
    ]
    for (first, second), (first_end, second_end) in pairwise(edges):
        yield Hunk(first, first_end, second, second_end)


def _joined(found: Iterable[Hunk]) -> Iterator[Hunk]:
    """Make one of stretches that touch: something removed where something else is added."""
    last: Hunk | None = None
    for hunk in found:
        if last and (last.left_end, last.right_end) == (hunk.left_start, hunk.right_start):
            last = Hunk(last.left_start, hunk.left_end, last.right_start, hunk.right_end)
            continue
        if last:
            yield last
        last = hunk
    if last:
        yield last
