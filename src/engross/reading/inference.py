"""Settles the metadata of a document, and reports each thing that was inferred and not declared."""

from collections.abc import Sequence

from engross.characters import fold
from engross.findings import Finding, Place, finding
from engross.model.document import HeadingLine, Metadata, Paragraph, Requisite
from engross.reading.heading import Heading
from engross.reading.language import language_or_default
from engross.reading.lines import Line, excerpt
from engross.reading.metadata import STYLES, Declared
from engross.reading.paragraphs import Form, are_marked, joined_hyphens
from engross.reading.words import DEFAULT_KIND

_LONGEST_TITLE = 120  # characters, of a title that is taken from the first words of the body


def infer_metadata(
    heading: Heading, body: Sequence[Paragraph], text: str, declared: Declared, file: str
) -> tuple[Metadata, list[Finding]]:
    """Return the metadata, declared or inferred, and a finding for each that was inferred."""
    read, found = heading.read, []
    language = declared.text("language")
    if not language:
        language, told = language_or_default(text)
        found.append(finding("R102" if told else "R121", Place(file), language=language))
    title = declared.text("title")
    if not title:
        title, line = _title(heading.lines, body)
        found.append(finding("R104", Place(file, line, excerpt=excerpt(title)), title=title))
    inferred = {"kind": read.kind, "number": read.number, "place": read.place}
    for (key, value), code in zip(inferred.items(), ("R103", "R107", "R106"), strict=True):
        if value and not declared.text(key):
            found.append(finding(code, _where(heading.lines, value, file), value=value))
    if read.date and not declared.date:
        found.append(
            finding("R105", _where(heading.lines, "", file, Requisite.DATE), value=read.date.isoformat())
        )
    if read.no_such_date and not declared.date:
        found.append(finding("R122", _where(heading.lines, read.no_such_date, file), text=read.no_such_date))
    return (
        Metadata(
            kind=declared.text("kind") or read.kind or DEFAULT_KIND,
            title=title,
            language=language,
            style=declared.text("style") or STYLES[0],
            date=declared.date or read.date,
            place=declared.text("place") or read.place,
            number=declared.text("number") or read.number,
            authors=declared.list("authors"),
            signatories=declared.list("signatories"),
            subject=declared.text("subject"),
            identifier=declared.text("identifier"),
            rights=declared.text("rights"),
        ),
        found + _contradictions(heading, declared, file),
    )


def _title(heading: Sequence[HeadingLine], body: Sequence[Paragraph]) -> tuple[str, int]:
    """Return the plain title and its line: kind and title lines, or else the first words of the body."""
    lines = [line for line in heading if line.requisite in (Requisite.KIND, Requisite.TITLE)]
    if lines:
        return fold(" ".join(line.text for line in lines)), lines[0].line
    words = fold(body[0].text)
    if len(words) <= _LONGEST_TITLE:
        return words, body[0].line
    cut = words[:_LONGEST_TITLE]  # the ellipsis takes the place of the last character
    return (cut[:-1].rpartition(" ")[0] or cut[:-1]) + "…", body[0].line


def _where(
    lines: Sequence[HeadingLine], value: str, file: str, requisite: Requisite = Requisite.KIND
) -> Place:
    """Return the place of the heading line with ``value`` in it, or of the first that is ``requisite``."""
    for line in lines:
        if value and value in fold(line.text):
            return Place(file, line.line, excerpt=excerpt(line.text))
    for line in lines:
        if line.requisite is requisite:
            return Place(file, line.line, excerpt=excerpt(line.text))
    return Place(file, lines[0].line, excerpt=excerpt(lines[0].text)) if lines else Place(file)


def _contradictions(heading: Heading, declared: Declared, file: str) -> list[Finding]:
    """Return a warning for each declared value that the text itself gives otherwise."""
    pairs = (
        ("date", declared.date.isoformat() if declared.date else "", heading.read.date),
        ("place", declared.text("place"), heading.read.place),
        ("number", declared.text("number"), heading.read.number),
    )
    return [
        finding(
            "M101",
            _where(heading.lines, str(read), file, Requisite(key)),
            key=key,
            file=declared.file,
            declared=value,
            read=read,
        )
        for key, value, read in pairs
        if value and read and value != str(read)
    ]


def on_heading(heading: Heading, body: Sequence[Paragraph], declared: Declared, file: str) -> list[Finding]:
    """Return a note on the extent of the heading, where it was inferred."""
    if declared.heading is not None:
        return []
    if heading.lines:
        first, last = heading.lines[0], heading.lines[-1]
        roles = ", ".join(f'"{line.requisite}"' for line in heading.lines)
        place = Place(file, first.line, excerpt=excerpt(first.text))
        return [finding("R109", place, first=first.line, last=last.line, roles=roles)]
    return [finding("R110", Place(file, body[0].line, excerpt=excerpt(body[0].text)))]


def on_form(body: Sequence[Paragraph], form: Form, declared: Declared, file: str) -> list[Finding]:
    """Return a note on the form of the paragraphs, where it was inferred."""
    if declared.paragraphs is not None:
        return []
    place = Place(file, body[0].line, excerpt=excerpt(body[0].text))
    return [finding("R108", place, form=form, words=_FORMS[form], count=len(body))]


def on_joining(lines: Sequence[Line], body: Sequence[Paragraph], form: Form, file: str) -> list[Finding]:
    """Return a warning for what only a person can tell of joined lines."""
    found = list(joined_hyphens(lines, form, file))
    if form is Form.WRAPPED and not are_marked(lines):
        found.append(
            finding("R124", Place(file, body[0].line, excerpt=excerpt(body[0].text)), count=len(body))
        )
    return found


_FORMS = {
    Form.LINE: "each line is a paragraph",
    Form.BLANK: "blank lines separate the paragraphs",
    Form.WRAPPED: "the lines are hard-wrapped and were joined",
}
