"""A house style, as far as the stages before the engine must know it: the sizes and fonts of its tokens."""

from dataclasses import dataclass
from pathlib import Path

DEFAULT_STYLE = "intergovernmental"


@dataclass(frozen=True, slots=True)
class Style:
    """What composition must know of a house style.

    ``measure`` (the width of the text), ``indent`` and ``font_size`` are points, ``kind_spacing`` is em;
    ``text`` and ``strong`` are the font files of the text and of what is strong in the heading; ``families``
    are the only font families that its pages may use, and ``faces`` all font files that its sheets declare
    for them, italic ones too. ``features_off`` are the OpenType features that it does without, by their tags.
    """

    name: str
    measure: float
    indent: float
    font_size: float
    kind_spacing: float
    hyphenates: bool
    text: Path
    strong: Path
    families: frozenset[str]
    faces: tuple[Path, ...]
    features_off: tuple[str, ...]
