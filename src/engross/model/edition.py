"""Editions: one document for one use each, in the profile that the use takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from engross.model.profile import ARCHIVAL, Profile


class Use(StrEnum):
    """What a file is for."""

    DISTRIBUTION = "distribution"
    PRINT = "print"
    ARCHIVE = "archive"


ALL = "all"
"""What asks for every edition."""

TAKEN: Mapping[Use, tuple[str, ...]] = MappingProxyType(
    {Use.DISTRIBUTION: (ARCHIVAL.key,), Use.ARCHIVE: (ARCHIVAL.key,)}
)
"""The profiles that each use takes, by their keys; the first is the one that nobody has to ask for."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: its use, and the profile of its file."""

    use: Use
    profile: Profile

    def file(self, name: str) -> str:
        """Return the name of the file of the document ``name``."""
        return f"{name}.pdf" if self.use is Use.DISTRIBUTION else f"{name}.{self.use}.pdf"


DISTRIBUTION = Edition(Use.DISTRIBUTION, ARCHIVAL)
"""The edition that every build makes."""
