"""Rules on the heading block: what a document must have there (ГОСТ Р 7.0.97-2025), and how a title reads."""

from collections.abc import Iterator

from engross.findings import Finding, Place, finding
from engross.model.document import HeadingLine, Metadata, Paragraph, Requisite
from engross.reading.lines import excerpt
from engross.reading.words import DEFAULT_KIND

LONGEST_TITLE = 5
"""The most lines of a title (docs/house-style.md)."""

# The kind of a letter or a note is not printed on it.
_WITHOUT_NAME = frozenset({"letter", "note"})
_ABBREVIATIONS = frozenset({"", "г", "гг", "др", "пр", "т", "д", "п", "etc", "inc", "ltd", "co"})


def inspect_heading(
    heading: tuple[HeadingLine, ...], body: tuple[Paragraph, ...], known: Metadata, file: str
) -> tuple[Finding, ...]:
    """Return what the heading lacks, and what is wrong with its title."""
    return (*_missing(heading, body, known, file), *_title(heading, body, file))


def _missing(
    heading: tuple[HeadingLine, ...], body: tuple[Paragraph, ...], known: Metadata, file: str
) -> Iterator[Finding]:
    """Yield one finding on all that is missing; a kind may stand inside a title, a date on any line."""
    there = {line.requisite for line in heading}
    has = {
        Requisite.KIND: known.kind != DEFAULT_KIND,
        Requisite.TITLE: Requisite.TITLE in there or known.kind in _WITHOUT_NAME,
        Requisite.DATE: known.date is not None or Requisite.DATE in there,
    }
    missing = [str(requisite) for requisite, found in has.items() if not found]
    if missing:
        first = heading[0] if heading else body[0]
        place = Place(file, first.line, excerpt=excerpt(first.text))
        yield finding("S030", place, missing=", no ".join(missing))


def _title(heading: tuple[HeadingLine, ...], body: tuple[Paragraph, ...], file: str) -> Iterator[Finding]:
    lines: list[HeadingLine | Paragraph] = [line for line in heading if line.requisite is Requisite.TITLE]
    if len(lines) > LONGEST_TITLE:
        over = lines[LONGEST_TITLE]
        place = Place(file, over.line, excerpt=excerpt(over.text))
        yield finding("S032", place, count=len(lines), most=LONGEST_TITLE)
    if heading and not lines and body[0].text.lstrip()[:1].islower():
        # A full stop made prose of it: no paragraph that follows a kind begins with a small letter.
        lines = [body[0]]
    if lines and _ends_with_full_stop(lines[-1].text.rstrip()):
        last = lines[-1]
        place = Place(file, last.line, excerpt=excerpt(last.text, len(last.text)))
        yield finding("S031", place, text=place.excerpt)


def _ends_with_full_stop(text: str) -> bool:
    """Tell whether ``text`` ends with a full stop that is not that of an abbreviation, or an ellipsis."""
    return text.endswith(".") and text[:-1].rpartition(" ")[2].lower().strip(".") not in _ABBREVIATIONS
