"""Rules on spaces: too many, missing, at line ends, and no-break ones that are not used throughout."""

import re
from collections.abc import Iterator

from engross import characters
from engross.reading.inspections.rule import BLANK, DASH, LETTER, Hit, minority

_NAMES = {
    "": "no space",
    characters.SPACE: "a space",
    characters.NO_BREAK_SPACE: "a no-break space",
    characters.NARROW_NO_BREAK_SPACE: "a narrow no-break space",
}
_SPACE = f"([{''.join(_NAMES)}])"
_PERHAPS = f"{_SPACE}?"
_CAPITAL = "[A-ZА-ЯЁІЎ]"
_INITIAL = rf"(?<!\w)(?!H\. ?E\.){_CAPITAL}\."
_ADDRESS = re.compile(r"://|www\.|@")

# What is written in one way throughout a text, each with the space that may differ as its group.
_BOUND: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (where, re.compile(pattern))
    for where, pattern in (
        ("between № or § and its number", rf"[№§]{_PERHAPS}(?=\d)"),
        ("between a number and %", rf"(?<=\d){_PERHAPS}%"),
        (
            "between two initials",
            rf"{_INITIAL}{_PERHAPS}(?={_CAPITAL}\.{BLANK}?{_CAPITAL}{LETTER})",
        ),
        ("between initials and name", rf"(?<!\w){_CAPITAL}\.{_SPACE}(?={_CAPITAL}{LETTER})"),
        ("between a year and its word", rf"(?<!\d)\d{{4}}{_PERHAPS}(?=(?:гг?\.|год))"),
        ("between day and month", rf"(?<!\d)\d{{1,2}}{_SPACE}(?=[а-яё]{{3,8}}{BLANK}\d{{4}}(?!\d))"),
        ("in a number of many digits", rf"(?<![\d.,])\d{{1,3}}{_SPACE}(?=\d{{3}}(?![\d.,]))"),
        ("after a word of one letter", rf"(?<![\w.’'-])[вксоуиаВКСОУИА]{_SPACE}(?={LETTER})"),
    )
)


def double_space(text: str) -> Iterator[Hit]:
    """Find two or more spaces between words."""
    for found in re.finditer(rf"(?<=[^\s]){BLANK}{{2,}}(?=[^\s])", text):
        yield found.start(), {"count": len(found[0])}


def missing_space(text: str) -> Iterator[Hit]:
    """Find a punctuation mark with a letter right after it, but in addresses."""
    text = re.sub(r"\S+", _without_address, text)
    for found in re.finditer(rf"(?<={LETTER})(?:[,;:!?](?={LETTER})|\.(?={LETTER}{LETTER}))", text):
        before, after = text[found.start() - 1], text[found.end()]
        if found[0] != "." or (before.islower() and after.isupper()):
            yield found.start(), {"character": found[0]}


def _without_address(token: re.Match[str]) -> str:
    """Return ``token``, or as many blanks if it is an address."""
    return " " * len(token[0]) if _ADDRESS.search(token[0]) else token[0]


def trailing_space(text: str) -> Iterator[Hit]:
    """Find white space at the end of a line that has text."""
    for found in re.finditer(rf"(?<=[^\s]){BLANK}+$", text, re.MULTILINE):
        yield found.start(), {}


def uneven_no_break_spaces(text: str) -> Iterator[Hit]:
    """Find dashes whose spaces are not of the sort (no-break or not) that most of the text's dashes have."""
    found = re.finditer(rf"(?<=[^\s])([ \u00a0])({DASH})([ \u00a0])(?=[^\s])", text)
    return minority(
        [(dash.start(2), f"{_NAMES[dash[1]]} before and {_NAMES[dash[3]]} after") for dash in found]
    )


def uneven_bound_spaces(text: str) -> Iterator[Hit]:
    """Find spaces in what belongs together (№ 5, 2017 г., И. О.) that are not as most of their sort are."""
    for where, pattern in _BOUND:
        found = [
            (each.start(1) if each[1] else each.end(), _NAMES[each[1] or ""])
            for each in pattern.finditer(text)
        ]
        for position, particulars in minority(found):
            yield position, {"where": where, **particulars}
