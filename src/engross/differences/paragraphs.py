"""Paragraphs: those of two texts put side by side, in order; one may stand beside several.

Equal paragraphs are found first. Between those, paragraphs are paired so that the words which pairs have in
common are as many as can be (the alignment of Needleman and Wunsch); then a paragraph that was parted or
joined is put back beside its whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engross.characters import SPACE
from engross.differences.aligning import Hunk, hunks, parts
from engross.differences.edits import Edit, edits
from engross.differences.excerpts import BREAK

_BETWEEN = SPACE + BREAK + SPACE
# A paragraph of as many characters may be known by its letters.
_SHORT = 200
# Paragraphs of each side that are paired at once, and words by which a paragraph is known.
_MOST_PARAGRAPHS = 400
_MOST_WORDS = 400
# The least likeness of two paragraphs that are one, changed; and how much likelier joining must make it.
_LEAST = 0.4
_LEAST_OF_LETTERS = 0.7
_GAIN = 0.05
# One paragraph more: after, or before, on the one side or the other.
_STEPS = ((0, 1, 0, 0), (0, 0, 0, 1), (-1, 0, 0, 0), (0, 0, -1, 0))


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that belong together: the numbers (from 0) of those on each side, and what differs.

    ``edits`` lead from ``left_text`` to ``right_text``, in which BREAK stands between paragraphs.
    """

    left: range
    right: range
    left_text: str
    right_text: str
    edits: tuple[Edit, ...]


