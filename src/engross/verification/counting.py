"""Counting: what a text is made of, and what folding leaves out of it.

The same counts are taken of the source and of the text of the PDF, which must have the same. They are part of
the schema of certificates: to count otherwise is to change the schema.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import category, name

from engross.characters import DISCRETIONARY_HYPHEN, SPACE, fold
from engross.model.certificate import Folding, Kind, TextStatement

_QUOTATION_MARKS = frozenset("\"'«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣")
"""The characters that Unicode gives the property Quotation_Mark."""

_MINUS_SIGNS = frozenset("\u2212\u2043")
"""Drawn as dashes are, and no punctuation to Unicode: the minus sign and the hyphen bullet."""

_YO = frozenset("ёЁ")
_WHITE_SPACE_RUN = re.compile(r"\s+")
_LINE_END = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def count(text: str, *, headings: int, paragraphs: int) -> TextStatement:
    """Return the counts of ``text``, which has so many headings and paragraphs; it is folded here."""
    folded = fold(text)
    characters = Counter(folded)
    return TextStatement(
        sha256=hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest(),
        characters=len(folded),
        letters=sum(number for character, number in characters.items() if character.isalpha()),
        words=sum(any(map(str.isalnum, word)) for word in folded.split(SPACE)),
        headings=headings,
        paragraphs=paragraphs,
        dashes=_kinds(characters, filter(_is_dash, characters)),
        quotation_marks=_kinds(characters, _QUOTATION_MARKS),
        yo=_kinds(characters, _YO),
    )


def line_ends(text: str) -> int:
    """Return how many runs of white space in ``text`` have a line end, those around it apart."""
    return sum(bool(_LINE_END.search(run)) for run in _WHITE_SPACE_RUN.findall(text.strip()))


def folding(text: str, *, line_ends: int) -> Folding:
    """Return what folding leaves out of ``text``; how many line ends it joins is for the caller to know."""
    runs = _WHITE_SPACE_RUN.findall(text.strip())
    counted = Counter(text)
    blanks = (blank for blank in counted if blank.isspace() and blank != SPACE and not _LINE_END.match(blank))
    return Folding(
        line_ends=line_ends,
        white_space_runs=sum(run != SPACE and not _LINE_END.search(run) for run in runs),
        spaces=_kinds(counted, blanks),
        discretionary_hyphens=counted[DISCRETIONARY_HYPHEN],
    )


def _is_dash(character: str) -> bool:
    return category(character) == "Pd" or character in _MINUS_SIGNS


def _kinds(counted: Counter[str], characters: Iterable[str]) -> tuple[Kind, ...]:
    """Return those of ``characters`` that occur, by code point."""
    return tuple(
        Kind(f"U+{ord(character):04X}", name(character, "unnamed"), counted[character])
        for character in sorted(characters)
        if counted[character]
    )
