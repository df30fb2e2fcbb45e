"""Where a text differs from what PDFium gives, and what PDFium is forgiven.

It is forgiven what it was measured to do (version 5.15 of pypdfium2), and nothing else:

- at a line end it gives U+0002 (or U+FFFE) for any hyphen, real or discretionary, and drops a space after
  it: there it may stand for ``-``, for ``-`` and a space, or for nothing;
- it knows no paragraphs: the end of a line may stand for one space or for nothing;
- in a text with letters from right to left it gives signs mirrored, and № in two letters (``comparable``).

Whether the texts differ is decided here, character by character. Where they differ after the first place is
found word by word.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import NamedTuple

from engross.characters import (
    DISCRETIONARY_HYPHEN,
    EXTRACTED_HYPHENS,
    HYPHEN_MINUS,
    SPACE,
    fold,
    has_right_to_left,
)
from engross.differences import Edit, Words, letters, spaced, stretches
from engross.verification.comparison import Difference, difference_at

LINE_END = "\n"
_FORGIVEN = re.compile(f"([{EXTRACTED_HYPHENS}]?{LINE_END})")
_HYPHENATED = re.compile(f"[{EXTRACTED_HYPHENS}]{LINE_END}")
# A word as PDFium gives it: a hyphen at a line end does not part it.
_WORD = re.compile(f"(?:[{EXTRACTED_HYPHENS}]{LINE_END}|[^{LINE_END}{SPACE}])+")
_AT_LINE_END = re.compile(f"{DISCRETIONARY_HYPHEN}+(?=\\s*(?:{LINE_END}|$))")
_WHITE_SPACE_RUN = re.compile(r"\s+")


_MIRRORED = str.maketrans(")]}>»›", "([{<«‹")
"""Signs and their mirror images: PDFium gives one for the other among letters from right to left."""


def comparable(expected: str, actual: str) -> tuple[str, str]:
    """Return both texts so that they can be compared, ``actual`` being what PDFium gives.

    With letters from right to left, signs that mirror each other are alike, and № is taken apart: which is
    said is for the structure tree, and which is drawn for the check of the glyphs.
    """
    if not has_right_to_left(actual):
        return expected, actual
    first, second = (unicodedata.normalize("NFKC", text).translate(_MIRRORED) for text in (expected, actual))
    return first, second


def differences_forgiving(expected: str, actual: str) -> Iterator[Difference]:
    """Yield where ``actual``, as PDFium gives it with LINE_END between lines, leaves ``expected``."""
    expected, actual = fold(expected), fold_lines(actual)
    shown = _shown(actual)
    for edit in edits_forgiving(expected, actual):
        yield difference_at(expected, shown, Edit(edit.left, edit.gone, edit.right, _shown(edit.new)))


def edits_forgiving(expected: str, actual: str) -> Iterator[Edit]:
    """Yield what must be done to ``expected``, folded, for it to agree with ``actual``, its lines folded."""
    ends = len(expected), len(actual)
    reached = _read_along(expected, actual, (0, 0))
    if reached.both == ends:
        return
    before, read_before = reached.word
    words = spaced(expected[before:])
    for span, read_span in stretches(words, _words(actual, read_before, set(words.keys))):
        start, end = before + span[0], before + span[1]
        read, read_end = read_span
        at, read_to = reached.both
        if end <= at and read_end <= read_to:
            # It has been read already, and differs by its line ends and nothing else.
            continue
        if not (start <= at <= end and read <= read_to <= read_end):
            # Reading has set other words against each other than aligning has; it is reading that counts.
            start, read = reached.word
            end, read_end = max(start, end), max(read, read_end)
        for edit in _edits(expected[start:end], actual[read:read_end]):
            yield Edit(start + edit.left, edit.gone, read + edit.right, edit.new)
        reached = _read_along(expected, actual, (end, read_end))
    at, read_to = reached.both
    if (at, read_to) != ends:
        # Whatever was aligned, texts that differ are never called equal.
        yield Edit(at, expected[at:], read_to, actual[read_to:])


def fold_lines(text: str) -> str:
    """Fold ``text`` as ``characters.fold`` does, but keep as LINE_END each line end without a space glyph.

    A discretionary hyphen inside a line is kept too: there it divides a word for all to see.
    """
    bare = _AT_LINE_END.sub("", text)
    return _WHITE_SPACE_RUN.sub(lambda run: SPACE if run[0].strip(LINE_END) else LINE_END, bare).strip()


def _shown(actual: str) -> str:
    """Return ``actual``, as long as it is, with hyphens and spaces for the ends of its lines."""
    return _HYPHENATED.sub(HYPHEN_MINUS + SPACE, actual).replace(LINE_END, SPACE)


class _Reached(NamedTuple):
    """How far two texts agree: the offsets in both, and those of the last word that begins in both before."""

    both: tuple[int, int]
    word: tuple[int, int]


def _read_along(expected: str, actual: str, begin: tuple[int, int]) -> _Reached:
    """Read on in both from the offsets ``begin`` for as long as they agree, line ends forgiven.

    Both offsets are the ends of their texts exactly when the texts agree from there on.
    """
    at, read = word = begin
    while True:
        line_end = _FORGIVEN.search(actual, read)
        end = line_end.start() if line_end else len(actual)
        common = _common(expected[at : at + end - read], actual[read:end])
        space = actual.rfind(SPACE, read, read + common)
        if space >= 0:
            word = at + space + 1 - read, space + 1
        at, read = at + common, read + common
        if read < end or not line_end:
            return _Reached((at, read), word)
        allowed = (SPACE,) if line_end[0] == LINE_END else (HYPHEN_MINUS + SPACE, HYPHEN_MINUS)
        said = next((text for text in allowed if expected.startswith(text, at)), "")
        at, read = at + len(said), line_end.end()
        if said.endswith(SPACE):
            word = at, read


def _words(actual: str, start: int, known: Collection[str]) -> Words:
    """Return the words of what PDFium gives from ``start`` on.

    A hyphen at a line end is a real one, unless the word without it is ``known``.
    """
    matches = list(_WORD.finditer(actual, start))
    keys = []
    for match in matches:
        with_hyphen, without = (_HYPHENATED.sub(said, match[0]) for said in (HYPHEN_MINUS, ""))
        keys.append(without if without in known and with_hyphen not in known else with_hyphen)
    return Words(actual, tuple(keys), tuple(match.span() for match in matches))


def _edits(expected: str, actual: str) -> Iterator[Edit]:
    """Yield how a few words differ; with line ends in them, as one edit, and none if they agree."""
    if LINE_END not in actual:
        yield from letters(expected, actual)
        return
    (at, read), _ = _read_along(expected, actual, (0, 0))
    gone, new = expected[at:], actual[read:]
    if gone or new:
        same = _common(gone[::-1], new[::-1])
        yield Edit(at, gone[: len(gone) - same], read, new[: len(new) - same])


def _common(first: str, second: str) -> int:
    """Return the length of the common beginning."""
    if first == second:
        return len(first)
    length = min(len(first), len(second))
    return next((at for at in range(length) if first[at] != second[at]), length)
