"""Expansion: lines whose letters are drawn wider or narrower than the engine lays them out.

The engine knows no such thing, and lays such a line out with letters as they are and other spaces. The line,
which is one piece, says in how much of their width its letters are drawn (horizontal scaling: ISO 32000-1,
9.3.4), and how wide it is.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

_EXPANSION = "data-expansion"
"""The attribute of a line: in how much of their width, in percent, its letters are drawn."""
_WIDTH = "data-width"
"""The attribute of such a line: how wide it is (thousandths of an em)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a line is drawn: its letters in ``expansion`` percent of their width, and ``width`` wide.

    That is in thousandths of an em; 0 is as wide as laid out.
    """

    expansion: float
    width: float


AS_LAID_OUT = Drawn(100.0, 0.0)


def drawn_of(element: Element) -> Drawn:
    """Return how the text of ``element`` is drawn."""
    expansion = element.get(_EXPANSION)
    return AS_LAID_OUT if expansion is None else Drawn(float(expansion), float(element.attrib[_WIDTH]))
