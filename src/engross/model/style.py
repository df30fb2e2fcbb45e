"""A house style, as far as the stages before the engine must know it: the sizes and fonts of its tokens."""

from dataclasses import dataclass
from pathlib import Path

from engross.model.language import primary

DEFAULT_STYLE = "intergovernmental"
ANY_LANGUAGE = ""


@dataclass(frozen=True, slots=True)
class Face:
    """A font file that the style sheets declare: its family, and its weight and slope as CSS has them."""

    family: str
    weight: str
    slope: str
    file: Path


@dataclass(frozen=True, slots=True)
class Spacing:
    """How lines are spread over the measure. Lengths are em.

    Each letter is spaced by ``letters`` at most and, at the same time, drawn wider or narrower by
    ``expansion`` of its width at most, in ``steps`` up to both. What is left over, word spaces give:
    ``stretch`` or ``shrink`` each at looseness 1. They take no more than ``shrink``. A line is looser than
    ``tolerance`` only if its paragraph has no other lines, and looser than ``loosest`` in the last resort.
    """

    letters: float
    expansion: float
    steps: int
    stretch: float
    shrink: float
    tolerance: float
    loosest: float


@dataclass(frozen=True, slots=True)
class Style:
    """What the stages beside layout must know of a house style.

    ``measure`` (the width of the text), ``indent`` and ``font_size`` are points, ``kind_spacing`` is em;
    ``rows`` is the number of lines of a page, ``fewest_lines`` that of a paragraph's lines on each side of a
    page end, ``lines_after_title`` and ``lines_before_text`` are the gaps of the heading in lines,
    ``lines_before_heading`` is the gap before that of a part;
    ``hangs`` has the groups of signs that hang into the margin and how far (em), and none if the style has no
    optical margins; ``spacing`` is how its lines are spread.
    ``strong_weight`` is that of what is strong in the heading. ``orders`` has, by language, the families of
    its pages in the order in which they are asked for a character; that of ANY_LANGUAGE holds where a
    language has none of its own. ``families`` are all of these; ``declared`` are all fonts that its sheets
    declare, whether it uses them or not, and ``faces`` the files of those that it may use, italic ones too.
    ``features_off`` are the OpenType features that it does without, by their tags.
    """

    name: str
    measure: float
    indent: float
    font_size: float
    kind_spacing: float
    rows: int
    fewest_lines: int
    lines_after_title: int
    lines_before_text: int
    lines_before_heading: int
    hyphenates: bool
    spacing: Spacing
    hangs: tuple[tuple[str, float], ...]
    strong_weight: str
    orders: tuple[tuple[str, tuple[str, ...]], ...]
    families: frozenset[str]
    declared: tuple[Face, ...]
    faces: tuple[Path, ...]
    features_off: tuple[str, ...]

    def order(self, language: str) -> tuple[str, ...]:
        """Return the families for a text in ``language`` (a BCP 47 tag), the first choice first."""
        orders = dict(self.orders)
        return orders.get(primary(language), orders[ANY_LANGUAGE])

    def file(self, family: str, weight: str, slope: str = "normal") -> Path | None:
        """Return the file of the face of ``family`` with ``weight`` and ``slope``, None if it has none."""
        wanted = (family, weight, slope)
        faces = (face for face in self.declared if (face.family, face.weight, face.slope) == wanted)
        return next((face.file for face in faces), None)
