"""The text that PDFium sees against the source, or, without a source, against the structure tree.

It proves what the structure tree alone cannot: that the page shows what the tags say, in the same order.
"""

from engross.characters import fold
from engross.findings import Place, finding
from engross.model.report import Check, Outcome
from engross.verification.comparison import line_of, listed, page_of
from engross.verification.evidence import Evidence, pieces
from engross.verification.forgiving import comparable, differences_forgiving, fold_lines

NAME = "text by PDFium"


def check(evidence: Evidence) -> Check:
    """Compare the text of all pages, artifacts left out by their marks."""
    read = [(run.before + run.text, run.page) for run in evidence.runs if not run.artifact]
    joined = "".join(text for text, _ in read)
    count = len({page for _, page in read})
    measured = (
        f"{len(read)} {'run' if len(read) == 1 else 'runs'} on {count} {'page' if count == 1 else 'pages'}"
    )
    if not fold(joined):
        lost = finding("T003", Place(file=evidence.name), reader="PDFium")
        return Check(NAME, Outcome.FAILED, measured, (lost,))
    document = evidence.document
    expected = document.text if document is not None else "".join(text for text, _ in pieces(evidence.tagged))
    code = "T004" if document is None else "T002"
    expected, joined = comparable(expected, joined)
    found = tuple(
        listed(
            code,
            differences_forgiving(expected, joined),
            lambda difference: Place(
                file=evidence.name if document is None else document.source,
                line=None if document is None else line_of(document.parts, difference.expected_offset),
                page=page_of(read, difference.actual_offset, fold_lines),
                excerpt=difference.actual,
            ),
        )
    )
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, measured, found)
