"""What a file has and its text has not: more than a page number in the margin, drawings, foreign entries.

The proofs of the text say that nothing is missing or changed; this says that nothing else is there to see.
"""

from collections.abc import Iterator

from engross.characters import fold
from engross.findings import Finding, Place, finding
from engross.verification.evidence import Element, Evidence, Extra, Run, element_text, text_by_mark

_HEADINGS = frozenset(f"H{level}" for level in range(1, 7))


def additions(evidence: Evidence) -> Iterator[Finding]:
    """Yield what is too much: artifacts and drawings page by page, and each kind of entry."""
    yield from _artifacts(evidence)
    file = evidence.tagged
    for extra in dict.fromkeys((*file.entries, *_bookmarks(evidence), *_intents(evidence))):
        yield finding("U014", Place(file=evidence.name, page=extra.page), entry=extra.what)
    by_page: dict[int | None, list[str]] = {}
    for extra in file.drawings:
        by_page.setdefault(extra.page, []).append(extra.what)
    for page, drawings in by_page.items():
        yield finding("U015", Place(file=evidence.name, page=page), drawings=", ".join(drawings))


def _artifacts(evidence: Evidence) -> Iterator[Finding]:
    """Yield, for each page, artifact text that is not its number above the text, as either reader has it."""
    all_runs: dict[int, list[Run]] = {}
    for run in evidence.runs:
        if run.text.strip():
            all_runs.setdefault(run.page, []).append(run)
    all_read: dict[int, list[str]] = {}
    for show in evidence.tagged.shows:
        if show.artifact:
            all_read.setdefault(show.page, []).append(show.text)
    for page in evidence.tagged.pages:
        runs = all_runs.get(page.number, [])
        artifacts = [run for run in runs if run.artifact]
        top = max((run.bounds[3] for run in runs if not run.artifact), default=0.0)
        shown = "".join(run.text for run in artifacts)
        read = "".join(all_read.get(page.number, []))
        allowed = ("",) if page.number == 1 else ("", str(page.number))
        in_margin = all(run.bounds[1] >= top for run in artifacts)
        wrong = next((text for text in (shown, read) if fold(text) not in allowed), None)
        if wrong is not None or not in_margin:
            excerpt = fold(wrong or shown)[:60]
            yield finding("U013", Place(file=evidence.name, page=page.number, excerpt=excerpt), text=excerpt)


def _bookmarks(evidence: Evidence) -> Iterator[Extra]:
    """Yield the bookmarks that are neither a heading nor the title: viewers show them beside the page."""
    by_mark = text_by_mark(evidence.tagged)
    said = {
        fold(element_text(element, by_mark)) for element in _elements(evidence) if element.role in _HEADINGS
    }
    if not evidence.profile.is_of_pdf_2:
        said.add(fold(evidence.tagged.info.get("Title", "")))
    for title in evidence.tagged.bookmarks:
        if fold(title) not in said:
            yield Extra(f"the bookmark “{fold(title)[:60]}”", None)
    headings = {
        element.number: fold(element_text(element, by_mark))
        for element in _elements(evidence)
        if element.role in _HEADINGS
    }
    for title, number in evidence.tagged.leads:
        if headings.get(number) != fold(title):
            yield Extra(f"the bookmark “{fold(title)[:60]}”, which leads elsewhere", None)


def _intents(evidence: Evidence) -> Iterator[Extra]:
    """Yield the output intents that are not of the kind that the profile takes."""
    wanted = "/GTS_PDFX" if evidence.profile.pdfx else "/GTS_PDFA1"
    for intent in evidence.tagged.prepress.intents:
        if intent.subtype != wanted:
            yield Extra(f"an output intent of the kind {intent.subtype or 'none'}", None)


def _elements(evidence: Evidence) -> Iterator[Element]:
    for root in evidence.tagged.tree:
        yield from root.walk()
