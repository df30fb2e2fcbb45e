"""Naming: what a difference is, in words, with the code points and names of the characters."""

import re

from engross.characters import name
from engross.differences.edits import Edit
from engross.differences.excerpts import BREAK, visible

# Characters that are named one by one.
_MOST_NAMED = 12
_MOST_IN_A_SENTENCE = 3
_SPACED_BREAK = re.compile(f" ?{BREAK} ?")


def described(edit: Edit) -> str:
    """Return what happened to the left text, as a clause: “е” (U+0435 ...) is missing."""
    gone, new = _bare(edit.gone), _bare(edit.new)
    if not new:
        return _counted(gone, "missing")
    if not gone:
        return _counted(new, "too many")
    return f"{_quoted(gone)} became {_quoted(new)}"


def told(text: str) -> str:
    """Return the characters of ``text`` by code point and name; of many, how many, with the ends."""
    text = _bare(text)
    listed = [f"{visible(character)} {_name(character)}".strip() for character in text]
    if len(text) <= _MOST_NAMED:
        return ", ".join(listed)
    return f"{len(text)} characters, from {listed[0]} to {listed[-1]}"


def named(character: str) -> str:
    """Return ``character`` in quotation marks with its code point and name."""
    return f"“{visible(character)}” ({_name(character)})"


def _name(character: str) -> str:
    return "the end of a paragraph" if character == BREAK else name(character)


def _bare(text: str) -> str:
    """Return ``text`` without the spaces that set the end of a paragraph apart as a word."""
    return _SPACED_BREAK.sub(BREAK, text)


def _counted(text: str, fate: str) -> str:
    if len(text) == 1:
        return f"{named(text)} is {fate}"
    return f"{len(text)} characters from {named(text[0])} on are {fate}"


def _quoted(text: str) -> str:
    if len(text) == 1:
        return named(text)
    listed = ", ".join(_name(character) for character in text[:_MOST_IN_A_SENTENCE])
    return f"“{visible(text)}” ({listed}{', ...' if len(text) > _MOST_IN_A_SENTENCE else ''})"
