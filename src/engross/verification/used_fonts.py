"""Fonts while content is read: how to decode their codes by ToUnicode, and which codes were shown."""

from dataclasses import dataclass, field

import pikepdf
import uharfbuzz

from engross.verification import cmap
from engross.verification.evidence import Font, PdfObject
from engross.verification.streams import measure

VERSION = uharfbuzz.version_string()
_UNMAPPED = "\ufffd"


@dataclass(slots=True)
class UsedFont:
    """A font while the streams are read: how to decode it, and the codes seen so far."""

    source: PdfObject
    bytes_a_code: int
    to_unicode: dict[int, str] | None
    codes: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, source: PdfObject) -> "UsedFont":
        """Return the font ``source``, not used yet; raise ValueError when its ToUnicode is ill-formed."""
        to_unicode = source.get("/ToUnicode")
        if to_unicode is not None:
            measure(to_unicode)
            to_unicode = cmap.parse(to_unicode.read_bytes())
        return cls(source, 2 if source.Subtype == "/Type0" else 1, to_unicode)

    def decode(self, shown: bytes) -> str:
        """Return the text of the codes in ``shown``, U+FFFD for those without, and remember the codes."""
        codes = [
            int.from_bytes(shown[start : start + self.bytes_a_code], "big")
            for start in range(0, len(shown), self.bytes_a_code)
        ]
        self.codes.update(codes)
        texts = self.to_unicode or {}
        return "".join([texts.get(code, _UNMAPPED) for code in codes])

    def finished(self) -> Font:
        """Return what the checks need to know of this font, once all is read."""
        source = self.source
        descendant = source.DescendantFonts[0] if "/DescendantFonts" in source else source
        descriptor = descendant.get("/FontDescriptor", pikepdf.Dictionary())
        texts = self.to_unicode or {}
        return Font(
            name=str(source.get("/BaseFont", ""))[1:],
            subtype=str(source.Subtype)[1:],
            embedded=any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
            has_to_unicode=self.to_unicode is not None,
            texts={code: texts[code] for code in self.codes if code in texts},
            glyphs=self._glyphs(descendant),
            characters=_characters(descriptor),
            codes=frozenset(self.codes),
        )

    def _glyphs(self, descendant: PdfObject) -> dict[int, int]:
        """Return the glyph of every code shown (ISO 32000-1, 9.7.4.2); past the end of the map it is 0."""
        if descendant is self.source:
            return {}
        mapping = descendant.get("/CIDToGIDMap")
        if not isinstance(mapping, pikepdf.Stream):
            return {code: code for code in self.codes}
        measure(mapping)
        glyphs = mapping.read_bytes()
        return {code: int.from_bytes(glyphs[2 * code : 2 * code + 2], "big") for code in self.codes}


def _characters(descriptor: PdfObject) -> dict[int, frozenset[str]]:
    """Return the characters that the embedded font draws by each glyph, nothing if it is not TrueType."""
    if "/FontFile2" not in descriptor:
        return {}
    measure(descriptor.FontFile2)
    face = uharfbuzz.Face(descriptor.FontFile2.read_bytes())
    font = uharfbuzz.Font(face)
    characters: dict[int, set[str]] = {}
    for codepoint in face.unicodes:
        characters.setdefault(font.get_nominal_glyph(codepoint), set()).add(chr(codepoint))
    return {glyph: frozenset(found) for glyph, found in characters.items()}
