"""Refuses the characters that cannot be seen on paper, so that what is printed is all there is.

White space, discretionary hyphens and a leading byte order mark are the only invisible characters
that a source may have; the mark is gone before this module sees the text.
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet

from engross import characters
from engross.errors import RefusedError
from engross.findings import Finding, Place, finding
from engross.reading.lines import excerpt, split

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# White space to Python, but control characters to everyone else.
_SEPARATORS = frozenset("\x1c\x1d\x1e\x1f")
# What Unicode calls ignorable by default and yet counts as a mark or a letter.
_IGNORABLE = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
SHOWN = 10
"""Of how many characters at most the first places are told."""


def is_refused(character: str) -> bool:
    """Tell whether ``character`` has no faithful form on paper."""
    if character.isspace():
        return character in _SEPARATORS
    invisible = unicodedata.category(character) in _INVISIBLE or _IGNORABLE.match(character) is not None
    return invisible and character != characters.DISCRETIONARY_HYPHEN


def refuse_invisible(text: str, file: str) -> None:
    """Raise ``RefusedError`` if ``text`` has such characters, with the first place of each."""
    refused = {character for character in set(text) if is_refused(character)}
    if refused:
        raise RefusedError(*_findings(text, file, refused))


def place_of(position: int, text: str, file: str, refused: AbstractSet[str] = frozenset()) -> Place:
    """Return the place of ``position`` in ``text``, its excerpt with ``refused`` as code points."""
    before = split(text[:position])[-1]
    line_end = text.find("\n", position)
    end = position + 200 if line_end < 0 else min(line_end, position + 200)
    around = text[max(0, position - 200) : end]
    column = before.column + len(before.text)
    return Place(file, before.number, column, excerpt=_shown(around, min(position, 200), refused))


def _findings(text: str, file: str, refused: set[str]) -> list[Finding]:
    first = sorted((text.index(character), character) for character in refused)
    return [
        finding(
            "R015",
            place_of(position, text, file, refused),
            character=characters.name(character),
            count=text.count(character),
        )
        for position, character in first[:SHOWN]
    ]


def _shown(around: str, position: int, refused: AbstractSet[str]) -> str:
    """Return the excerpt with every refused character written as its code point."""
    return "".join(
        f"<U+{ord(character):04X}>" if character in refused else character
        for character in excerpt(around, position)
    )
