"""Verification: prove that a finished PDF says what its source says, and is what it claims to be.

``CHECKS`` are pure functions over one frozen ``Evidence``, read from the file's bytes alone: its objects by
pikepdf, its pages by PDFium, its font programs by fontTools. What it must draw is set anew by HarfBuzz, which
also had a part in making it, with the bundled fonts. Conformance by veraPDF is added by whoever can start it:
see ``conformance``. Nothing here changes a file or starts a program.
"""

import hashlib
from collections.abc import Callable

from engross import __version__
from engross.findings import Finding
from engross.model.document import Document
from engross.model.profile import Profile
from engross.model.report import Check, Report
from engross.model.style import Style
from engross.verification import (
    attachments,
    claims,
    glyphs,
    metadata,
    outlines,
    pages,
    pdfium,
    printing,
    reading_pdf,
    references,
    structure,
    text_by_pdfium,
    text_by_structure,
)
from engross.verification import (
    file as file_check,
)
from engross.verification import (
    fonts as fonts_check,
)
from engross.verification.agreement import agreement
from engross.verification.certification import account_of, certify, with_proofs
from engross.verification.conformance import Verdict, conformance, with_check
from engross.verification.editions import same_text
from engross.verification.evidence import Evidence
from engross.verification.imposed import check as imposed
from engross.verification.version import version

__all__ = [
    "CHECKS",
    "Verdict",
    "account_of",
    "agreement",
    "certify",
    "check_setting",
    "conformance",
    "gather",
    "imposed",
    "judge",
    "provers",
    "same_text",
    "version",
    "with_check",
    "with_proofs",
]

CHECKS: tuple[Callable[[Evidence], Check], ...] = (
    file_check.check,
    text_by_structure.check,
    text_by_pdfium.check,
    fonts_check.check,
    glyphs.check,
    pages.check,
    metadata.check,
    structure.check,
)


def gather(
    pdf: bytes, *, name: str, document: Document | None, style: Style, profile: Profile | None = None
) -> Evidence:
    """Return the evidence of ``pdf``, a file called ``name``, to be judged against ``document`` if given.

    ``style`` has the fonts that the file may use; ``profile`` is what it must claim, None: what it does.
    Raise RefusedError when the file cannot be read as it stands.
    """
    tagged = reading_pdf.read(pdf, name, profile)
    return Evidence(
        name,
        hashlib.sha256(pdf).hexdigest(),
        tagged,
        pdfium.read(pdf, name, style.spacing.expansion),
        document,
        profile or claims.claimed(tagged.xmp),
        style,
    )


def judge(evidence: Evidence, findings: tuple[Finding, ...] = ()) -> Report:
    """Return the report on the file of ``evidence``: every check of CHECKS, after the given ``findings``.

    A file of a profile that carries the source has one check more, that of its attachments, and a file for
    print one in the place of a validator's verdict. With no document in the evidence the file is checked
    against itself.
    """
    profile = evidence.profile
    checks = (
        *CHECKS,
        *((attachments.check,) if profile.carries_source else ()),
        *((printing.check,) if profile.pdfx else ()),
    )
    return Report(
        name=evidence.name,
        sha256=evidence.sha256,
        pages=len(evidence.tagged.pages),
        profile=evidence.profile.name,
        checks=tuple(check(evidence) for check in checks),
        findings=findings,
    )


def check_setting(evidence: Evidence) -> Check:
    """Return the check of how the text of the file of ``evidence`` is set."""
    from engross.verification import lines, setting

    found = lines.read_lines(evidence.tagged)
    return setting.check(setting.Setting(evidence.name, found, evidence.document, evidence.style))


def provers() -> dict[str, str]:
    """Return the versions of this package and of the libraries that it proves files with, by their names."""
    return {
        "engross": __version__,
        "harfbuzz": references.VERSION,
        "fonttools": outlines.VERSION,
        "pikepdf": reading_pdf.VERSION,
        "qpdf": reading_pdf.QPDF_VERSION,
        "pypdfium2": pdfium.VERSION,
        "pdfium": pdfium.PDFIUM_VERSION,
    }
