"""Attachments: the files that a PDF carries, each in the list of names and associated with the document.

ISO 19005-3, 6.8, and ISO 32000-2, 14.13. The engine could attach files too, but it lists each twice, leaves
the names unsorted, and dates them by the clock.
"""

from collections.abc import Iterable

import pydyf

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.model.attachment import Attachment


def attach(pdf: pydyf.PDF, attachments: Iterable[Attachment]) -> None:
    """Put ``attachments`` into ``pdf``; raise RefusedError (D009) for a name that cannot be written there."""
    written = sorted((_key(attachment.name), attachment) for attachment in attachments)
    if not written:
        return
    names, associated = pydyf.Array(), pydyf.Array()
    for _, attachment in written:
        reference = _specification(pdf, attachment)
        names.extend([pydyf.String(attachment.name), reference])
        associated.append(reference)
    pdf.catalog["Names"] = pydyf.Dictionary({"EmbeddedFiles": pydyf.Dictionary({"Names": names})})
    pdf.catalog["AF"] = associated


def _key(name: str) -> bytes:
    """Return the bytes of ``name`` in the file, by which names are in order (ISO 32000-1, 7.9.6)."""
    try:
        return name.encode() if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")
    except UnicodeEncodeError as error:
        told = name.encode(errors="backslashreplace").decode()
        raise RefusedError(finding("D009", Place(told), name=told)) from error


def _specification(pdf: pydyf.PDF, attachment: Attachment) -> bytes:
    """Add ``attachment`` to ``pdf``; return the reference to its file specification (7.11.3)."""
    parameters = pydyf.Dictionary({"Size": len(attachment.data)})
    if attachment.date:
        day = pydyf.String("D:" + attachment.date.isoformat().replace("-", ""))
        parameters |= {"CreationDate": day, "ModDate": day}
    entries = {"Type": "/EmbeddedFile", "Subtype": pydyf.name(attachment.media_type), "Params": parameters}
    file = pydyf.Stream([attachment.data], entries, compress=True)
    pdf.add_object(file)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(attachment.name),
            "UF": pydyf.String(attachment.name),
            "EF": pydyf.Dictionary({"F": file.reference, "UF": file.reference}),
            "AFRelationship": f"/{attachment.relationship}",
            "Desc": pydyf.String(attachment.description),
        }
    )
    pdf.add_object(specification)
    reference: bytes = specification.reference
    return reference
