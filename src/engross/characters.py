"""Names for the characters that cannot be seen, and the one folding that proofs allow.

Promise 1 of the design: with white-space runs folded to one space and discretionary hyphens
removed, what is extracted from a PDF equals its source, code point for code point. ``fold`` is that
folding; nothing else is ever forgiven.
"""

import re

LINE_FEED = "\n"
SPACE = "\u0020"
NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
DISCRETIONARY_HYPHEN = "\u00ad"
RELUCTANT_SPACE = "\u2005"
"""Four-per-em space. In a refined text: a space at which a line may end, but rather should not."""
ZERO_WIDTH_SPACE = "\u200b"
LINE_SEPARATOR = "\u2028"
PARAGRAPH_SEPARATOR = "\u2029"
BYTE_ORDER_MARK = "\ufeff"
HYPHEN_MINUS = "\u002d"
HYPHEN = "\u2010"
NO_BREAK_HYPHEN = "\u2011"
ARMENIAN_HYPHEN = "\u058a"
EN_DASH = "\u2013"
EM_DASH = "\u2014"
FRACTION_SLASH = "\u2044"

EXTRACTED_HYPHENS = "\x02\ufffe"
"""What PDFium gives for any hyphen at the end of a line, real or discretionary."""

DASHES = EN_DASH + EM_DASH
HYPHENS = HYPHEN_MINUS + HYPHEN + NO_BREAK_HYPHEN

MARKS = "\u0300-\u036f\u0483-\u0489"
"""The combining marks that a letter may have after it, as a range for a regular expression."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
"""The blocks of scripts that are written from right to left, as far as they are in use (Hebrew, Arabic)."""
_CLUSTER = re.compile(rf"[^{MARKS}][{MARKS}]*|.", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…։।。؟][»”\"')\]]*\s*$")
_WHITE_SPACE_RUN = re.compile(r"\s+")


def fold_white_space(text: str) -> str:
    """Return ``text`` with every white-space run, no-break spaces included, as one space."""
    return _WHITE_SPACE_RUN.sub(SPACE, text)


def fold(text: str) -> str:
    """Fold ``text`` for comparison: white-space runs to one space, discretionary hyphens gone, ends stripped.

    White space is what Unicode calls so, no-break spaces included.
    """
    return fold_white_space(text.replace(DISCRETIONARY_HYPHEN, "")).strip()


def clusters(text: str) -> list[str]:
    """Return the letters of ``text`` with their combining marks: ``й`` is one cluster, however written."""
    return _CLUSTER.findall(text)


def has_right_to_left(text: str) -> bool:
    """Tell whether some of ``text`` is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Tell whether the first letter of ``text`` is written from right to left (UAX #9, P2 and P3)."""
    import unicodedata

    classes = map(unicodedata.bidirectional, text)
    return next((each != "L" for each in classes if each in ("L", "R", "AL")), False)


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends as a sentence does; signatures, lead-ins and headings do not."""
    return _SENTENCE_END.search(text) is not None


def name(character: str) -> str:
    """Return ``U+00E9 LATIN SMALL LETTER E WITH ACUTE`` for ``é``: how messages name a character."""
    import unicodedata

    return f"U+{ord(character):04X} {unicodedata.name(character, 'unnamed')}"
