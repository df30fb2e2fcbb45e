"""The blocks of a Markdown text: its front matter, its headings and its paragraphs, in their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from engross.reading.lines import Line, split
from engross.reading.markdown.inline import MarkedLine, lines_of
from engross.reading.markdown.refusing import Refused

_DEEPEST = 32
_BEYOND = 100
"""Where the parser itself gives up, and leaves out what is nested deeper: far beyond what is refused."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``level`` 0) or a heading, by its lines."""

    level: int
    lines: tuple[MarkedLine, ...]

    @property
    def line(self) -> int:
        """Its first line in the source."""
        return self.lines[0].number


@dataclass(frozen=True, slots=True)
class Marked:
    """A text by its blocks; ``front`` is its front matter, None if it has none."""

    front: str | None
    blocks: tuple[Block, ...]


def read_blocks(text: str, file: str) -> Marked:
    """Read ``text``; raise ``RefusedError`` for all in it that no document has a place for."""
    refused = Refused(file)
    parser = MarkdownIt("commonmark", {"maxNesting": _BEYOND}).enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    found: dict[str, dict[str, dict[str, object]]] = {}
    tokens = parser.parse(text, found)
    source = split(text)
    front = next((token.content for token in tokens if token.type == "front_matter"), None)
    blocks = tuple(_blocks(tokens, source, refused))
    _refuse_left_out(tokens, source, refused)
    refused.raise_any()
    return Marked(front, blocks)


def _blocks(tokens: Sequence[Token], source: Sequence[Line], refused: Refused) -> list[Block]:
    found: list[Block] = []
    level, passing = 0, -1
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        if passing >= 0:
            passing = passing if token.level > passing or token.nesting >= 0 else -1
        elif token.level > _DEEPEST or any(child.level > _DEEPEST for child in token.children or ()):
            refused.add("what is nested so deeply", "write it with less nesting", line, _text(source, line))
            return []
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "inline":
            lines = lines_of(token.children or (), line, refused)
            if any(each.text for each in lines):
                found.append(Block(level, tuple(each for each in lines if each.text)))
            else:
                refused.add("a heading without a text", "delete the line", line, _text(source, line))
        elif token.type in ("heading_close", "paragraph_open", "paragraph_close", "front_matter"):
            level = 0
        elif token.nesting >= 0:
            refused.token(token.type, line, _text(source, line))
            passing = token.level if token.nesting else -1
    return found


def _refuse_left_out(tokens: Sequence[Token], source: Sequence[Line], refused: Refused) -> None:
    """Refuse the lines that are in no token: definitions of addresses, which nothing on a page would show."""
    covered = {line for token in tokens if token.map for line in range(token.map[0] + 1, token.map[1] + 1)}
    for line in source:
        if not line.blank and line.number not in covered:
            refused.add(
                "the definition of an address",
                "delete the line, or write \\[ to print it",
                line.number,
                line.text,
            )


def _text(source: Sequence[Line], number: int) -> str:
    return next((line.text for line in source if line.number == number), "")
