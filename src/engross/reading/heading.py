"""Finds the heading block of a text: which of its first lines are kind, title, number, date and place.

The heading ends where prose begins: a line that is long or ends as a sentence does. Between the first
line and the last kind, number, date or place that is reached over title-like lines, everything is
heading; when no title stands there, the block of title-like lines that follows is the title. A text
in which nothing of this is found has at most a lone first line as its title.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engross.characters import fold
from engross.model.document import HeadingLine, Requisite
from engross.reading.lines import Line
from engross.reading.paragraphs import ends_sentence, is_full, starts_item
from engross.reading.requisites import (
    Recognised,
    bare_place,
    is_name,
    kind_within,
    recognise,
)
from engross.reading.words import ABOUT, SECTIONS

_LONGEST_LINE = 160  # characters: a title line that is longer is a paragraph
_MOST_LINES = 15
_MOST_TITLE_LINES = 8
_AFTER_A_TITLE = frozenset({Requisite.NUMBER, Requisite.DATE, Requisite.PLACE})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading block: its lines, its extent in lines of the source (blank ones too), and what was read."""

    lines: tuple[HeadingLine, ...] = ()
    extent: int = 0
    read: Recognised = field(default_factory=Recognised)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that is not blank: its place among all lines, and what it is by itself."""

    index: int
    line: Line
    text: str
    after_blank: bool
    read: Recognised


def find_heading(lines: Sequence[Line], measure: int = 0) -> Heading:
    """Find the heading block; ``measure`` is that of a hard-wrapped text, in characters."""
    candidates = _candidates(lines)
    end = _last_requisite(candidates) + 1
    if not end:
        end = _lone_title(candidates, measure)
    elif _wants_title(candidates, end):
        end = _title_end(candidates, end, measure)
    if not end:
        return Heading()
    return _heading(candidates[:end])


def extent_of_requisites(lines: Sequence[Line]) -> int:
    """Return how many lines of the source end with the last requisite, a title after it not counted."""
    candidates = _candidates(lines)
    last = _last_requisite(candidates)
    return candidates[last].index + 1 if last >= 0 else 0


def declared_heading(lines: Sequence[Line], requisites: Sequence[Requisite]) -> Heading:
    """Take the first lines that are not blank as the metadata declare them."""
    declared: list[_Candidate] = []
    for index, line in enumerate(lines):
        if len(declared) == len(requisites):
            break
        if not line.blank:
            read = recognise(line.text)
            declared.append(_Candidate(index, line, line.stripped, False, read))
    if not declared:
        return Heading()
    return _heading(declared, requisites)


def titled_heading(lines: Sequence[Line], titles: frozenset[int]) -> Heading:
    """Take the lines with the indexes ``titles``, which follow each other, as the title, and what is around.

    Only requisites may stand before them; dates, numbers and places after them belong to the heading too.
    """
    first, last = min(titles), max(titles)
    taken: list[_Candidate] = []
    for index, line in enumerate(lines):
        if line.blank:
            continue
        read = recognise(line.text)
        if read.requisite is None and index > last and taken[-1].read.requisite is Requisite.DATE:
            read = _place_after_date(line) or read
        if index > last and read.requisite not in _AFTER_A_TITLE:
            break
        if index < first and read.requisite is None:
            return Heading()
        taken.append(_Candidate(index, line, line.stripped, False, read))
    return _heading(taken)


def _candidates(lines: Sequence[Line]) -> list[_Candidate]:
    """Return the first lines, up to one that is clearly prose and is the first after the heading."""
    found: list[_Candidate] = []
    after_blank = False
    for index, line in enumerate(lines):
        if line.blank:
            after_blank = bool(found)
            continue
        read = recognise(line.text)
        if read.requisite is None and found and found[-1].read.requisite is Requisite.DATE:
            read = _place_after_date(line) or read
        found.append(_Candidate(index, line, line.stripped, after_blank, read))
        after_blank = False
        if len(found) > _MOST_LINES or not (read.requisite or _is_title_like(line.stripped)):
            break
    return found


def _place_after_date(line: Line) -> Recognised | None:
    if is_name(line.stripped) and fold(line.text).lower() not in SECTIONS:
        return Recognised(Requisite.PLACE, place=bare_place(line.text))
    return None


def _is_title_like(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and not ends_sentence(text) and not starts_item(text)


def _last_requisite(candidates: Sequence[_Candidate]) -> int:
    """Return the index of the last requisite that title-like lines lead to, or -1."""
    last = -1
    for index, candidate in enumerate(candidates[:_MOST_LINES]):
        if candidate.read.requisite:
            last = index
        elif not _is_title_like(candidate.text):
            break
    return last


def _wants_title(candidates: Sequence[_Candidate], end: int) -> bool:
    """Tell whether a title begins at ``end``: none came after the kind, or the words there begin one."""
    requisites = [candidate.read.requisite for candidate in candidates[:end]]
    after_kind = requisites.index(Requisite.KIND) + 1 if Requisite.KIND in requisites else 0
    begins_here = end < len(candidates) and candidates[end].text.split()[0].lower() in ABOUT
    return begins_here or all(requisites[after_kind:])


def _title_end(candidates: Sequence[_Candidate], start: int, measure: int) -> int:
    """Return where the title that begins at ``start`` ends; ``start`` itself when there is none."""
    end = start
    while end < len(candidates) and _is_title_like(candidates[end].text):
        if end > start and candidates[end].after_blank and not candidates[end].text[0].islower():
            break
        end += 1
    if end < len(candidates) and not candidates[end].after_blank:
        end = _before_sentence(candidates, start, end, measure)
    while end > start and candidates[end - 1].text[-1] == ",":
        end -= 1
    return end if end - start <= _MOST_TITLE_LINES else start


def _before_sentence(candidates: Sequence[_Candidate], start: int, end: int, measure: int) -> int:
    """Give back to the body the lines that run on into the prose at ``end``."""
    while end > start:
        before, after = candidates[end - 1], candidates[end]
        runs_on = after.text[0].islower() or (measure and is_full(before.line, after.line, measure))
        if after.after_blank or not runs_on:
            break
        end -= 1
    return end


def _lone_title(candidates: Sequence[_Candidate], measure: int) -> int:
    """Return how many lines are the title of a text that has no other requisite."""
    if len(candidates) < 2 or not _is_title_like(candidates[0].text) or candidates[0].text[0].islower():
        return 0
    block = 1
    while block < len(candidates) and not candidates[block].after_blank:
        block += 1
    in_block = candidates[:block]
    if (
        block < len(candidates)
        and block <= _MOST_TITLE_LINES
        and all(_is_title_like(c.text) for c in in_block)
    ):
        end = block
    else:
        end = 1
        while end < block and candidates[end].text[0].islower() and _is_title_like(candidates[end].text):
            end += 1
        end = _before_sentence(candidates, 0, end, measure) if end < len(candidates) else 0
    return 0 if end and candidates[end - 1].text[-1] == "," else end


def _heading(candidates: Sequence[_Candidate], requisites: Sequence[Requisite] = ()) -> Heading:
    known = requisites or [candidate.read.requisite or Requisite.TITLE for candidate in candidates]
    lines = tuple(
        HeadingLine(requisite, candidate.text, candidate.line.number)
        for requisite, candidate in zip(known, candidates, strict=False)
    )
    return Heading(
        lines, candidates[-1].index + 1, _read(lines, [candidate.read for candidate in candidates])
    )


def _read(lines: Sequence[HeadingLine], reads: Sequence[Recognised]) -> Recognised:
    """Put together what the lines give, each value from the first line that has it."""
    places = [bare_place(line.text) for line in lines if line.requisite is Requisite.PLACE]
    places += [read.place for read in reads if read.place]
    titles = [kind_within(line.text) for line in lines if line.requisite is Requisite.TITLE][:1]
    return Recognised(
        kind=next((kind for kind in [*(read.kind for read in reads), *titles] if kind), ""),
        date=next((read.date for read in reads if read.date), None),
        number=next((read.number for read in reads if read.number), ""),
        place=next((place for place in places if place), ""),
        no_such_date=next((read.no_such_date for read in reads if read.no_such_date), ""),
    )
