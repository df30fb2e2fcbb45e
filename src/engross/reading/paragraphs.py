"""Joins the lines of a body to paragraphs: a paragraph a line, a block between blank lines, or hard-wrapped.

Lines are joined by one space and nothing else: a hyphen at the end of a joined line stays, and is reported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Self

from engross.characters import ARMENIAN_HYPHEN, DISCRETIONARY_HYPHEN, HYPHENS, SPACE
from engross.findings import Finding, Place, finding
from engross.model.document import Paragraph
from engross.reading.lines import Line, excerpt


class Form(StrEnum):
    """How the source shows where a paragraph ends."""

    LINE = "line"
    BLANK = "blank"
    WRAPPED = "wrapped"


_LONGEST_MEASURE = 140  # characters: lines beyond are not wrapped to be read on a screen or a typewriter
_SHORTEST_MEASURE = 30
_FULL = 0.9  # of the measure: a line that the next word would have taken beyond is full
_ENDED = 0.85  # of the measure: a sentence ending before, where the next word had room, ends its paragraph
_SHORT = 0.6  # of the measure: a line without any end mark, as a heading inside the text is

_SENTENCE_END = re.compile(r"[.!?;:…։。！？；：।][»”\"')\]]*$")
_ANY_END = re.compile(r"[.!?;:,…։。！？；：，।—–][»”\"')\]]*$")
_LIST_MARK = re.compile(r"(?:[–—•*-]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?\w[.)])\s")
_LINE_END_HYPHENS = HYPHENS + ARMENIAN_HYPHEN + DISCRETIONARY_HYPHEN


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends as a sentence or a clause of a list does."""
    return bool(_SENTENCE_END.search(text[-5:]))


def starts_item(text: str) -> bool:
    """Tell whether ``text`` begins with the mark of a list item."""
    return bool(_LIST_MARK.match(text))


def measure_of(lines: Sequence[Line]) -> int:
    """Return the measure in characters that nine of ten lines keep within."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if not line.blank)
    return lengths[(len(lengths) - 1) * 9 // 10] if lengths else 0


def is_full(line: Line, following: Line, measure: int) -> bool:
    """Tell whether the first word of ``following`` had no room on ``line``."""
    return _with_next_word(line, following) > _FULL * measure


def infer_form(lines: Sequence[Line]) -> Form:
    """Infer the form of a body from its lines, blank ones included."""
    pairs = [(line, after) for line, after in pairwise(lines) if not line.blank and not after.blank]
    if not pairs:
        return Form.BLANK if _is_parted(lines) else Form.LINE
    if _is_wrapped(lines, pairs):
        return Form.WRAPPED
    running_on = sum(
        not _ANY_END.search(line.stripped[-5:]) and after.stripped[0].islower() for line, after in pairs
    )
    return (
        Form.BLANK if _is_parted(lines) and running_on > 1 and running_on >= 0.6 * len(pairs) else Form.LINE
    )


def _is_parted(lines: Sequence[Line]) -> bool:
    """Tell whether a blank line stands between two others, not only before or after all."""
    written = [index for index, line in enumerate(lines) if not line.blank]
    return bool(written) and written[-1] - written[0] >= len(written)


def _is_wrapped(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]]) -> bool:
    measure = measure_of(lines)
    longest = max(len(line.text.rstrip()) for line in lines)
    if not _SHORTEST_MEASURE <= measure <= longest <= _LONGEST_MEASURE:
        return False
    flowing = [
        after for line, after in pairs if is_full(line, after, measure) and not ends_sentence(line.stripped)
    ]
    inside = sum(not after.stripped[0].isupper() for after in flowing)
    return len(flowing) >= 2 and len(flowing) >= 0.5 * len(pairs) and inside >= 0.25 * len(flowing)


def join(lines: Sequence[Line], form: Form) -> tuple[Paragraph, ...]:
    """Join ``lines`` to paragraphs as ``form`` says."""
    return tuple(
        Paragraph(SPACE.join(line.stripped for line in group), group[0].number)
        for group in _grouped(lines, form)
    )


def are_marked(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines or indents part the paragraphs of a hard-wrapped body."""
    return _Page.of(lines).marked


