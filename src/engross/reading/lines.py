"""The lines of a text, numbered as an editor numbers them. Nothing is stripped or changed here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engross.characters import DISCRETIONARY_HYPHEN, fold

_LINE_END = re.compile(r"\r\n|\r|\n")
# Word and page-oriented programs break lines with these too; editors do not count them.
_INNER_BREAK = re.compile("[\v\f\x85\u2028\u2029]")

_EXCERPT_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its end: its number (from 1), its text as it stands, its first column."""

    number: int
    text: str
    column: int = 1

    @property
    def stripped(self) -> str:
        """The text without the white space at its ends."""
        return self.text.strip()

    @property
    def blank(self) -> bool:
        """Whether nothing of this line is ever printed."""
        return not self.text.replace(DISCRETIONARY_HYPHEN, "").strip()


def split(text: str) -> tuple[Line, ...]:
    """Split ``text`` at CR, LF and CRLF, and within one line number at VT, FF, NEL, U+2028 and U+2029."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for number, whole in enumerate(_LINE_END.split(text), start=1):
        column = 1
        for part in _INNER_BREAK.split(whole):
            yield Line(number, part, column)
            column += len(part) + 1


def excerpt(text: str, position: int = 0) -> str:
    """Return what stands around ``position`` in ``text``, at most 60 characters, for a message."""
    start = max(0, min(position - _EXCERPT_LENGTH // 3, len(text) - _EXCERPT_LENGTH))
    return fold(text[start : start + _EXCERPT_LENGTH])
