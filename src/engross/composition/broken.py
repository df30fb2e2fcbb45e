"""Texts whose lines the engine breaks: those with letters that are written from right to left.

Our lines are runs of one font from left to right. In a line of both directions the order of runs, and which
of them belong together, follow from the whole line (Unicode Standard Annex #9), and words are shaped across
what would be runs of ours. The engine does all that, but only for text that it is given whole. It breaks
lines one after the other, without hyphens, and ends pages where they are full.
"""

import re
from collections.abc import Iterator

from engross.characters import (
    DISCRETIONARY_HYPHEN,
    NO_BREAK_SPACE,
    SPACE,
    begins_right_to_left,
    fold_white_space,
    has_right_to_left,
)
from engross.composition.lines import Line, Piece, proven
from engross.errors import RefusedError
from engross.findings import Finding, Place, finding
from engross.model.document import Document
from engross.model.language import is_leftward

_KEPT = (NO_BREAK_SPACE, "\n")


def classes_of(text: str, language: str) -> str:
    """Return the classes of ``text``, which is in a document in ``language``: its direction is one of them.

    In a language that is written from left to right, it is that of the first letter.
    """
    return "broken leftward" if is_leftward(language) or begins_right_to_left(text) else "broken"


def unrefined(text: str) -> str:
    """Return ``text`` with ordinary and no-break spaces only, its own line ends, no discretionary hyphens."""
    parts = re.split(f"([{NO_BREAK_SPACE}\n])", text.replace(DISCRETIONARY_HYPHEN, ""))
    return "".join(part if part in _KEPT else fold_white_space(part) for part in parts).strip(SPACE)


def whole(text: str, block: str, language: str) -> tuple[Line, ...]:
    """Return the heading line ``text``, a part of ``block``, as the one line that the engine breaks."""
    return proven((Line((Piece(unrefined(text)),), SPACE, classes_of(block, language)),), text)


def broken_by_the_engine(document: Document) -> Iterator[Finding]:
    """Yield one note that names all lines of the source whose lines on the page the engine breaks."""
    found = [part for part in document.parts if has_right_to_left(part.text)]
    if found:
        place = Place(document.source, found[0].line, excerpt=found[0].text[:60])
        lines = ", ".join(str(part.line) for part in found)
        yield finding("L028", place, count=len(found), all=len(document.parts), lines=lines)


def refuse_voices(document: Document) -> None:
    """Raise RefusedError for emphasis in a paragraph of ``document`` that the engine gets whole."""
    refused = [
        finding("L029", Place(document.source, part.line, excerpt=part.text[:60]))
        for part in document.body
        if part.spans and has_right_to_left(part.text)
    ]
    if refused:
        raise RefusedError(*refused)
