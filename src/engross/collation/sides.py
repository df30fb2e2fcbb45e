"""The two sides of a collation: versions as folded passages, of which each place is known.

A version whose paragraphs are not known gets those of the other side, and words that its lines divide are
joined as the other side has them.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from engross.characters import DISCRETIONARY_HYPHEN, EXTRACTED_HYPHENS, HYPHEN, HYPHEN_MINUS, SPACE, fold
from engross.differences import cuts
from engross.model.document import Document, HeadingLine, Paragraph
from engross.model.version import Origin, Passage, Version

_DIVISION = re.compile(f"[{EXTRACTED_HYPHENS}{HYPHEN}{HYPHEN_MINUS}]\n")
_WORD = re.compile(rf"(?:{_DIVISION.pattern}|\S)+")

Starts = tuple[tuple[int, int], ...]
"""Offsets at which something begins, with its line or page, in order."""


@dataclass(frozen=True, slots=True)
class Side:
    """The folded passages of a version, and for each where its lines or pages begin."""

    texts: tuple[str, ...]
    starts: tuple[Starts, ...]

    def place(self, passage: int, offset: int) -> int | None:
        """Return the line or page of ``offset`` in ``passage``; past the last, that of the end."""
        if not self.starts:
            return None
        if passage >= len(self.starts):
            return self.starts[-1][-1][1]
        starts = self.starts[passage]
        return starts[_last_before(starts, offset)][1]


def of_document(document: Document) -> Version:
    """Return the version that a source is; the lines of a run of titles are one passage, as one heading."""
    blocks: list[Sequence[HeadingLine | Paragraph]] = [*document.heading_blocks, *zip(document.body)]
    return Version(document.source, Origin.SOURCE, document.metadata.language, tuple(map(_passage, blocks)))


def sides(left: Version, right: Version) -> tuple[Side, Side]:
    """Return both versions as sides of which passages can be put side by side."""
    ours, theirs = _side(left, right), _side(right, left)
    if right.origin is Origin.PAGES:
        return ours, _cut_as(ours, theirs)
    return (_cut_as(theirs, ours), theirs) if left.origin is Origin.PAGES else (ours, theirs)


def _last_before(starts: Starts, offset: int) -> int:
    """Return which of ``starts`` is the last at ``offset`` or before it; the first, if none is."""
    return max(0, bisect_right(starts, offset, key=lambda start: start[0]) - 1)


def _passage(parts: Sequence[HeadingLine | Paragraph]) -> Passage:
    offsets = accumulate((len(part.text) + 1 for part in parts[:-1]), initial=0)
    lines = (part.line for part in parts)
    return Passage("\n".join(part.text for part in parts), tuple(zip(offsets, lines, strict=True)))


def _side(version: Version, other: Version) -> Side:
    if version.origin is Origin.PAGES:
        known = {word for passage in other.passages for word in fold(passage.text).split(SPACE)}
        text, starts = _joined(version, known)
        return Side((text,), (starts,)) if text else Side((), ())
    folded = [(text, passage) for passage in version.passages if (text := fold(passage.text))]
    return Side(tuple(text for text, _ in folded), tuple(_folded_starts(passage) for _, passage in folded))


def _folded_starts(passage: Passage) -> Starts:
    """Return the starts of ``passage`` as offsets in its folded text."""
    return tuple(
        (max(0, len(fold(passage.text[:offset] + "|")) - 1), number) for offset, number in passage.starts
    )


def _joined(version: Version, known: Collection[str]) -> tuple[str, Starts]:
    """Return the whole text of pages with words made whole, and where each page begins in it."""
    whole = "\n".join(passage.text for passage in version.passages)
    ends = list(accumulate(len(passage.text) + 1 for passage in version.passages))
    words: list[str] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for match in _WORD.finditer(whole):
        word = _made_whole(match[0].replace(DISCRETIONARY_HYPHEN, ""), known)
        if word:
            _, page = version.passages[bisect_right(ends, match.start())].starts[0]
            if not starts or starts[-1][1] != page:
                starts.append((length, page))
            words.append(word)
            length += len(word) + 1
    return SPACE.join(words), tuple(starts)


def _made_whole(word: str, known: Collection[str]) -> str:
    """Return ``word`` without the line ends inside: with a hyphen for each or without, as it is ``known``."""
    hyphens = _DIVISION.findall(word)
    if not hyphens:
        return word
    forms = [_DIVISION.sub(said, word) for said in ("", HYPHEN_MINUS, HYPHEN)]
    otherwise = forms[1] if HYPHEN_MINUS in hyphens[0] else forms[0]
    return next((form for form in forms if form in known), otherwise)


def _cut_as(known: Side, flat: Side) -> Side:
    """Return ``flat``, which is one passage, with the passages of ``known``."""
    if not flat.texts or not known.texts:
        return flat
    ((text,), (starts,)) = flat.texts, flat.starts
    kept = []
    for begin, end in pairwise((0, *cuts(known.texts, text), len(text))):
        part = text[begin:end].strip()
        if part:
            first = _last_before(starts, begin)
            inside = [(max(0, offset - begin), page) for offset, page in starts[first:] if offset < end]
            kept.append((part, tuple(inside)))
    return Side(tuple(part for part, _ in kept), tuple(inside for _, inside in kept))
