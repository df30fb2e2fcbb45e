"""Fonts: which font of a style draws which stretch of a text, and how wide that is.

A style has its families in an order, and the first that has a character draws it. Two things the eye wants
otherwise: a word is not set in two fonts where one has all of its letters, and the space between two words of
one font is of that font too. The HTML names the font of every run by a class: nothing is left to the engine,
which would choose another in silence.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from engross.characters import ARMENIAN_HYPHEN, DISCRETIONARY_HYPHEN, HYPHEN_MINUS, MARKS, clusters
from engross.composition.metrics import FontMetrics

_SEGMENT = re.compile(
    rf"\s+|[^\W\d_](?:[^\W\d_]|[{MARKS}{DISCRETIONARY_HYPHEN}])*|.[{MARKS}]*",
    re.DOTALL,
)
_ARMENIAN_LETTER = re.compile("[\u0531-\u0556\u0560-\u0588]")


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a style: its metrics, and the classes of what it draws; the first of a style has none."""

    metrics: FontMetrics
    classes: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The characters of a text from ``start`` to before ``end``, drawn with one ``font``."""

    start: int
    end: int
    font: Font


class Runs:
    """A text divided into runs."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        """Take ``runs``, which follow each other from the start of ``text`` to its end."""
        self.text = text
        self._runs = runs
        self._starts = [run.start for run in runs]

    @property
    def of_one_piece(self) -> bool:
        """Whether one font draws the text, and every stretch of it in one go."""
        return len(self._runs) == 1 and self._runs[0].font.metrics.alone.keys().isdisjoint(self.text)

    def between(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs from the offset ``start`` to ``end``, cut off there."""
        number = max(bisect_right(self._starts, start) - 1, 0)
        while number < len(self._runs) and (run := self._runs[number]).start < end:
            yield Run(max(run.start, start), min(run.end, end), run.font)
            number += 1

    def font(self, at: int) -> Font:
        """Return the font of the character at the offset ``at``."""
        return self._runs[bisect_right(self._starts, at) - 1].font

    def positions(self, start: int, end: int) -> tuple[float, ...]:
        """Return where each character from ``start`` to ``end`` starts, in points, and where the last ends.

        Discretionary hyphens are not there; runs are measured apart, as they are drawn.
        """
        parts = []
        x = 0.0
        for run in self.between(start, end):
            drawn = self.text[run.start : run.end].replace(DISCRETIONARY_HYPHEN, "")
            positions = run.font.metrics.positions(drawn)
            if (run.start, run.end) == (start, end):
                return positions
            parts.append([x + position for position in positions[:-1]])
            x += positions[-1]
        return (*chain.from_iterable(parts), x)

    def hyphen(self, at: int) -> tuple[str, Font]:
        """Return the hyphen that divides a word before the offset ``at``, and its font: that of the word."""
        font = self.font(at - 1)
        while at > 1 and self.text[at - 1] == DISCRETIONARY_HYPHEN:
            at -= 1
        armenian = _ARMENIAN_LETTER.match(self.text, at - 1) and font.metrics.has(ARMENIAN_HYPHEN)
        return (ARMENIAN_HYPHEN if armenian else HYPHEN_MINUS), font


class Fonts:
    """The fonts of a text, in the order in which they are asked for a character."""

    def __init__(self, first: Font, *others: Font) -> None:
        """Take the ``first`` font, which draws all that it can, and the ``others``."""
        self.first = first
        self._fonts = (first, *others)
        self._runs: dict[str, Runs] = {}

    def spaced(self, spacing: float) -> "Fonts":
        """Return the same fonts with ``spacing`` points after each letter."""
        return Fonts(*(Font(font.metrics.spaced(spacing), font.classes) for font in self._fonts))

    def draw(self, text: str) -> bool:
        """Tell whether one of the fonts draws all of ``text``."""
        return self._font(text) is not None

    def runs(self, text: str) -> Runs:
        """Return ``text`` divided into runs; what no font draws is given to the first."""
        known = self._runs.get(text)
        if known is None:
            whole = self.first.metrics.draws(text)
            runs = [Run(0, len(text), self.first)] if whole else joined(self.divided(text), self.first)
            known = self._runs[text] = Runs(text, runs)
        return known

    def divided(
        self, text: str, first: int = 0, beyond: int = sys.maxsize
    ) -> Iterator[tuple[int, int, Font | None]]:
        """Yield the start, the end and the font of every segment of ``text`` from ``first`` to ``beyond``.

        That of white space is open.
        """
        for segment in _SEGMENT.finditer(text, first, beyond):
            if segment.group().isspace():
                yield segment.start(), segment.end(), None
            elif font := self._font(segment.group()):
                yield segment.start(), segment.end(), font
            else:
                start = segment.start()
                for cluster in clusters(segment.group()):
                    yield start, start + len(cluster), self._font(cluster) or self.first
                    start += len(cluster)

    def _font(self, text: str) -> Font | None:
        return next((font for font in self._fonts if font.metrics.draws(text)), None)


def family_class(family: str) -> str:
    """Return the class of what is drawn with ``family``: ``font-noto-serif`` for ``Noto Serif``."""
    return "font-" + family.lower().replace(" ", "-")


def joined(segments: Iterator[tuple[int, int, Font | None]], first: Font) -> list[Run]:
    """Return ``segments`` as runs.

    White space is of the font before it, or of ``first`` if that is before or after it: no run is white space
    alone, which the engine would not draw.
    """
    runs: list[Run] = []
    space: tuple[int, int] | None = None
    for start, end, font in segments:
        if font is None:
            space = (start, end)
            continue
        if space is not None:
            between = first if not runs or font is first else runs[-1].font
            _append(runs, Run(*space, between))
            space = None
        _append(runs, Run(start, end, font))
    if space is not None:
        _append(runs, Run(*space, runs[-1].font if runs else first))
    return runs


def _append(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].font is run.font:
        runs[-1] = Run(runs[-1].start, run.end, run.font)
    else:
        runs.append(run)
