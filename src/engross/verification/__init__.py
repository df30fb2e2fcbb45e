"""Verification: prove that a finished PDF says what its source says, and is what it claims to be.

``CHECKS`` are pure functions over one frozen ``Evidence``, read from the file's bytes alone: its objects by
pikepdf, its pages by PDFium, its font programs by HarfBuzz. Only HarfBuzz, which measures the lines and cuts
the fonts to subsets, also had a part in making it. Conformance by veraPDF is added by whoever can start it:
see ``conformance``. Nothing here changes a file or starts a program.
"""

import hashlib
from collections.abc import Callable

from engross.findings import Finding
from engross.model.document import Document
from engross.model.profile import Profile
from engross.model.report import Check, Report
from engross.model.style import Style
from engross.verification import (
    fonts as fonts_check,
)
from engross.verification import (
    glyphs,
    metadata,
    pages,
    pdfium,
    reading_pdf,
    structure,
    text_by_pdfium,
    text_by_structure,
)
from engross.verification.conformance import Verdict, conformance, with_check
from engross.verification.evidence import Evidence

__all__ = ["CHECKS", "Verdict", "conformance", "verify", "with_check"]

CHECKS: tuple[Callable[[Evidence], Check], ...] = (
    text_by_structure.check,
    text_by_pdfium.check,
    fonts_check.check,
    glyphs.check,
    pages.check,
    metadata.check,
    structure.check,
)


def verify(  # noqa: PLR0913 - all but the file are named in every call
    pdf: bytes,
    *,
    name: str,
    document: Document | None,
    profile: Profile,
    style: Style,
    findings: tuple[Finding, ...] = (),
) -> Report:
    """Return the report on ``pdf``: every check of CHECKS, after the ``findings`` of earlier stages.

    ``style`` has the fonts that the file may use. With ``document`` None the file is checked against
    itself. Raise RefusedError when the file cannot be read as it stands.
    """
    tagged = reading_pdf.read(pdf, name)
    evidence = Evidence(name, tagged, pdfium.read(pdf, name), document, profile, style)
    return Report(
        name=name,
        sha256=hashlib.sha256(pdf).hexdigest(),
        pages=len(tagged.pages),
        profile=profile.name,
        checks=tuple(check(evidence) for check in CHECKS),
        findings=findings,
    )
