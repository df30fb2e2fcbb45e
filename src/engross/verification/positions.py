"""Where each glyph of a page stands: the text operators of its content, and the widths of its fonts.

It follows the text state (ISO 32000-1, 9.3 and 9.4) and nothing else of the graphics state but the matrix;
text in forms, and text that is not upright, has no place here. Who composed the page is not asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pikepdf

from engross.verification.evidence import Mark, PdfObject
from engross.verification.used_fonts import UsedFont

Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_DEFAULT_WIDTH = 1000.0  # thousandths of the size (ISO 32000-1, table 117)
_SLANT = 1e-3


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph: its text, the ends of its advance and its baseline in points, its size, and its mark."""

    text: str
    start: float
    end: float
    baseline: float
    size: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class _State:
    """The text state: what q keeps and Q brings back. ``stretch`` is Tz as a factor."""

    ctm: Matrix = _IDENTITY
    font: PdfObject = None
    size: float = 0.0
    stretch: float = 1.0
    letter: float = 0.0
    word: float = 0.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Font:
    """A font with the widths of its codes, in thousandths of the size."""

    used: UsedFont
    widths: dict[int, float]
    default: float

    @classmethod
    def of(cls, source: PdfObject) -> "_Font":
        if "/DescendantFonts" in source:
            descendant = source.DescendantFonts[0]
            widths = dict(_ranges(list(descendant.get("/W", ()))))
            return cls(UsedFont.of(source, 0), widths, float(descendant.get("/DW", _DEFAULT_WIDTH)))
        first = int(source.get("/FirstChar", 0))
        listed = enumerate(source.get("/Widths", ()), first)
        return cls(UsedFont.of(source, 0), {code: float(width) for code, width in listed}, 0.0)


@dataclass(slots=True)
class PositionReader:
    """Reads pages one after another; fonts are kept."""

    _fonts: dict[PdfObject, _Font] = field(default_factory=dict)

    def read(self, page: pikepdf.Page, number: int) -> Iterator[Glyph]:
        """Yield the marked glyphs of ``page``, the ``number``-th, in the order in which they are drawn."""
        if "/Contents" in page.obj:
            yield from _Interpreter(page.resources, number, self._font).run(page)

    def _font(self, source: PdfObject) -> _Font:
        key = source.objgen if source.is_indirect else id(source)
        if key not in self._fonts:
            self._fonts[key] = _Font.of(source)
        return self._fonts[key]


class _Interpreter:
    """The text operators of one page."""

    def __init__(self, resources: PdfObject, page: int, font: Callable[[PdfObject], _Font]) -> None:
        self._resources, self._page, self._font = resources, page, font
        self._state = _State()
        self._kept: list[_State] = []
        self._marks: list[Mark | None] = [None]
        self._line, self._at = _IDENTITY, _IDENTITY

    def run(self, page: pikepdf.Page) -> Iterator[Glyph]:
        instructions: PdfObject = pikepdf.parse_content_stream(page)
        for operands, operator in instructions:
            name = str(operator)
            match name:
                case "TJ":
                    yield from self._show(operands[0])
                case "Tj":
                    yield from self._show(operands)
                case "'" | '"':
                    self._move(0, -self._state.leading)
                    yield from self._show(operands[-1:])
                case "BDC" | "BMC":
                    self._marks.append(self._entered(operands))
                case "EMC":
                    self._marks.pop()
                case _:
                    self._set(name, operands)

    def _set(self, operator: str, operands: PdfObject) -> None:  # noqa: PLR0912, C901 - a line an operator
        state = self._state
        match operator:
            case "q":
                self._kept.append(state)
            case "Q":
                self._state = self._kept.pop()
            case "cm":
                self._state = replace(state, ctm=_product(_matrix(operands), state.ctm))
            case "Tf":
                font = self._resources.Font[str(operands[0])]
                self._state = replace(state, font=font, size=float(operands[1]))
            case "Tz":
                self._state = replace(state, stretch=float(operands[0]) / 100)
            case "Tc":
                self._state = replace(state, letter=float(operands[0]))
            case "Tw":
                self._state = replace(state, word=float(operands[0]))
            case "TL":
                self._state = replace(state, leading=float(operands[0]))
            case "Ts":
                self._state = replace(state, rise=float(operands[0]))
            case "BT":
                self._line = self._at = _IDENTITY
            case "Tm":
                self._line = self._at = _matrix(operands)
            case "Td":
                self._move(float(operands[0]), float(operands[1]))
            case "TD":
                self._state = replace(state, leading=-float(operands[1]))
                self._move(float(operands[0]), float(operands[1]))
            case "T*":
                self._move(0, -state.leading)

    def _move(self, x: float, y: float) -> None:
        self._line = self._at = _product((1, 0, 0, 1, x, y), self._line)

    def _entered(self, operands: PdfObject) -> Mark | None:
        properties: PdfObject = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = self._resources.Properties[str(properties)]
        mcid = properties.get("/MCID")
        return self._marks[-1] if mcid is None else Mark(self._page, 0, int(mcid))

    def _show(self, parts: PdfObject) -> Iterator[Glyph]:
        state, mark = self._state, self._marks[-1]
        if state.font is None:
            raise ValueError("text is shown without a font")
        font = self._font(state.font)
        a, b, _, d, x, y = _product(self._at, state.ctm)
        upright = abs(b) < _SLANT * abs(a)
        baseline, size, moved = y + state.rise * d, state.size * abs(d), 0.0
        for part in parts:
            if not isinstance(part, pikepdf.String):
                moved -= float(part) / 1000 * state.size * state.stretch
                continue
            for code in font.used.decode(bytes(part)):
                text = font.used.text((code,))
                width = font.widths.get(code, font.default) / 1000 * state.size
                spaced = state.letter + (state.word if font.used.bytes_a_code == 1 and code == 32 else 0)
                if mark is not None and upright:
                    start = x + moved * a
                    yield Glyph(text, start, start + width * state.stretch * a, baseline, size, mark)
                moved += (width + spaced) * state.stretch
        self._at = _product((1, 0, 0, 1, moved, 0), self._at)


def _matrix(operands: PdfObject) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies ``first`` and then ``second`` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = second
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r


def _ranges(widths: list[PdfObject]) -> Iterator[tuple[int, float]]:
    """Yield code and width of a W array (ISO 32000-1, 9.7.4.3)."""
    at = 0
    while at < len(widths):
        first, second = int(widths[at]), widths[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + offset, float(width)) for offset, width in enumerate(second))
            at += 2
        else:
            yield from ((code, float(widths[at + 2])) for code in range(first, min(int(second), 0xFFFF) + 1))
            at += 3
