"""Content streams to what they show: text with its marks, by pikepdf's parser and the fonts' ToUnicode.

It follows marked content and form XObjects (ISO 32000-1, 14.6 and 8.10) and no graphics state; where
things are on the page is for PDFium to say. Every stream is measured before it is parsed.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import pikepdf

from engross.verification import cmap
from engross.verification.evidence import Font, Mark, PdfObject, Show

LARGEST_STREAM = 4 * 2**20
_MOST_OPERATORS = 5_000_000
_DEEPEST_NESTING = 16
_INK = frozenset(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"))
_UNMAPPED = "\ufffd"


@dataclass(slots=True)
class _UsedFont:
    """A font while the streams are read: how to decode it, and the codes seen so far."""

    source: PdfObject
    bytes_a_code: int
    to_unicode: dict[int, str] | None
    codes: set[int] = field(default_factory=set)

    def decode(self, shown: bytes) -> str:
        codes = [
            int.from_bytes(shown[start : start + self.bytes_a_code], "big")
            for start in range(0, len(shown), self.bytes_a_code)
        ]
        self.codes.update(codes)
        texts = self.to_unicode or {}
        return "".join([texts.get(code, _UNMAPPED) for code in codes])


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


class ContentReader:
    """Read pages one after another; fonts are collected over all of them."""

    def __init__(self) -> None:
        """Start with no page read. ``forms`` will give page and object for each form's StructParents."""
        self.shows: list[Show] = []
        self.forms: dict[int, tuple[int, int]] = {}
        self._fonts: dict[PdfObject, _UsedFont] = {}
        self._operators = 0

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
        return tuple(_finished(font) for font in self._fonts.values())

    def _read(self, stream: _Stream, outer: _Context) -> None:
        stack = [outer]
        font: _UsedFont | None = None
        for operands, operator in self._instructions(stream):
            match str(operator):
                case "TJ":
                    self._show_text(font, operands[0], stream, stack[-1])
                case "Tj" | "'" | '"':
                    self._show_text(font, operands[-1:], stream, stack[-1])
                case "Tf":
                    font = self._font(stream.resources.Font[str(operands[0])])
                case "BDC" | "BMC":
                    stack.append(self._entered(operands, stream, stack[-1]))
                case "EMC":
                    stack.pop()
                case "Do":
                    self._draw(stream.resources.XObject[str(operands[0])], stream, stack[-1])
                case ink if ink in _INK:
                    self._show(stream, stack[-1], "")
        if stack != [outer]:
            raise ValueError("marked content does not end where it began")

    def _instructions(self, stream: _Stream) -> PdfObject:
        if stream.depth > _DEEPEST_NESTING:
            raise ValueError("form XObjects are nested too deep")
        instructions = pikepdf.parse_content_stream(stream.source)
        self._operators += len(instructions) + 1
        if self._operators > _MOST_OPERATORS:
            raise ValueError(f"its content takes more than {_MOST_OPERATORS} operators")
        return instructions

    def _entered(self, operands: PdfObject, stream: _Stream, outer: _Context) -> _Context:
        properties: PdfObject = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = stream.resources.Properties[str(properties)]
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
        if xobject.get("/Subtype") != "/Form":
            self._show(stream, context, "")
            return
        measure(xobject)
        number = xobject.objgen[0]
        if "/StructParents" in xobject:
            self.forms[int(xobject.StructParents)] = (stream.page, number)
        resources = xobject.get("/Resources", stream.resources)
        self._read(_Stream(xobject, resources, stream.page, number, stream.depth + 1), context)

    def _show_text(
        self, font: _UsedFont | None, shown: Iterable[PdfObject], stream: _Stream, context: _Context
    ) -> None:
        if font is None:
            raise ValueError("text is shown without a font")
        codes = b"".join([bytes(part) for part in shown if isinstance(part, pikepdf.String)])
        if codes:
            self._show(stream, context, font.decode(codes))

    def _show(self, stream: _Stream, context: _Context, text: str) -> None:
        shown = "" if context.replaced else text
        self.shows.append(Show(stream.page, context.mark, context.artifact, shown))

    def _font(self, source: PdfObject) -> _UsedFont:
        key = source.objgen if source.is_indirect else id(source)
        if key not in self._fonts:
            to_unicode = source.get("/ToUnicode")
            if to_unicode is not None:
                measure(to_unicode)
                to_unicode = cmap.parse(to_unicode.read_bytes())
            self._fonts[key] = _UsedFont(source, 2 if source.Subtype == "/Type0" else 1, to_unicode)
        return self._fonts[key]


def measure(stream: PdfObject) -> None:
    """Raise ValueError when ``stream`` would not fit LARGEST_STREAM, or is packed so that nobody can say."""
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        size = len(raw)
    elif filters == "/FlateDecode":
        size = len(zlib.decompressobj().decompress(raw, LARGEST_STREAM + 1))
    else:
        raise ValueError(f"a stream is packed with {filters!r}, which Engross never uses")
    if size > LARGEST_STREAM:
        raise ValueError(f"a stream is larger than {LARGEST_STREAM} bytes")


def _finished(font: _UsedFont) -> Font:
    source = font.source
    descendant = source.DescendantFonts[0] if "/DescendantFonts" in source else source
    descriptor = descendant.get("/FontDescriptor", pikepdf.Dictionary())
    texts = font.to_unicode or {}
    return Font(
        name=str(source.get("/BaseFont", ""))[1:],
        subtype=str(source.Subtype)[1:],
        embedded=any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
        has_to_unicode=font.to_unicode is not None,
        texts={code: texts[code] for code in font.codes if code in texts},
        glyphs=_glyphs(font, descendant),
        codes=frozenset(font.codes),
    )


def _glyphs(font: _UsedFont, descendant: PdfObject) -> dict[int, int]:
    """Return the glyph of every code shown (ISO 32000-1, 9.7.4.2); past the end of the map it is 0."""
    if descendant is font.source:
        return {}
    mapping = descendant.get("/CIDToGIDMap")
    if not isinstance(mapping, pikepdf.Stream):
        return {code: code for code in font.codes}
    measure(mapping)
    glyphs = mapping.read_bytes()
    return {code: int.from_bytes(glyphs[2 * code : 2 * code + 2], "big") for code in font.codes}
