"""Font metrics: how wide text is, by HarfBuzz on the same font files that the engine draws with.

Words are shaped one by one and kept, so a word that recurs costs a look-up. Widths are in points.
"""

import re
import unicodedata
from functools import cache
from itertools import chain
from pathlib import Path

import uharfbuzz

from engross.characters import (
    DISCRETIONARY_HYPHEN,
    FRACTION_SLASH,
    HYPHEN,
    HYPHEN_MINUS,
    SPACE,
    clusters,
)

STAND_INS = {HYPHEN: HYPHEN_MINUS}
"""Characters that look the same in print, and by which one a font may draw the other."""

_NOT_DRAWN = frozenset({DISCRETIONARY_HYPHEN, *(chr(code) for code in range(0x3001) if chr(code).isspace())})
"""What needs no glyph: all white space is drawn as the space, and a discretionary hyphen by a stand-in."""


class FontMetrics:
    """The widths of one font at one size."""

    def __init__(
        self,
        font: uharfbuzz.Font,
        size: float,
        characters: frozenset[str],
        features_off: tuple[str, ...] = (),
        *,
        spacing: float = 0.0,
    ) -> None:
        """Take ``font``, which has ``characters``, at ``size`` points without ``features_off``.

        After each letter come ``spacing`` points. ``alone`` has the characters that stand in a piece of their
        own on a line, and by which character the font draws each.
        """
        self._font, self.size, self._spacing = font, size, spacing
        self._features_off = features_off
        self._scale = size / font.face.upem
        self._characters = characters
        self._drawable = (
            characters | _NOT_DRAWN | {like for like, own in STAND_INS.items() if own in characters}
        )
        # By itself a fraction slash is only itself: among digits HarfBuzz would make a fraction of them.
        self.alone = {FRACTION_SLASH: FRACTION_SLASH} | {
            like: own for like, own in STAND_INS.items() if like not in characters
        }
        self._alone = re.compile(f"([{''.join(self.alone)}])")
        self._positions: dict[str, tuple[float, ...]] = {}
        self.space = self.width(SPACE)
        self.hyphen = self.width(HYPHEN_MINUS)

    def width(self, text: str) -> float:
        """Return the width of ``text`` in points, set on one line."""
        return self.positions(text)[-1]

    def positions(self, text: str) -> tuple[float, ...]:
        """Return where each character of ``text`` starts, in points, and last where the text ends.

        The characters of one glyph share its start.
        """
        known = self._positions.get(text)
        if known is None:
            known = self._positions[text] = self._shape(text)
        return known

    def spaced(self, spacing: float) -> "FontMetrics":
        """Return the metrics of the same font with ``spacing`` points after each letter."""
        return FontMetrics(self._font, self.size, self._characters, self._features_off, spacing=spacing)

    def parted(self, text: str) -> list[str]:
        """Return the stretches of ``text`` that are shaped apart: those of ``alone``, and what is between."""
        return [part for part in self._alone.split(text) if part]

    def has(self, character: str) -> bool:
        """Tell whether the font has a glyph for ``character``."""
        return character in self._characters

    def draws(self, text: str) -> bool:
        """Tell whether the font draws ``text``: as it is, composed, or by characters that look the same."""
        drawable = self._drawable
        return drawable.issuperset(text) or drawable.issuperset(unicodedata.normalize("NFC", text))

    def composed(self, text: str) -> str:
        """Return ``text`` with the letters and signs that the font has only in their composed form as those.

        Left as they are, the engine would take another font for them.
        """
        if self._characters.issuperset(text):
            return text
        return "".join(
            cluster if self._characters.issuperset(cluster) else unicodedata.normalize("NFC", cluster)
            for cluster in clusters(text)
        )

    def _shape(self, text: str) -> tuple[float, ...]:
        parts, x = [], 0.0
        for part in self.parted(text):
            positions = self._shape_together(self.alone.get(part, part))
            parts.append([x + position for position in positions[:-1]])
            x += positions[-1]
        return (*chain.from_iterable(parts), x)

    def _shape_together(self, text: str) -> tuple[float, ...]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, dict.fromkeys(self._features_off, False))
        starts: dict[int, int] = {}
        advanced = 0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
            starts.setdefault(info.cluster, advanced)
            advanced += position.x_advance
        result, current = [], 0
        for at in range(len(text)):
            current = starts.get(at, current)
            result.append(current * self._scale + at * self._spacing)
        return (*result, advanced * self._scale + len(text) * self._spacing)


@cache
def font_metrics(path: Path, size: float, features_off: tuple[str, ...] = ()) -> FontMetrics:
    """Return the metrics of the font at ``path`` at ``size`` points, read once a process.

    ``features_off`` are the features that the engine is told to do without, so that both set the same glyphs.
    """
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    return FontMetrics(uharfbuzz.Font(face), size, frozenset(map(chr, face.unicodes)), features_off)
