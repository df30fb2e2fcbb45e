"""Where two texts differ, exactly; how differences are listed, and where they are.

``forgiving`` compares with what PDFium gives.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from engross.characters import fold
from engross.differences import Edit, begins, described, edits, excerpt
from engross.findings import Finding, Place, finding
from engross.model.document import HeadingLine, Paragraph

MOST_LISTED = 10
# What a message shows of a difference and around it, in characters.
_LONGEST = 60
_AROUND = 25


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference: its offsets in the folded texts, what stands around it in both, and what happened."""

    expected_offset: int
    actual_offset: int
    expected: str
    actual: str
    kind: str


def differences(expected: str, actual: str) -> Iterator[Difference]:
    """Yield where ``actual`` leaves ``expected``, in order; both are folded here."""
    expected, actual = fold(expected), fold(actual)
    for edit in edits(expected, actual):
        yield difference_at(expected, actual, edit)


def listed(code: str, found: Iterator[Difference], place: Callable[[Difference], Place]) -> Iterator[Finding]:
    """Yield a finding with ``code`` for each difference, and one that counts those that would be too many."""
    for difference in islice(found, MOST_LISTED):
        yield finding(
            code,
            place(difference),
            kind=difference.kind,
            expected=difference.expected,
            actual=difference.actual,
        )
    more = sum(1 for _ in found)
    if more:
        yield finding("T008", Place(), listed=MOST_LISTED, count=more)


def around(text: str, at: int, differing: str) -> str:
    """Return what stands around ``at``, and of ``differing`` there what a message can hold."""
    return "".join(excerpt(text, at, at + min(len(differing), _LONGEST), _AROUND))


def page_of(
    pieces: Sequence[tuple[str, int]], offset: int, folder: Callable[[str], str] = fold
) -> int | None:
    """Return the page of the character at ``offset`` of the joined ``pieces`` of (text, page), folded."""

    def length_to(last: int) -> int:
        return len(folder("".join(text for text, _ in pieces[: last + 1])))

    place = bisect_right(range(len(pieces)), offset, key=length_to)
    return pieces[min(place, len(pieces) - 1)][1] if pieces else None


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


def difference_at(expected: str, actual: str, edit: Edit) -> Difference:
    """Return ``edit`` with what stands around it in both texts."""
    return Difference(
        expected_offset=begins(edit.left, edit.gone),
        actual_offset=begins(edit.right, edit.new),
        expected=around(expected, edit.left, edit.gone),
        actual=around(actual, edit.right, edit.new),
        kind=described(edit),
    )
