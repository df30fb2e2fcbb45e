"""Refuses the characters that cannot be seen on paper, so that what is printed is all there is.

White space, discretionary hyphens and a leading byte order mark are the only invisible characters
that a source may have; the mark is gone before this module sees the text.
"""

import unicodedata

from engross import characters
from engross.errors import RefusedError
from engross.findings import Finding, Place, finding
from engross.reading.lines import excerpt, split

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# White space to Python, but control characters to everyone else.
_SEPARATORS = frozenset("\x1c\x1d\x1e\x1f")
_SHOWN = 10


def is_refused(character: str) -> bool:
    """Tell whether ``character`` has no faithful form on paper."""
    if character.isspace():
        return character in _SEPARATORS
    return unicodedata.category(character) in _INVISIBLE and character != characters.DISCRETIONARY_HYPHEN


def refuse_invisible(text: str, file: str) -> None:
    """Raise ``RefusedError`` if ``text`` has such characters, with the first place of each."""
    refused = {character for character in set(text) if is_refused(character)}
    if refused:
        raise RefusedError(*_findings(text, file, refused))


def _findings(text: str, file: str, refused: set[str]) -> list[Finding]:
    first = sorted((text.index(character), character) for character in refused)
    found = []
    for position, character in first[:_SHOWN]:
        before = split(text[:position])[-1]
        line_end = text.find("\n", position)
        around = text[
            max(0, position - 200) : position + 200 if line_end < 0 else min(line_end, position + 200)
        ]
        column = before.column + len(before.text)
        place = Place(file, before.number, column, excerpt=_shown(around, min(position, 200), refused))
        found.append(
            finding("R015", place, character=characters.name(character), count=text.count(character))
        )
    return found


def _shown(around: str, position: int, refused: set[str]) -> str:
    """Return the excerpt with every refused character written as its code point."""
    return "".join(
        f"<U+{ord(character):04X}>" if character in refused else character
        for character in excerpt(around, position)
    )