def joined_hyphens(lines: Sequence[Line], form: Form, file: str) -> tuple[Finding, ...]:
    """Report hyphens at the end of joined lines: only a person knows if they belong to the word."""
    return tuple(
        finding(
            "R123",
            Place(file, line.number, line.column + len(line.text.rstrip()) - 1),
            text=excerpt(line.stripped, len(line.stripped)),
            next=after.stripped.split(maxsplit=1)[0][:40],
        )
        for group in _grouped(lines, form)
        for line, after in pairwise(group)
        if line.stripped[-1] in _LINE_END_HYPHENS
    )


def _grouped(lines: Sequence[Line], form: Form) -> Iterator[list[Line]]:
    page = _Page.of(lines)
    group: list[Line] = []
    for index, line in enumerate(lines, start=1):
        after = lines[index] if index < len(lines) else None
        if group and (
            line.blank or form is Form.LINE or (form is Form.WRAPPED and page.begins(line, group[-1], after))
        ):
            yield group
            group = []
        if not line.blank:
            group.append(line)
    if group:
        yield group


@dataclass(frozen=True, slots=True)
class _Page:
    """How a hard-wrapped text is set, in characters: its measure, its least indent.

    ``marked``: blank lines or indents part the paragraphs. ``room`` is the width within which the next word
    would stand on the same line, had a paragraph gone on after the end of a sentence. Where the paragraphs
    are not marked it is all there is to tell them, so it is the full width; else it is less, as lines are
    often broken by hand.
    """

    measure: int
    indent: int
    marked: bool
    room: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Self:
        written = [line for line in lines if not line.blank]
        indents = {_indent(line) for line in written} or {0}
        marked = _is_parted(lines) or max(indents) > min(indents) + 1
        longest = max((len(line.text.rstrip()) for line in written), default=0)
        measure = measure_of(lines)
        return cls(measure, min(indents), marked, _ENDED * measure if marked else longest)

    def begins(self, line: Line, before: Line, after: Line | None) -> bool:
        """Tell whether ``line`` begins a paragraph after ``before``, with no blank line between them."""
        if _indent(line) > self.indent + 1 and not _hangs(line, before):
            return (
                _indent(before) <= self.indent + 1
                or ends_sentence(before.stripped)
                or self.are_apart(before, line)
            )
        width, text = _with_next_word(before, line), before.stripped
        if ends_sentence(text):
            return starts_item(line.stripped) or width <= self.room or self.stands_alone(line, after)
        if starts_item(line.stripped) and text[-1] == ",":
            return width <= _FULL * self.measure
        return self.stands_alone(before, line)

    def are_apart(self, before: Line, line: Line) -> bool:
        """Tell whether two indented lines are each for itself, as those of a signature are."""
        is_short = len(before.stripped) <= _SHORT * self.measure and not _ANY_END.search(before.stripped[-5:])
        return is_short and not line.stripped[0].islower()

    def stands_alone(self, line: Line, after: Line | None) -> bool:
        """Tell whether ``line`` is short and without an end mark, as a heading inside the text is."""
        if after is None or after.blank:
            return False
        opens = after.stripped[0].isupper() or starts_item(after.stripped)
        width = _with_next_word(line, after)
        return opens and width <= _SHORT * self.measure and not _ANY_END.search(line.stripped[-5:])


def _hangs(line: Line, before: Line) -> bool:
    """Tell whether ``line`` goes on with a list item, indented under its text."""
    return starts_item(before.stripped) and not starts_item(line.stripped) and _indent(line) > _indent(before)


def _with_next_word(line: Line, following: Line) -> int:
    return len(line.text.rstrip()) + 1 + len(following.stripped.split(maxsplit=1)[0])


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
