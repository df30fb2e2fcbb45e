"""The text layer: what the engine draws, mended so that the text of the PDF is the text of the document.

Works on the drawing operators of one page, before the PDF is written, and on nothing else of the engine:

- the white space that a line end swallows is put back as a space glyph of no width, so that nothing lies
  beyond the margin but the text runs on; where a line ends in a number or an address, such a glyph stands for
  the discretionary hyphen that nobody shall see;
- a glyph that must stand for another text than the font's first use of it (the hyphen of a divided word for
  U+00AD) gets a code of its own, an alias;
- content of the page margins becomes an artifact of pagination (ISO 14289-1, 7.8);
- what is shown is as wide as it was laid out (see ``operators``), or, where the letters of a line are to be
  drawn wider, as the line says (see ``expansion``);
- a line with letters that are read from right to left is shown in the order of its text (see ``placed``);
- black is the black of one ink, and not a mixture of three lights;
- a piece of text has one font: that the engine took another for a character that the given one lacks would
  be seen by nobody (docs/decisions/0008).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from xml.etree.ElementTree import Element

import pydyf
import uharfbuzz

from engross.characters import (
    DISCRETIONARY_HYPHEN,
    NO_BREAK_SPACE,
    SPACE,
    ZERO_WIDTH_SPACE,
    clusters,
    fold_white_space,
)
from engross.errors import Defect
from engross.findings import Place, finding
from engross.layout.expansion import AS_LAID_OUT, Drawn, drawn_of
from engross.layout.operators import Showing, in_one_ink
from engross.layout.placed import PlacedGlyph, shown, stretches
from engross.model.tagging import Alias, Mark

STAND_IN = "data-text"
"""The attribute with the text that an element's drawn text stands for."""


INLINE = frozenset({"span", "b", "i", "em", "strong", "sub", "sup", "a", "time", "abbr"})
"""The elements that are part of the line they stand in."""

_UNDRAWN_HYPHEN = ZERO_WIDTH_SPACE
"""In the text of an element: where a line ends inside a word and no hyphen is drawn. No source has it."""

_UNSCALED = b"100 Tz"
_PAGINATION = {"Type": "/Pagination", "Subtype": "/Header"}


