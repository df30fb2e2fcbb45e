"""A version of a text, wherever it is from: its passages, each with the place where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """How a version was read, which is also how much is known of it."""

    SOURCE = "source text"
    TAGS = "PDF, by its structure tree"
    PAGES = "PDF without usable tags, by PDFium"
    """Its lines are known, and not its paragraphs; page numbers and the like are part of its text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading, or, where paragraphs are not known, a page: its text as it was read.

    ``starts`` has where its parts stand: the offset at which one begins, and its line in a source (from 1),
    or its page in a PDF (from 1).
    """

    text: str
    starts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A version: the name of its file, how it was read, its language (BCP 47, or empty), its passages."""

    name: str
    origin: Origin
    language: str
    passages: tuple[Passage, ...]
