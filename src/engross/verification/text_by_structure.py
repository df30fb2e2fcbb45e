"""The text of the structure tree against the source: what assistive technology reads. Exact, no quirks.

Without a source the tree has nothing to agree with here; ``text_by_pdfium`` then compares the two readings.
"""

from collections.abc import Iterator

from engross.characters import fold
from engross.findings import Finding, Place, finding
from engross.model.document import Document
from engross.model.report import Check, Outcome
from engross.verification.comparison import first_difference, line_of, page_of
from engross.verification.evidence import Element, Evidence, element_page, element_text, pieces, text_by_mark

NAME = "text by the structure tree"


def check(evidence: Evidence) -> Check:
    """Compare the whole text, then the H1 and each paragraph with its own element."""
    read = pieces(evidence.tagged)
    joined = "".join(text for text, _ in read)
    found: tuple[Finding, ...] = ()
    if not fold(joined):
        found = (finding("T003", Place(file=evidence.name), reader="the structure tree"),)
    elif evidence.document is not None:
        found = tuple(_compared(evidence, evidence.document, read, joined))
    measured = f"{len(fold(joined))} characters in {len(_leaves(evidence))} elements"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, measured, found)


def _compared(
    evidence: Evidence, document: Document, read: tuple[tuple[str, int], ...], joined: str
) -> Iterator[Finding]:
    difference = first_difference(document.text, joined)
    if difference is not None:
        place = Place(
            file=document.source,
            line=line_of(document.parts, difference.expected_offset),
            page=page_of(read, difference.actual_offset),
            excerpt=difference.actual,
        )
        yield finding(
            "T001", place, kind=difference.kind, expected=difference.expected, actual=difference.actual
        )
    by_mark = text_by_mark(evidence.tagged)
    elements = [(element, fold(element_text(element, by_mark))) for element in _leaves(evidence)]
    yield from _heading(document, elements)
    yield from _paragraphs(document, elements)


def _heading(document: Document, elements: list[tuple[Element, str]]) -> Iterator[Finding]:
    lines = document.titles[0] if document.titles else ()
    expected = fold("\n".join(line.text for line in lines))
    actual = next((text for element, text in elements if element.role == "H1"), "")
    if expected != actual:
        yield finding(
            "T005",
            Place(file=document.source, line=lines[0].line if lines else None, page=1, excerpt=actual[:60]),
            expected=expected,
            actual=actual,
        )


def _paragraphs(document: Document, elements: list[tuple[Element, str]]) -> Iterator[Finding]:
    """Yield the first paragraph without an element of its own; one lost paragraph shifts all after it."""
    tagged = [(element, text) for element, text in elements if element.role == "P"]
    if len(tagged) != len(document.body):
        yield finding(
            "T006", Place(file=document.source), paragraphs=len(document.body), elements=len(tagged)
        )
    for number, (paragraph, (element, text)) in enumerate(zip(document.body, tagged, strict=False), 1):
        difference = first_difference(paragraph.text, text)
        if difference is not None:
            page = element_page(element)
            place = Place(file=document.source, line=paragraph.line, page=page, excerpt=difference.actual)
            yield finding(
                "T007", place, number=number, expected=difference.expected, actual=difference.actual
            )
            return


def _leaves(evidence: Evidence) -> list[Element]:
    return [
        element
        for root in evidence.tagged.tree
        for element in root.walk()
        if element.role not in ("Document", "Part", "Art", "Sect")
    ]
