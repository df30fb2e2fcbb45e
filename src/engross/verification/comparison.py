"""Where two texts first differ, and what a reader may be forgiven.

The structure tree is compared exactly. PDFium is forgiven what it was measured to do (version 5.15 of
pypdfium2), and nothing else:

- at a line end it gives U+0002 (or U+FFFE) for any hyphen, real or discretionary, and drops a space after
  it: there it may stand for ``-``, for ``-`` and a space, or for nothing;
- it knows no paragraphs: the end of a line, or a wide gap, may stand for one space or for nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN_MINUS, SPACE, fold, name
from engross.model.document import HeadingLine, Paragraph

LINE_END = "\n"
_HYPHEN_MARKS = "\x02\ufffe"
_FORGIVEN = re.compile(f"([{_HYPHEN_MARKS}]?{LINE_END})")
_WHITE_SPACE_RUN = re.compile(r"\s+")
_AROUND = 15
_RESYNC = 24


@dataclass(frozen=True, slots=True)
class Difference:
    """The first difference: its offsets in the folded texts, and what should be and is around it."""

    expected_offset: int
    actual_offset: int
    expected: str
    actual: str
    kind: str


def first_difference(expected: str, actual: str) -> Difference | None:
    """Return where ``actual`` first leaves ``expected``, or None; both are folded here."""
    expected, actual = fold(expected), fold(actual)
    if expected == actual:
        return None
    offset = _common(expected, actual)
    return _difference(expected, actual, offset, offset)


def first_difference_forgiving(expected: str, actual: str) -> Difference | None:
    """Return where ``actual``, as PDFium gives it with LINE_END between lines, first leaves ``expected``."""
    expected, actual = fold(expected), fold_lines(actual)
    at, read = 0, 0
    for segment in _FORGIVEN.split(actual):
        if segment.endswith(LINE_END):
            allowed = (SPACE,) if segment == LINE_END else (HYPHEN_MINUS + SPACE, HYPHEN_MINUS)
            at += next((len(text) for text in allowed if expected.startswith(text, at)), 0)
        else:
            common = _common(expected[at : at + len(segment)], segment)
            at += common
            if common < len(segment):
                return _difference(expected, actual, at, read + common)
        read += len(segment)
    return _difference(expected, actual, at, read) if at < len(expected) else None


def fold_lines(text: str) -> str:
    """Fold ``text`` as ``characters.fold`` does, but keep as LINE_END each line end without a space glyph."""
    bare = text.replace(DISCRETIONARY_HYPHEN, "")
    return _WHITE_SPACE_RUN.sub(lambda run: SPACE if run[0].strip(LINE_END) else LINE_END, bare).strip()


def page_of(pieces: Sequence[tuple[str, int]], offset: int, *, keep_line_ends: bool = False) -> int | None:
    """Return the page of the character at ``offset`` of the folded joined ``pieces`` of (text, page)."""
    folder = fold_lines if keep_line_ends else fold
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if len(folder("".join(text for text, _ in pieces[: middle + 1]))) > offset:
            high = middle
        else:
            low = middle + 1
    return pieces[min(low, len(pieces) - 1)][1] if pieces else None


def line_of(parts: Iterable[HeadingLine | Paragraph], offset: int) -> int | None:
    """Return the source line of that part of ``parts`` that holds ``offset`` of their folded text."""
    end, found = -1, None
    for part in parts:
        length = len(fold(part.text))
        if length:
            end += 1 + length
            found = part.line
            if offset < end:
                break
    return found


def _common(first: str, second: str) -> int:
    """Return the length of the common beginning."""
    if first == second:
        return len(first)
    length = min(len(first), len(second))
    return next((at for at in range(length) if first[at] != second[at]), length)


def _difference(expected: str, actual: str, at: int, read: int) -> Difference:
    return Difference(
        expected_offset=at,
        actual_offset=read,
        expected=_excerpt(expected, at),
        actual=_excerpt(actual, read),
        kind=_kind(expected, actual, at, read),
    )


def _excerpt(text: str, at: int) -> str:
    return text[max(0, at - _AROUND) : at + _AROUND].replace(LINE_END, SPACE)


def _kind(expected: str, actual: str, at: int, read: int) -> str:
    """Say what happened: a character changed, or how much is missing or too much."""
    actual = actual.replace(LINE_END, SPACE)
    rest, read_rest = expected[at:], actual[read:]
    missing = rest.find(read_rest[:_RESYNC], 1) if read_rest else len(rest)
    surplus = read_rest.find(rest[:_RESYNC], 1) if rest else len(read_rest)
    changed = rest and read_rest and rest[1:_RESYNC] == read_rest[1:_RESYNC]
    if not changed and missing > 0 and (surplus < 0 or missing <= surplus):
        return f"{_counted(rest, missing)} missing"
    if not changed and surplus > 0:
        return f"{_counted(read_rest, surplus)} too many"
    return f"{_named(rest[:1])} became {_named(read_rest[:1])}"


def _counted(text: str, count: int) -> str:
    return f"{_named(text[0])} is" if count == 1 else f"{count} characters from {_named(text[0])} on are"


def _named(character: str) -> str:
    return f"“{character}” ({name(character)})" if character else "the end"
