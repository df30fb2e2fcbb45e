"""Levels: which letters of a paragraph run to the left, and in which order those of a line stand.

It is the algorithm of Unicode Standard Annex #9 (Unicode Bidirectional Algorithm) without its controls, which
no source may have (docs/decisions/0009): rules W1 to W7, N0 to N2, I1, I2, L1 and L2, by their names there.
Written anew and not asked of the engine, it proves what that has done.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_BRACKETS = {"(": ")", "[": "]", "{": "}", "\u2045": "\u2046", "\u207d": "\u207e", "\u27e8": "\u27e9"}
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}
_STRONG = ("L", "R", "AL")
_NUMBERS = frozenset(("EN", "AN"))
_MOST_OPEN = 63


def levels(text: str, *, leftward: bool) -> list[int]:
    """Return the level of each character of the paragraph ``text``, which runs ``leftward`` or not.

    Characters of an odd level run to the left.
    """
    base = "R" if leftward else "L"
    classes = [unicodedata.bidirectional(character) or "L" for character in text]
    _weak(classes, base)
    _brackets(text, classes, base)
    _neutral(classes, base)
    own = {"L": 2, "R": 1, "EN": 2, "AN": 2} if leftward else {"L": 0, "R": 1, "EN": 2, "AN": 2}
    return [own[each] for each in classes]


def visual_order(levels: Sequence[int], text: str, *, leftward: bool) -> list[int]:
    """Return the numbers of the characters of the line ``text`` from left to right (L1, L2).

    ``levels`` are theirs in the paragraph, which runs ``leftward`` or not.
    """
    line = list(levels)
    for number in range(len(text) - 1, -1, -1):
        if not text[number].isspace():
            break
        line[number] = int(leftward)
    order = list(range(len(text)))
    for level in range(max(line, default=0), 0, -1):
        at = 0
        for high, run in groupby([line[number] >= level for number in order]):
            end = at + len(list(run))
            if high:
                order[at:end] = order[at:end][::-1]
            at = end
    return order


def _weak(classes: list[str], base: str) -> None:
    """Resolve weak types: marks, numbers and what stands between them (W1 to W7)."""
    _after_letters(classes, base)
    for at in range(1, len(classes) - 1):
        left, own, right = classes[at - 1 : at + 2]
        if left == right and ((own == "ES" and left == "EN") or (own == "CS" and left in _NUMBERS)):
            classes[at] = left
    _terminators(classes)
    strong = base
    for at, own in enumerate(classes):
        if own in ("ES", "ET", "CS"):
            classes[at] = "ON"
        elif own in ("L", "R"):
            strong = own
        elif own == "EN" and strong == "L":
            classes[at] = "L"


def _after_letters(classes: list[str], base: str) -> None:
    """Resolve marks by what they stand on, and numbers by the letter before them (W1 to W3)."""
    before = strong = base
    for at, given in enumerate(classes):
        own = before if given == "NSM" else given
        if own in _STRONG:
            strong = own
        before = own
        classes[at] = "AN" if own == "EN" and strong == "AL" else own
    classes[:] = ["R" if own == "AL" else own for own in classes]


def _terminators(classes: list[str]) -> None:
    """Make signs of a number (per cent, degree) part of the number beside them (W5)."""
    at = 0
    for own, run in groupby(list(classes)):
        end = at + len(list(run))
        if own == "ET" and "EN" in (classes[at - 1] if at else "", *classes[end : end + 1]):
            classes[at:end] = ["EN"] * (end - at)
        at = end


def _brackets(text: str, classes: list[str], base: str) -> None:
    """Resolve pairs of brackets by what is in them, else by what is before them (N0)."""
    for opening, closing in sorted(_pairs(text, classes)):
        inside = {_side(own) for own in classes[opening + 1 : closing]}
        before = next((side for own in reversed(classes[:opening]) if (side := _side(own))), base)
        if base in inside:
            side = base
        elif inside & {"L", "R"}:
            side = before if before != base else base
        else:
            continue
        classes[opening] = classes[closing] = side


def _pairs(text: str, classes: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the brackets of each pair stand (BD16)."""
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if classes[at] != "ON":
            continue
        if character in _BRACKETS:
            if len(opened) == _MOST_OPEN:
                return
            opened.append((character, at))
        elif character in _CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == _CLOSING[character]:
                    yield opened[depth][1], at
                    del opened[depth:]
                    break


def _neutral(classes: list[str], base: str) -> None:
    """Resolve what has no direction of its own by what is on both sides of it (N1, N2)."""
    sides = [_side(own) for own in classes]
    at = 0
    for side, run in groupby(list(sides)):
        end = at + len(list(run))
        if not side:
            before = sides[at - 1] if at else base
            after = sides[end] if end < len(sides) else base
            classes[at:end] = [before if before == after else base] * (end - at)
        at = end


def _side(own: str) -> str:
    """Return L or R for what has a direction, numbers counting as R; nothing for what has none."""
    return "R" if own in _NUMBERS else own if own in ("L", "R") else ""
