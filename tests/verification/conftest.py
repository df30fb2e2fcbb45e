"""The certificate of the founding statement, and what it is compared with."""

from pathlib import Path

import pytest

from engross import composition, layout, verification
from engross.model.certificate import Account, Certificate, Versions
from engross.model.document import Document
from engross.model.profile import ARCHIVAL
from engross.resources import STYLES
from engross.verification.agreement import Verified
from engross.verification.evidence import Evidence


def account(evidence: Evidence) -> Account:
    """Return what a PDF says of itself, with its fonts looked up by their names."""
    names = [font.name for font in evidence.tagged.fonts]
    return verification.account_of(evidence, composition.font_files(evidence.style, names))


@pytest.fixture(scope="session")
def evidence(statement: Document, statement_pdf: Path) -> Evidence:
    """Give the evidence of the founding statement."""
    return verification.gather(
        statement_pdf.read_bytes(),
        name=f"{statement.name}.pdf",
        document=statement,
        profile=ARCHIVAL,
        style=composition.load_style(statement.metadata.style, STYLES),
    )


@pytest.fixture(scope="session")
def verified(evidence: Evidence, statement: Document) -> Verified:
    """Give what the founding statement is found to be; veraPDF was not asked."""
    return Verified(
        account(evidence),
        verification.with_check(
            verification.judge(evidence, statement.findings), verification.conformance(None)
        ),
        statement,
        {**verification.provers(), "verapdf": ""},
    )


@pytest.fixture(scope="session")
def certificate(verified: Verified, statement: Document) -> Certificate:
    """Give the certificate of the founding statement."""
    versions = Versions(**{**layout.versions(), **verified.versions})
    return verification.certify(verified.account, statement, verified.report, versions)
