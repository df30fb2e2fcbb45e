"""Outlines of a font program: read as they are, and a hostile program is a ValueError in bounded time."""

import contextlib
import io
import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph as Source
from fontTools.ttLib.tables._g_l_y_f import GlyphComponent

from engross.verification.outlines import Outlines
from tests.verification import samples

REGULAR = (samples.FONTS / "PTF55F.ttf").read_bytes()


def edited(edit: Callable[[TTFont], None]) -> bytes:
    font = TTFont(io.BytesIO(REGULAR), recalcBBoxes=False)
    edit(font)
    saved = io.BytesIO()
    font.save(saved)
    return saved.getvalue()


def composite(parts: list[str]) -> Source:
    glyph = Source()
    glyph.numberOfContours = -1
    glyph.xMin = glyph.yMin = glyph.xMax = glyph.yMax = 0
    glyph.components = []
    for name in parts:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = name, 0, 0, 0
        glyph.components.append(part)
    return glyph


def multiply(font: TTFont) -> None:
    """Make each of twenty glyphs of ten of the one before."""
    names = font.getGlyphOrder()[10:30]
    for before, name in pairwise(names):
        font["glyf"].glyphs[name] = composite([before] * 10)


def nest(font: TTFont) -> None:
    names = font.getGlyphOrder()[10:30]
    for before, name in pairwise(names):
        font["glyf"].glyphs[name] = composite([before])


def number_of(character: str) -> int:
    font = TTFont(io.BytesIO(REGULAR))
    return int(font.getGlyphID(font.getBestCmap()[ord(character)]))


def test_a_composite_is_put_together() -> None:
    outlines = Outlines(REGULAR)
    part, whole = outlines.glyph(number_of("о")), outlines.glyph(number_of("ё"))
    assert not whole.blank
    assert len(whole.ends) > len(part.ends)


def test_letters_of_two_scripts_that_look_alike_have_one_outline() -> None:
    outlines = Outlines(REGULAR)
    assert outlines.glyph(number_of("о")) == outlines.glyph(number_of("o"))
    assert outlines.glyph(number_of("о")) != outlines.glyph(number_of("е"))


def test_a_space_is_blank_and_a_letter_is_not() -> None:
    outlines = Outlines(REGULAR)
    assert outlines.glyph(number_of(" ")).blank
    assert not outlines.glyph(number_of("-")).blank


@pytest.mark.parametrize("hostile", [multiply, nest])
def test_composites_without_end_are_refused(hostile: Callable[[TTFont], None]) -> None:
    outlines = Outlines(edited(hostile))
    with pytest.raises(ValueError, match="too"):
        outlines.glyph(29)


@pytest.mark.parametrize("data", [b"", b"OTTO", bytes(1000), REGULAR[:5000], b"%!PS-AdobeFont"])
def test_what_is_no_program_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Outlines(data).glyph(20)


def test_a_glyph_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="glyph 60000"):
        Outlines(REGULAR).glyph(60_000)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_program_is_read_or_refused_and_never_crashes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - it is no secret
    broken = bytearray(REGULAR)
    for _ in range(200):
        broken[chance.randrange(len(broken) if seed % 2 else 4000)] = chance.randrange(256)
    with contextlib.suppress(ValueError):
        outlines = Outlines(bytes(broken))
        for number in range(0, 600, 7):
            outlines.glyph(number)
            outlines.instructed(number)
