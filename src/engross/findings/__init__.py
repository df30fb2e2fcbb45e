"""Findings: what Engross has to say about a source, a page or a file, as values with stable codes.

A code is a family letter and a number; codes are never reused. ``catalogue.ENTRIES`` holds, for each
code, its severity, its message and what to do; a ``Finding`` adds the place and the particulars.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from types import MappingProxyType

FOREIGN = "Build the file from its source with Engross; a file changed by other software is not proved."
"""What to do about all that Engross would never have written so."""

DEFECT = "Do not use the file. Build it again; if this stays, it is a defect of Engross: report it."
"""What to do about a file of Engross that is not as it makes them."""

_MOST_SHOWN = 10
_SHOWN_OF_MANY = 3


class Severity(StrEnum):
    """How grave a finding is; only an error keeps a PDF from being put in place."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue knows of one code.

    ``message`` and ``hint`` are format strings over the particulars of a finding; ``explanation`` is what
    ``engross explain CODE`` prints.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a file, its line and column (from 1), or a page (from 1), and the text itself."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    page: int | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        """Return ``FILE:LINE:COLUMN``, with what is known of it."""
        where = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        page = f"page {self.page}" if self.page else ""
        return ", ".join(part for part in (where, page) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: a code of the catalogue, a place and the particulars that its message names."""

    code: str
    place: Place = Place()
    particulars: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def entry(self) -> Entry:
        """The catalogue's entry for this code."""
        from engross.findings.catalogue import ENTRIES

        return ENTRIES[self.code]

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives."""
        return self.entry.severity

    @property
    def message(self) -> str:
        """What happened, in one sentence."""
        return self.entry.message.format_map(self.particulars)

    @property
    def hint(self) -> str:
        """What to do next, in one sentence."""
        return self.entry.hint.format_map(self.particulars)

    def __reduce__(self) -> tuple[Callable[..., "Finding"], tuple[object, ...]]:
        """Let a finding go to another process: its particulars are a view that cannot be pickled."""
        return partial(finding, **self.particulars), (self.code, self.place)


def error(code: str, message: str, hint: str, explanation: str) -> Entry:
    """Return the entry of an error."""
    return Entry(code, Severity.ERROR, message, hint, explanation)


def warning(code: str, message: str, hint: str, explanation: str) -> Entry:
    """Return the entry of a warning."""
    return Entry(code, Severity.WARNING, message, hint, explanation)


def note(code: str, message: str, hint: str, explanation: str) -> Entry:
    """Return the entry of a note."""
    return Entry(code, Severity.NOTE, message, hint, explanation)


def finding(code: str, place: Place | None = None, /, **particulars: object) -> Finding:
    """Return the ``Finding`` with ``code`` at ``place``; its particulars are kept as text."""
    return Finding(
        code, place or Place(), MappingProxyType({key: str(value) for key, value in particulars.items()})
    )


def shown_of(count: int) -> int:
    """Return how many of ``count`` findings of one code are shown: all, or of many the first few."""
    return count if count <= _MOST_SHOWN else _SHOWN_OF_MANY
