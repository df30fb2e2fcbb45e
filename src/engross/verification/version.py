"""The text of a PDF of any origin as a ``Version``: by its tags, or without them as PDFium gives it.

Tags are usable when they hold text, and every code in it has a character. It judges nothing.
"""

from collections.abc import Iterator

from engross.characters import fold
from engross.model.version import Origin, Passage, Version
from engross.verification import pdfium, reading_pdf
from engross.verification.evidence import BLOCK_ENDS, TaggedFile, pieces
from engross.verification.used_fonts import UNMAPPED


def version(pdf: bytes, name: str) -> Version:
    """Return the text of ``pdf``; raise RefusedError when it cannot be read as it stands."""
    tagged = reading_pdf.read(pdf, name)
    passages = tuple(_passages(tagged))
    if passages and not any(UNMAPPED in passage.text for passage in passages):
        return Version(name, Origin.TAGS, tagged.language, passages)
    pages = tuple(
        Passage(text, ((0, number),)) for number, text in enumerate(pdfium.lines(pdf, name), 1) if fold(text)
    )
    return Version(name, Origin.PAGES, tagged.language, pages)


def _passages(tagged: TaggedFile) -> Iterator[Passage]:
    """Yield the text of each block of the structure tree, with the offsets at which its pages begin."""
    text, starts = "", list[tuple[int, int]]()
    for piece, page in pieces(tagged):
        if piece == BLOCK_ENDS:
            if fold(text):
                yield Passage(text, tuple(starts))
            text, starts = "", []
        elif piece:
            if not starts or starts[-1][1] != page:
                starts.append((len(text), page))
            text += piece
