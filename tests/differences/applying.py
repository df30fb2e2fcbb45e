"""What edits mean: they are done to a text, one after another."""

from collections.abc import Sequence

from engross.differences import Edit


def applied(text: str, found: Sequence[Edit]) -> str:
    """Return ``text`` after ``found``: the right text, if they are the edits of ``text`` to it."""
    parts = []
    end = 0
    for edit in found:
        parts += [text[end : edit.left], edit.new]
        end = edit.left + len(edit.gone)
    return "".join((*parts, text[end:]))
