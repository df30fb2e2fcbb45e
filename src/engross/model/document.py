"""A document as read: its metadata, its heading block and its body, with no typography in them."""

import datetime
import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from engross.findings import Finding


class Requisite(StrEnum):
    """What a line of the heading block is (ГОСТ Р 7.0.97-2025, clause 4 calls such parts requisites)."""

    KIND = "kind"
    TITLE = "title"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"


TITLING = frozenset({Requisite.KIND, Requisite.TITLE})
"""The requisites that together are the title of a document."""


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line of the heading block: what it is, its text, and its line in the source (from 1)."""

    requisite: Requisite
    text: str
    line: int


class Voice(StrEnum):
    """How a stretch of the text is set off from what is around it."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRONG_EMPHASIS = "strong emphasis"


@dataclass(frozen=True, slots=True)
class Span:
    """The characters of a text from ``start`` to before ``end``, set off by ``voice``."""

    start: int
    end: int
    voice: Voice


class Grouping(StrEnum):
    """What paragraphs can be together in."""

    LIST = "list"
    ITEM = "item"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Group:
    """A list, an item of one, or a quotation; ``number`` tells it from others of the document."""

    grouping: Grouping
    number: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, or a heading in it: its text, and its first line in the source (from 1).

    A line feed in the text is a line end that its author wants. ``spans`` are in order and apart from each
    other. ``level`` is that of a heading, from 2; of a paragraph it is 0. ``within`` are the groups that it
    is in, the outermost first; the mark of an item begins the text of its first paragraph.
    """

    text: str
    line: int
    spans: tuple[Span, ...] = ()
    level: int = 0
    within: tuple[Group, ...] = ()

    @property
    def depth(self) -> int:
        """How often it is set in from the margin: for each quotation, and each list inside another."""
        groupings = [group.grouping for group in self.within]
        lists = groupings.count(Grouping.LIST)
        return groupings.count(Grouping.QUOTATION) + max(0, lists - 1)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text.

    ``title`` is the plain title for catalogues and viewers; ``authors`` are bodies; ``language`` is a
    BCP 47 tag; ``style`` names a house style; ``kind`` names an entry template. Empty means unknown.
    """

    kind: str
    title: str
    language: str
    style: str
    date: datetime.date | None = None
    place: str = ""
    number: str = ""
    authors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    subject: str = ""
    identifier: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as it came: its name, without a folder, and its bytes."""

    name: str
    data: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Received:
    """The files of a document as they came, and the text, decoded; of one with markup, without it.

    ``metadata`` is None where there is no metadata file.
    """

    text: str
    source: ReceivedFile
    metadata: ReceivedFile | None

    @property
    def files(self) -> tuple[ReceivedFile, ...]:
        """The files, the text first."""
        return tuple(file for file in (self.source, self.metadata) if file)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read, or as refined.

    ``name`` is that of its files; ``source`` is the file that messages name; ``findings`` are of reading;
    ``received`` is None for a document that was not read from files.
    """

    name: str
    source: str
    metadata: Metadata
    heading: tuple[HeadingLine, ...]
    body: tuple[Paragraph, ...]
    findings: tuple[Finding, ...] = ()
    received: Received | None = None

    @property
    def parts(self) -> tuple[HeadingLine | Paragraph, ...]:
        """The lines of the heading, then the paragraphs."""
        return (*self.heading, *self.body)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body without the headings in it."""
        return tuple(part for part in self.body if not part.level)

    @property
    def titles(self) -> tuple[tuple[HeadingLine, ...], ...]:
        """The runs of kind and title lines in the heading: the first is its H1, others are H2."""
        return tuple(block for block in self.heading_blocks if block[0].requisite in TITLING)

    @property
    def heading_blocks(self) -> tuple[tuple[HeadingLine, ...], ...]:
        """The lines of each element of the heading: a run of kind and title lines, or one other line."""
        runs = groupby(self.heading, lambda line: line.requisite in TITLING)
        return tuple(block for titling, run in runs for block in ((tuple(run),) if titling else zip(run)))

    @property
    def text(self) -> str:
        """The whole text, a line for every line of the heading and every paragraph."""
        return "\n".join(part.text for part in self.parts)
