"""Archiving: what was made of a document for the archive, to its bag."""

from collections.abc import Mapping
from pathlib import Path

from engross import packaging
from engross.errors import Defect
from engross.findings import Place, finding
from engross.model.certificate import Certificate
from engross.model.deposit import Deposit, Moments, NamedFile
from engross.model.document import Document
from engross.model.profile import named
from engross.model.report import Report
from engross.placing import write
from engross.resources import FONTS
from engross.verification import certificate_form
from engross.verification.rendering import to_json


def deposit_of(
    document: Document, pdf: bytes, report: Report, certificate: Certificate, moments: Moments
) -> Deposit:
    """Return what is archived of ``document``: its PDF, what was found and certified of that, its source."""
    profile = named(report.profile)
    assert profile is not None, "the PDF was made in a profile of the table"
    assert document.received is not None, "the document was read from files"
    papers = {"report": to_json(report), "certificate": certificate_form.to_json(certificate)}
    return Deposit(
        name=document.name,
        metadata=document.metadata,
        profile=profile,
        pdf=pdf,
        source=document.received.files,
        papers=tuple(
            NamedFile(f"{document.name}.{kind}.json", text.encode(errors="backslashreplace"))
            for kind, text in papers.items()
        ),
        licences=packaging.licences(certificate.fonts, FONTS),
        report=report,
        certificate=certificate,
        moments=moments,
    )


def fill(folder: Path, deposit: Deposit) -> None:
    """Make ``folder`` the bag of ``deposit``; another program has then called it valid.

    Raise RefusedError for a name that no bag can hold (B109), Defect for a bag that is not valid (B020), and
    OSError if it cannot be written.
    """
    write_files(folder, packaging.bag(deposit))
    if reason := packaging.judge(folder):
        raise Defect(finding("B020", Place(folder.name), library=packaging.library(), reason=reason))


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files``, by their paths below ``folder``, which is not there yet; raise OSError."""
    folder.mkdir(parents=True)
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, data)
