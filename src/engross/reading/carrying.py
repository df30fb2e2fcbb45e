"""Refuses what reaches paper, but would not come back from the PDF as it was written.

Extractors mend what they read: they take ligatures apart, drop a sign that stands on the one before it, and
put spaces where a mark reaches beyond its letter. Which signs they are was measured with five of them, over
all characters of the bundled fonts (``tests/acceptance/test_repertoire.py``).
"""

import re
import unicodedata
from collections.abc import Iterator

from engross import characters
from engross.errors import RefusedError
from engross.findings import finding
from engross.reading.refusal import SHOWN, place_of

_CHANGED = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc]|[\u203f\u2040\u2054\u2e12\uab5b]|\u2027")
"""Presentation forms; ties, which overlap each other; a twin of the no-break hyphen."""

_MARKS = (
    rf"{characters.MARKS}\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u2de0-\u2dff"
    r"\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f\ufe20-\ufe2f"
)
_MARKED = re.compile(rf"[^{_MARKS}]?[{_MARKS}]+", re.DOTALL)
_OVER_LETTERS = frozenset("\u0300\u0301\u0302\u0303\u0308\u0309\u030c\u030f\u031b\u0323")
"""Marks that a letter may have one of, even if Unicode has no character for the two: stress, above all."""
_EQUIVALENT = frozenset("\u0340\u0341\u0343\u0344")
"""Marks that are other marks to Unicode."""


def refuse_changed(text: str, file: str) -> None:
    """Raise ``RefusedError`` if extractors would change some of ``text``, with the first place of each."""
    first: dict[str, int] = {}
    for position, found in _changed(text):
        first.setdefault(found, position)
    if first:
        raise RefusedError(
            *(
                finding(
                    "R016",
                    place_of(position, text, file),
                    text=found.strip(),
                    names=", ".join(map(characters.name, found)),
                    count=text.count(found),
                )
                for found, position in list(first.items())[:SHOWN]
            )
        )


def _changed(text: str) -> Iterator[tuple[int, str]]:
    if text.isascii():
        return
    for found in _CHANGED.finditer(text):
        yield found.start(), found.group()
    for found in _MARKED.finditer(text):
        if not _is_carried(found.group()):
            yield found.start(), found.group()


def _is_carried(cluster: str) -> bool:
    """Tell whether a letter with marks is one character to Unicode, or has one mark that stays within it."""
    if not _EQUIVALENT.isdisjoint(cluster):
        return False
    if len(unicodedata.normalize("NFC", cluster)) == 1 and not unicodedata.combining(cluster[0]):
        return True
    return len(cluster) == 2 and cluster[0].isalpha() and cluster[1] in _OVER_LETTERS
