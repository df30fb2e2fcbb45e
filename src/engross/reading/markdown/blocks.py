"""The blocks of a Markdown text: its front matter, its headings and its paragraphs, in their order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from engross.characters import DISCRETIONARY_HYPHEN, EN_DASH
from engross.model.document import Group, Grouping
from engross.reading.lines import Line, split
from engross.reading.markdown.inline import MarkedLine, lines_of, marked
from engross.reading.markdown.refusing import Refused

_DEEPEST = 32
_MOST_GROUPS = 7
_BEYOND = 100
"""Where the parser itself gives up, and leaves out what is nested deeper: far beyond what is refused."""
_GROUPINGS = {
    "bullet_list_open": Grouping.LIST,
    "ordered_list_open": Grouping.LIST,
    "list_item_open": Grouping.ITEM,
    "blockquote_open": Grouping.QUOTATION,
}
_GROUP_ENDS = frozenset(name.replace("open", "close") for name in _GROUPINGS)
_LEAVES = frozenset({"heading_open", "heading_close", "paragraph_open", "paragraph_close", "front_matter"})
_NOTHING_BUT_MARKS = re.compile(rf"[\s{DISCRETIONARY_HYPHEN}>]*(?:[-+*]|\d+[.)])?\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``level`` 0) or a heading, by its lines, and what it is ``within``."""

    level: int
    lines: tuple[MarkedLine, ...]
    within: tuple[Group, ...] = ()

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
    blocks = tuple(_Reader(source, refused).read(tokens))
    _refuse_left_out(tokens, source, refused)
    refused.raise_any()
    return Marked(front, blocks)


class _Reader:
    """Reads the tokens of a text, and keeps in mind what they are in.

    ``_marks`` has the mark of each item that is open, empty once a text has taken it, and its line.
    """

    def __init__(self, source: Sequence[Line], refused: Refused) -> None:
        self._source, self._refused = source, refused
        self._level = 0
        self._within: list[Group] = []
        self._marks: list[tuple[str, int]] = []
        self._groups = 0

    def read(self, tokens: Iterable[Token]) -> Iterator[Block]:
        """Yield the blocks that ``tokens`` make."""
        passing = -1
        for token in tokens:
            line = token.map[0] + 1 if token.map else 1
            if passing >= 0:
                passing = passing if token.level > passing or token.nesting >= 0 else -1
            elif token.level > _DEEPEST or any(child.level > _DEEPEST for child in token.children or ()):
                self._refuse("what is nested so deeply", "write it with less nesting", line)
                return
            elif token.type == "inline":
                yield from self._block(token.children or (), line)
            elif token.type in _GROUPINGS:
                self._enter(token, line)
            elif token.type in _GROUP_ENDS:
                self._leave()
            elif token.type in _LEAVES:
                self._level = int(token.tag[1:]) if token.type == "heading_open" else 0
                if self._level and self._within:
                    self._refuse("a heading in a list or a quotation", "write it outside", line)
            elif token.nesting >= 0:
                self._refused.token(token.type, line, self._text(line))
                passing = token.level if token.nesting else -1

    def _block(self, children: Sequence[Token], number: int) -> Iterator[Block]:
        lines = tuple(line for line in lines_of(children, number, self._refused) if line.text)
        if not lines:
            if all(child.type == "text" for child in children):
                self._refuse("a heading or a paragraph without a text", "delete the line", number)
            return
        mark, line = self._marks[-1] if self._marks else ("", 0)
        if mark:
            lines = (marked(mark, lines[0]), *lines[1:])
            self._marks[-1] = "", line
        yield Block(self._level, lines, tuple(self._within))

    def _enter(self, token: Token, line: int) -> None:
        grouping = _GROUPINGS[token.type]
        if grouping is not Grouping.ITEM and self._marks and self._marks[-1][0]:
            self._refuse("an item that begins with a list or a quotation", "give it a text first", line)
        self._groups += 1
        self._within.append(Group(grouping, self._groups))
        if len(self._within) > _MOST_GROUPS:
            self._refuse("what is nested so deeply", "write it with less nesting", line)
        if grouping is Grouping.ITEM:
            self._marks.append((token.info + token.markup if token.info else EN_DASH, line))

    def _leave(self) -> None:
        if self._within.pop().grouping is Grouping.ITEM:
            mark, line = self._marks.pop()
            if mark:
                self._refuse("an item without a text", "give it a text, or delete its mark", line)

    def _refuse(self, what: str, do: str, line: int) -> None:
        self._refused.add(what, do, line, self._text(line))

    def _text(self, number: int) -> str:
        return next((line.text for line in self._source if line.number == number), "")


def _refuse_left_out(tokens: Sequence[Token], source: Sequence[Line], refused: Refused) -> None:
    """Refuse the lines that are in no token: definitions of addresses, which nothing on a page would show."""
    holding = (token.map for token in tokens if token.map and token.type not in _GROUPINGS)
    covered = {line for first, beyond in holding for line in range(first + 1, beyond + 1)}
    for line in source:
        if not _NOTHING_BUT_MARKS.fullmatch(line.text) and line.number not in covered:
            refused.add(
                "the definition of an address",
                "delete the line, or write \\[ to print it",
                line.number,
                line.text,
            )
