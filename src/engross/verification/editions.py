"""The editions of one document against each other: all must say the same, by their files.

Each has been proved against the source already; this says it of the files together, without the source.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from engross.characters import fold
from engross.findings import Finding, Place, finding
from engross.model.report import Check, Outcome
from engross.verification.comparison import MOST_LISTED, differences
from engross.verification.evidence import Evidence, pieces
from engross.verification.forgiving import comparable, differences_forgiving

NAME = "text of the editions"


def same_text(editions: Sequence[Evidence]) -> Check:
    """Compare the text of ``editions``, by their tags and by PDFium, with that of the first by its tags."""
    first, *others = editions
    expected = _by_tags(first)
    found = tuple(problem for other in others for problem in _differing(first.name, expected, other))
    names = ", ".join(edition.name for edition in editions)
    measured = f"{len(fold(expected))} characters in each of {names}"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, names if found else measured, found)


def _differing(first: str, expected: str, other: Evidence) -> Iterator[Finding]:
    """Yield the first differences of ``other`` from what the edition ``first`` says."""
    pages = "".join(run.before + run.text for run in other.runs if not run.artifact)
    by_either = chain(
        differences(expected, _by_tags(other)), differences_forgiving(*comparable(expected, pages))
    )
    for difference in islice(by_either, MOST_LISTED):
        yield finding(
            "T011",
            Place(file=other.name, excerpt=difference.actual),
            first=first,
            kind=difference.kind,
            expected=difference.expected,
            actual=difference.actual,
        )


def _by_tags(evidence: Evidence) -> str:
    return "".join(text for text, _ in pieces(evidence.tagged))
