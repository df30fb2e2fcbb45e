"""Hyphenation: discretionary hyphens where a word may be divided.

Patterns are those of Pyphen (the hyphenation dictionaries of LibreOffice). On top of them: at least three
letters on each side, ъ ь й stay with the letter before, nothing in abbreviations, capitals or words with
digits. A language without patterns is never hyphenated with another language's.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

import pyphen

from engross.characters import DISCRETIONARY_HYPHEN
from engross.model.language import primary

SHORTEST_PART = 3
"""The fewest letters before and after a hyphen (docs/acceptance.md, A9)."""

_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"[@/\\_=]|www\.")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_STAYS_WITH_THE_LETTER_BEFORE = frozenset("ъьйЪЬЙ")
PATTERNS = {
    "ru": "ru_RU", "be": "be_BY", "uk": "uk_UA", "en": "en_GB", "fr": "fr", "de": "de_DE", "es": "es",
    "it": "it_IT", "pl": "pl_PL", "pt": "pt_PT", "nl": "nl_NL",
}  # fmt: skip


def hyphenate(text: str, language: str) -> str:
    """Return ``text`` with a discretionary hyphen wherever a word of ``language`` may be divided.

    Words that the source already marks with discretionary hyphens keep those and get no others.
    """
    patterns = _patterns(primary(language))
    if patterns is None:
        return text
    return _TOKEN.sub(lambda token: _hyphenate_token(token.group(), patterns), text)


def _hyphenate_token(token: str, patterns: pyphen.Pyphen) -> str:
    """Hyphenate the words of ``token``, unless it is an address or a path."""
    if _ADDRESS.search(token):
        return token
    return _WORD.sub(lambda match: _divide(match, patterns), token)


def _divide(match: re.Match[str], patterns: pyphen.Pyphen) -> str:
    word = match.group()
    if len(word) < 2 * SHORTEST_PART or not word[1:].islower() or _is_part_of_more(match):
        return word
    return _divided(word, patterns)


@cache
def _divided(word: str, patterns: pyphen.Pyphen) -> str:
    positions = [at for at in patterns.positions(word) if _may_divide(word, at)]
    edges = [0, *positions, len(word)]
    return DISCRETIONARY_HYPHEN.join(word[start:end] for start, end in pairwise(edges))


def _may_divide(word: str, at: int) -> bool:
    return word[at] not in _STAYS_WITH_THE_LETTER_BEFORE and all(
        len(part) >= SHORTEST_PART for part in (word[:at], word[at:])
    )


def _is_part_of_more(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        DISCRETIONARY_HYPHEN in (before, after)
        or before.isdigit()
        or after.isdigit()
        or (after != "" and unicodedata.combining(after) != 0)
    )


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    name = PATTERNS.get(language)
    if name is None or name not in pyphen.LANGUAGES:
        return None
    return pyphen.Pyphen(lang=name, left=SHORTEST_PART, right=SHORTEST_PART)
