"""The heading block as it is set: which lines are the H1, which are bold, and where long ones are divided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from engross.characters import fold, has_right_to_left
from engross.composition.broken import whole
from engross.composition.fonts import Fonts
from engross.composition.lines import Line, centred, proven
from engross.model.document import TITLING, Document, HeadingLine, Requisite
from engross.model.style import Style


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the heading block as the source has it, in one or more set lines, and its classes."""

    classes: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Parts of the heading that belong together: a title of ``level`` 1 or 2, or, at 0, requisites.

    ``label`` is a title on one line, for the outline.
    """

    level: int
    label: str
    parts: tuple[Part, ...]


def heading_blocks(document: Document, style: Style, regular: Fonts, bold: Fonts) -> Iterator[HeadingBlock]:
    """Group the heading of ``document`` in its order.

    The first kind and title lines are level 1, later ones level 2.
    """
    level = 1
    for is_title, group in groupby(document.heading, lambda line: line.requisite in TITLING):
        together = tuple(group)
        parts = tuple(_part(line, document, style, regular, bold) for line in together)
        label = fold(" ".join(line.text for line in together))
        yield HeadingBlock(level if is_title else 0, label, parts)
        if is_title:
            level = 2


def rows(blocks: Sequence[HeadingBlock], style: Style) -> int:
    """Return how many lines of the page the heading takes, with the gaps in it and below."""
    if not blocks:
        return 0
    lines = sum(len(part.lines) for block in blocks for part in block.parts)
    return lines + (len(blocks) - 1) * style.lines_after_title + style.lines_before_text


def is_bold(line: HeadingLine, heading: Iterable[HeadingLine]) -> bool:
    """Tell whether ``line`` is set in bold: the kind of document, or the title of one that names no kind."""
    kinds = any(other.requisite is Requisite.KIND for other in heading)
    return line.requisite is (Requisite.KIND if kinds else Requisite.TITLE)


def _part(line: HeadingLine, document: Document, style: Style, regular: Fonts, bold: Fonts) -> Part:
    strong = is_bold(line, document.heading)
    fonts = bold if strong else regular
    if line.requisite is Requisite.KIND:
        fonts = fonts.spaced(style.kind_spacing * style.font_size)
    classes = f"{line.requisite} strong" if strong else str(line.requisite)
    if has_right_to_left(line.text):
        block = next(block for block in document.heading_blocks if line in block)
        text = " ".join(each.text for each in block)
        return Part(classes, whole(line.text, text, document.metadata.language))
    return Part(classes, proven(centred(line.text, fonts, style.measure), line.text))
