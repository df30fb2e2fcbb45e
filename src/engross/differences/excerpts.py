"""Excerpts: a stretch of text with what stands around it, and nothing in it that cannot be seen."""

import unicodedata

# What has no look of its own, or changes that of what is around it: controls, formats, private use ...
_UNSEEN = frozenset(("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"))
BREAK = "\n"
"""What stands, as a word of its own, for the end of a paragraph inside a text; shown as PILCROW."""
PILCROW = "¶"
ELLIPSIS = "…"
AROUND = 40


def visible(text: str) -> str:
    """Return ``text`` with ``<U+200B>`` for what cannot be seen, or would do something to a terminal.

    Spaces stay, and the end of a paragraph is a pilcrow.
    """
    if text.isprintable():
        return text
    return "".join(map(_seen, text))


def excerpt(text: str, start: int, end: int, around: int = AROUND) -> tuple[str, str, str]:
    """Return what is before ``start``, from there to ``end``, and after: at most ``around`` on each side.

    Words are whole where they can be, and an ellipsis stands for what is left out.
    """
    first, last = max(0, start - around), min(len(text), end + around)
    before, after = text[first:start], text[end:last]
    if first > 0:
        space = before.find(" ")
        before = ELLIPSIS + (before[space + 1 :] if 0 <= space < len(before) - 1 else before)
    if last < len(text):
        space = after.rfind(" ")
        after = (after[:space] if space > 0 else after) + ELLIPSIS
    return visible(before), visible(text[start:end]), visible(after)


def _seen(character: str) -> str:
    if character == BREAK:
        return PILCROW
    if unicodedata.category(character) in _UNSEEN:
        return f"<U+{ord(character):04X}>"
    return character
