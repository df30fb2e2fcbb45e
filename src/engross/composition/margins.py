"""Optical margins: signs that hang into the margin, so that the edge of the text looks straight.

A hyphen, a full stop or a quotation mark is mostly white; flush with the letters of other lines it looks
indented. The idea and its practice are those of Hàn Thế Thành, "Micro-typographic extensions to the TeX
typesetting system" (2000). How far each group of signs hangs is a token of the style (``--hang-GROUP``);
which signs are of a group is said here. The first line of a paragraph begins at its indent and hangs only at
its end; the last line is not spread and hangs only at its beginning.
"""

from collections.abc import Mapping

from engross.characters import ARMENIAN_HYPHEN, DASHES, HYPHENS

GROUPS = {
    "hyphen": HYPHENS + ARMENIAN_HYPHEN,
    "stop": ".…",
    "comma": ",",
    "colon": ":;",
    "mark": "!?",
    "guillemet": "«»‹›",
    "quote": '“”„"',
    "apostrophe": "‘’‚'",
    "dash": DASHES,
    "bracket": "()[]",
}
_GROUP = {sign: group for group, signs in GROUPS.items() for sign in signs}


def hanging(amounts: Mapping[str, float], em: float) -> dict[str, float]:
    """Return how many points each sign hangs, by the ``amounts`` (em) of the groups."""
    return {sign: amounts[group] * em for sign, group in _GROUP.items() if group in amounts}


def hang_class(sign: str) -> str:
    """Return the class in the style sheets by which ``sign`` hangs."""
    return f"hang-{_GROUP[sign]}"
