"""A house style, as far as the stages before the engine must know it: the sizes its tokens give."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """The sizes of a house style.

    All are points but ``kind_spacing`` (em). ``measure`` is the width of the text; ``families`` are the only
    font families that its pages may use.
    """

    name: str
    measure: float
    indent: float
    font_size: float
    leading: float
    kind_spacing: float
    families: frozenset[str]
