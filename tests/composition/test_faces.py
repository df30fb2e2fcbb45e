"""A font of a PDF is found among the bundled files by its name, whatever subset of it is embedded."""

import hashlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from engross.composition import font_files
from engross.resources import FONTS
from tests.composition.paragraphs import STYLE


def name_for_the_engine(face: Path) -> str:
    """Return how the engine names the font in a PDF: family and style, but no style that is the plain one."""
    names = TTFont(face)["name"]
    family, style = (names.getBestFamilyName(), names.getBestSubFamilyName())
    return f"{family} {style}".removesuffix(" Regular").replace(" ", "-")


NAMES = [name_for_the_engine(face) for face in STYLE.faces]


@pytest.mark.parametrize(
    "name", ["PT-Serif", "ABCDEF+PT-Serif", "PTSerif-Regular", "ABCDEF+PT-Serif-Regular"]
)
def test_a_font_is_found_by_its_name(name: str) -> None:
    (font,) = font_files(STYLE, [name])
    assert (font.name, font.file) == ("PT Serif", "PTF55F.ttf")
    assert font.sha256 == hashlib.sha256((FONTS / font.file).read_bytes()).hexdigest()


def test_every_face_of_the_style_is_found_by_the_name_that_the_engine_gives_it() -> None:
    found = font_files(STYLE, NAMES)
    assert [font.file for font in found] == [face.name for face in STYLE.faces]


def test_the_order_is_that_of_the_style() -> None:
    assert font_files(STYLE, NAMES) == font_files(STYLE, reversed(NAMES))


@pytest.mark.parametrize("name", ["", "DejaVu-Serif", "PT-Serif-Caption", "ABCDEF+"])
def test_a_font_of_another_name_is_none_of_them(name: str) -> None:
    assert font_files(STYLE, [name]) == ()
