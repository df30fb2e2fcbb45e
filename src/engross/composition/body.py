"""The body: every paragraph set, and what of it stands on which page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from engross.characters import ends_sentence, fold, has_right_to_left
from engross.composition.breaking import Measure
from engross.composition.broken import classes_of, unrefined
from engross.composition.lines import Line
from engross.composition.makeup import make_up
from engross.composition.margins import hanging
from engross.composition.paging import Flaw, Grid, PageEnd
from engross.composition.settings import Centred, Settings
from engross.composition.voices import Voices
from engross.findings import Finding, Place, finding
from engross.model.document import Document, Paragraph
from engross.model.style import Style

MOST_LEAD_INS = 2
"""A heading of a part and one of a chapter may stand together."""
MOST_LINES_OF_A_SIGNATORY = 2

_CODES = {
    Flaw.HYPHEN: "L020",
    Flaw.WIDOW: "L022",
    Flaw.ORPHAN: "L023",
    Flaw.LEFT_ALONE: "L024",
    Flaw.PARTED: "L025",
    Flaw.LAST_PAGE: "L026",
}


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of a paragraph on one page; ``page`` (from 1) if it begins there with them, else 0."""

    lines: tuple[Line, ...]
    page: int


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it is set: its lines, page by page, and its classes in the style sheets.

    ``level`` is that of a heading, else 0, ``label`` the heading on one line, for the outline; ``within`` are
    the groups that it is in, by their names and numbers. One whose lines the engine breaks has all of its
    ``text`` and no parts.
    """

    parts: tuple[Part, ...]
    classes: str
    level: int
    label: str
    within: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """All paragraphs as they are set, the number of pages chosen for them, and what could not be had.

    ``pages`` is 0 where the engine ends them.
    """

    paragraphs: tuple[SetParagraph, ...]
    pages: int
    findings: tuple[Finding, ...]


def set_body(document: Document, style: Style, voices: Voices, heading: int, *, paged: bool) -> Body:
    """Return the body of the refined ``document``, below so many rows of ``heading``.

    Without ``paged`` every paragraph is set at its best, and where pages end is left to the engine. So it
    must be with a paragraph whose lines the engine breaks: how many rows it takes is not known.
    """
    hangs = hanging(dict(style.hangs), style.font_size)
    space = voices.plain.first.metrics.space
    measure = Measure(style.measure, style.indent, style.font_size, style.spacing, hangs, space)
    broken = {number for number, each in enumerate(document.body) if has_right_to_left(each.text)}
    set_here = [each for number, each in enumerate(document.body) if number not in broken]
    settings = [_settings(paragraph, voices, measure) for paragraph in set_here]
    unended = [not (part.level or part.within or ends_sentence(part.text)) for part in set_here]
    leading_in = [
        leads_in or part.level > 0
        for leads_in, part in zip(_leading_in(settings, unended), set_here, strict=True)
    ]
    gaps = [
        style.lines_before_heading if number and part.level else 0
        for number, part in enumerate(document.body)
        if number not in broken
    ]
    chosen: Sequence[int] = [0] * len(settings)
    ends: Sequence[PageEnd] = ()
    if paged:
        signatures = _signatures(settings, unended, style.rows // 2)
        flaws_after = [Flaw.LEFT_ALONE if leads_in else None for leads_in in leading_in]
        if signatures:
            flaws_after[-signatures - 1 :] = [Flaw.PARTED] * signatures + [None]
        grid = Grid(style.rows, heading, style.fewest_lines)
        chosen, ends, _ = make_up(settings, flaws_after, gaps, grid)
    own = iter(
        [
            _set_paragraph(part, tuple(_parts(each.lines(setting), number, ends)), leads_in, gap)
            for number, (part, each, setting, leads_in, gap) in enumerate(
                zip(set_here, settings, chosen, leading_in, gaps, strict=True)
            )
        ]
    )
    paragraphs = tuple(
        _broken(each, document.metadata.language, apart=number > 0) if number in broken else next(own)
        for number, each in enumerate(document.body)
    )
    flaws = (*_out_of_order(document.source, set_here, settings), *_flaws(document, ends))
    return Body(paragraphs, 1 + len(ends) if paged else 0, flaws)


def _settings(paragraph: Paragraph, voices: Voices, measure: Measure) -> Settings:
    fonts = voices.fonts(paragraph.spans, in_heading=paragraph.level > 0)
    measure = replace(measure, width=measure.width - paragraph.depth * measure.indent)
    return (Centred if paragraph.level else Settings)(paragraph.text, fonts, measure)


def _set_paragraph(part: Paragraph, parts: tuple[Part, ...], leads_in: bool, gap: int) -> SetParagraph:
    is_set = {"lead-in": leads_in, "division": part.level > 0, "apart": gap > 0 and not parts[0].page}
    is_set[_deep(part)] = part.depth > 0
    classes = " ".join(name for name, so in is_set.items() if so)
    return SetParagraph(parts, classes, part.level, fold(part.text) if part.level else "", _within(part))


def _deep(part: Paragraph) -> str:
    """Return the class by which ``part`` is set in from the margin."""
    return f"deep-{part.depth}"


def _within(part: Paragraph) -> str:
    return " ".join(f"{group.grouping}-{group.number}" for group in part.within)


def _broken(part: Paragraph, language: str, *, apart: bool) -> SetParagraph:
    """Return ``part`` for the engine to break; a heading of the body stands ``apart`` from what is before."""
    classes = classes_of(part.text, language)
    label = ""
    if part.level:
        classes = f"lead-in division {'apart ' if apart else ''}{classes}"
        label = fold(part.text)
    if part.depth:
        classes = f"{_deep(part)} {classes}"
    return SetParagraph((), classes, part.level, label, _within(part), unrefined(part.text))


def _leading_in(settings: Sequence[Settings], unended: Sequence[bool]) -> Iterator[bool]:
    """Yield for each paragraph whether it leads in what follows: it is one line and ends no sentence.

    More than a few of them in a row are a list, and a page may end in it.
    """
    one_line = [each.best.lines == 1 and open_end for each, open_end in zip(settings, unended, strict=True)]
    for leads_in, run in groupby(one_line):
        length = len(list(run))
        yield from [leads_in and length <= MOST_LEAD_INS] * length


def _signatures(settings: Sequence[Settings], unended: Sequence[bool], most_rows: int) -> int:
    """Return how many paragraphs at the end are signatures: short, and ending no sentence.

    They follow some text; what takes more than ``most_rows`` is a list, and a page may end in it.
    """
    found = rows = 0
    for each, open_end in zip(reversed(settings), reversed(unended), strict=True):
        if not open_end or each.best.lines > MOST_LINES_OF_A_SIGNATORY:
            return found if rows <= most_rows else 0
        found, rows = found + 1, rows + each.best.lines
    return 0


def _parts(lines: tuple[Line, ...], number: int, ends: Sequence[PageEnd]) -> Iterator[Part]:
    """Yield ``lines`` of the paragraph ``number`` in parts, as ``ends`` of pages divide it."""
    begins = {end.line: page for page, end in enumerate(ends, 2) if end.paragraph == number}
    for first, beyond in pairwise(sorted({0, len(lines), *begins})):
        yield Part(lines[first:beyond], begins.get(first, 0))


def _out_of_order(
    source: str, paragraphs: Sequence[Paragraph], settings: Sequence[Settings]
) -> Iterator[Finding]:
    for paragraph, each in zip(paragraphs, settings, strict=True):
        if not each.in_order:
            yield finding("L021", Place(source, paragraph.line, excerpt=paragraph.text[:60]))


def _flaws(document: Document, ends: Sequence[PageEnd]) -> Iterator[Finding]:
    for page, end in enumerate(ends, 1):
        paragraph = document.body[end.paragraph]
        place = Place(document.source, paragraph.line, page=page, excerpt=paragraph.text[:60])
        yield from (finding(_CODES[flaw], place) for flaw in end.flaws)
