"""The bundled fonts as references: what each draws for a text, by HarfBuzz, shaped as it was for the page.

Shaping anew is what proves ligatures, localised forms and marks without a word about them here: whatever the
font makes of the characters, in their order, is what the page must show. The font files are read once a
process; they are what the whole proof rests on (docs/decisions/0013).
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import uharfbuzz

from engross.verification.outlines import Glyph, Outlines

VERSION = uharfbuzz.version_string()
_EM = 1000
_MISSING = 0


class Placed(NamedTuple):
    """A glyph that draws something, and where: its origin, its end and its rise in thousandths of an em."""

    glyph: Glyph
    origin: float
    end: float
    rise: float = 0.0


class Reference:
    """One bundled font file."""

    def __init__(self, path: Path) -> None:
        """Read the file at ``path``."""
        data = path.read_bytes()
        self.name = path.name
        self.outlines = Outlines(data)
        self._face = uharfbuzz.Face(data)
        self._font = uharfbuzz.Font(self._face)
        self._unicodes = frozenset(self._face.unicodes)

    def drawn(
        self,
        text: str,
        language: str,
        features_off: Sequence[str],
        *,
        leftward: bool = False,
        script: str = "",
    ) -> tuple[Placed, ...] | None:
        """Return the glyphs that draw something when ``text`` is set; None if it lacks one.

        They are in the order of the text; if that runs ``leftward``, each stands left of the one before. A
        text of no script of its own is taken to be in ``script``, that of its neighbours.
        """
        placed: list[Placed] = []
        pen, scale = 0.0, _EM / self.outlines.units
        items = list(_items(text))
        for item in reversed(items) if leftward else items:
            buffer = uharfbuzz.Buffer()
            buffer.add_str(item)
            buffer.guess_segment_properties()
            if script and not any(map(_script, item)):
                buffer.script = script
            buffer.direction = "rtl" if leftward else "ltr"
            if language:
                buffer.language = language
            uharfbuzz.shape(self._font, buffer, dict.fromkeys(features_off, False))
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
                if info.codepoint == _MISSING:
                    return None
                glyph = self.outlines.glyph(info.codepoint)
                if not glyph.blank:
                    origin = pen + position.x_offset * scale
                    rise = position.y_offset * scale
                    placed.append(Placed(glyph, origin, origin + glyph.advance * scale, rise))
                pen += position.x_advance * scale
        return tuple(reversed(placed) if leftward else placed)

    def has_most_of(self, characters: AbstractSet[str]) -> bool:
        """Tell whether the font has at least half of ``characters``; one of another script has not."""
        return 2 * sum(ord(character) in self._unicodes for character in characters) >= len(characters)

    def characters(self) -> dict[Glyph, str]:
        """Return the characters of each outline that has some: what to call what is drawn."""
        characters: dict[Glyph, str] = {}
        for code in sorted(self._face.unicodes):
            glyph = self.outlines.glyph(self._font.get_nominal_glyph(code) or _MISSING)
            characters[glyph] = characters.get(glyph, "") + chr(code)
        return characters


@cache
def reference(path: Path) -> Reference:
    """Return the bundled font at ``path``, read once a process."""
    return Reference(path)


def _items(text: str) -> Iterator[str]:
    """Yield the runs of one script in ``text``: they are shaped apart (UAX #24, 5.2)."""
    script, scripts = "", []
    for character in text:
        own = _script(character)
        script = own or script
        scripts.append(script)
    first = next(filter(None, scripts), "")
    labelled = zip((each or first for each in scripts), text, strict=True)
    for _, run in groupby(labelled, lambda pair: pair[0]):
        yield "".join(character for _, character in run)


@cache
def _script(character: str) -> str:
    """Return the script of ``character``, nothing if it is common to several."""
    from fontTools import unicodedata

    script = unicodedata.script(character)
    return "" if script in ("Zyyy", "Zinh", "Zzzz") else script
