"""Aliases: codes that draw a glyph another code draws too, but stand for other text.

The engine encodes a glyph by its number, so one glyph has one text (its first). An alias is a code past the
font's last glyph; the font's CIDToGIDMap (ISO 32000-1, 9.7.4.2) leads it to the glyph it draws.
"""

from collections.abc import Iterable

import pydyf

from engross.model.tagging import Alias


def map_aliases(pdf: pydyf.PDF, aliases: Iterable[Alias]) -> None:
    """Give the fonts that have ``aliases`` a map from code to glyph."""
    by_font: dict[str, list[Alias]] = {}
    for alias in aliases:
        by_font.setdefault(alias.font, []).append(alias)
    for font in list(pdf.objects):
        if not isinstance(font, pydyf.Dictionary) or font.get("Subtype") != "/CIDFontType2":
            continue
        own = by_font.get(bytes(font["BaseFont"]).decode().lstrip("/").partition("+")[0])
        if own:
            glyphs = list(range(max(alias.code for alias in own) + 1))
            for alias in own:
                glyphs[alias.code] = alias.glyph
            table = pydyf.Stream([b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)], compress=True)
            pdf.add_object(table)
            font["CIDToGIDMap"] = table.reference
