"""Tells how likely it is that someone wrote a text that bytes were decoded to, by the characters above ASCII.

It serves to choose between one-byte encodings of Cyrillic and of Latin: the letters above ASCII must be
those of one alphabet, and stand where letters of a word do. It knows no other scripts.
"""

import math
import re
from collections import Counter
from itertools import pairwise

from engross.reading.alphabets import ALPHABETS, CYRILLIC
from engross.reading.language import infer_language

# Per cent: what a character above ASCII is worth by itself, and a letter within and outside the alphabet.
_TYPOGRAPHIC, _SPACED, _ALONE, _IMPLAUSIBLE = 3.0, 0.3, 1.0, 0.01
_FOREIGN = 0.05
_WORDS = 5.0  # log likelihood: words of a language are worth about one foreign letter
_MOST_ACCENTED = 0.7  # of a word in Latin letters
_ABOVE_ASCII = re.compile(r"[^\W\d_]*(?![\x00-\x7f])[^\W\d_]+|[^\x00-\x7f]")
SIGNS = frozenset("«»„“”‘’–—…№§°\u00a0\u00ad\u2022©")
# Mean logarithm: Russian text has about -3.1; the same bytes read as another of these -3.7 or less, except
# that Mac and windows-1251 share the small letters, where the right one is still the likelier.
PLAUSIBLE = -3.65


def plausibility(text: str) -> float:
    """Return the mean log likelihood of the characters above ASCII in ``text``, in its likeliest alphabet."""
    shares, letters = _counted(text)
    total = shares.total() + letters.total()
    signs = sum(math.log(share / 100) * count for share, count in shares.items())
    language = infer_language(text) if letters and CYRILLIC.isdisjoint(letters) else ""
    best = max(_in_alphabet(letters, tag) + (_WORDS if tag == language else 0) for tag in ALPHABETS)
    return (signs + best) / max(1, total)


def foreign_letters(text: str) -> str:
    """Return the letters above ASCII in ``text`` that its likeliest alphabet does not have."""
    _, letters = _counted(text)
    best = max(ALPHABETS, key=lambda tag: _in_alphabet(letters, tag))
    foreign = {letter for letter in letters if letter not in ALPHABETS[best]}
    return "".join(sorted(foreign))


def _in_alphabet(letters: Counter[str], tag: str) -> float:
    alphabet = ALPHABETS[tag]
    return sum(math.log(alphabet.get(letter, _FOREIGN) / 100) * count for letter, count in letters.items())


def _counted(text: str) -> tuple[Counter[float], Counter[str]]:
    """Count the signs by what they are worth, and the letters that stand as letters do."""
    shares: Counter[float] = Counter()
    letters: Counter[str] = Counter()
    for found in _ABOVE_ASCII.finditer(text):
        if found[0][0].isalpha():
            _count_word(found[0], shares, letters)
        else:
            shares[_of_sign(found[0], text[found.start() - 1 : found.start()], text[found.end() :][:1])] += 1
    return shares, letters


def _count_word(word: str, shares: Counter[float], letters: Counter[str]) -> None:
    """Count the letters above ASCII of a word: all of it is Cyrillic, or some of it is ASCII."""
    above = [letter for letter in word if letter > "\x7f"]
    cyrillic = sum(letter.lower() in CYRILLIC for letter in above)
    is_likely = cyrillic == len(word) or (not cyrillic and len(above) <= _MOST_ACCENTED * len(word))
    misplaced = sum(before.islower() and letter.isupper() for before, letter in pairwise(word))
    if len(word) == 1 and not cyrillic:
        shares[_ALONE] += 1
    elif is_likely and not misplaced:
        letters.update("i" if letter == "İ" else letter.lower() for letter in above)
    else:
        shares[_IMPLAUSIBLE] += len(above)


def _of_sign(sign: str, before: str, after: str) -> float:
    if sign in SIGNS:
        within_word = sign in "№§°©•" and before.isalpha() and after.isalpha()
        return _IMPLAUSIBLE if within_word else _TYPOGRAPHIC
    if sign in "¿¡":
        return _TYPOGRAPHIC if after.isalpha() and not before.isalpha() else _IMPLAUSIBLE
    return _SPACED if sign in "€£±×½¼¾" and not (before.isalpha() or after.isalpha()) else _IMPLAUSIBLE
