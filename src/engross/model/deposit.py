"""A deposit: what an archive is given of one document, before it is a bag."""

import datetime
from dataclasses import dataclass

from engross.model.certificate import Certificate
from engross.model.document import Metadata, ReceivedFile
from engross.model.profile import Profile
from engross.model.report import Report


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file by its name, which is no path, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Moments:
    """When things were done, to the second, in UTC: the PDF was made, was validated, the bag was filled."""

    created: datetime.datetime
    validated: datetime.datetime
    packed: datetime.datetime


@dataclass(frozen=True, slots=True)
class Deposit:
    """A document, its PDF, and everything that proves what the two are.

    ``source`` has the files as they were received; ``papers`` are the report and the certificate as they are
    written; ``report`` and ``certificate`` say the same as values. ``licences`` are those of the fonts.
    """

    name: str
    metadata: Metadata
    profile: Profile
    pdf: bytes
    source: tuple[ReceivedFile, ...]
    papers: tuple[NamedFile, ...]
    licences: tuple[NamedFile, ...]
    report: Report
    certificate: Certificate
    moments: Moments
