"""Attachments: the files of the source inside the PDF, as a profile that carries the source has them.

They are what was received, byte for byte. The one date that is known of them is that of the document.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from engross.model.document import Document


class Relationship(StrEnum):
    """What a file is to the pages (ISO 19005-3, 6.8): what they show, or what decided how they do."""

    SOURCE = "Source"
    DATA = "Data"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: its name, its bytes, what it is, and the date of the document, if it has one."""

    name: str
    data: bytes = field(repr=False)
    date: datetime.date | None = None

    @property
    def relationship(self) -> Relationship:
        """What it is to the pages: metadata are TOML, and a text never is."""
        return Relationship.DATA if self.media_type == _METADATA else Relationship.SOURCE

    @property
    def media_type(self) -> str:
        """Its media type, by the end of its name."""
        return _MEDIA_TYPES.get(PurePath(self.name).suffix.lower(), "application/octet-stream")

    @property
    def description(self) -> str:
        """What viewers say of it."""
        return _DESCRIPTIONS[self.relationship]


_METADATA = "application/toml"
_MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".toml": _METADATA}
_DESCRIPTIONS = {
    Relationship.SOURCE: "The text of the document as received",
    Relationship.DATA: "The metadata of the document as received",
}


def attachments(document: Document) -> tuple[Attachment, ...]:
    """Return the files that a PDF of ``document`` carries: those that it was read from, the text first."""
    files = document.received.files if document.received else ()
    return tuple(Attachment(file.name, file.data, document.metadata.date) for file in files)
