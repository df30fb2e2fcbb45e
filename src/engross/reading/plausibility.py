"""Tells how likely it is that someone wrote a text that bytes were decoded to, by the characters above ASCII.

It serves to choose between one-byte encodings of Cyrillic and of western Latin; it knows no other scripts.
"""

import math
from collections import Counter

# Per cent of Russian letters, from the most frequent; letters of the neighbours' alphabets get the least.
_FREQUENCIES = {
    letter: share
    for share, letters in (
        (9.0, "оеа"),
        (6.5, "интс"),
        (4.5, "рвлк"),
        (3.0, "мдпу"),
        (1.8, "яыьгзб"),
        (1.0, "чйхжшю"),
        (0.4, "цщэф"),
        (0.1, "ъё"),
        (0.3, "іїєґў"),
    )
    for letter in letters
}
_ACCENTED, _TYPOGRAPHIC, _ALONE, _IMPLAUSIBLE = 5.0, 3.0, 1.0, 0.01
SIGNS = frozenset("«»„“”‘’–—…№§°\u00a0\u00ad\u2022©")
# Mean logarithm: Russian text has about -3.1; the same bytes read as another of these -3.7 or less, except
# that Mac and windows-1251 share the small letters, where the right one is still the likelier.
PLAUSIBLE = -3.65


def plausibility(text: str) -> float:
    """Return the mean log likelihood of the characters above ASCII in ``text``, given their neighbours."""
    counts: Counter[float] = Counter()
    before = " "
    for character, after in zip(text, text[1:] + " ", strict=True):
        if character > "\x7f":
            counts[_likelihood(before, character, after)] += 1
        before = character
    total = sum(counts.values())
    return sum(math.log(share / 100) * count for share, count in counts.items()) / max(1, total)


def _likelihood(before: str, character: str, after: str) -> float:
    if not character.isalpha():
        return _TYPOGRAPHIC if character in SIGNS else _IMPLAUSIBLE
    beside_ascii = any(other.isascii() and other.isalpha() for other in (before, after))
    if "\u0400" <= character <= "\u04ff":
        if beside_ascii or (before.islower() and character.isupper()):
            return _IMPLAUSIBLE
        return _FREQUENCIES.get(character.lower(), _IMPLAUSIBLE)
    if before.islower() and character.isupper():
        return _IMPLAUSIBLE
    if beside_ascii:
        return _ACCENTED
    return _IMPLAUSIBLE if before.isalpha() or after.isalpha() else _ALONE
