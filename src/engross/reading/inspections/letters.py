"""Rules on letters: of another alphabet, in parts, lost."""

import re
import unicodedata
from collections.abc import Iterator

from engross import characters
from engross.reading.inspections.rule import Hit

_CYRILLIC = "[\u0400-\u04ff]"


def mixed_alphabets(text: str) -> Iterator[Hit]:
    """Find words with both Latin and Cyrillic letters, as a Latin c in a Cyrillic word."""
    end = 0
    for found in re.finditer(f"[A-Za-z](?={_CYRILLIC})|{_CYRILLIC}(?=[A-Za-z])", text):
        if found.start() < end:
            continue
        before = re.search(r"\w{0,40}$", text[max(0, found.start() - 40) : found.start()])
        after = re.compile(r"\w{1,40}").match(text, found.start())
        word = (before[0] if before else "") + (after[0] if after else "")
        end = after.end() if after else found.end()
        latin = "".join(letter for letter in word if letter.isascii() and letter.isalpha())
        yield found.start() - len(before[0] if before else ""), {"word": word, "latin": latin}


def lone_latin_letter(text: str) -> Iterator[Hit]:
    """Find a Latin letter that stands, as a word of its own, where Cyrillic а, о, с, у or к is meant.

    Capitals name things (пункт A), so they count only where a sentence begins.
    """
    pattern = rf"(?<={_CYRILLIC}[ ,])[aocyk](?= {_CYRILLIC})|(?:^|(?<=\. ))[AOCKBY](?= [а-яё])"
    for found in re.finditer(pattern, text, re.MULTILINE):
        yield found.start(), {"character": characters.name(found[0])}


def replacement_character(text: str) -> Iterator[Hit]:
    """Find the character that stands for one which an earlier program could not read."""
    for found in re.finditer("\ufffd", text):
        yield found.start(), {}


def decomposed(text: str) -> Iterator[Hit]:
    """Find lines that are not in Unicode normalization form C, which the pages are in."""
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            normal = unicodedata.normalize("NFC", line)
            at = next(
                (i for i, (a, b) in enumerate(zip(line, normal, strict=False)) if a != b), len(normal) - 1
            )
            yield start + at, {"character": characters.name(line[at])}
        start += len(line) + 1
