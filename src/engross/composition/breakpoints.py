"""Breakpoints: where a refined text may end a line, and how long it is up to there.

The text is measured once, from left to right; a line between two breakpoints then costs a few subtractions.
White-space runs count as one space. A no-break space is a breakpoint of the last resort.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from engross.characters import (
    ARMENIAN_HYPHEN,
    DISCRETIONARY_HYPHEN,
    HYPHEN,
    HYPHEN_MINUS,
    HYPHENS,
    LINE_FEED,
    NO_BREAK_SPACE,
    RELUCTANT_SPACE,
)
from engross.composition.fonts import Fonts, Runs
from engross.composition.voices import Voiced

NOTHING_HANGS: Mapping[str, float] = MappingProxyType({})

_HYPHENS = {*HYPHENS, ARMENIAN_HYPHEN, DISCRETIONARY_HYPHEN}
_SIGNS = frozenset("/\\._@?&=:;,+#~%-–—")
_NO_LETTER = re.compile(r"[\d/\\_@?&=:+#~%]|(?<=\w)\.(?=\w)|(\W)\1\1")
_SHORTEST_PART = 3
_TOKEN = re.compile(r"\s+|\S+")
_COMPOUND_HYPHENS = HYPHEN_MINUS + HYPHEN + ARMENIAN_HYPHEN
_REAL_HYPHEN = re.compile(rf"(?<=[^\W\d_]{{3}})[{_COMPOUND_HYPHENS}](?=[^\W\d_]{{3}})")


class Kind(IntEnum):
    """What a line ends with at a breakpoint."""

    START = 0
    SPACE = 1
    RELUCTANT_SPACE = 2
    NO_BREAK_SPACE = 3
    AFTER_SIGN = 4
    ANYWHERE = 5
    REAL_HYPHEN = 6
    DISCRETIONARY = 7
    DISCRETIONARY_IN_COMPOUND = 8
    END = 9
    LINE_FEED = 10


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """A place to end a line: it ends before the offset ``end``, the next one starts at the offset ``start``.

    ``x`` (points), ``spaces`` and ``characters`` count from the start of the text, before (``_end``) and
    after (``_start``) the break; ``width`` is that of the hyphen that a break here adds. ``hang_end`` and
    ``hang_start`` are how far the signs before and after a break here hang into the margins (points).
    """

    kind: Kind
    end: int
    start: int
    x_end: float
    x_start: float
    spaces_end: int
    spaces_start: int
    characters: int
    width: float = 0.0
    hang_end: float = 0.0
    hang_start: float = 0.0

    @property
    def ends(self) -> bool:
        """Whether a line ends here whatever is before it, and is not spread."""
        return self.kind >= Kind.END

    @property
    def divides(self) -> bool:
        """Whether a line that ends here ends with a discretionary hyphen."""
        return Kind.DISCRETIONARY <= self.kind <= Kind.DISCRETIONARY_IN_COMPOUND

    @property
    def hyphenated(self) -> bool:
        """Whether a line that ends here ends with a hyphen of either sort."""
        return Kind.REAL_HYPHEN <= self.kind <= Kind.DISCRETIONARY_IN_COMPOUND


def breakpoints(
    text: str,
    fonts: Fonts | Voiced,
    *,
    widest: float,
    indent: float = 0.0,
    hangs: Mapping[str, float] = NOTHING_HANGS,
) -> list[Breakpoint]:
    """Return the breakpoints of ``text``, its end and its start included; the start is at minus ``indent``.

    ``hangs`` has the signs that hang into the margin, and how far (points).

    What is wider than ``widest`` points without a space may be divided anywhere: words with a hyphen, three
    letters from their ends; numbers, addresses and rows of signs without one, for it would be read as part of
    them. A word whose marked parts all fit is divided at its marks.
    """
    found = [Breakpoint(Kind.START, 0, 0, -indent, -indent, 0, 0, 0)]
    x, spaces, characters = 0.0, 0, 0
    runs = fonts.runs(text)
    for token in _TOKEN.finditer(text):
        word, start = token.group(), token.start()
        if word.isspace():
            kind, after, end = _kind_of_space(word), x + runs.font(start).metrics.space, token.end()
            hang_end, hang_start = (
                hangs.get(text[start - 1 : start], 0.0),
                hangs.get(text[end : end + 1], 0.0),
            )
            found.append(
                Breakpoint(
                    kind, start, end, x, after, spaces, spaces + 1, characters, 0.0, hang_end, hang_start
                )
            )
            x, spaces, characters = after, spaces + 1, characters + 1
            continue
        positions = runs.positions(start, token.end())
        for kind, at, skipped, taken in _inside(word, positions, widest):
            here, offset = x + positions[at], start + at + skipped
            if kind >= Kind.DISCRETIONARY:
                width, hang = _hyphen_width(runs, offset), hangs.get(HYPHEN_MINUS, 0.0)
            else:
                width, hang = 0.0, hangs.get(text[offset - 1], 0.0)
            found.append(
                Breakpoint(
                    kind, offset, offset + taken, here, here, spaces, spaces, characters + at, width, hang
                )
            )
        x, characters = x + positions[-1], characters + len(positions) - 1
    found.append(Breakpoint(Kind.END, len(text), len(text), x, x, spaces, spaces, characters))
    return found


def _hyphen_width(runs: Runs, at: int) -> float:
    """Return what a hyphen before the offset ``at``, kerned with the letter before it, adds to a line."""
    hyphen, font = runs.hyphen(at)
    letter = runs.text[max(at - 2, 0) : at].replace(DISCRETIONARY_HYPHEN, "")[-1:]
    return font.metrics.width(letter + hyphen) - font.metrics.width(letter)


def _kind_of_space(space: str) -> Kind:
    if LINE_FEED in space:
        return Kind.LINE_FEED
    if NO_BREAK_SPACE in space:
        return Kind.NO_BREAK_SPACE
    return Kind.RELUCTANT_SPACE if space == RELUCTANT_SPACE else Kind.SPACE


class _Inside(NamedTuple):
    """A breakpoint inside a word.

    ``at`` is its offset without discretionary hyphens, ``skipped`` their number before it; the break itself
    takes ``taken`` characters away.
    """

    kind: Kind
    at: int
    skipped: int
    taken: int


def _inside(word: str, positions: Sequence[float], widest: float) -> list[_Inside]:
    """Return the breakpoints inside ``word``, whose characters stand at ``positions``."""
    found = list(_marked(word))
    if positions[-1] <= widest:
        return found
    forced = _forced_kind(word)
    edges = [0.0, *(positions[point.at] for point in found), positions[-1]]
    if forced is not Kind.ANYWHERE and max(end - start for start, end in pairwise(edges)) <= widest:
        return found
    return sorted((*found, *_forced(word, forced, {point.at for point in found})), key=lambda point: point.at)


def _marked(word: str) -> Iterator[_Inside]:
    """Yield the breakpoints at the hyphens of ``word``, its own and discretionary ones."""
    compound = any(hyphen in word for hyphen in _COMPOUND_HYPHENS)
    real = {match.end() for match in _REAL_HYPHEN.finditer(word)} if compound else set()
    skipped = 0
    for offset, character in enumerate(word):
        before, after = word[offset - 1 : offset], word[offset + 1 : offset + 2]
        if offset in real:
            yield _Inside(Kind.REAL_HYPHEN, offset - skipped, skipped, 0)
        elif character == DISCRETIONARY_HYPHEN:
            if before and after and not {before, after} & _HYPHENS:
                kind = Kind.DISCRETIONARY_IN_COMPOUND if compound else Kind.DISCRETIONARY
                yield _Inside(kind, offset - skipped, skipped, 1)
            skipped += 1


def _forced(word: str, forced: Kind, marked: Collection[int]) -> Iterator[_Inside]:
    """Yield the breakpoints between all characters of ``word``, but for those ``marked`` already.

    Where a hyphen is drawn there, it has the fewest letters on each side that a hyphen may have.
    """
    skipped = letters = 0
    of_word = sum(map(str.isalpha, word))
    for offset, character in enumerate(word):
        before, at = word[offset - 1 : offset], offset - skipped
        if character == DISCRETIONARY_HYPHEN:
            skipped += 1
            continue
        inside = forced is Kind.ANYWHERE or _SHORTEST_PART <= letters <= of_word - _SHORTEST_PART
        letters += character.isalpha()
        if inside and before not in ("", DISCRETIONARY_HYPHEN) and not unicodedata.combining(character):
            kind = Kind.AFTER_SIGN if forced is Kind.ANYWHERE and before in _SIGNS else forced
            if at not in marked:
                yield _Inside(kind, at, skipped, 0)


def _forced_kind(word: str) -> Kind:
    """Return how ``word`` is divided if it must be: by a hyphen if it is letters, by nothing if it is not."""
    return Kind.ANYWHERE if _NO_LETTER.search(word) else Kind.DISCRETIONARY_IN_COMPOUND
