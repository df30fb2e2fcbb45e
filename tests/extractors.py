"""Five independent extractors, and the comparison of their text with the source: documented folding only.

What is folded, and nothing else (docs/decisions and the design, promise 1):

- a run of white space, line and page ends included, is one space;
- a discretionary hyphen with the line end after it is nothing;
- a line end after a real hyphen is nothing or a space: no extractor tells which;
- the page number, alone on the first or last line of every page but the first, is taken away, once;
- PDFium alone: U+0002 or U+FFFE stands for a hyphen at a line end, discretionary or real, and its line end.

Poppler is asked for ``-raw``: its default deletes a real hyphen at a line end.
"""

import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import starmap
from pathlib import Path

import pypdf
import pypdfium2
from pdfminer.high_level import extract_text_to_fp
from pdfminer.layout import LAParams

HYPHEN_MARKS = "\x02\ufffe"

_SPACES = re.compile(r"\s+")
_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_HYPHENS_AT_LINE_END = ("-\n", "\u2010\n", "\u058a\n")
_PARTS = re.compile(f"([-\u2010\u058a]\n|[{HYPHEN_MARKS}]\n?|\\s+)")


@dataclass(frozen=True, slots=True)
class Extractor:
    """A program or library that extracts text: its name, the program it needs, and its quirks."""

    name: str
    extract: Callable[[Path], list[str]]
    program: str | None = None
    quirks: frozenset[str] = frozenset()


def poppler(pdf: Path) -> list[str]:
    """Return the text of each page as poppler's pdftotext has it, in the order of the content."""
    return _pages_of("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")


def mupdf(pdf: Path) -> list[str]:
    """Return the text of each page as MuPDF's mutool has it."""
    return _pages_of("mutool", "draw", "-q", "-F", "txt", pdf)


def pdfium(pdf: Path) -> list[str]:
    """Return the text of each page as PDFium has it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pypdf_text(pdf: Path) -> list[str]:
    """Return the text of each page as pypdf has it."""
    return [page.extract_text() for page in pypdf.PdfReader(pdf).pages]


def pdfminer(pdf: Path) -> list[str]:
    """Return the text of each page as pdfminer.six has it, from the top down."""
    out = StringIO()
    with pdf.open("rb") as file:
        extract_text_to_fp(file, out, laparams=LAParams(boxes_flow=None))
    return _split(out.getvalue())


EXTRACTORS = (
    Extractor("poppler", poppler, "pdftotext"),
    Extractor("mupdf", mupdf, "mutool"),
    Extractor("pdfium", pdfium, quirks=frozenset(HYPHEN_MARKS)),
    Extractor("pypdf", pypdf_text),
    Extractor("pdfminer", pdfminer),
)


def assert_same_text(
    document_text: str, pages: Sequence[str], quirks: frozenset[str] = frozenset(), *, numbered: bool = True
) -> None:
    """Fail, with the first difference, unless ``pages`` say exactly ``document_text``.

    With ``numbered`` every page but the first must have its number.
    """
    expected = _SPACES.sub(" ", document_text.replace("\u00ad", "")).strip()
    texts = starmap(_without_number, enumerate(pages, 1)) if numbered else pages
    actual = _LINE_END.sub("\n", "\n".join(text.replace("\r\n", "\n") for text in texts)).strip()
    actual = actual.replace("\u00ad\n", "")
    pattern = "".join(_pattern(part, quirks) for part in _PARTS.split(actual))
    if not re.fullmatch(pattern, expected):
        raise AssertionError(_told(expected, actual, quirks))


def _pattern(part: str, quirks: frozenset[str]) -> str:
    if part in _HYPHENS_AT_LINE_END:
        return f"{part[0]} ?"
    if part[:1] in quirks and part:
        return "(?:- ?)?"
    return " " if part.isspace() else re.escape(part)


def _without_number(number: int, text: str) -> str:
    """Take the page number away; the first page has none."""
    if number == 1:
        return text
    lines = text.strip().splitlines()
    if lines[0].strip() == str(number):
        return "\n".join(lines[1:])
    assert lines[-1].strip() == str(number), f"page {number} has no page number"
    return "\n".join(lines[:-1])


def _told(expected: str, actual: str, quirks: frozenset[str]) -> str:
    """Return where the texts part, for a person: what may stand for several things is taken as it fits."""
    read = ""
    for part in _PARTS.split(actual):
        fits: dict[str | None, tuple[str, ...]] = {
            end: (end[0] + " ", end[0]) for end in _HYPHENS_AT_LINE_END
        }
        fits[part[:1] if part[:1] in quirks else None] = ("- ", "-", "")
        choices = fits.get(part) or fits.get(part[:1]) or (" " if part.isspace() else part,)
        read += next((choice for choice in choices if expected.startswith(read + choice)), choices[-1])
    pairs = enumerate(zip(expected, read, strict=False))
    at = next((at for at, (wanted, found) in pairs if wanted != found), min(len(expected), len(read)))
    around = slice(max(0, at - 20), at + 20)
    return f"the texts part at {at}: expected {expected[around]!r}, extracted {read[around]!r}"


def _pages_of(*command: str | Path) -> list[str]:
    done = subprocess.run(command, capture_output=True, check=True)
    return _split(done.stdout.decode("utf-8"))


def _split(text: str) -> list[str]:
    """Split ``text`` at its form feeds, one of which ends each page; MuPDF adds a line end to it."""
    *pages, rest = text.split("\f")
    return pages if not rest.strip() else [*pages, rest]
