"""Certification: the evidence of a file, and the report on it, to its certificate.

What the certificate states of the text is counted in the PDF and in the source; that both have the same is
what it states. It is no signature: whoever can change it can make another (see docs/decisions).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace

from engross.errors import Defect
from engross.findings import Finding, Place, finding
from engross.model.certificate import (
    Account,
    Certificate,
    FileStatement,
    FontFile,
    Proof,
    Remark,
    SourceStatement,
    TextStatement,
    Versions,
)
from engross.model.document import Document
from engross.model.report import Report
from engross.verification.counting import count, folding, line_ends
from engross.verification.evidence import BLOCK_ENDS, Evidence, pieces

SCHEMA = 1
_HEADINGS = frozenset(("Div", *(f"H{level}" for level in range(1, 7))))


def account_of(evidence: Evidence, fonts: tuple[FontFile, ...]) -> Account:
    """Return what the PDF says of itself; ``fonts`` are the bundled files that its glyphs are from."""
    file = evidence.tagged
    text = "".join(piece for piece, _ in pieces(file))
    roles = Counter(element.role for root in file.tree for element in root.walk())
    headings = sum(number for role, number in roles.items() if role in _HEADINGS)
    lines = sum(run.before == BLOCK_ENDS for run in evidence.runs if not run.artifact)
    return Account(
        FileStatement(
            sha256=evidence.sha256,
            pages=len(file.pages),
            folding=folding(text, line_ends=lines - headings - roles["P"]),
        ),
        count(text, headings=headings, paragraphs=roles["P"]),
        file.language,
        fonts,
    )


def certify(account: Account, document: Document, report: Report, versions: Versions) -> Certificate:
    """Return the certificate of the file that gave ``account``, made from ``document``, with ``report``.

    Raises Defect when source and PDF do not count the same: then a proof has passed that should not have.
    """
    if differing := ", ".join(_differing(count_of(document), account.text)):
        raise Defect(finding("V090", Place(document.source), counts=differing))
    return Certificate(
        schema=SCHEMA,
        name=document.name,
        profile=report.profile,
        style=document.metadata.style,
        language=account.language,
        source=source_of(document),
        pdf=account.pdf,
        text=account.text,
        fonts=account.fonts,
        versions=versions,
        proofs=proofs_of(report),
        findings=tuple(map(remark, report.findings)),
    )


def with_proofs(certificate: Certificate, report: Report, verapdf: str) -> Certificate:
    """Return ``certificate`` with the checks of ``report``, for which veraPDF of that version was asked."""
    return replace(
        certificate, proofs=proofs_of(report), versions=replace(certificate.versions, verapdf=verapdf)
    )


def source_of(document: Document) -> SourceStatement:
    """Return what is stated of the files that ``document`` was read from."""
    received = document.received
    assert received is not None, "the document was read from files"
    blocks = len(document.heading_blocks) + len(document.body)
    return SourceStatement(
        sha256=received.source.sha256,
        metadata_sha256=received.metadata.sha256 if received.metadata else None,
        heading_lines=len(document.heading),
        folding=folding(received.text, line_ends=line_ends(received.text) + 1 - blocks),
    )


def count_of(document: Document) -> TextStatement:
    """Return the counts of the text of ``document``."""
    paragraphs = len(document.paragraphs)
    headings = len(document.heading_blocks) + len(document.body) - paragraphs
    return count(document.text, headings=headings, paragraphs=paragraphs)


def proofs_of(report: Report) -> tuple[Proof, ...]:
    """Return the checks of ``report`` as they are certified."""
    return tuple(
        Proof(check.name, check.outcome, check.detail, tuple(map(remark, check.findings)))
        for check in report.checks
    )


def remark(found: Finding) -> Remark:
    """Return ``found`` as it is certified."""
    return Remark(found.code, found.severity, found.message, found.hint, found.place)


def _differing(source: TextStatement, pdf: TextStatement) -> Iterator[str]:
    """Yield each statement that is not the same of source and PDF."""
    names = (field.name for field in fields(TextStatement))
    return (name for name in names if getattr(source, name) != getattr(pdf, name))
