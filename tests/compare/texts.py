"""The texts that are compared: those of the checkout, or all of a folder that is given."""

from dataclasses import replace
from pathlib import Path

from engross import reading
from engross.characters import HYPHEN, HYPHEN_MINUS
from engross.model.document import Document, Paragraph
from tests.engrossing import FOUNDING, TEXTS

HERE = Path(__file__).parent
TEXTS_OF_THE_CHECKOUT = (FOUNDING.source, TEXTS / "ru-8.txt", TEXTS / "en-3.txt", HERE / "texts" / "kk.txt")
"""The founding statement, and three with parts of the Universal Declaration of Human Rights."""


def texts(folder: Path | None = None) -> list[Document]:
    """Return the documents to compare; hyphens that PT Serif lacks are those that it has."""
    sources = [folder] if folder else list(TEXTS_OF_THE_CHECKOUT)
    return [_with_hyphens(reading.read(source)) for source in reading.discover(sources)]


def _with_hyphens(document: Document) -> Document:
    body = (Paragraph(one.text.replace(HYPHEN, HYPHEN_MINUS), one.line) for one in document.body)
    return replace(document, body=tuple(body))
