"""Rules on dashes, and on hyphens that stand for them."""

import re
from collections.abc import Iterator

from engross import characters
from engross.reading.inspections.rule import BLANK, DASH, LETTER, Hit, minority

_NAMES = {characters.EN_DASH: "an en dash (–)", characters.EM_DASH: "an em dash (—)"}
_YEAR = r"(?:1[5-9]|20)\d\d"


def hyphen_as_dash(text: str) -> Iterator[Hit]:
    """Find one or two hyphens between spaces, where a dash is meant."""
    for found in re.finditer(rf"(?<=[^\s]){BLANK}--?(?={BLANK})", text):
        yield found.start() + 1, {}


def unspaced_dash(text: str) -> Iterator[Hit]:
    """Find dashes between letters without spaces in a text that has them with spaces elsewhere."""
    if re.search(rf"{BLANK}{DASH}{BLANK}", text):
        for found in re.finditer(rf"(?<={LETTER}){DASH}(?={LETTER})", text):
            yield found.start(), {}


def half_spaced_dash(text: str) -> Iterator[Hit]:
    """Find dashes with a space on one side only, line ends and numbers apart."""
    pattern = rf"(?<={LETTER}){DASH}(?={BLANK}{LETTER})|(?<={LETTER}{BLANK}){DASH}(?={LETTER})"
    for found in re.finditer(pattern, text):
        yield found.start(), {}


def hyphen_between_years(text: str) -> Iterator[Hit]:
    """Find a hyphen between two years, the later one second: numbers of documents are seldom so."""
    for found in re.finditer(rf"(?<![\w/.-])({_YEAR})-({_YEAR})(?![\w/-])", text):
        if found[1] < found[2]:
            yield found.end(1), {}


def mixed_dashes(text: str) -> Iterator[Hit]:
    """Find spaced dashes that are not of the length which most of the text's spaced dashes have."""
    found = re.finditer(rf"(?<={BLANK}){DASH}(?={BLANK})", text)
    return minority([(dash.start(), _NAMES[dash[0]]) for dash in found])
