"""The structure of a file: one Document, headings in order, all tagged or an artifact, no more, none empty.

ISO 14289-1, 7.1, 7.4 and 7.8, as far as a text without tables and figures needs; veraPDF knows the rest.
"""

from collections import Counter
from collections.abc import Iterator

from engross.findings import Finding, Place, finding
from engross.model.document import Document
from engross.model.report import Check, Outcome
from engross.verification.additions import additions
from engross.verification.evidence import (
    Element,
    Evidence,
    Mark,
    TaggedFile,
    element_page,
    element_text,
    text_by_mark,
)

NAME = "structure"
_HEADINGS = {f"H{level}": level for level in range(1, 7)}
_MAY_BE_EMPTY = frozenset(("TD", "TH", "Figure"))


def check(evidence: Evidence) -> Check:
    """Check the structure tree, the tags of the content, and that the two belong together."""
    file, place = evidence.tagged, Place(file=evidence.name)
    elements = [element for root in file.tree for element in root.walk()]
    found = (
        *_root(file, place),
        *_headings(elements, evidence.document, place),
        *_empty(file, elements, evidence.name),
        *_untagged(file, evidence.name),
        *_marks(file, elements, evidence.name),
        *additions(evidence),
    )
    roles = Counter(element.role for element in elements)
    measured = ", ".join(f"{count} {role}" for role, count in sorted(roles.items())) or "no structure tree"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, measured, found)


def _root(file: TaggedFile, place: Place) -> Iterator[Finding]:
    if not file.tree or not file.marked:
        yield finding("U001", place)
    elif [element.role for element in file.tree] != ["Document"]:
        yield finding("U002", place, roles=", ".join(element.role for element in file.tree))


def _headings(elements: list[Element], document: Document | None, place: Place) -> Iterator[Finding]:
    headings = [element.role for element in elements if element.role in _HEADINGS]
    # A text without a heading has no H1, and the file alone does not tell whether its text had one.
    wanted = document is not None and bool(document.titles)
    tops = headings.count("H1")
    if tops != 1 and (wanted or headings):
        yield finding("U003", place, count=tops)
    blocks = [element.role for element in elements if element.role != "Document"]
    before = document.heading.index(document.titles[0][0]) if document and document.titles else 0
    if tops and document is not None and blocks[before : before + 1] != ["H1"]:
        yield finding("U004", place, role=blocks[before] if before < len(blocks) else "nothing")
    level = 0
    for role in headings:
        if _HEADINGS[role] > level + 1:
            yield finding("U005", place, role=role, before=f"H{level}" if level else "the beginning")
            return
        level = _HEADINGS[role]


def _empty(file: TaggedFile, elements: list[Element], name: str) -> Iterator[Finding]:
    by_mark = text_by_mark(file)
    for element in elements:
        if element.role not in _MAY_BE_EMPTY and not element_text(element, by_mark).strip():
            yield finding("U006", Place(file=name, page=element_page(element)), role=element.role)
            return


def _untagged(file: TaggedFile, name: str) -> Iterator[Finding]:
    """Yield the first thing shown that is neither tagged nor an artifact, and the first that is both."""
    loose = [show for show in file.shows if show.mark is None and not show.artifact]
    if loose:
        shown = next((show for show in loose if show.text.strip()), loose[0])
        place = Place(file=name, page=shown.page, excerpt=shown.text.strip()[:60])
        yield finding("U007", place, count=len(loose), text=shown.text.strip()[:60] or "a line or a picture")
    both = next((show for show in file.shows if show.mark is not None and show.artifact), None)
    if both is not None:
        place = Place(file=name, page=both.page, excerpt=both.text.strip()[:60])
        yield finding("U008", place, text=both.text.strip()[:60])


def _marks(file: TaggedFile, elements: list[Element], name: str) -> Iterator[Finding]:
    """Yield the first mark of each kind of disagreement between content, tree and ParentTree."""
    owners: dict[Mark, int] = {}
    for element in elements:
        for kid in element.kids:
            if isinstance(kid, Mark):
                if kid in owners:
                    yield finding("U009", Place(file=name, page=kid.page), mcid=kid.mcid)
                    return
                owners[kid] = element.number
    shown = {show.mark for show in file.shows if show.mark is not None}
    for code, marks in (
        ("U010", shown - owners.keys()),
        ("U011", owners.keys() - shown),
        ("U012", {mark for mark, owner in owners.items() if file.parents.get(mark) != owner}),
    ):
        if marks:
            first = min(marks)
            yield finding(code, Place(file=name, page=first.page), mcid=first.mcid, count=len(marks))
