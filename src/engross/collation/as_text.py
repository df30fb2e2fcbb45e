"""A collation for a terminal: each difference in its context, ``[-gone-]`` and ``{+new+}``, or in colours."""

from collections.abc import Iterator
from dataclasses import dataclass

from engross.collation.collating import Collation, Difference
from engross.collation.words import around, notes, outcome, places, read_as
from engross.differences import told, visible

# What is shown of a text that is gone or new, in characters.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands before and after text that is gone, and text that is new."""

    gone: tuple[str, str]
    new: tuple[str, str]


PLAIN = Marks(("[-", "-]"), ("{+", "+}"))
# Red and struck through, green and underlined (ECMA-48, 8.3.117).
COLOURED = Marks(("\x1b[31;9m", "\x1b[0m"), ("\x1b[32;4m", "\x1b[0m"))


def to_text(collation: Collation, marks: Marks = PLAIN) -> str:
    """Return ``collation`` as lines: both versions, each difference, the outcome, and how it was reached."""
    lines = [f"A: {visible(read_as(collation.left))}", f"B: {visible(read_as(collation.right))}", ""]
    for number, difference in enumerate(collation.differences, 1):
        lines += [*_told(collation, number, difference, marks), ""]
    return "\n".join((*lines, outcome(collation), *map(visible, notes(collation)))) + "\n"


def _told(collation: Collation, number: int, difference: Difference, marks: Marks) -> Iterator[str]:
    edit = difference.edit
    before, after = around(collation, difference)
    gone, new = (
        f"{mark[0]}{_shortened(text)}{mark[1]}" if text else ""
        for text, mark in ((edit.gone, marks.gone), (edit.new, marks.new))
    )
    yield f"{number}. {places(collation, difference)}"
    yield f"   {before}{gone}{new}{after}"
    if edit.gone:
        yield f"   A has {told(edit.gone)}"
    if edit.new:
        yield f"   B has {told(edit.new)}"


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return visible(text)
    return f"{visible(text[: _LONGEST // 2])} … {visible(text[-_LONGEST // 2 :])}"
