"""The text of a block without its markup, line by line, and what of it is set off."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from engross.characters import LINE_FEED, SPACE
from engross.model.document import Span, Voice
from engross.reading.markdown.refusing import Refused

_VOICES = {(True, False): Voice.EMPHASIS, (False, True): Voice.STRONG, (True, True): Voice.STRONG_EMPHASIS}


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a block: its line in the source, its text, what is set off; ``ends``: its author ends it."""

    number: int
    text: str
    spans: tuple[Span, ...] = ()
    ends: bool = False


@dataclass(slots=True)
class _Reader:
    """Reads the tokens of one block."""

    number: int
    refused: Refused
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    emphasis: int = 0
    strong: int = 0

    def read(self, tokens: Iterable[Token]) -> Iterator[MarkedLine]:
        """Yield the lines that ``tokens`` make."""
        for token in tokens:
            match token.type:
                case "text":
                    self._add(token.content)
                case "softbreak" | "hardbreak":
                    yield self._line(ends=token.type == "hardbreak")
                case "em_open" | "em_close":
                    self.emphasis += token.nesting
                case "strong_open" | "strong_close":
                    self.strong += token.nesting
                case kind if token.nesting >= 0:
                    self.refused.token(kind, self.number, token.content or self.text or kind)
        yield self._line(ends=False)

    def _add(self, content: str) -> None:
        # An entity may be a line feed; as a character of the text it is white space and ends no line.
        start, self.text = len(self.text), self.text + content.replace(LINE_FEED, SPACE)
        voice = _VOICES.get((self.emphasis > 0, self.strong > 0))
        if voice is None or not content:
            return
        if self.spans and self.spans[-1].end == start and self.spans[-1].voice is voice:
            start = self.spans.pop().start
        self.spans.append(Span(start, len(self.text), voice))

    def _line(self, *, ends: bool) -> MarkedLine:
        stripped = self.text.strip()
        cut = self.text.index(stripped)
        inside = (
            replace(span, start=max(0, span.start - cut), end=min(len(stripped), span.end - cut))
            for span in self.spans
        )
        spans = tuple(span for span in inside if span.start < span.end)
        line = MarkedLine(self.number, stripped, spans, ends)
        self.text, self.spans = "", []
        self.number += 1
        return line


def lines_of(tokens: Sequence[Token], number: int, refused: Refused) -> tuple[MarkedLine, ...]:
    """Return the lines of the inline ``tokens`` of a block that begins in the line ``number``."""
    return tuple(_Reader(number, refused).read(tokens))


def marked(mark: str, line: MarkedLine) -> MarkedLine:
    """Return ``line`` with the ``mark`` of an item before it."""
    shift = len(mark) + 1
    spans = tuple(replace(span, start=span.start + shift, end=span.end + shift) for span in line.spans)
    return replace(line, text=f"{mark}{SPACE}{line.text}", spans=spans)


def joined(lines: Sequence[MarkedLine]) -> tuple[str, tuple[Span, ...]]:
    """Return ``lines`` as the text of one paragraph, and what of it is set off."""
    text, spans = "", list[Span]()
    for line in lines:
        spans += (
            replace(span, start=len(text) + span.start, end=len(text) + span.end) for span in line.spans
        )
        text += line.text + (LINE_FEED if line.ends else SPACE)
    return text[:-1], tuple(spans)
