"""Content streams to what they show: text with its marks, by pikepdf's parser and the fonts' ToUnicode.

It follows marked content and form XObjects (ISO 32000-1, 14.6 and 8.10), and of the graphics state the font
and the place of text, by the operators that Engross writes. What its pages never have is noted beside the
text. Every stream is measured before it is parsed.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

import pikepdf

from engross.verification import marks
from engross.verification.evidence import Extra, Font, Mark, PdfObject, Show
from engross.verification.graphics import IDENTITY, Graphics, Matrix, matrix
from engross.verification.streams import measure
from engross.verification.used_fonts import UsedFont

_MOST_OPERATORS = 5_000_000
_DEEPEST_NESTING = 16
_INK = frozenset(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"))
# The operators of a page that shows text and nothing else: clips, patterns and colour spaces can hide text.
_TEXT = frozenset((
    "q", "Q", "cm", "gs", "g", "BT", "ET", "Tf", "Tm", "Tr", "Ts", "Tz", "Tj", "TJ", "BDC", "BMC", "EMC"
))  # fmt: skip
_COLOURS = frozenset(("g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"))
_SHOWING = frozenset(("TJ", "Tj", "'", '"'))
# What may stand between text that is shown and the end of its text object: others would move or change what
# follows on the line, without a place of its own.
_AFTER_TEXT = frozenset(("TJ", "Tj", "Ts", "Tz", "ET"))
_GRAPHICS_STATE = frozenset(("/Type", "/ca", "/CA"))
# Letters are moved together by less than this, in thousandths of the size; more could change their order. A
# letter that runs to the left is shown alone, and the proof of the glyphs sees to its place.
_FURTHEST_BACK = 300
# ActualText and its like say something else than what is drawn, and PDFium believes it. Lang has it read so.
_PROPERTIES = frozenset(("/MCID", "/Type", "/Subtype", "/Attached", "/BBox"))


@dataclass(frozen=True, slots=True)
class _Context:
    """What a marked-content sequence says of all inside it."""

    mark: Mark | None = None
    artifact: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class _Stream:
    """A content stream: of a page, or of the form with that object number drawn on it."""

    source: PdfObject
    resources: PdfObject
    page: int
    form: int = 0
    depth: int = 0


@dataclass(slots=True)
class _State:
    """What is saved and restored within a stream: marked content, and the graphics state."""

    contexts: list[_Context]
    graphics: list[Graphics] = field(default_factory=lambda: [Graphics()])

    def step(self, operator: str) -> None:
        """Do ``operator``: EMC, q or Q. Raise ValueError if it ends what was not begun."""
        if operator == "q":
            self.graphics.append(self.graphics[-1])
            return
        ended = self.contexts if operator == "EMC" else self.graphics
        if len(ended) == 1:
            raise ValueError(f"{operator} ends what was not begun")
        ended.pop()

    def end(self) -> None:
        """Raise ValueError unless all that was begun has been ended."""
        if len(self.contexts) > 1:
            raise ValueError("marked content does not end where it began")
        if len(self.graphics) > 1:
            raise ValueError("a graphics state is saved and not restored")


class ContentReader:
    """Read pages one after another; fonts are collected over all of them."""

    def __init__(self, *, marked: bool) -> None:
        """Start with no page read. ``forms`` will give page and object for each form's StructParents.

        ``drawings`` will have, as its keys in order, what does more than to show text, and ``colours`` what
        chooses a colour. Crop marks are neither where pages may be ``marked`` by them: in files for print.
        """
        self._marked = marked
        self.shows: list[Show] = []
        self.drawings: dict[Extra, None] = {}
        self.colours: dict[Extra, None] = {}
        self.forms: dict[int, tuple[int, int]] = {}
        self._fonts: dict[PdfObject, UsedFont] = {}
        self._operators = 0
        self._showing = False
        self._begun = False
        self._placed: set[tuple[Mark, str]] = set()
        self._matrix: Matrix | None = None

    def read_page(self, page: pikepdf.Page, number: int) -> None:
        """Add what ``page``, the ``number``-th, shows; raise ValueError if it is too large or ill-formed."""
        contents = page.obj.get("/Contents")
        if contents is None:
            return
        for stream in contents if isinstance(contents, pikepdf.Array) else (contents,):
            measure(stream)
        self._read(_Stream(page, page.resources, number), _Context())

    def fonts(self) -> tuple[Font, ...]:
        """Return the fonts that were used, in the order of their first use."""
        return tuple(font.finished() for font in self._fonts.values())

    def _read(self, stream: _Stream, outer: _Context) -> None:
        state = _State([outer])
        for operands, operator in self._instructions(stream):
            self._do(str(operator), operands, stream, state)
            self._showing = str(operator) in _SHOWING or (self._showing and str(operator) == "Ts")
            self._note_order(str(operator), stream)
        state.end()

    def _do(self, operator: str, operands: PdfObject, stream: _Stream, state: _State) -> None:
        context, graphics = state.contexts[-1], state.graphics
        match operator:
            case "TJ":
                self._show_text(graphics[-1], operands[0], stream, context)
            case "Tj" | "'" | '"':
                self._note((operator,), _TEXT, stream)
                self._show_text(graphics[-1], operands[-1:], stream, context)
            case "Tf":
                font = self._font(stream.resources.Font[str(operands[0])])
                graphics[-1] = replace(graphics[-1], font=font, size=float(operands[1]))
            case "Tz":
                graphics[-1] = replace(graphics[-1], stretch=float(operands[0]) / 100)
            case "Ts":
                graphics[-1] = replace(graphics[-1], rise=float(operands[0]) / (graphics[-1].size or 1.0))
            case "cm":
                graphics[-1] = graphics[-1].moved(operands)
            case "BDC" | "BMC":
                state.contexts.append(self._entered(operands, stream, context))
            case "EMC" | "q" | "Q":
                state.step(operator)
            case "Do":
                self._draw(stream.resources.XObject[str(operands[0])], stream, context)
            case _:
                self._do_other(operator, operands, stream, context)

    def _instructions(self, stream: _Stream) -> PdfObject:
        if stream.depth > _DEEPEST_NESTING:
            raise ValueError("form XObjects are nested too deep")
        instructions = pikepdf.parse_content_stream(stream.source)
        if self._marked and not stream.depth:
            instructions = instructions[marks.count(instructions, stream.source.obj) :]
        self._operators += len(instructions) + 1
        if self._operators > _MOST_OPERATORS:
            raise ValueError(f"its content takes more than {_MOST_OPERATORS} operators")
        return instructions

    def _do_other(self, operator: str, operands: PdfObject, stream: _Stream, context: _Context) -> None:
        self._note((operator,), _TEXT, stream)
        if operator in _COLOURS:
            chosen = " ".join(str(part) for part in (*operands, operator))
            self.colours[Extra(chosen, stream.page)] = None
        if operator == "gs":
            self._note(stream.resources.ExtGState[str(operands[0])].keys(), _GRAPHICS_STATE, stream)
        elif operator in ("BT", "Tm"):
            self._matrix = matrix(operands) if operator == "Tm" else IDENTITY
            if context.mark is not None:
                # One place for one piece of marked content: a second could lay letters on top of each other.
                place = context.mark, operator
                self._note((operator,), () if place in self._placed else (operator,), stream)
                self._placed.add(place)
        elif operator in _INK:
            self._ink(stream, context)

    def _note_order(self, operator: str, stream: _Stream) -> None:
        """Note what stands after text that is shown and before the end of its text object."""
        if self._begun and operator not in _AFTER_TEXT:
            self.drawings[Extra(f"{operator} after text", stream.page)] = None
        self._begun = operator != "ET" and (self._begun or self._showing)

    def _note(self, found: Iterable[str], known: Collection[str], stream: _Stream) -> None:
        self.drawings |= {Extra(what, stream.page): None for what in sorted(found) if what not in known}

    def _entered(self, operands: PdfObject, stream: _Stream, outer: _Context) -> _Context:
        properties: PdfObject = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = stream.resources.Properties[str(properties)]
        self._note(properties.keys(), _PROPERTIES, stream)
        mcid = properties.get("/MCID")
        inner = _Context(
            mark=outer.mark if mcid is None else Mark(stream.page, stream.form, int(mcid)),
            artifact=outer.artifact or operands[0] == "/Artifact",
            replaced=outer.replaced or "/ActualText" in properties,
        )
        if inner.replaced and not outer.replaced:
            replacement = str(properties["/ActualText"])
            self.shows.append(Show(stream.page, inner.mark, inner.artifact, replacement))
        return inner

    def _draw(self, xobject: PdfObject, stream: _Stream, context: _Context) -> None:
        self._note(("Do",), _TEXT, stream)
        if xobject.get("/Subtype") != "/Form":
            self._ink(stream, context)
            return
        measure(xobject)
        number = xobject.objgen[0]
        if "/StructParents" in xobject:
            self.forms[int(xobject.StructParents)] = (stream.page, number)
        resources = xobject.get("/Resources", stream.resources)
        self._read(_Stream(xobject, resources, stream.page, number, stream.depth + 1), context)

    def _show_text(
        self, graphics: Graphics, shown: Iterable[PdfObject], stream: _Stream, context: _Context
    ) -> None:
        font = graphics.font
        if font is None:
            raise ValueError("text is shown without a font")
        codes: list[int] = []
        moves = [0.0]
        for part in shown:
            if isinstance(part, pikepdf.String):
                own = font.decode(bytes(part))
                codes += own
                moves += [0.0] * len(own)
            else:
                moves[-1] += float(part)
        if any(move > _FURTHEST_BACK for move in moves[len(codes) == 1 :]):
            self.drawings[Extra("TJ", stream.page)] = None
        if codes:
            text = "" if context.replaced else font.text(codes)
            self.shows.append(
                Show(
                    stream.page,
                    context.mark,
                    context.artifact,
                    text,
                    font=font.number,
                    codes=tuple(codes),
                    moves=tuple(moves),
                    continues=self._showing,
                    origin=graphics.origin(self._matrix) if self._matrix else None,
                    stretch=graphics.stretch,
                    rise=graphics.rise,
                )
            )
            self._matrix = None

    def _ink(self, stream: _Stream, context: _Context) -> None:
        self.shows.append(Show(stream.page, context.mark, context.artifact, ""))

    def _font(self, source: PdfObject) -> UsedFont:
        key = source.objgen if source.is_indirect else id(source)
        if key not in self._fonts:
            self._fonts[key] = UsedFont.of(source, len(self._fonts))
        return self._fonts[key]
