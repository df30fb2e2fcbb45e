"""What layout tells finishing: which marked content belongs to which element, which codes are aliases."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence: its page (from 0), its number there, and the element it belongs to."""

    page: int
    mcid: int
    element: Element


@dataclass(frozen=True, slots=True)
class Alias:
    """A code of a font that draws ``glyph`` but stands for other text than that glyph's own code.

    ``font`` is the tag before the plus sign of its name in the PDF.
    """

    font: str
    code: int
    glyph: int


@dataclass(frozen=True, slots=True)
class Tagging:
    """All marks in drawing order, all aliases, and the HTML element that holds the document."""

    body: Element
    marks: tuple[Mark, ...]
    aliases: tuple[Alias, ...]