@dataclass(slots=True)
class DrawnFont:
    """What is needed of a font of the engine: its tag, glyph count and file, and the maps the PDF gets."""

    tag: str
    glyph_count: int
    data: bytes
    to_unicode: dict[int, str]
    widths: dict[int, float]

    def space(self) -> int:
        """Return the code of the space, which the font is made to keep if it has not drawn one yet."""
        for code, text in self.to_unicode.items():
            if text == SPACE:
                return code
        face = uharfbuzz.Face(self.data)
        font = uharfbuzz.Font(face)
        code = int(font.get_nominal_glyph(ord(SPACE)))
        self.to_unicode[code] = SPACE
        self.widths[code] = round(font.get_glyph_h_advance(code) * 1000 / face.upem)
        return code


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A text drawn as one marked-content sequence, its element, and its width in the unit of sizes.

    ``placed`` are its glyphs, in the order of the text, if some of them are read from right to left.
    """

    text: str
    element: Element | None
    in_margin: bool
    width: float
    placed: tuple[PlacedGlyph, ...] = ()


@dataclass(slots=True)
class TextLayer:
    """The text layer of a whole document, mended page by page in order."""

    parents: Mapping[Element, Element]
    marks: list[Mark] = field(default_factory=list)
    _aliases: dict[tuple[str, int, str], Alias] = field(default_factory=dict)
    _expected: dict[Element, tuple[str, int]] = field(default_factory=dict)

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The aliases given so far."""
        return tuple(self._aliases.values())

    def mend(
        self,
        page: int,
        drawing: list[object],
        drawn: Mapping[int, DrawnText],
        fonts: Mapping[str, DrawnFont],
    ) -> list[object]:
        """Return ``drawing`` of ``page`` mended; ``drawn`` is by the engine's mark, ``fonts`` are by tag."""
        for used in fonts.values():
            # Some programs tell a space that is only a gap by the font's own; without it they see too many.
            used.space()
        mended: list[object] = []
        current: _Said | None = None
        font: DrawnFont | None = None
        width, size = 0.0, 1.0
        owner = page, Element("")
        operators = iter(in_one_ink(drawing))
        for operator in operators:
            match operator:
                case {"MCID": number}:
                    text = drawn[number]
                    if text.in_margin or text.element is None:
                        mended[-1:] = ["/Artifact", pydyf.Dictionary(_PAGINATION)]
                        continue
                    block = self._block(text.element)
                    runs_on = self._begins_with_space(drawn.get(number + 1), block)
                    current = self._advance(block, _says(text), runs_on=runs_on)
                    current.placed, owner = text.placed, (page, block)
                    current.drawn = drawn_of(text.element)
                    width, font = text.width, None
                    mended.append(self._mark(page, block))
                    continue
                case b"BT" if current is not None and current.placed:
                    place = _place(operators)
                    mended += self._placed(current, place, fonts, owner)
                    continue
                case b"EMC":
                    current = None
                case bytes() if operator.endswith(b" Tf"):
                    tag = operator[1 : operator.index(b" ")].decode()
                    if current is not None and font is not None and font.tag != tag:
                        raise Defect(finding("L910", Place(excerpt=current.rest[:60])))
                    font = fonts[tag]
                    size = float(operator.split()[1])
                case bytes() if operator.endswith(b" TJ") and font is not None:
                    mended.extend(self._show(operator, current, font, 1000 * width / size))
                    continue
            mended.append(operator)
        return mended

    def _mark(self, page: int, block: Element) -> pydyf.Dictionary:
        """Return the properties of the next marked content of ``page``, which belongs to ``block``."""
        follows = self.marks and self.marks[-1].page == page
        mcid = self.marks[-1].mcid + 1 if follows else 0
        self.marks.append(Mark(page, mcid, block))
        return pydyf.Dictionary({"MCID": mcid})

    def _placed(
        self,
        said: "_Said",
        place: tuple[float, float],
        fonts: Mapping[str, DrawnFont],
        owner: tuple[int, Element],
    ) -> list[object]:
        """Return the operators that show the placed glyphs of ``said``, each stretch in a mark of its own.

        The first is in the mark that is open already; ``owner`` is the page and the block of the others. The
        line begins at ``place``.
        """
        if "".join(glyph.text for glyph in said.placed) != said.rest:
            raise Defect(finding("L910", Place(excerpt=said.rest[:60])))
        objects: list[list[bytes]] = []
        for stretch in stretches(said.placed):
            font = fonts[stretch[0].font]
            codes = [self._code(font, glyph.number, glyph.text) for glyph in stretch]
            widths = [font.widths[code] for code in codes]
            objects.append(shown(stretch, codes, widths, place))
        if said.swallowed:
            last = said.placed[-1]
            font = fonts[last.font]
            beside = 0 if last.leftward else font.widths[last.number] * last.size / 1000
            space = PlacedGlyph(last.font, last.size, font.space(), SPACE, last.x + beside, 0.0, 0)
            objects.append(shown([space], [space.number], [0], place, b"0.1"))
        first, *others = objects
        return [
            *first,
            *(
                operator
                for each in others
                for operator in (b"EMC", "/Span", self._mark(*owner), b"BDC", *each)
            ),
        ]

    def finished(self) -> None:
        """Raise Defect if some text of an element has not been drawn."""
        for text, position in self._expected.values():
            if text[position:].strip():
                raise Defect(finding("L910", Place(excerpt=text[position : position + 60])))

    def _block(self, element: Element) -> Element:
        while element.tag in INLINE:
            element = self.parents[element]
        return element

    def _begins_with_space(self, text: DrawnText | None, block: Element) -> bool:
        """Tell whether ``text``, which is drawn next, goes on in ``block`` with a space."""
        if text is None or text.in_margin or text.element is None or not text.text.startswith(SPACE):
            return False
        return self._block(text.element) is block

    def _advance(self, block: Element, text: str, *, runs_on: bool) -> "_Said":
        """Return what the next piece of ``block`` says, given that ``text`` is drawn of it.

        ``runs_on`` says that the space after it, if there is one, is drawn by the piece that follows.
        """
        if block not in self._expected:
            self._expected[block] = (_text_of(block), 0)
        expected, position = self._expected[block]
        if expected.startswith(SPACE, position) and not text.startswith(SPACE):
            position += 1
        if not expected.startswith(text, position):
            raise Defect(finding("L910", Place(excerpt=expected[position : position + 60])))
        position += len(text)
        following = expected[position : position + 1]
        # A hyphen that nothing draws is said here or never.
        self._expected[block] = (expected, position + (following == _UNDRAWN_HYPHEN))
        undrawn = following == _UNDRAWN_HYPHEN or (following == SPACE and not runs_on)
        return _Said(text, following if undrawn else "")

    def _show(self, operator: bytes, said: "_Said | None", font: DrawnFont, width: float) -> list[bytes]:
        """Return the operators that show what ``operator`` shows and say what ``said`` says."""
        showing = Showing.read(operator)
        if said is None:
            return [bytes(showing)]
        codes = showing.codes
        texts = [font.to_unicode[code] for code in codes]
        says = "".join(texts)
        if not said.rest.startswith(says):
            texts = _texts_of(texts, said.rest)
            showing.recode(map(self._code, repeat(font), codes, texts))
            says = "".join(texts)
        said.rest = said.rest[len(says) :]
        scaled: list[bytes] = []
        if said.fresh and not said.rest:
            # A text in several operators (raised glyphs) keeps the positions of the engine.
            glyphs, expansion = sum(map(font.widths.__getitem__, codes)), said.drawn.expansion
            if said.drawn.width:
                showing.fit_by_spaces(glyphs, width, said.drawn.width * 100 / expansion, font.space())
                scaled = [b"%.10g Tz" % expansion]
            else:
                showing.fit(glyphs, width)
        said.fresh = False
        if not said.swallowed or said.rest:
            return [*scaled, bytes(showing), *([_UNSCALED] if scaled else ())]
        blank = font.space()
        if said.swallowed == _UNDRAWN_HYPHEN:
            blank = self._code(font, blank, DISCRETIONARY_HYPHEN)
        return [*scaled, bytes(showing), b"0.1 Tz", b"[<%04x>] TJ" % blank, _UNSCALED]

    def _code(self, font: DrawnFont, glyph: int, text: str) -> int:
        """Return the code that draws ``glyph`` and stands for ``text``."""
        if font.to_unicode[glyph] == text:
            return glyph
        key = (font.tag, glyph, text)
        if key not in self._aliases:
            code = font.glyph_count + sum(alias.font == font.tag for alias in self._aliases.values())
            self._aliases[key] = Alias(font.tag, code, glyph)
        code = self._aliases[key].code
        font.to_unicode[code] = text
        font.widths[code] = font.widths[glyph]
        return code


