"""Reports what looks wrong in the text of a source: an ordered tuple of small rules. It changes nothing.

What is reported follows the house rules of Russian microtypography; each rule is linear in the length of
the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from engross import characters
from engross.findings import Finding, Place, finding
from engross.reading.lines import Line, excerpt

_SHOWN = 10  # places of one code; of more, the first few are shown and the others counted
_SHOWN_OF_MANY = 3

_BLANK = "[ \t\u00a0\u2009\u202f]"
_LETTER = r"[^\W\d_]"
_DASH = f"[{characters.DASHES}]"

Rule = Callable[[str], Iterator[tuple[int, dict[str, object]]]]
Hits = Iterator[tuple[int, dict[str, object]]]


def inspect(lines: Sequence[Line], file: str = "") -> tuple[Finding, ...]:
    """Return what looks wrong in ``lines``, rule by rule and in the order of the text."""
    text = "\n".join(line.text for line in lines)
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]

    def place(position: int) -> Place:
        index = bisect_right(starts, position) - 1
        line, offset = lines[index], position - starts[index]
        return Place(file, line.number, line.column + offset, excerpt=excerpt(line.text, offset))

    return tuple(found for code, rule in RULES for found in _shown(code, list(rule(text)), place))


def _shown(
    code: str, hits: list[tuple[int, dict[str, object]]], place: Callable[[int], Place]
) -> Iterator[Finding]:
    shown = hits if len(hits) <= _SHOWN else hits[:_SHOWN_OF_MANY]
    for position, particulars in shown:
        where = place(position)
        yield finding(code, where, text=where.excerpt, **particulars)
    if len(shown) < len(hits):
        yield finding("S020", place(hits[len(shown)][0]), of=code, count=len(hits) - len(shown))


def hyphen_as_dash(text: str) -> Hits:
    """Find a hyphen between spaces, where a dash is meant."""
    for found in re.finditer(rf"(?<=[^\s]){_BLANK}-(?={_BLANK})", text):
        yield found.start() + 1, {}


def unspaced_dash(text: str) -> Hits:
    """Find dashes between letters without spaces in a text that has them with spaces elsewhere."""
    if re.search(rf"{_BLANK}{_DASH}{_BLANK}", text):
        for found in re.finditer(rf"(?<={_LETTER}){_DASH}(?={_LETTER})", text):
            yield found.start(), {}


def half_spaced_dash(text: str) -> Hits:
    """Find dashes with a space on one side only, line ends and numbers apart."""
    pattern = rf"(?<=[^\W\d_]){_DASH}(?={_BLANK}{_LETTER})|(?<={_LETTER}{_BLANK}){_DASH}(?={_LETTER})"
    for found in re.finditer(pattern, text):
        yield found.start(), {}


def straight_quote(text: str) -> Hits:
    """Find typewriter quotes."""
    for found in re.finditer('"', text):
        yield found.start(), {}


def unbalanced(text: str) -> Hits:
    """Find quotes and brackets without their other half; the mark of a list item (``a)``) needs none."""
    closers = {"»": "«", ")": "(", "]": "["}
    waiting: list[tuple[str, int]] = []
    count: Counter[str] = Counter()
    hits: list[int] = []
    marks = {found.end() - 1 for found in re.finditer(rf"^{_BLANK}*\w{{1,4}}\)", text, re.MULTILINE)}
    for found in re.finditer(r"[«»()\[\]]", text):
        mark, position = found[0], found.start()
        if mark not in closers:
            waiting.append((mark, position))
            count[mark] += 1
        elif not count[closers[mark]]:
            if position not in marks:
                hits.append(position)
        else:
            while (opened := waiting.pop())[0] != closers[mark]:
                count[opened[0]] -= 1
                hits.append(opened[1])
            count[closers[mark]] -= 1
    for position in sorted((*hits, *(position for _, position in waiting))):
        yield position, {"character": text[position]}


def double_space(text: str) -> Hits:
    """Find two or more spaces between words."""
    for found in re.finditer(rf"(?<=[^\s]){_BLANK}{{2,}}(?=[^\s])", text):
        yield found.start(), {"count": len(found[0])}


def missing_space(text: str) -> Hits:
    """Find a punctuation mark with a letter right after it."""
    for found in re.finditer(rf"(?<={_LETTER})(?:[,;:!?](?={_LETTER})|\.(?={_LETTER}{_LETTER}))", text):
        before, after = text[found.start() - 1], text[found.end()]
        if found[0] != "." or (before.islower() and after.isupper()):
            yield found.start(), {"character": found[0]}


def mixed_alphabets(text: str) -> Hits:
    """Find words with both Latin and Cyrillic letters, as a Latin c in a Cyrillic word."""
    end = 0
    for found in re.finditer("[A-Za-z](?=[\u0400-\u04ff])|[\u0400-\u04ff](?=[A-Za-z])", text):
        if found.start() < end:
            continue
        before = re.search(r"\w{0,40}$", text[max(0, found.start() - 40) : found.start()])
        after = re.compile(r"\w{1,40}").match(text, found.start())
        word = (before[0] if before else "") + (after[0] if after else "")
        end = after.end() if after else found.end()
        latin = "".join(letter for letter in word if letter.isascii() and letter.isalpha())
        yield found.start() - len(before[0] if before else ""), {"word": word, "latin": latin}


def uneven_no_break_spaces(text: str) -> Hits:
    """Find dashes whose spaces are not of the sort (no-break or not) that most of the text's dashes have."""
    found = [
        (match.start(2), (match[1], match[3]))
        for match in re.finditer(rf"(?<=[^\s])([ \u00a0])({_DASH})([ \u00a0])(?=[^\s])", text)
    ]
    sorts = Counter(sort for _, sort in found)
    if len(sorts) > 1:
        usual, most = sorts.most_common(1)[0]
        for position, sort in found:
            if sort != usual:
                yield position, {"here": _words(sort), "usual": _words(usual), "count": most}


def trailing_space(text: str) -> Hits:
    """Find white space at the end of a line that has text."""
    for found in re.finditer(rf"(?<=[^\s]){_BLANK}+$", text, re.MULTILINE):
        yield found.start(), {}


def replacement_character(text: str) -> Hits:
    """Find the character that stands for one which an earlier program could not read."""
    for found in re.finditer("\ufffd", text):
        yield found.start(), {}


def decomposed(text: str) -> Hits:
    """Find lines that are not in Unicode normalization form C, which the pages are in."""
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            normal = unicodedata.normalize("NFC", line)
            at = next(
                (i for i, (a, b) in enumerate(zip(line, normal, strict=False)) if a != b), len(normal) - 1
            )
            yield start + at, {"character": characters.name(line[at])}
        start += len(line) + 1


RULES: tuple[tuple[str, Rule], ...] = (
    ("S001", hyphen_as_dash),
    ("S002", unspaced_dash),
    ("S003", half_spaced_dash),
    ("S004", straight_quote),
    ("S005", unbalanced),
    ("S006", double_space),
    ("S007", missing_space),
    ("S008", mixed_alphabets),
    ("S009", uneven_no_break_spaces),
    ("S010", trailing_space),
    ("S011", replacement_character),
    ("S012", decomposed),
)


def _words(sort: tuple[str, str]) -> str:
    names = {characters.SPACE: "a space", characters.NO_BREAK_SPACE: "a no-break space"}
    return f"{names[sort[0]]} before and {names[sort[1]]} after"
