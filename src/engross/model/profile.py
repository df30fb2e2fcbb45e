"""Profiles: the standards that a file claims, as a table of values.

Only sets of standards that hold together in one file are here; see docs/decisions for why each is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Profile:
    """The standards one file claims.

    ``key`` is what the command line calls it, ``name`` what reports and certificates do; ``pdfa_part`` and
    ``pdfa_conformance`` as in pdfaid (ISO 19005-2, 6.6.4), ``pdfua_part`` as in pdfuaid (ISO 14289-1, 5),
    ``pdfx`` as in pdfxid (ISO 15930-7), ``flavours`` as veraPDF names them. What is not claimed is 0 or
    empty. ``for_the_web`` says that its first page can be shown before the rest of the file has come,
    ``carries_source`` that the files of the source are inside; ``undated`` is the date (as ISO 8601) that the
    file of an undated document has, empty for none. ``pdfa_revision`` and ``pdfua_revision`` are years,
    which newer parts claim too, ``declarations`` what is claimed by PDF Declarations.
    """

    key: str
    name: str
    pdf_version: str
    pdfa_part: int = 0
    pdfa_conformance: str = ""
    pdfua_part: int = 0
    flavours: tuple[str, ...] = ()
    pdfx: str = ""
    for_the_web: bool = False
    carries_source: bool = False
    undated: str = ""
    pdfa_revision: int = 0
    pdfua_revision: int = 0
    declarations: tuple[str, ...] = ()

    @property
    def packs(self) -> bool:
        """Whether objects may be packed together (ISO 32000-1, 7.5.7): PDF 1.4 does not know that."""
        return self.pdf_version >= "1.5"

    @property
    def is_of_pdf_2(self) -> bool:
        """Whether it has what PDF 2.0 has otherwise: no Info, types in namespaces, other destinations."""
        return self.pdf_version >= "2.0"


ARCHIVAL = Profile(
    key="pdfa-2a-ua1",
    name="PDF/A-2a + PDF/UA-1",
    pdf_version="1.7",
    pdfa_part=2,
    pdfa_conformance="A",
    pdfua_part=1,
    flavours=("2a", "ua1"),
    for_the_web=True,
)
PRINTING = Profile(
    key="pdfx-4",
    name="PDF/X-4",
    pdf_version="1.6",
    pdfx="PDF/X-4",
    # PDF/X demands dates. This day is where the time of computers begins, and is no document's.
    undated="1970-01-01",
)

EXCHANGE = Profile(
    key="pdfa-1a",
    name="PDF/A-1a",
    pdf_version="1.4",
    pdfa_part=1,
    pdfa_conformance="A",
    flavours=("1a",),
)

EXCHANGE_VISUAL = replace(EXCHANGE, key="pdfa-1b", name="PDF/A-1b", pdfa_conformance="B", flavours=("1b",))

CARRYING = replace(
    ARCHIVAL,
    key="pdfa-3a-ua1",
    name="PDF/A-3a + PDF/UA-1",
    pdfa_part=3,
    flavours=("3a", "ua1"),
    carries_source=True,
)

MODERN = Profile(
    key="pdfa-4f-ua2",
    name="PDF/A-4f + PDF/UA-2 + WTPDF accessibility",
    pdf_version="2.0",
    pdfa_part=4,
    pdfa_conformance="F",
    pdfua_part=2,
    flavours=("4f", "ua2", "wt1a"),
    carries_source=True,
    pdfa_revision=2020,
    pdfua_revision=2024,
    declarations=("http://pdfa.org/declarations/wtpdf#accessibility1.0",),
)

_ALL = (ARCHIVAL, EXCHANGE, EXCHANGE_VISUAL, CARRYING, MODERN, PRINTING)

PROFILES: Mapping[str, Profile] = MappingProxyType({profile.key: profile for profile in _ALL})
"""Every profile, by its key."""


def named(name: str) -> Profile | None:
    """Return the profile that reports and certificates call ``name``, or None."""
    return next((profile for profile in PROFILES.values() if profile.name == name), None)