@dataclass(slots=True)
class _Said:
    """What a marked-content sequence says and how: what is still to be shown, and what follows undrawn."""

    rest: str
    swallowed: str
    drawn: Drawn = AS_LAID_OUT
    fresh: bool = True
    placed: tuple[PlacedGlyph, ...] = ()


def _says(text: DrawnText) -> str:
    """Return what ``text`` says: what it stands for, else what is drawn, with ordinary spaces only."""
    stands_for = None if text.element is None else text.element.get(STAND_IN)
    return stands_for or text.text.replace(NO_BREAK_SPACE, SPACE)


def _place(operators: Iterator[object]) -> tuple[float, float]:
    """Take from ``operators`` what is left of a text object, and return where it places its text."""
    place = 0.0, 0.0
    for operator in operators:
        if operator == b"ET":
            break
        if isinstance(operator, bytes) and operator.endswith(b" Tm"):
            *_, x, baseline, _ = operator.split()
            place = float(x), float(baseline)
    return place


def _texts_of(known: Sequence[str], said: str) -> list[str]:
    """Return the text of each glyph, given those ``known``, so that together they are ``said``.

    Where a known text does not fit, the glyph is taken to draw the next letter with its marks. A glyph
    without text is part of a letter that the next glyph says, if it does.
    """
    texts = []
    for at, text in enumerate(known):
        following = known[at + 1] if at + 1 < len(known) else ""
        fits = said.startswith(text) if text else following != "" and said.startswith(following)
        texts.append(text if fits else "".join(clusters(said)[:1]))
        said = said.removeprefix(texts[-1])
    return texts


def _text_of(block: Element) -> str:
    """Return the text that ``block`` must say, with stand-ins as what they stand for, white space folded.

    A space ends it, so that the text of one block never runs into the next.
    """

    def parts(element: Element) -> str:
        stand_in = element.get(STAND_IN)
        if stand_in is not None:
            undrawn = stand_in == DISCRETIONARY_HYPHEN and not (element.text or "").strip()
            return _UNDRAWN_HYPHEN if undrawn else stand_in
        return (element.text or "") + "".join(parts(child) + (child.tail or "") for child in element)

    return fold_white_space(parts(block) + SPACE)
