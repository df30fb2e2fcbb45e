"""The text that PDFium sees against the source, or, without a source, against the structure tree.

It proves what the structure tree alone cannot: that the page shows what the tags say, in the same order.
"""

import unicodedata

from engross.characters import fold, has_right_to_left
from engross.findings import Place, finding
from engross.model.report import Check, Outcome
from engross.verification.comparison import line_of, listed, page_of
from engross.verification.evidence import Evidence, pieces
from engross.verification.forgiving import differences_forgiving, fold_lines

NAME = "text by PDFium"

_MIRRORED = str.maketrans(")]}>»›", "([{<«‹")
"""Signs and their mirror images: PDFium gives one for the other among letters from right to left."""


def _as_pdfium_has_it(text: str) -> str:
    """Return ``text`` as PDFium may have it: signs that mirror each other alike, № taken apart."""
    return unicodedata.normalize("NFKC", text).translate(_MIRRORED)


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
    if has_right_to_left(joined):
        # Which is said is for the structure tree, and which is drawn for the check of the glyphs.
        expected, joined = map(_as_pdfium_has_it, (expected, joined))
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
