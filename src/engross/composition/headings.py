"""The heading block as it is set: which lines are the H1, which are bold, and where long ones are divided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from engross.composition.lines import Line, centred, proven
from engross.composition.metrics import FontMetrics
from engross.model.document import TITLING, HeadingLine, Requisite
from engross.model.style import Style


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the heading block as the source has it, in one or more set lines, and its classes."""

    classes: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Parts of the heading that belong together; the one that ``is_title`` becomes the H1."""

    is_title: bool
    parts: tuple[Part, ...]


def heading_blocks(
    lines: Sequence[HeadingLine], style: Style, regular: FontMetrics, bold: FontMetrics
) -> Iterator[HeadingBlock]:
    """Group the heading: the first kind and title lines are the H1, the others keep their order."""
    titled = False
    for is_title, group in groupby(lines, lambda line: line.requisite in TITLING):
        parts = tuple(_part(line, lines, style, regular, bold) for line in group)
        yield HeadingBlock(is_title and not titled, parts)
        titled = titled or is_title


def is_bold(line: HeadingLine, heading: Iterable[HeadingLine]) -> bool:
    """Tell whether ``line`` is set in bold: the kind of document, or the title of one that names no kind."""
    kinds = any(other.requisite is Requisite.KIND for other in heading)
    return line.requisite is (Requisite.KIND if kinds else Requisite.TITLE)


def _part(
    line: HeadingLine, heading: Sequence[HeadingLine], style: Style, regular: FontMetrics, bold: FontMetrics
) -> Part:
    strong = is_bold(line, heading)
    metrics, width = (bold if strong else regular), style.measure
    if line.requisite is Requisite.KIND:
        # Its letters are spaced: fewer fit.
        width /= 1 + style.kind_spacing * style.font_size / bold.width("Н")
    classes = f"{line.requisite} strong" if strong else str(line.requisite)
    return Part(classes, proven(centred(line.text, metrics, width), line.text))