def rows(left: Sequence[str], right: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows of two texts given as folded paragraphs; each paragraph is in one row, in order."""
    found: list[Row] = []
    start, other = 0, 0
    for hunk in (*hunks(left, right), Hunk(len(left), len(left), len(right), len(right))):
        for place in range(start, hunk.left_start):
            beside = other + place - start
            found.append(_row(left, right, Hunk(place, place + 1, beside, beside + 1)))
        found += [_row(left, right, span) for span in _spans(left, right, hunk)]
        start, other = hunk.left_end, hunk.right_end
    return tuple(found)


def cuts(left: Sequence[str], right: str) -> list[int]:
    """Return where to cut ``right``, whose paragraphs are not known, so that the parts stand beside ``left``.

    There is one part for each paragraph of ``left``; each cut is the offset of a word, or of the end.
    """
    found = edits(SPACE.join(left), right)
    edges: list[int] = []
    begin = place = shift = end = 0
    for paragraph in left[:-1]:
        begin += len(paragraph) + 1
        while place < len(found) and found[place].left < begin:
            edit = found[place]
            end = edit.right + len(edit.new)
            shift = end - edit.left - len(edit.gone)
            place += 1
        edges.append(_word_start(right, min(max(begin + shift, end), len(right))))
    return edges


def _word_start(text: str, offset: int) -> int:
    """Return ``offset``, or, inside a word, where the next begins."""
    if offset == 0 or offset == len(text) or text[offset - 1] == SPACE:
        return offset
    return text.find(SPACE, offset) + 1 or len(text)


def _row(left: Sequence[str], right: Sequence[str], span: Hunk) -> Row:
    ours = _BETWEEN.join(left[span.left_start : span.left_end])
    theirs = _BETWEEN.join(right[span.right_start : span.right_end])
    return Row(
        left=range(span.left_start, span.left_end),
        right=range(span.right_start, span.right_end),
        left_text=ours,
        right_text=theirs,
        edits=edits(ours, theirs),
    )


def _spans(left: Sequence[str], right: Sequence[str], hunk: Hunk) -> Iterator[Hunk]:
    """Yield the rows of ``hunk``, in which no paragraph of the left equals one of the right at its place."""
    likeness = _Likeness(left, right)
    for block in parts(hunk, 1 + hunk.size // _MOST_PARAGRAPHS):
        yield from _grown(likeness, block)


class _Likeness:
    """How alike stretches of paragraphs are: the share of words that they have in common, in order.

    Of two short paragraphs, all words of which may have changed, it can be the share of letters.
    """

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self._texts = left, right
        self._numbers: dict[str, int] = {}
        self._known: dict[tuple[int, int], list[int]] = {}

    def __call__(self, span: Hunk) -> float:
        from rapidfuzz.distance import Indel

        ours = self._words(0, span.left_start, span.left_end)
        theirs = self._words(1, span.right_start, span.right_end)
        share = Indel.normalized_similarity(ours, theirs, score_cutoff=_LEAST)
        if not share and span[1::2] == (span.left_start + 1, span.right_start + 1):
            left, right = self._texts[0][span.left_start], self._texts[1][span.right_start]
            if max(len(left), len(right)) <= _SHORT:
                return Indel.normalized_similarity(left, right, score_cutoff=_LEAST_OF_LETTERS)
        return share

    def _words(self, side: int, start: int, end: int) -> list[int]:
        return [word for place in range(start, end) for word in self._paragraph(side, place)]

    def _paragraph(self, side: int, place: int) -> list[int]:
        if (side, place) not in self._known:
            words = self._texts[side][place].split(SPACE, _MOST_WORDS)[:_MOST_WORDS]
            numbers = self._numbers
            self._known[side, place] = [numbers.setdefault(word, len(numbers)) for word in words]
        return self._known[side, place]


def _grown(likeness: _Likeness, block: Hunk) -> Iterator[Hunk]:
    """Pair the paragraphs of ``block``, take in what was parted from them, and yield all in order."""
    pairs = _pairs(likeness, block)
    limits = [*pairs[1:], Hunk(block.left_end, block.left_end, block.right_end, block.right_end)]
    end, other_end = block.left_start, block.right_start
    for pair, limit in zip(pairs, limits, strict=False):
        grown = _taking(likeness, pair, Hunk(end, limit.left_start, other_end, limit.right_start))
        yield from _alone(likeness, Hunk(end, grown.left_start, other_end, grown.right_start))
        yield grown
        end, other_end = grown.left_end, grown.right_end
    yield from _alone(likeness, Hunk(end, block.left_end, other_end, block.right_end))


def _taking(likeness: _Likeness, pair: Hunk, room: Hunk) -> Hunk:
    """Let ``pair`` grow by neighbours in ``room`` for as long as that makes its sides more alike."""
    best = likeness(pair)
    while True:
        wider = [Hunk(*map(sum, zip(pair, step, strict=True))) for step in _STEPS]
        shares = [(likeness(span), span) for span in wider if _is_inside(span, room)]
        share, span = max(shares, default=(0.0, pair))
        if share <= best + _GAIN:
            return pair
        best, pair = share, span


def _is_inside(span: Hunk, room: Hunk) -> bool:
    return (
        room.left_start <= span.left_start
        and span.left_end <= room.left_end
        and room.right_start <= span.right_start
        and span.right_end <= room.right_end
    )


def _alone(likeness: _Likeness, gap: Hunk) -> Iterator[Hunk]:
    """Yield what has no pair, one by one; what is the same text in other paragraphs, together."""
    if gap.pairs and likeness(gap) > _LEAST:
        yield gap
        return
    for place in range(gap.left_start, gap.left_end):
        yield Hunk(place, place + 1, gap.right_start, gap.right_start)
    for place in range(gap.right_start, gap.right_end):
        yield Hunk(gap.left_end, gap.left_end, place, place + 1)


def _pairs(likeness: _Likeness, block: Hunk) -> list[Hunk]:
    """Return the pairs of one paragraph each whose likeness is greatest in sum, in order."""
    start, end, other, other_end = block
    above = [0.0] * (other_end - other + 1)
    choices: list[list[str]] = []
    for place in range(start, end):
        row, chosen = [0.0], ["up"]
        for index, beside in enumerate(range(other, other_end)):
            share = likeness(Hunk(place, place + 1, beside, beside + 1))
            together = above[index] + share if share else -1.0
            best, choice = max((together, "pair"), (above[index + 1], "up"), (row[index], "back"))
            row.append(best)
            chosen.append(choice)
        above = row
        choices.append(chosen)
    found = []
    place, beside = end, other_end
    while place > start and beside > other:
        choice = choices[place - start - 1][beside - other]
        place, beside = place - (choice != "back"), beside - (choice != "up")
        if choice == "pair":
            found.append(Hunk(place, place + 1, beside, beside + 1))
    return found[::-1]
