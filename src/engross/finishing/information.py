"""Information: what the file says of itself, in XMP and in the Info dictionary, the same in both."""

import hashlib

import pydyf

from engross import __version__
from engross.finishing.identifiers import identifier_of
from engross.finishing.xmp import packet
from engross.model.document import Metadata
from engross.model.profile import Profile

TOOL = f"Engross {__version__}"


def describe(pdf: pydyf.PDF, metadata: Metadata, profile: Profile) -> None:
    """Write ``metadata`` and the claims of ``profile`` into ``pdf``, over what the engine wrote.

    The dates are the document's own: the same source gives the same bytes at any time.
    """
    producer = f"{TOOL} with {pdf.info['Producer'].string}"
    pdf.info.clear()
    if not profile.is_of_pdf_2:
        _inform(pdf, metadata, profile, producer)
    pdf.catalog["Lang"] = pydyf.String(metadata.language)
    stream = _metadata(pdf)
    # ISO 19005-2, 6.6.2.1: the metadata stream is for any program to find, so it is not compressed.
    stream.compress = False
    identifier = _identifier(pdf) if profile.pdfx else ""
    stream.stream[:] = [packet(metadata, profile, tool=TOOL, producer=producer, identifier=identifier)]


def _inform(pdf: pydyf.PDF, metadata: Metadata, profile: Profile, producer: str) -> None:
    """Fill the Info dictionary of ``pdf``, which PDF/A-4 does without (ISO 19005-4, 6.1.3)."""
    for key, value in (
        ("Title", metadata.title),
        ("Author", "; ".join(metadata.authors)),
        ("Subject", metadata.subject),
        ("Creator", TOOL),
        ("Producer", producer),
    ):
        if value:
            pdf.info[key] = pydyf.String(value)
    date = metadata.date.isoformat() if metadata.date else profile.undated
    if date:
        pdf.info["CreationDate"] = pdf.info["ModDate"] = pydyf.String("D:" + date.replace("-", ""))
    if profile.pdfx:
        pdf.info["Trapped"] = "/False"


def _metadata(pdf: pydyf.PDF) -> pydyf.Stream:
    """Return the metadata stream that the engine has written, or a new one."""
    if "Metadata" not in pdf.catalog:
        created = pydyf.Stream(extra={"Type": "/Metadata", "Subtype": "/XML"})
        pdf.add_object(created)
        pdf.catalog["Metadata"] = created.reference
    return pdf.objects[int(bytes(pdf.catalog["Metadata"]).split()[0])]


def _identifier(pdf: pydyf.PDF) -> str:
    """Return the identifier that follows from all that is in ``pdf``."""
    digest = hashlib.sha256()
    _, *objects = pdf.objects
    for item in (*objects, pdf.info):
        digest.update(item.data)
    return identifier_of(digest.hexdigest())
