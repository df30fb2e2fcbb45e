"""The text layer: what the engine draws, mended so that the text of the PDF is the text of the document.

Works on the drawing operators of one page, before the PDF is written, and on nothing else of the engine:

- the white space that a line end swallows is put back as a space glyph of no width, so that nothing lies
  beyond the margin but the text runs on;
- a glyph that must stand for another text than the font's first use of it (the hyphen of a divided word for
  U+00AD) gets a code of its own, an alias;
- content of the page margins becomes an artifact of pagination (ISO 14289-1, 7.8);
- adjustments of nothing are left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import pydyf
import uharfbuzz

from engross.characters import SPACE
from engross.errors import Defect
from engross.findings import Place, finding
from engross.model.tagging import Alias, Mark

STAND_IN = "data-text"
"""The attribute with the text that an element's drawn text stands for."""

INLINE = frozenset({"span", "br", "b", "i", "em", "strong", "sub", "sup", "a", "time", "abbr"})
"""The elements that are part of the line they stand in."""

_CODES = re.compile(rb"<([0-9a-f]*)>")
_NO_ADJUSTMENT = re.compile(rb">0?<")
_LONG_FRACTION = re.compile(rb"-?\d+\.\d{3,}")


@dataclass(slots=True)
class DrawnFont:
    """What of an engine's font is needed: its tag, glyph count and file, and the maps that are written to the PDF."""

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
        code = font.get_nominal_glyph(ord(SPACE))
        assert code is not None, "every font has a space"
        self.to_unicode[code] = SPACE
        self.widths[code] = round(font.get_glyph_h_advance(code) * 1000 / face.upem)
        return code


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A piece of text that was drawn as one marked-content sequence, and its element."""

    text: str
    element: Element | None
    in_margin: bool


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
        operators: list[object],
        drawn: Mapping[int, DrawnText],
        fonts: Mapping[str, DrawnFont],
    ) -> list[object]:
        """Return the mended ``operators`` of ``page``; ``drawn`` by the engine's mark, ``fonts`` by tag."""
        mended: list[object] = []
        current: DrawnText | None = None
        said, space, font, mcid = "", False, None, 0
        for operator in operators:
            if isinstance(operator, pydyf.Dictionary) and "MCID" in operator:
                current = drawn[operator["MCID"]]
                if current.in_margin or current.element is None:
                    mended[-1] = "/Artifact"
                    operator = pydyf.Dictionary({"Type": "/Pagination", "Subtype": "/Header"})
                    said, space = current.text, False
                else:
                    block = self._block(current.element)
                    said, space = self._advance(block, current)
                    operator["MCID"] = mcid
                    self.marks.append(Mark(page, mcid, block))
                    mcid += 1
            elif operator == b"EMC":
                current = None
            elif isinstance(operator, bytes) and operator.endswith(b" Tf"):
                font = fonts[operator[1 : operator.index(b" ")].decode()]
            elif isinstance(operator, bytes) and operator.endswith(b" TJ"):
                assert font is not None
                operator = self._tidy(operator)
                if current is not None:
                    operator, said = self._recode(operator, said, font)
                    if space and not said:
                        mended += [operator, b"0.1 Tz", b"[<%04x>] TJ" % font.space()]
                        operator, space = b"100 Tz", False
            mended.append(operator)
        return mended

    def finished(self) -> None:
        """Raise Defect if some text of an element has not been drawn."""
        for text, position in self._expected.values():
            if text[position:].strip():
                raise Defect(finding("L910", Place(excerpt=text[position : position + 60])))

    def _block(self, element: Element) -> Element:
        while element.tag in INLINE:
            element = self.parents[element]
        return element

    def _advance(self, block: Element, drawn: DrawnText) -> tuple[str, bool]:
        """Return what ``drawn`` says, and whether the engine has swallowed white space after it."""
        if block not in self._expected:
            self._expected[block] = (_text_of(block), 0)
        expected, position = self._expected[block]
        assert drawn.element is not None
        said = drawn.element.get(STAND_IN) or drawn.text
        if expected.startswith(SPACE, position) and not said.startswith(SPACE):
            position += 1
        if not expected.startswith(said, position):
            raise Defect(finding("L910", Place(excerpt=expected[position : position + 60])))
        position += len(said)
        self._expected[block] = (expected, position)
        return said, expected.startswith(SPACE, position)

    def _recode(self, operator: bytes, said: str, font: DrawnFont) -> tuple[bytes, str]:
        """Return ``operator`` with aliases where its codes do not say ``said``, and what is still to be said."""
        codes = [
            int(run[at : at + 4], 16) for run in _CODES.findall(operator) for at in range(0, len(run), 4)
        ]
        says = "".join(font.to_unicode[code] for code in codes)
        if said.startswith(says):
            return operator, said[len(says) :]
        if len(codes) > len(said) or any(len(font.to_unicode[code]) != 1 for code in codes):
            # A cluster of several glyphs: the text proof decides whether what is read is right.
            return operator, said[len(says) :]
        aliased = iter(
            code if font.to_unicode[code] == character else self._alias(font, code, character)
            for code, character in zip(codes, said, strict=False)
        )

        def replaced(match: re.Match[bytes]) -> bytes:
            return b"<" + b"".join(b"%04x" % next(aliased) for _ in range(0, len(match[1]), 4)) + b">"

        return _CODES.sub(replaced, operator), said[len(codes) :]

    def _alias(self, font: DrawnFont, glyph: int, text: str) -> int:
        key = (font.tag, glyph, text)
        if key not in self._aliases:
            code = font.glyph_count + sum(alias.font == font.tag for alias in self._aliases.values())
            self._aliases[key] = Alias(font.tag, code, glyph)
            font.to_unicode[code] = text
            font.widths[code] = font.widths[glyph]
        return self._aliases[key].code

    @staticmethod
    def _tidy(operator: bytes) -> bytes:
        operator = _NO_ADJUSTMENT.sub(b"", operator)
        return _LONG_FRACTION.sub(lambda match: b"%.1f" % float(match[0]), operator)


def _text_of(block: Element) -> str:
    """The text that ``block`` must say: its own, with stand-ins as what they stand for, white space folded.

    A space ends it, so that the text of one block never runs into the next.
    """

    def parts(element: Element) -> str:
        stand_in = element.get(STAND_IN)
        if stand_in:
            return stand_in
        return (element.text or "") + "".join(parts(child) + (child.tail or "") for child in element)

    return re.sub(r"\s+", SPACE, parts(block) + SPACE)
