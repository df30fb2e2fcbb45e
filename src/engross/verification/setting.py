"""How the text is set: where lines and pages end, how wide words stand apart (docs/acceptance.md, A8 to A13).

It is measured on the finished file, by the positions of its glyphs. Nothing here fails a file: a person looks
at the place and decides. Not part of CHECKS: it proves nothing of the text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean

from engross.characters import DASHES, DISCRETIONARY_HYPHEN, ends_sentence, has_right_to_left
from engross.findings import Finding, Place, finding, shown_of
from engross.model.document import Document
from engross.model.report import Check, Outcome
from engross.model.style import Style
from engross.verification.lines import Line, paragraphs

NAME = "setting"

MOST_HYPHENS_IN_A_ROW = 2
FEWEST_LETTERS = 3
FEWEST_LINES = 2
MOST_LINES_OF_A_SIGNATORY = 2
MEASURE = (45, 75)
WIDEST_SPACE = 0.75
WIDEST_MEAN_SPACE = 0.4
"""The limits of A9 to A13: letters, lines, characters a line, em."""

_FEWEST_TO_MEASURE = 5  # full lines: of fewer a mean says nothing
_ROUNDING = 0.005  # em: what the positions of a PDF are rounded to
_SHOWN = 30

_OPEN = r"(?:^|[\s(\[«“„])"
_LETTER = r"[^\W\d_]"
_ONE_LETTER = re.compile(rf"{_OPEN}{_LETTER}$")
_SIGN = re.compile(r"[№§]$")
_INITIAL = re.compile(r"(?:^|[\s.])[A-ZА-ЯЁІЇЄҐЎ]\.$")
_BARE_NUMBER = re.compile(rf"{_OPEN}\d[\d.,\s]*(?<![.,\s])$")
_NO_NOUN = re.compile(
    r"(?:и|а|но|или|в|во|на|с|со|к|ко|по|до|от|из|за|у|о|і|й|та|або|ў"
    r"|ва|аз|дар|және|мен|and|or|to|of|in|on|at|by|the|et|de|du|des|und|von|y|del)\b"
)
_REST_OF_NUMBER = re.compile(r"\d{3}(?!\d)|[%‰°]")
_DIVIDED = re.compile(rf"({_LETTER}+)[{DISCRETIONARY_HYPHEN}‐-]$")
_BEGINNING = re.compile(rf"[«“„(]?({_LETTER}+)")


@dataclass(frozen=True, slots=True)
class Setting:
    """The lines of a file, and what they stand for: the name of the file, its document, its house style."""

    name: str
    lines: tuple[Line, ...]
    document: Document | None
    style: Style

    def place(self, line: Line) -> Place:
        """Return where ``line`` is: its page, and its paragraph in the source if that is known."""
        source, excerpt = self.document, line.text[:60]
        if source is None:
            return Place(self.name, page=line.page, excerpt=excerpt)
        elements = list(dict.fromkeys(one.element for one in self.lines if one.role == "P"))
        if line.role == "P" and len(elements) == len(source.paragraphs):
            paragraph = source.paragraphs[elements.index(line.element)]
            return Place(source.source, paragraph.line, page=line.page, excerpt=excerpt)
        first = source.heading[0].line if source.heading and line.role != "P" else None
        return Place(source.source, first, page=line.page, excerpt=excerpt)

    def found(self, code: str, line: Line, **particulars: object) -> Finding:
        """Return the finding with ``code`` at ``line``."""
        return finding(code, self.place(line), page=line.page, line=line.number, **particulars)


Rule = Callable[[Setting], Iterator[Finding]]


def check(setting: Setting) -> Check:
    """Measure the setting; what is found are warnings, so the check passes with them."""
    found = tuple(one for rule in RULES for one in _shown(list(rule(setting))))
    full = [line for lines in paragraphs(setting.lines) for line in lines[:-1]]
    gaps = [gap for line in full for gap in line.gaps]
    detail = f"{len(setting.lines)} lines"
    if gaps:
        mean = fmean(len(line.text) for line in full)
        detail += (
            f", {mean:.0f} characters a line, word spaces {fmean(gaps):.2f} em, at most {max(gaps):.2f} em"
        )
    return Check(NAME, Outcome.PASSED, detail, found)


def _shown(found: list[Finding]) -> Iterator[Finding]:
    """Yield what one rule found, of many the first few of each code and their number."""
    for code in dict.fromkeys(one.code for one in found):
        of_code = [one for one in found if one.code == code]
        shown = of_code[: shown_of(len(of_code))]
        yield from shown
        if len(shown) < len(of_code):
            yield finding("L120", of_code[len(shown)].place, of=code, count=len(of_code) - len(shown))


def _chosen(setting: Setting) -> list[list[Line]]:
    """Return the paragraphs whose lines are chosen: those without letters from right to left."""
    return [
        lines
        for lines in paragraphs(setting.lines)
        if not any(has_right_to_left(line.text) for line in lines)
    ]


def line_ends(setting: Setting) -> Iterator[Finding]:
    """Yield what a line may not end with, or the next not begin with (A8), where lines are chosen."""
    for lines in _chosen(setting):
        for line, after in pairwise(lines):
            for code, parted in _PARTED:
                if parted(line.text, after.text):
                    text = f"{line.text[-_SHOWN:]} / {after.text[:_SHOWN]}"
                    yield setting.found(code, line, text=text)


def ladders(setting: Setting) -> Iterator[Finding]:
    """Yield rows of lines that end with hyphens (A9)."""
    for lines in paragraphs(setting.lines):
        for hyphenated, run in groupby(lines, lambda line: line.hyphenated):
            row = list(run)
            if hyphenated and len(row) > MOST_HYPHENS_IN_A_ROW:
                yield setting.found(
                    "L106", row[0], count=len(row), most=MOST_HYPHENS_IN_A_ROW, text=_end(row[0])
                )


def short_parts(setting: Setting) -> Iterator[Finding]:
    """Yield words divided with too few letters on a side (A9)."""
    for lines in paragraphs(setting.lines):
        for line, after in pairwise(lines):
            before, rest = _DIVIDED.search(line.text), _BEGINNING.match(after.text)
            if before and rest and min(len(before[1]), len(rest[1])) < FEWEST_LETTERS:
                yield setting.found("L107", line, text=f"{before[1]}-/{rest[1]}", fewest=FEWEST_LETTERS)


def hyphens_at_page_ends(setting: Setting) -> Iterator[Finding]:
    """Yield the last lines of pages that end with a hyphen, the last page apart (A9)."""
    for line, after in pairwise(setting.lines):
        if line.page != after.page and line.hyphenated:
            yield setting.found("L108", line, text=_end(line))


def hyphens_in_headings(setting: Setting) -> Iterator[Finding]:
    """Yield lines of the heading block that end with a hyphen (A9)."""
    for line in setting.lines:
        if line.role != "P" and line.hyphenated:
            yield setting.found("L109", line, text=_end(line))


def parted_paragraphs(setting: Setting) -> Iterator[Finding]:
    """Yield paragraphs of which a single line stands on a page (A10)."""
    for lines in paragraphs(setting.lines):
        parts = [list(part) for _, part in groupby(lines, lambda line: line.page)]
        for part in parts:
            if len(parts) > 1 and len(part) < FEWEST_LINES:
                yield setting.found("L110", part[0], text=part[0].text[:60])


def short_last_lines(setting: Setting) -> Iterator[Finding]:
    """Yield last lines of paragraphs that are not longer than the indent (A10)."""
    for lines in paragraphs(setting.lines):
        if len(lines) > 1 and lines[-1].width <= setting.style.indent:
            yield setting.found("L111", lines[-1], text=lines[-1].text)


def last_page(setting: Setting) -> Iterator[Finding]:
    """Yield the last of several pages if it has too little text besides signatures (A11)."""
    if setting.lines and setting.lines[-1].page > 1:
        number = setting.lines[-1].page
        last = [line for lines in _text(setting) for line in lines if line.page == number]
        if len(last) < FEWEST_LINES:
            line = (last or setting.lines)[-1]
            yield setting.found("L112", line, count=len(last), fewest=FEWEST_LINES)


def _text(setting: Setting) -> list[list[Line]]:
    """Return the paragraphs before the signatures: the short ones at the end that end no sentence.

    What takes more than half a page, or is all there is, is a list.
    """
    found = paragraphs(setting.lines)
    beyond = len(found)
    while beyond and len(found[beyond - 1]) <= MOST_LINES_OF_A_SIGNATORY:
        if ends_sentence(found[beyond - 1][-1].text):
            break
        beyond -= 1
    rows = sum(map(len, found[beyond:]))
    return found[:beyond] if beyond and rows <= setting.style.rows // 2 else found


def measure(setting: Setting) -> Iterator[Finding]:
    """Yield the mean number of characters in full lines, where it is outside its limits (A12)."""
    full = [line for lines in _chosen(setting) for line in lines[:-1]]
    if len(full) >= _FEWEST_TO_MEASURE:
        mean = fmean(len(line.text) for line in full)
        if not MEASURE[0] <= mean <= MEASURE[1]:
            yield setting.found("L113", full[0], mean=f"{mean:.0f}", least=MEASURE[0], most=MEASURE[1])


def wide_lines(setting: Setting) -> Iterator[Finding]:
    """Yield lines with a word space that is too wide (A13)."""
    for lines in paragraphs(setting.lines):
        for line in lines:
            if max(line.gaps, default=0) > WIDEST_SPACE + _ROUNDING:
                width = f"{max(line.gaps):.2f}"
                yield setting.found("L114", line, width=width, most=WIDEST_SPACE, text=line.text[:60])


def mean_space(setting: Setting) -> Iterator[Finding]:
    """Yield the mean word space, where it is too wide (A13)."""
    lines = [line for each in paragraphs(setting.lines) for line in each]
    gaps = [gap for line in lines for gap in line.gaps]
    if gaps and fmean(gaps) > WIDEST_MEAN_SPACE + _ROUNDING:
        yield setting.found("L115", lines[0], width=f"{fmean(gaps):.2f}", most=WIDEST_MEAN_SPACE)


def _number_before_noun(before: str, after: str) -> bool:
    if not _BARE_NUMBER.search(before):
        return False
    return bool(_REST_OF_NUMBER.match(after)) or (after[0].isalpha() and not _NO_NOUN.match(after))


_PARTED: Sequence[tuple[str, Callable[[str, str], bool]]] = (
    ("L101", lambda before, _: bool(_ONE_LETTER.search(before))),
    ("L102", lambda before, _: bool(_SIGN.search(before))),
    ("L103", lambda before, after: bool(_INITIAL.search(before)) and after[0].isupper()),
    ("L104", _number_before_noun),
    ("L105", lambda _, after: after[0] in DASHES),
)

RULES: tuple[Rule, ...] = (
    line_ends,
    ladders,
    short_parts,
    hyphens_at_page_ends,
    hyphens_in_headings,
    parted_paragraphs,
    short_last_lines,
    last_page,
    measure,
    wide_lines,
    mean_space,
)


def _end(line: Line) -> str:
    return line.text[-_SHOWN:].replace(DISCRETIONARY_HYPHEN, "-")
