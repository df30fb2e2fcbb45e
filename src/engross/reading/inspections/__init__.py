"""Reports what looks wrong in the text of a source: ordered tuples of small rules. It changes nothing.

What is reported follows the house rules of microtypography; each rule is linear in the length of the text.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from engross.findings import Finding, Place, finding, shown_of
from engross.model.language import primary
from engross.reading.inspections.dashes import (
    half_spaced_dash,
    hyphen_as_dash,
    hyphen_between_years,
    mixed_dashes,
    unspaced_dash,
)
from engross.reading.inspections.letters import (
    decomposed,
    lone_latin_letter,
    mixed_alphabets,
    replacement_character,
)
from engross.reading.inspections.quotes import straight_quote, unbalanced
from engross.reading.inspections.requisites import inspect_heading
from engross.reading.inspections.rule import Hit, Rule
from engross.reading.inspections.spaces import (
    double_space,
    missing_space,
    trailing_space,
    uneven_bound_spaces,
    uneven_no_break_spaces,
)
from engross.reading.inspections.yo import word_in_both_spellings, yo_left_out
from engross.reading.lines import Line, excerpt

__all__ = ["RULES", "RULES_OF_LANGUAGES", "inspect", "inspect_heading"]

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
    ("S013", hyphen_between_years),
    ("S014", mixed_dashes),
    ("S015", uneven_bound_spaces),
    ("S016", lone_latin_letter),
)
RULES_OF_LANGUAGES: dict[str, tuple[tuple[str, Rule], ...]] = {
    "ru": (("S017", word_in_both_spellings), ("S018", yo_left_out)),
}


def inspect(lines: Sequence[Line], language: str, file: str = "") -> tuple[Finding, ...]:
    """Return what looks wrong in ``lines``, rule by rule and in the order of the text."""
    text = "\n".join(line.text for line in lines)
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]

    def place(position: int) -> Place:
        index = bisect_right(starts, position) - 1
        line, offset = lines[index], position - starts[index]
        return Place(file, line.number, line.column + offset, excerpt=excerpt(line.text, offset))

    rules = RULES + RULES_OF_LANGUAGES.get(primary(language), ())
    return tuple(found for code, rule in rules for found in _shown(code, list(rule(text)), place))


def _shown(code: str, hits: list[Hit], place: Callable[[int], Place]) -> Iterator[Finding]:
    shown = hits[: shown_of(len(hits))]
    for position, particulars in shown:
        where = place(position)
        yield finding(code, where, text=where.excerpt, **particulars)
    if len(shown) < len(hits):
        yield finding("S020", place(hits[len(shown)][0]), of=code, count=len(hits) - len(shown))
