"""Words: which stretches of two texts differ, whole words at a time.

A stretch that has words on one side only has a space with them, so that to take it out leaves no doubled one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engross.characters import SPACE
from engross.differences.aligning import Hunk, hunks, tidied

# Of longer stretches the letters are not compared: nobody would look for the one letter in them.
LONGEST = 2_000
_LEAST_OF_A_WORD = 0.5
_LEAST_OF_WORDS = 0.75

Span = tuple[int, int]
"""Offsets in a text: where something begins, and where it has ended."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words: by what each is compared, and where it stands. Single spaces stand between words."""

    text: str
    keys: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where the words from ``start`` to before ``end`` stand; of no words, where they would."""
        if start < end:
            return self.spans[start][0], self.spans[end - 1][1]
        place = self.spans[start][0] if start < len(self.spans) else len(self.text)
        return place, place

    def span_with_space(self, start: int, end: int) -> Span:
        """Return the same with the space that ends with the words: after them, or before the last of all."""
        if end < len(self.spans):
            return self.spans[start][0], self.spans[end][0]
        return (self.spans[start - 1][1] if start else 0), len(self.text)


def spaced(text: str) -> Words:
    """Return ``text``, of words with one space between any two, as words."""
    keys = tuple(text.split(SPACE)) if text else ()
    spans = []
    start = 0
    for key in keys:
        spans.append((start, start + len(key)))
        start += len(key) + 1
    return Words(text, keys, tuple(spans))


def stretches(left: Words, right: Words) -> Iterator[tuple[Span, Span]]:
    """Yield where the texts differ, in order, as offsets left and right; what is between is equal.

    Few equal words among many that differ are taken for chance, and do not part a stretch.
    """
    for hunk in tidied(hunks(left.keys, right.keys)):
        start, end, other, other_end = hunk
        if start == end or other == other_end:
            yield left.span_with_space(start, end), right.span_with_space(other, other_end)
        elif end - start == other_end - other and _alike_in_pairs(left, right, hunk):
            for word, other_word in zip(range(start, end), range(other, other_end), strict=True):
                if left.keys[word] != right.keys[other_word]:
                    yield left.spans[word], right.spans[other_word]
        else:
            yield left.span(start, end), right.span(other, other_end)


def _alike_in_pairs(left: Words, right: Words, hunk: Hunk) -> bool:
    """Tell whether each word of the left is a form of the word at its place on the right."""
    ours = left.keys[hunk.left_start : hunk.left_end]
    theirs = right.keys[hunk.right_start : hunk.right_end]
    return all(alike(word, other) for word, other in zip(ours, theirs, strict=True))


def alike(left: str, right: str) -> bool:
    """Tell whether two words, or two short stretches of words, are forms of one another, by their letters.

    Half of the letters of a word must be the same, in the same order; of several words more, since all texts
    of a language have many letters in common.
    """
    if max(len(left), len(right)) > LONGEST:
        return False
    from rapidfuzz.distance import Indel

    least = _LEAST_OF_WORDS if SPACE in left or SPACE in right else _LEAST_OF_A_WORD
    return Indel.normalized_similarity(left, right, score_cutoff=least) > 0
