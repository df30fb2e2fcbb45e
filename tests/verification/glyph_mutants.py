"""Finished files made to show something else than they say: letters redrawn, moved, hidden, renamed.

``GLYPH_MUTANTS`` has, by name, a change of a finished PDF and the names of the checks that must fail for it.
The changes suit any file of Engross with a divided word in it.
"""

import io
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pikepdf
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from engross.verification import glyphs, pages, structure, text_by_pdfium, text_by_structure

Change: TypeAlias = Callable[[pikepdf.Pdf], None]

_TEXTS = frozenset({text_by_structure.NAME, text_by_pdfium.NAME})
_GLYPHS = frozenset({glyphs.NAME})
_PAGES = frozenset({pages.NAME})
_STRUCTURE = frozenset({structure.NAME})
_LINE = rb"(1 0 0 -1 [\d.]+) ([\d.]+) Tm"
_ONE_BY_ONE = re.compile(rb"^(<[0-9A-Fa-f]+>) (<[0-9A-Fa-f]+>)$", re.MULTILINE)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the fonts of the first page, the one with the most text first."""
    yield from sorted(pdf.pages[0].Resources.Font.values(), key=lambda font: -len(_codes(font)))


def _codes(font: Any) -> dict[str, int]:
    """Return the code of each text of ``font``."""
    pairs = _ONE_BY_ONE.findall(font.ToUnicode.read_bytes())
    codes = {
        bytes.fromhex(text[1:-1].decode()).decode("utf-16-be"): int(code[1:-1], 16) for code, text in pairs
    }
    assert codes
    return codes


def says(text: str, other: str) -> Change:
    """Return a change after which the codes that said ``text`` say ``other``."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = next(_fonts(pdf))
        code = b"<%04x>" % _codes(font)[text]
        new = b"%s <%s>" % (code, other.encode("utf-16-be").hex().encode())
        data, count = re.subn(rb"(?im)^%s <[0-9a-f]+>$" % code, new, font.ToUnicode.read_bytes())
        assert count == 1
        font.ToUnicode.write(data)

    return change


def draws(text: str, other: str) -> Change:
    """Return a change of the CIDToGIDMap, after which the codes that say ``text`` draw ``other``."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = next(_fonts(pdf))
        mapping = bytearray(font.DescendantFonts[0].CIDToGIDMap.read_bytes())
        at, source = 2 * _codes(font)[text], 2 * _codes(font)[other]
        mapping[at : at + 2] = mapping[source : source + 2]
        font.DescendantFonts[0].CIDToGIDMap = pdf.make_stream(bytes(mapping))

    return change


def program(edit: Callable[[TTFont, str], None], text: str = "о") -> Change:
    """Return a change that edits the font program, given the name of the glyph of ``text`` in it."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = next(_fonts(pdf))
        descriptor = font.DescendantFonts[0].FontDescriptor
        opened = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()), recalcTimestamp=False)
        edit(opened, opened.getBestCmap()[ord(text)])
        saved = io.BytesIO()
        opened.save(saved)
        descriptor.FontFile2 = pdf.make_stream(saved.getvalue(), Length1=len(saved.getvalue()))

    return change


def _outline_of_another(font: TTFont, name: str) -> None:
    font["glyf"][name] = font["glyf"][font.getBestCmap()[ord("а")]]


def _no_outline(font: TTFont, name: str) -> None:
    font["glyf"][name] = type(font["glyf"][name])()


def _moved_point(font: TTFont, name: str) -> None:
    font["glyf"][name].coordinates[0] = (0, 900)


def _moved_part(font: TTFont, name: str) -> None:
    glyph = font["glyf"][name]
    assert glyph.isComposite()
    glyph.components[-1].x += 300


def _part_of_another(font: TTFont, name: str) -> None:
    font["glyf"][name].components[0].glyphName = font.getBestCmap()[ord("о")]


def _metrics(advance: int, side: int) -> Callable[[TTFont, str], None]:
    def edit(font: TTFont, name: str) -> None:
        was = font["hmtx"][name]
        font["hmtx"][name] = (was[0] + advance, was[1] + side)

    return edit


def _other_units(font: TTFont, _: str) -> None:
    font["head"].unitsPerEm = 2000


def _table(tag: str) -> Callable[[TTFont, str], None]:
    def edit(font: TTFont, _: str) -> None:
        font[tag] = DefaultTable(tag)
        font[tag].data = bytes(10)

    return edit


def _instructions(font: TTFont, name: str) -> None:
    font["glyf"][name].program.fromBytecode(b"\x4f")


def descendant(change: Callable[[Any, pikepdf.Pdf], None]) -> Change:
    return lambda pdf: change(next(_fonts(pdf)).DescendantFonts[0], pdf)


