"""What is refused in Markdown: gathered over the whole text, so that all of it is told at once."""

from dataclasses import dataclass, field

from engross.errors import RefusedError
from engross.findings import Finding, Place, finding
from engross.reading.lines import excerpt
from engross.reading.refusal import SHOWN

_TAGS = "write it without tags; *...* is italic and **...** bold"
_INDENT = "take away the indent of four spaces, which makes code of a text, or the fence around it"
UNSUPPORTED: dict[str, tuple[str, str]] = {
    "html_block": ("HTML", _TAGS),
    "html_inline": ("HTML", _TAGS),
    "image": ("a picture", "take the picture out of the text; documents have none"),
    "code_block": ("code", _INDENT),
    "fence": ("code", _INDENT),
    "code_inline": ("code", "take away the marks of code (`); to print one, write \\`"),
    "hr": ("a rule", "delete the line of signs, or write \\ before its first sign to print it"),
    "s_open": ("a deletion", "delete the words that are struck out; to print the signs, write \\~"),
    "table_open": ("a table", "write what the table says as paragraphs"),
    "link_open": ("a link", "write the address into the text; to print the brackets, write \\["),
    "footnote_ref": ("a note", "write the note into the text; to print the brackets, write \\["),
    "footnote_block_open": ("a note", "write the note into the text; to print the brackets, write \\["),
}
"""What each token of markdown-it-py that is not supported is called, and what to do."""


@dataclass(slots=True)
class Refused:
    """What is refused in the text of ``file``, in the order in which it was found."""

    file: str
    found: list[Finding] = field(default_factory=list)

    def add(self, what: str, do: str, line: int, text: str) -> None:
        """Add that ``what`` stands in ``line``, as ``text``, and what to ``do``."""
        place = Place(self.file, line, excerpt=excerpt(text))
        self.found.append(finding("R017", place, what=what, do=do, text=place.excerpt))

    def token(self, kind: str, line: int, text: str) -> None:
        """Add a token of the type ``kind``; one that is not known is refused by its type."""
        what, do = UNSUPPORTED.get(kind, (kind, "write it as plain text"))
        self.add(what, do, line, text)

    def raise_any(self) -> None:
        """Raise ``RefusedError`` with the first of what was found, if there is any."""
        if self.found:
            raise RefusedError(*self.found[:SHOWN])
