"""The figures of a PDF, whoever made it: how even its word spaces are, and what its lines end with.

Only where glyphs stand is looked at (by pdfminer.six, through ``tests.acceptance.measure``), so that every
program is measured alike. Its pages have the margins of the house style and nothing but justified paragraphs
whose first lines are indented. Lengths are em.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from statistics import fmean, median, pstdev

from tests.acceptance.measure import BOTTOM, EM, LEFT, MM, RIGHT, TOP, Glyph, Measured

INDENT = 12.5 * MM
MOST_IN_A_ROW = 2

_LEAST_SPACE = 0.12
"""Where programs draw no spaces: the least white that parts words. Letters are never so far apart."""
_HYPHENS = ("-", "\u00ad", "\u2010", "\u2011")
_ONE_LETTER = re.compile(r"(?:^|[\s(«“„])[^\W\d_]$")


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it is drawn: its page, its text, where it begins and ends, the white between its words."""

    page: int
    text: str
    start: float
    end: float
    gaps: tuple[float, ...]

    @property
    def hyphenated(self) -> bool:
        """Whether the line ends with a hyphen of any sort."""
        return self.text.endswith(_HYPHENS)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is compared. Word spaces and edges are of the lines that fill the measure, in em and in points.

    ``ragged_edge`` is how far a line ends from where others with the same last character do, so that what
    hangs into the margin on purpose does not count; ``off_the_edge`` are lines that miss it by more than a
    point, for they are too long or were not spread.
    """

    lines: int
    deviation: float
    widest: float
    mean: float
    hyphens: float
    ladders: int
    page_final: int
    stranded: int
    short_last: int
    ragged_edge: float
    off_the_edge: int


def figures(path: Path) -> Figures:
    """Return the figures of the PDF at ``path``."""
    paragraphs = list(_paragraphs(lines_of(Measured(path).glyphs)))
    inner = [line for paragraph in paragraphs for line in paragraph[:-1]]
    gaps = [gap for line in inner for gap in line.gaps]
    everything = [line for paragraph in paragraphs for line in paragraph]
    edges = list(_edges(inner))
    return Figures(
        lines=len(inner),
        deviation=pstdev(gaps),
        widest=max(gaps),
        mean=fmean(gaps),
        hyphens=100 * sum(line.hyphenated for line in inner) / len(inner),
        ladders=sum(_ladders(paragraph) for paragraph in paragraphs),
        page_final=sum(one.hyphenated and one.page != other.page for one, other in pairwise(everything)),
        stranded=sum(bool(_ONE_LETTER.search(line.text)) for line in inner),
        short_last=sum(len(paragraph) > 1 and paragraph[-1].end - LEFT <= INDENT for paragraph in paragraphs),
        ragged_edge=max((abs(edge) for edge in edges if abs(edge) <= 1.0), default=0.0),
        off_the_edge=sum(abs(edge) > 1.0 for edge in edges),
    )


def lines_of(pages: Sequence[Sequence[Glyph]]) -> Iterator[SetLine]:
    """Yield the lines of ``pages``, page numbers apart, from top to bottom."""
    for number, glyphs in enumerate(pages):
        inside = [one for one in glyphs if BOTTOM - EM < one.baseline < TOP and not one.text.isspace()]
        inside.sort(key=lambda one: (-round(one.baseline), one.start))
        for _, line in groupby(inside, lambda one: round(one.baseline)):
            yield _line(number, list(line))


def _line(page: int, glyphs: Sequence[Glyph]) -> SetLine:
    text, gaps = glyphs[0].text, []
    for before, after in pairwise(glyphs):
        gap = (after.start - before.end) / EM
        if gap > _LEAST_SPACE:
            gaps.append(gap)
            text += " "
        text += after.text
    return SetLine(page, text, glyphs[0].start, glyphs[-1].end, tuple(gaps))


def _paragraphs(lines: Iterable[SetLine]) -> Iterator[list[SetLine]]:
    """Part ``lines`` where one is indented."""
    paragraph: list[SetLine] = []
    for line in lines:
        if paragraph and line.start > LEFT + INDENT / 2:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _ladders(paragraph: Sequence[SetLine]) -> int:
    runs = groupby(paragraph[:-1], lambda line: line.hyphenated)
    return sum(hyphenated and len(list(run)) > MOST_IN_A_ROW for hyphenated, run in runs)


def _edges(lines: Sequence[SetLine]) -> Iterator[float]:
    """Yield how far from the edge, in points, each line ends; what a last sign always does is no fault."""
    alike: dict[str, list[float]] = defaultdict(list)
    for line in lines:
        alike[line.text[-1]].append(line.end - RIGHT)
    for ends in alike.values():
        usual = median(ends)
        yield from (end - usual for end in ends)
