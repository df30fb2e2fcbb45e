"""The glyphs of a TrueType program as they are drawn: outlines, read by fontTools, which cut no subset.

HarfBuzz cuts the fonts of a file to subsets, so that another library reads what it left. A program is not
trusted: it may hold nothing but what draws a glyph by its outline, and its composites are measured before
they are put together.
"""

import io
from typing import NamedTuple

import fontTools
from fontTools.ttLib import TTFont

VERSION: str = fontTools.version
# What a subset has. Bitmaps, colours and pictures would be drawn instead of outlines, and instructions
# (fpgm, prep, cvt) move their points.
_TABLES = frozenset((
    "head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap", "name", "post", "OS/2", "gasp",
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "kern", "meta",
))  # fmt: skip
_MOST_POINTS = 20_000
_DEEPEST_COMPOSITE = 8


class Glyph(NamedTuple):
    """A glyph, composites put together, in units of its font: all that decides what is drawn, and where.

    ``points`` are in order, ``ends`` the last of each contour, ``on_curve`` tells the kind of each point;
    ``advance`` and ``side`` (the left side bearing, by which an outline is placed) are its metrics.
    """

    points: tuple[tuple[float, float], ...]
    ends: tuple[int, ...]
    on_curve: bytes
    advance: int
    side: int

    @property
    def blank(self) -> bool:
        """Whether nothing is drawn."""
        return not self.points


class Outlines:
    """The glyphs of one program, each read once."""

    def __init__(self, program: bytes) -> None:
        """Open ``program``; raise ValueError if it is no TrueType program."""
        try:
            self._font = TTFont(io.BytesIO(program), lazy=True, recalcBBoxes=False)
            if self._font.reader.numTables != len(self._font.reader.keys()):
                # Of two tables with one name fontTools reads the last, FreeType and others the first.
                raise ValueError("its program has a table twice")  # noqa: TRY301 - told as the others are
            self.units: int = self._font["head"].unitsPerEm
            # Names of glyphs are of no use here, and not to be trusted.
            self._font.setGlyphOrder([str(number) for number in range(self._font["maxp"].numGlyphs)])
            self._glyf = self._font["glyf"]
            self._metrics = self._font["hmtx"].metrics
        except Exception as error:
            raise ValueError(_reason(error)) from error
        self._sizes: dict[str, int] = {}
        self._glyphs: dict[int, Glyph] = {}

    def unknown_tables(self) -> list[str]:
        """Return the tables by which something else than outlines could be drawn."""
        return sorted(set(self._font.reader.keys()) - _TABLES)

    def instructed(self, number: int) -> bool:
        """Tell whether the glyph ``number``, or a part of it, has instructions, which may move its points.

        It must have been measured: ``glyph`` does.
        """
        glyph = self._glyf[str(number)]
        program = getattr(glyph, "program", None)
        if program and program.getBytecode():
            return True
        return glyph.isComposite() and any(self.instructed(int(part.glyphName)) for part in glyph.components)

    def glyph(self, number: int) -> Glyph:
        """Return the glyph ``number``; raise ValueError if the program has none or it is ill-formed."""
        known = self._glyphs.get(number)
        if known is None:
            try:
                known = self._glyphs[number] = self._read(str(number))
            except Exception as error:
                raise ValueError(f"its glyph {number}: {_reason(error)}") from error
        return known

    def _read(self, name: str) -> Glyph:
        self._measure(name, 0)
        points, ends, flags = self._glyf[name].getCoordinates(self._glyf)[:3]
        on_curve = bytes(flag & 1 for flag in flags)
        return Glyph(tuple(points), tuple(ends), on_curve, *self._metrics[name])

    def _measure(self, name: str, depth: int) -> int:
        """Return how many points and parts a glyph has; raise ValueError if they are too many or deep."""
        if depth > _DEEPEST_COMPOSITE:
            raise ValueError("a composite is too deep")
        if name not in self._sizes:
            glyph = self._glyf[name]
            if glyph.isComposite():
                parts = [self._measure(part.glyphName, depth + 1) for part in glyph.components]
            else:
                parts = [len(getattr(glyph, "coordinates", ()))]
            self._sizes[name] = 1 + sum(parts)
        if self._sizes[name] > _MOST_POINTS:
            raise ValueError("an outline has too many points")
        return self._sizes[name]


def _reason(error: Exception) -> str:
    told = " ".join(str(error).split())[:200]
    return (
        told
        if isinstance(error, ValueError) and told
        else f"its tables are ill-formed ({type(error).__name__})"
    )
