"""Voices: the fonts of what is set off in a text, italic or bold or both, beside those of the text itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from engross.composition.fonts import Font, Fonts, Runs, joined
from engross.model.document import Span, Voice

_STRONG = frozenset({Voice.STRONG, Voice.STRONG_EMPHASIS})
_SLOPING = frozenset({Voice.EMPHASIS, Voice.STRONG_EMPHASIS})


class Look(NamedTuple):
    """How what is set off looks: bold or not, italic or not, and by which class of the style sheets."""

    strong: bool
    sloping: bool
    classes: str


PLAIN, BOLD = Look(strong=False, sloping=False, classes=""), Look(strong=True, sloping=False, classes="")


class Voices:
    """The fonts of a style for each look, made when a text needs them."""

    def __init__(self, of: Callable[[Look], Fonts]) -> None:
        """Take what gives the fonts ``of`` a look."""
        self._of = of
        self._known: dict[Look, Fonts] = {}

    @property
    def plain(self) -> Fonts:
        """The fonts of the text."""
        return self._look(PLAIN)

    @property
    def bold(self) -> Fonts:
        """The fonts of what is bold in headings, where the element says so and no class."""
        return self._look(BOLD)

    def fonts(self, spans: Sequence[Span], *, in_heading: bool = False) -> "Fonts | Voiced":
        """Return the fonts of a text with ``spans``; the heading of a part is bold itself."""
        plain = self.bold if in_heading else self.plain
        if not spans:
            return plain
        voices = {span.voice: self._look(_look(span.voice, in_heading=in_heading)) for span in spans}
        return Voiced(plain, voices, spans)

    def _look(self, look: Look) -> Fonts:
        if look not in self._known:
            self._known[look] = self._of(look)
        return self._known[look]


def _look(voice: Voice, *, in_heading: bool) -> Look:
    if not in_heading:
        return Look(voice in _STRONG, voice in _SLOPING, str(voice))
    return Look(strong=True, sloping=True, classes=str(Voice.EMPHASIS)) if voice in _SLOPING else BOLD


class Voiced:
    """The fonts of one text in which stretches are set off."""

    def __init__(self, plain: Fonts, voices: Mapping[Voice, Fonts], spans: Sequence[Span]) -> None:
        """Take the fonts of what is ``plain``, those of the ``voices``, and the ``spans`` of these."""
        self._plain, self._voices, self._spans = plain, voices, spans
        self._runs: Runs | None = None

    @property
    def first(self) -> Font:
        """The font of what is plain."""
        return self._plain.first

    def runs(self, text: str) -> Runs:
        """Return ``text``, the one that the spans are of, divided into runs."""
        if self._runs is None or self._runs.text != text:
            segments = (fonts.divided(text, start, end) for start, end, fonts in self.stretches(text))
            self._runs = Runs(text, joined(chain.from_iterable(segments), self.first))
        return self._runs

    def stretches(self, text: str) -> Iterator[tuple[int, int, Fonts]]:
        """Yield the start, the end and the fonts of each stretch of ``text`` that is set in one voice."""
        at = 0
        for span in self._spans:
            if span.start > at:
                yield at, span.start, self._plain
            yield span.start, span.end, self._voices[span.voice]
            at = span.end
        if at < len(text):
            yield at, len(text), self._plain
