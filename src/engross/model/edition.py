"""Editions: one document for one use each, in the profile that the use takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from engross.model.imposition import BOOKLET, PROOFS, imposed_file
from engross.model.press import Press
from engross.model.profile import ARCHIVAL, CARRYING, EXCHANGE, EXCHANGE_VISUAL, MODERN, PRINTING, Profile


class Use(StrEnum):
    """What a file is for."""

    DISTRIBUTION = "distribution"
    PRINT = "print"
    ARCHIVE = "archive"


ALL = "all"
"""What asks for every edition."""

TAKEN: Mapping[Use, tuple[str, ...]] = MappingProxyType(
    {
        Use.DISTRIBUTION: (ARCHIVAL.key,),
        Use.PRINT: (PRINTING.key,),
        Use.ARCHIVE: (ARCHIVAL.key, EXCHANGE.key, EXCHANGE_VISUAL.key, CARRYING.key, MODERN.key),
    }
)
"""The profiles that each use takes, by their keys; the first is the one that nobody has to ask for."""

WHY: Mapping[Use, str] = MappingProxyType({
    Use.DISTRIBUTION: "the distribution edition is for everyone, to be kept and read aloud by any program",
    Use.PRINT: "the print edition is for presses, which take PDF/X",
    Use.ARCHIVE: "the archive edition is for archives, which take PDF/A",
})  # fmt: skip
"""Why each use takes these profiles and no others."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: its use, the profile of its file, and how it is printed if it is for print."""

    use: Use
    profile: Profile
    press: Press | None = None

    def file(self, name: str) -> str:
        """Return the name of the file of the document ``name``."""
        return f"{name}.pdf" if self.use is Use.DISTRIBUTION else f"{name}.{self.use}.pdf"

    def files(self, name: str) -> tuple[str, ...]:
        """Return the names of the file of the document ``name``, and of those that are imposed from it."""
        press = self.press or Press()
        kinds = ((BOOKLET, press.booklet), (PROOFS, press.proofs))
        return (self.file(name), *(imposed_file(name, kind) for kind, made in kinds if made))


DISTRIBUTION = Edition(Use.DISTRIBUTION, ARCHIVAL)
"""The edition that every build makes."""
