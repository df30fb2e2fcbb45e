"""The text of the structure tree against the source: what assistive technology reads. Exact, no quirks.

Without a source the tree has nothing to agree with here; ``text_by_pdfium`` then compares the two readings.
"""

from collections.abc import Iterator
from itertools import zip_longest

from engross.characters import fold
from engross.differences import described, rows
from engross.findings import Finding, Place, finding
from engross.model.document import TITLING, Document
from engross.model.report import Check, Outcome
from engross.verification.comparison import MOST_LISTED, around, differences, line_of, listed, page_of
from engross.verification.evidence import Element, Evidence, element_page, element_text, pieces, text_by_mark
from engross.verification.groups import holds_text, misgrouped

NAME = "text by the structure tree"

# The roles whose texts have findings of their own.
_COMPARED_ALONE = frozenset(("H1", "P"))


def check(evidence: Evidence) -> Check:
    """Compare the whole text, then the H1, each paragraph, and the roles of all elements in their order."""
    read = pieces(evidence.tagged)
    joined = "".join(text for text, _ in read)
    found: tuple[Finding, ...] = ()
    if not fold(joined):
        found = (finding("T003", Place(file=evidence.name), reader="the structure tree"),)
    elif evidence.document is not None:
        found = tuple(_compared(evidence, evidence.document, read, joined))
    measured = f"{len(fold(joined))} characters in {len(leaves(evidence))} elements"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, measured, found)


def _compared(
    evidence: Evidence, document: Document, read: tuple[tuple[str, int], ...], joined: str
) -> Iterator[Finding]:
    yield from listed(
        "T001",
        differences(document.text, joined),
        lambda difference: Place(
            file=document.source,
            line=line_of(document.parts, difference.expected_offset),
            page=page_of(read, difference.actual_offset),
            excerpt=difference.actual,
        ),
    )
    by_mark = text_by_mark(evidence.tagged)
    elements = [(element, fold(element_text(element, by_mark))) for element in leaves(evidence)]
    yield from _heading(document, elements)
    yield from _paragraphs(document, elements)
    yield from _roles(document, elements)
    yield from misgrouped(document, evidence.tagged.tree)


def _heading(document: Document, elements: list[tuple[Element, str]]) -> Iterator[Finding]:
    lines = document.titles[0] if document.titles else ()
    expected = "\n".join(line.text for line in lines)
    page, actual = next(
        ((element_page(element), text) for element, text in elements if element.role == "H1"), (None, "")
    )
    yield from listed(
        "T005",
        differences(expected, actual),
        lambda difference: Place(
            file=document.source,
            line=line_of(lines, difference.expected_offset),
            page=page,
            excerpt=difference.actual,
        ),
    )


def _paragraphs(document: Document, elements: list[tuple[Element, str]]) -> Iterator[Finding]:
    """Yield the paragraphs without elements of their own; one that is lost does not shift those after it."""
    tagged = [(element, text) for element, text in elements if element.role == "P"]
    paragraphs = document.paragraphs
    if len(tagged) != len(paragraphs):
        yield finding("T006", Place(file=document.source), paragraphs=len(paragraphs), elements=len(tagged))
    read = tuple(text for _, text in tagged)
    different = [row for row in rows([fold(paragraph.text) for paragraph in paragraphs], read) if row.edits]
    for row in different[:MOST_LISTED]:
        edit = row.edits[0]
        page = element_page(tagged[row.right.start][0]) if row.right else None
        actual = around(row.right_text, edit.right, edit.new)
        if row.left:
            line = paragraphs[row.left.start].line
            yield finding(
                "T007",
                Place(file=document.source, line=line, page=page, excerpt=actual),
                number=row.left.start + 1,
                kind=described(edit),
                expected=around(row.left_text, edit.left, edit.gone),
                actual=actual,
            )
        else:
            yield finding("T009", Place(file=document.source, page=page, excerpt=actual), actual=actual)
    if len(different) > MOST_LISTED:
        yield finding("T008", Place(), listed=MOST_LISTED, count=len(different) - MOST_LISTED)


def _roles(document: Document, elements: list[tuple[Element, str]]) -> Iterator[Finding]:
    """Yield the first part of ``document`` that has another element, or another place, than it must have."""
    for part, tagged in zip_longest(blocks(document), elements):
        role, text, line = part or ("nothing", "", None)
        element, read = tagged or (None, "")
        actual = element.role if element else "nothing"
        if (role, text) == (actual, read):
            continue
        if role != actual or role not in _COMPARED_ALONE:
            page = element_page(element) if element else None
            place = Place(document.source, line, page=page, excerpt=read[:60])
            yield finding("T010", place, expected=role, text=text[:60], actual=actual, read=read[:60])
        return


def blocks(document: Document) -> Iterator[tuple[str, str, int]]:
    """Yield role, folded text and line of each element that ``document`` must have, in order.

    The first titles together are the H1, later ones an H2; any other line of the heading is a Div. In
    the body headings are of their level.
    """
    level = 1
    for lines in document.heading_blocks:
        titling = lines[0].requisite in TITLING
        role = f"H{level}" if titling else "Div"
        yield role, fold("\n".join(line.text for line in lines)), lines[0].line
        level = 2 if titling else level
    for part in document.body:
        yield f"H{part.level}" if part.level else "P", fold(part.text), part.line


def leaves(evidence: Evidence) -> list[Element]:
    """Return the elements of the tree that hold text, in their order."""
    return [element for root in evidence.tagged.tree for element in root.walk() if holds_text(element)]