def _another_kind(cid: Any, _: pikepdf.Pdf) -> None:
    cid.FontDescriptor.FontFile3 = cid.FontDescriptor.FontFile2
    del cid.FontDescriptor.FontFile2


def _another_face(cid: Any, pdf: pikepdf.Pdf) -> None:
    *_, other = _fonts(pdf)
    assert other.DescendantFonts[0].objgen != cid.objgen
    cid.FontDescriptor.FontFile2 = other.DescendantFonts[0].FontDescriptor.FontFile2


def _narrow(cid: Any, _: pikepdf.Pdf) -> None:
    for entry in cid.W:
        if isinstance(entry, pikepdf.Array):
            for at, width in enumerate(entry):
                entry[at] = int(width) // 2


def _no_spaces(cid: Any, _: pikepdf.Pdf) -> None:
    assert int(cid.W[0]) == 3, "the space is the first glyph of the widths"
    cid.W[1][0] = 0


def _other_codes(pdf: pikepdf.Pdf) -> None:
    next(_fonts(pdf)).Encoding = pikepdf.Name("/Identity-V")


def content(old: bytes, new: bytes, count: int = 1) -> Change:
    """Return a change of the content of page 1: what the pattern ``old`` finds becomes ``new``."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].obj.Contents
        data, done = re.subn(old, new, stream.read_bytes(), count=count)
        assert done
        stream.write(data)

    return change


def before_text(drawn: bytes) -> Change:
    return content(rb"\bBT\b", drawn + b"\nBT")


def after_all(drawn: bytes) -> Change:
    return content(rb"\Z", b"\n" + drawn)


def graphics_state(key: str, value: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        for state in pdf.pages[0].Resources.ExtGState.values():
            state[key] = value

    return change


def _copy(pdf: pikepdf.Pdf, opening: bytes, size: bytes) -> None:
    """Show a line of the page once more, at its foot, in type of ``size``."""
    stream = pdf.pages[0].obj.Contents
    data = stream.read_bytes()
    font, shown = re.search(rb"(/\w+) [\d.]+ Tf\n(\[.*?\] TJ)", data, re.DOTALL).groups()  # type: ignore[union-attr]
    copy = b"q %s BT 1 0 0 1 300 60 Tm %s %s Tf %s ET EMC Q\n" % (opening, font, size, shown)
    stream.write(copy + data)


def _closer(pdf: pikepdf.Pdf) -> None:
    """Move each letter of the longest showing back over the one before it, by less than its own width."""
    stream = pdf.pages[0].obj.Contents
    data = stream.read_bytes()
    longest = max(re.findall(rb"\[[^\]]*\] TJ", data), key=len)
    codes = re.findall(rb"[0-9a-f]{4}", b"".join(re.findall(rb"<([0-9a-f]+)>", longest)))
    stream.write(data.replace(longest, b"[" + b"280".join(b"<%s>" % code for code in codes) + b"] TJ"))


def _over(pdf: pikepdf.Pdf) -> None:
    """Move the last line of page 1 up, until it stands 8 points below the one before."""
    stream = pdf.pages[0].obj.Contents
    data = stream.read_bytes()
    *_, before, last = re.finditer(_LINE, data)
    up = b"%s %.3f Tm" % (last[1], float(before[2]) + 8.0 / 0.75)
    stream.write(data[: last.start()] + up + data[last.end() :])


def _role(old: str, new: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        root: Any = pdf.Root.StructTreeRoot
        next(kid for kid in root.K[0].K if f"/{old}" == kid.S).S = pikepdf.Name(f"/{new}")

    return change


def _one_hyphen_more(after: bytes) -> Change:
    """Return a change that draws the hyphen of a divided word inside a word, amid a line, then ``after``."""

    def change(pdf: pikepdf.Pdf) -> None:
        hyphen = b"<%04x>" % _codes(next(_fonts(pdf)))["\u00ad"]
        inside = rb"(\[(?:<[0-9a-f]{4}>-?\d+){2})(<[0-9a-f]{4}>-?\d+<[0-9a-f]{4}>[^\]]{300,}\] TJ)"
        content(inside, rb"\1" + hyphen + after + rb"\2")(pdf)

    return change


def _behind_another(pdf: pikepdf.Pdf) -> None:
    """Show a line by a copy of its font that draws other letters, after its own was chosen and forgotten."""
    own = next(_fonts(pdf))
    fonts = pdf.pages[0].Resources.Font
    name = next(name for name, font in fonts.items() if font.objgen == own.objgen)
    evil, cid = (
        pdf.make_indirect(pikepdf.Dictionary(dict(part.items()))) for part in (own, own.DescendantFonts[0])
    )
    mapping, codes = bytearray(cid.CIDToGIDMap.read_bytes()), _codes(own)
    for text, other in (("о", "е"), ("е", "о")):
        source = 2 * codes[other]
        mapping[2 * codes[text] : 2 * codes[text] + 2] = own.DescendantFonts[0].CIDToGIDMap.read_bytes()[
            source : source + 2
        ]
    cid.CIDToGIDMap = pdf.make_stream(bytes(mapping))
    evil.DescendantFonts = pikepdf.Array([cid])
    fonts["/Evil"] = evil
    choice = name.encode() + rb" ([\d.]+) Tf"
    content(choice, rb"/Evil \1 Tf q " + name.encode() + rb" \1 Tf Q", count=2)(pdf)


def _twice(pdf: pikepdf.Pdf) -> None:
    """Give the program two tables of outlines: FreeType takes the first, fontTools the last."""
    descriptor = next(_fonts(pdf)).DescendantFonts[0].FontDescriptor
    honest = descriptor.FontFile2.read_bytes()
    program(_outline_of_another)(pdf)
    changed = descriptor.FontFile2.read_bytes()
    outlines = TTFont(io.BytesIO(changed)).reader["glyf"]
    count = int.from_bytes(honest[4:6], "big")
    end = 12 + 16 * count
    entries = [
        honest[at : at + 8]
        + (int.from_bytes(honest[at + 8 : at + 12], "big") + 16).to_bytes(4, "big")
        + honest[at + 12 : at + 16]
        for at in range(12, end, 16)
    ]
    first = next(at for at, entry in enumerate(entries) if entry.startswith(b"glyf"))
    place = (len(honest) + 16).to_bytes(4, "big") + len(outlines).to_bytes(4, "big")
    entries.insert(first, b"glyf" + bytes(4) + place)
    head = honest[:4] + (count + 1).to_bytes(2, "big") + honest[6:12]
    made = head + b"".join(entries) + honest[end:] + outlines
    descriptor.FontFile2 = pdf.make_stream(made, Length1=len(made))


def _instructions_of_a_part(font: TTFont, name: str) -> None:
    font["glyf"][font["glyf"][name].components[-1].glyphName].program.fromBytecode(b"\x4f")


_A_SCALE = rb"\n(?!100 |0\.1 )[\d.]+ Tz\n"
_A_WORD = rb"(\[<[0-9a-f]{4})([0-9a-f]{4,}[^\]]*\] TJ)"

GLYPH_MUTANTS: dict[str, tuple[Change, frozenset[str]]] = {
    "a letter that says another": (says("о", "е"), _TEXTS | _GLYPHS),
    "a letter that says its twin of another script": (says("о", "o"), _TEXTS),
    "a letter that says a soft hyphen": (says("о", "\u00ad"), _TEXTS | _GLYPHS),
    "a letter that says a space": (says("о", " "), _TEXTS | _GLYPHS),
    "a letter that says more than it draws": (says("о", "ое"), _TEXTS | _GLYPHS),
    "a letter that says what nobody sees": (says("о", "о\u2060"), _TEXTS | _GLYPHS),
    "a letter drawn as another": (draws("о", "е"), _GLYPHS),
    "a space drawn as a letter": (draws(" ", "о"), _GLYPHS),
    "a letter drawn as nothing": (draws("о", " "), _GLYPHS),
    "the hyphen of a divided word drawn as a dash": (draws("\u00ad", "–"), _GLYPHS),
    "a dash drawn as a hyphen": (draws("–", "-"), _GLYPHS),
    "the outline of another letter": (program(_outline_of_another), _GLYPHS),
    "an outline emptied": (program(_no_outline), _GLYPHS),
    "a point of an outline moved": (program(_moved_point, "ж"), _GLYPHS),
    "a part of a composite moved": (program(_moved_part, "й"), _GLYPHS),
    "a composite of another letter": (program(_part_of_another, "й"), _GLYPHS),
    "an outline set off its place": (program(_metrics(0, 400)), _GLYPHS),
    "another advance in the program": (program(_metrics(-300, 0)), _GLYPHS),
    "outlines of half the size": (program(_other_units), _GLYPHS),
    "instructions for the outlines": (program(_table("prep")), _GLYPHS),
    "instructions in a glyph": (program(_instructions, "ж"), _GLYPHS),
    "instructions in a part of a glyph": (program(_instructions_of_a_part, "й"), _GLYPHS),
    "a table of outlines before the one that is compared": (_twice, _GLYPHS),
    "letters of a font that seems not to be used": (_behind_another, _GLYPHS),
    "a hyphen amid a line": (_one_hyphen_more(b""), _GLYPHS | frozenset({text_by_pdfium.NAME})),
    "a hyphen amid a line, shown apart": (
        _one_hyphen_more(b"] TJ ["),
        frozenset({text_by_pdfium.NAME}),
    ),
    "a word that falls apart, shown in parts": (
        content(_A_WORD, rb"\1>] TJ 100 Tz [-700<\2"),
        frozenset({text_by_pdfium.NAME}),
    ),
    "a space stepped back over, shown in parts": (
        content(rb"(0003)([0-9a-f]{4})", rb"\1>] TJ /a1.0 gs [280<\2"),
        _STRUCTURE,
    ),
    "a word in small print": (
        content(
            rb"(/\w+) ([\d.]+) Tf\n(\[<[0-9a-f]{4})([0-9a-f]{4,}[^\]]*\] TJ)",
            rb"\1 \2 Tf \3>] TJ \1 6 Tf [<\4",
        ),
        _STRUCTURE,
    ),
    "a line in small print": (content(rb"(/\w+) 18[\d.]+ Tf", rb"\1 8 Tf"), _PAGES),
    "pictures for glyphs": (program(_table("SVG ")), _GLYPHS),
    "a program of another kind": (descendant(_another_kind), _GLYPHS),
    "the program of another face": (descendant(_another_face), _GLYPHS),
    "codes read by another encoding": (_other_codes, _GLYPHS),
    "widths at which letters overlap": (descendant(_narrow), _GLYPHS),
    "a space without width": (descendant(_no_spaces), _GLYPHS),
    "letters on top of each other": (_closer, _GLYPHS),
    "a word that falls apart": (content(_A_WORD, rb"\1>-2000<\2"), _GLYPHS),
    "a space stepped back over": (content(rb"(0003)([0-9a-f]{4})", rb"\1>240<\2"), _GLYPHS),
    "letters placed by themselves": (content(rb"(?s)(1 0 0 -1 [\d. ]+Tm)(.*?TJ)", rb"\1\2\n\1"), _STRUCTURE),
    "a line moved by another operator": (before_text(b"BT 5 5 Td ET"), _STRUCTURE),
    "a line on top of the one before": (_over, _PAGES),
    "white text": (content(rb"(?m)^0 g$", b"1 g", 0), _PAGES),
    "transparent text": (graphics_state("/ca", 0), _PAGES),
    "text in a white state": (graphics_state("/TR", pikepdf.Name.Identity), _STRUCTURE),
    "text that is blended away": (graphics_state("/BM", pikepdf.Name.Screen), _STRUCTURE),
    "text under a white box": (after_all(b"/Artifact BMC q 1 g 0 0 600 900 re f Q EMC"), _STRUCTURE),
    "text that is clipped away": (before_text(b"0 0 1 1 re W n"), _STRUCTURE),
    "text in rendering mode 3": (before_text(b"3 Tr"), _PAGES),
    "text that only clips": (before_text(b"7 Tr"), _PAGES),
    "text off the page": (content(rb"(1 0 0 -1 )([\d.]+)", rb"\g<1>9\2"), _PAGES),
    "text of 1 point": (content(rb"(/\w+) [\d.]+ Tf", rb"\1 1 Tf"), _PAGES),
    "text pressed to nothing": (before_text(b"1 Tz"), _PAGES),
    "text pressed together": (before_text(b"50 Tz"), _PAGES),
    "a line drawn wider than the style allows": (content(_A_SCALE, b"\n102.5 Tz\n"), _GLYPHS | _PAGES),
    "a line drawn a trifle wider than the style allows": (
        content(_A_SCALE, b"\n102.02 Tz\n"),
        _GLYPHS | _PAGES,
    ),
    "a part of a line drawn wider than the rest": (
        content(rb"(Tz\n\[[^\]]*<[0-9a-f]+)([0-9a-f]{4}>[^\]]*\] TJ)", rb"\1>] TJ 100.5 Tz [<\2"),
        _GLYPHS,
    ),
    "a heading drawn wider": (before_text(b"101 Tz"), _GLYPHS),
    "text scaled to nothing": (before_text(b"0.01 0 0 0.01 0 0 cm"), _PAGES),
    "mirrored text": (content(rb"BT\n1 0 0 -1", rb"BT\n-1 0 0 -1"), _PAGES),
    "a copy in 1 point": (lambda pdf: _copy(pdf, b"/Artifact BMC", b"1"), _STRUCTURE | _PAGES),
    "a copy without tags": (lambda pdf: _copy(pdf, b"/Span BMC", b"14"), _STRUCTURE),
    "a paragraph that is no paragraph": (_role("P", "Div"), frozenset({text_by_structure.NAME})),
    "a date that is a paragraph": (_role("Div", "P"), frozenset({text_by_structure.NAME})),
    "a date that is a heading": (_role("Div", "H2"), frozenset({text_by_structure.NAME})),
}
