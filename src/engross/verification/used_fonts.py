"""Fonts while content is read: how to decode their codes by ToUnicode, and which codes were shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pikepdf

from engross.verification import cmap
from engross.verification.evidence import Font, PdfObject
from engross.verification.streams import measure

UNMAPPED = "\ufffd"
"""The text of a code that has none."""

_USUAL_WIDTH = 1000


@dataclass(slots=True)
class UsedFont:
    """A font while the streams are read: how to decode it, and the codes seen so far."""

    source: PdfObject
    number: int
    bytes_a_code: int
    to_unicode: dict[int, str] | None
    codes: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, source: PdfObject, number: int) -> "UsedFont":
        """Return ``source`` as the ``number``-th font; raise ValueError when its ToUnicode is ill-formed."""
        to_unicode = source.get("/ToUnicode")
        if to_unicode is not None:
            measure(to_unicode)
            to_unicode = cmap.parse(to_unicode.read_bytes())
        return cls(source, number, 2 if source.Subtype == "/Type0" else 1, to_unicode)

    def decode(self, shown: bytes) -> tuple[int, ...]:
        """Return the codes in ``shown``, and remember them."""
        width = self.bytes_a_code
        codes = tuple(
            int.from_bytes(shown[start : start + width], "big") for start in range(0, len(shown), width)
        )
        self.codes.update(codes)
        return codes

    def text(self, codes: Iterable[int]) -> str:
        """Return the text of ``codes``, U+FFFD for those without."""
        texts = self.to_unicode or {}
        return "".join([texts.get(code, UNMAPPED) for code in codes])

    def finished(self) -> Font:
        """Return what the checks need to know of this font, once all is read."""
        source = self.source
        descendant = source.DescendantFonts[0] if "/DescendantFonts" in source else source
        descriptor = descendant.get("/FontDescriptor", pikepdf.Dictionary())
        texts = self.to_unicode or {}
        has_cids = descendant is not source and source.get("/Encoding") == "/Identity-H"
        return Font(
            name=str(source.get("/BaseFont", ""))[1:],
            subtype=str(source.Subtype)[1:],
            embedded=any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
            has_to_unicode=self.to_unicode is not None,
            texts={code: texts[code] for code in self.codes if code in texts},
            glyphs=self._glyphs(descendant) if has_cids else {},
            widths=self._widths(descendant) if has_cids else {},
            program=_program(descriptor),
            codes=frozenset(self.codes),
        )

    def _glyphs(self, descendant: PdfObject) -> dict[int, int]:
        """Return the glyph of every code shown (ISO 32000-1, 9.7.4.2); past the end of the map it is 0."""
        mapping = descendant.get("/CIDToGIDMap")
        if not isinstance(mapping, pikepdf.Stream):
            return {code: code for code in self.codes}
        measure(mapping)
        glyphs = mapping.read_bytes()
        return {code: int.from_bytes(glyphs[2 * code : 2 * code + 2], "big") for code in self.codes}

    def _widths(self, descendant: PdfObject) -> dict[int, float]:
        """Return the width of every code shown (ISO 32000-1, 9.7.4.3)."""
        given: dict[int, float] = {}
        entries = list(descendant.get("/W", ()))
        while entries:
            first, second, *rest = entries[:3]
            if isinstance(second, pikepdf.Array):
                given.update(
                    zip(range(int(first), int(first) + len(second)), map(float, second), strict=True)
                )
                del entries[:2]
            else:
                given.update((code, float(rest[0])) for code in self.codes if first <= code <= second)
                del entries[:3]
        usual = float(descendant.get("/DW", _USUAL_WIDTH))
        return {code: given.get(code, usual) for code in self.codes}


def _program(descriptor: PdfObject) -> bytes:
    """Return the embedded TrueType program, nothing if there is none."""
    if "/FontFile2" not in descriptor:
        return b""
    measure(descriptor.FontFile2)
    return bytes(descriptor.FontFile2.read_bytes())
