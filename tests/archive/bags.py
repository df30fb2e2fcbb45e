"""Bags for the tests: one of the founding document, made without the command line, and copies to damage."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from engross import pipeline, reading, verification
from engross.model.deposit import Deposit, Moments
from engross.pipeline import archiving, proving
from tests.engrossing import FOUNDING

NOON = datetime.datetime(2026, 11, 24, 12, 0, 0, tzinfo=datetime.UTC)
MOMENTS = Moments(NOON, NOON + datetime.timedelta(seconds=20), NOON + datetime.timedelta(seconds=21))
NAME = FOUNDING.name


@cache
def deposit() -> Deposit:
    """Return the deposit of the founding document, made once."""
    (source,) = reading.discover([FOUNDING.source])
    document = reading.read(source)
    made = pipeline.typeset(document)
    found = proving.evidence(made.pdf, f"{NAME}.pdf", document, proving.style_of(document))
    report = replace(verification.judge(found, made.findings), name=NAME)
    report = verification.with_check(report, verification.conformance(None))
    certificate = proving.certificate_of(found, document, report)
    certificate = verification.with_proofs(certificate, report, "")
    return archiving.deposit_of(document, made.pdf, report, certificate, MOMENTS)


def fill(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write ``files`` as ``folder`` and return it."""
    archiving.write_files(folder, files)
    return folder
