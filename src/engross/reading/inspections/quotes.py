"""Rules on quotation marks and brackets."""

import re
from collections import Counter
from collections.abc import Iterator

from engross.reading.inspections.rule import BLANK, Hit

_OPENERS = {"»": "«", "”": "“", ")": "(", "]": "["}
_LIST_MARK = re.compile(rf"^{BLANK}*\w{{1,4}}\)", re.MULTILINE)
_GOES_ON = re.compile(rf"^{BLANK}*[«“„]", re.MULTILINE)


def straight_quote(text: str) -> Iterator[Hit]:
    """Find typewriter quotes."""
    for found in re.finditer('"', text):
        yield found.start(), {}


def unbalanced(text: str) -> Iterator[Hit]:
    """Find quotes and brackets without their other half; the mark of a list item (``a)``) needs none.

    “ closes a „ and else opens. A quotation of several paragraphs may open again at the start of each.
    """
    waiting: list[tuple[str, int]] = []
    count: Counter[str] = Counter()
    hits: list[int] = []
    marks = {found.end() - 1 for found in _LIST_MARK.finditer(text)}
    goes_on = {found.end() - 1 for found in _GOES_ON.finditer(text)}
    for found in re.finditer(r"[«»“”„()\[\]]", text):
        mark, position = found[0], found.start()
        opener = _opener(mark, count, waiting)
        if not opener:
            if not (position in goes_on and count[mark]):
                waiting.append((mark, position))
                count[mark] += 1
        elif not count[opener]:
            if position not in marks:
                hits.append(position)
        else:
            while (opened := waiting.pop())[0] != opener:
                count[opened[0]] -= 1
                hits.append(opened[1])
            count[opener] -= 1
    for position in sorted((*hits, *(position for _, position in waiting))):
        yield position, {"character": text[position]}


def _opener(mark: str, count: Counter[str], waiting: list[tuple[str, int]]) -> str:
    """Return what ``mark`` closes, nothing if it opens; “ and ” may both close the „ that opened last."""
    if mark == "“":
        return "„" if count["„"] and _last_quote(waiting) == "„" else ""
    if mark == "”" and count["„"] and _last_quote(waiting) == "„":
        return "„"
    return _OPENERS.get(mark, "")


def _last_quote(waiting: list[tuple[str, int]]) -> str:
    return next((mark for mark, _ in reversed(waiting) if mark in "“„"), "")
