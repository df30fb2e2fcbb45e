"""Information: what the file says of itself, in XMP and in the Info dictionary, the same in both."""

import pydyf

from engross import __version__
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
    for key, value in (
        ("Title", metadata.title),
        ("Author", "; ".join(metadata.authors)),
        ("Subject", metadata.subject),
        ("Creator", TOOL),
        ("Producer", producer),
    ):
        if value:
            pdf.info[key] = pydyf.String(value)
    if metadata.date:
        pdf.info["CreationDate"] = pdf.info["ModDate"] = pydyf.String(
            "D:" + metadata.date.isoformat().replace("-", "")
        )
    pdf.catalog["Lang"] = pydyf.String(metadata.language)
    stream = pdf.objects[int(bytes(pdf.catalog["Metadata"]).split()[0])]
    # ISO 19005-2, 6.6.2.1: the metadata stream is for any program to find, so it is not compressed.
    stream.compress = False
    stream.stream[:] = [packet(metadata, profile, tool=TOOL, producer=producer)]
