"""What is done to the objects of a finished file, by pikepdf, and the checks that must not let it pass.

Each entry is a change of a real file as built, of two pages or more, and the names of the checks that fail,
at least. ``mutants`` has wrong texts, ``byte_mutants`` what is done to the bytes around a file.
"""

import re
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.verification.beside_mutants import EXTRAS, SIGHT
from tests.verification.byte_mutants import READING, fails
from tests.verification.changes import (
    ATTACHMENTS,
    FONTS,
    GLYPHS,
    METADATA,
    PAGES,
    PDFIUM,
    STRUCTURE,
    TREE,
    Change,
    Mutants,
    PdfObject,
    code_of,
    content,
    drop,
    first_page,
    fonts_of,
    main_font,
    program,
    put,
    root,
    top,
    with_role,
    xmp,
)

# The text layer.


def to_unicode(old: str, new: str) -> Change:
    """Return a change after which the code of ``old`` says ``new``."""

    def change(pdf: pikepdf.Pdf) -> None:
        entry = b"<%04x> <%04x>"
        code, stream = code_of(pdf, old), main_font(pdf).ToUnicode
        data = stream.read_bytes().lower()
        assert entry % (code, ord(old)) in data
        stream.write(data.replace(entry % (code, ord(old)), entry % (code, ord(new))))

    return change


def _two_texts(pdf: pikepdf.Pdf) -> None:
    """Give a code another text before its own: some programs go by the first, some by the last."""
    code, stream = code_of(pdf, "а"), main_font(pdf).ToUnicode
    data = stream.read_bytes()
    at = re.search(rb"\d+ beginbf", data).start()  # type: ignore[union-attr]
    stream.write(data[:at] + b"1 beginbfchar\n<%04x> <%04x>\nendbfchar\n" % (code, ord("о")) + data[at:])


def shown_as(old: str, new: str) -> Change:
    """Return a change after which ``old`` is shown by the code of ``new``, once."""

    def change(pdf: pikepdf.Pdf) -> None:
        codes = [b"%04x" % code_of(pdf, text) for text in (old, new)]
        main = main_font(pdf).objgen
        name = next(name for name, font in fonts_of(pdf).items() if font.objgen == main)

        def edit(data: bytes) -> bytes:
            at = data.index(name.encode() + b" ")
            return data[:at] + re.sub(rb"<%b" % codes[0], rb"<%b" % codes[1], data[at:], count=1)

        content(edit)(pdf)

    return change


def _positions_backwards(data: bytes) -> bytes:
    matrix = re.compile(rb"1 0 0 -1 [\d.]+ [\d.]+ Tm")
    backwards = iter(matrix.findall(data)[::-1])
    return matrix.sub(lambda _: next(backwards), data)


def _shows(data: bytes) -> list[re.Match[bytes]]:
    return list(re.finditer(rb"\[<[^\]]{40,}\] TJ", data))


def _twice(data: bytes) -> bytes:
    shown = _shows(data)[3]
    return data[: shown.end()] + b"\n" + shown[0] + data[shown.end() :]


def _lost(data: bytes) -> bytes:
    shown = _shows(data)[3]
    return data[: shown.start()] + data[shown.end() :]


def _as_artifact(data: bytes) -> bytes:
    start = data.rindex(b"/Span", 0, _shows(data)[3].start())
    return data[:start] + re.sub(
        rb"/Span\s+<<.*?>>", b"/Artifact <</Type /Pagination>>", data[start:], count=1
    )


def _swapped(data: bytes) -> bytes:
    one, other = _shows(data)[3:5]
    between = data[one.end() : other.start()]
    return data[: one.start()] + other[0] + between + one[0] + data[other.end() :]


TEXT: Mutants = {
    "a letter that says another": (to_unicode("а", "о"), fails(TREE, PDFIUM, GLYPHS)),
    "a Cyrillic letter that says its Latin twin": (to_unicode("с", "c"), fails(TREE, PDFIUM)),
    "ё for е": (to_unicode("е", "ё"), fails(TREE, PDFIUM, GLYPHS)),
    "a letter that says a private character": (to_unicode("в", "\ue000"), fails(TREE, PDFIUM, GLYPHS)),
    "a space that says a zero width": (to_unicode(" ", "\u200b"), fails(TREE)),
    "a code with two texts": (_two_texts, fails(READING)),
    "no ToUnicode": (drop(main_font, "/ToUnicode"), fails(FONTS, TREE)),
    "a letter shown for another": (shown_as("и", "н"), fails(TREE, PDFIUM)),
    "lines shown from the foot upwards": (content(_positions_backwards), fails(PAGES)),
    "a line twice": (content(_twice), fails(TREE, PDFIUM)),
    "a line lost": (content(_lost), fails(TREE, PDFIUM)),
    "two lines swapped": (content(_swapped), fails(TREE, PDFIUM)),
    "a line that says other words": (
        content(lambda data: data.replace(b"<</MCID 7>>", b"<</MCID 7 /ActualText (x)>>")),
        fails(TREE, STRUCTURE),
    ),
}

# The structure.


def _order(edit: Callable[[list[PdfObject]], list[PdfObject]]) -> Change:
    """Return a change of the elements of the Document by ``edit``."""
    return lambda pdf: top(pdf).__setitem__("/K", Array(edit(list(top(pdf).K))))


def _joined(pdf: pikepdf.Pdf) -> None:
    one, other = with_role("P", 1)(pdf), with_role("P", 2)(pdf)
    for kid in other.K:
        plain = isinstance(kid, int)
        one.K.append(Dictionary(Type=Name.MCR, Pg=other.Pg, MCID=kid) if plain else kid)
    _order(lambda kids: [kid for kid in kids if kid.objgen != other.objgen])(pdf)


def _divided(pdf: pikepdf.Pdf) -> None:
    whole = with_role("P", 0)(pdf)
    rest = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, P=whole.P, Pg=whole.Pg, K=Array([whole.K[-1]]))
    )
    del whole.K[-1]
    at = next(at for at, kid in enumerate(top(pdf).K) if kid.objgen == whole.objgen)
    top(pdf).K.insert(at + 1, rest)


def _nested(pdf: pikepdf.Pdf) -> None:
    outer, inner = with_role("P", 0)(pdf), with_role("P", 1)(pdf)
    _order(lambda kids: [kid for kid in kids if kid.objgen != inner.objgen])(pdf)
    outer.K.append(inner)
    inner.P = outer


def _reparented(pdf: pikepdf.Pdf) -> None:
    with_role("P", 0)(pdf).P = with_role("P", 1)(pdf)


def _called(pdf: pikepdf.Pdf) -> None:
    """Call all paragraphs by another name, which the role map leads back to paragraphs."""
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Note=Name.P)
    for kid in top(pdf).K:
        if kid.S == "/P":
            kid.S = Name.Note


def _numbered_twice(pdf: pikepdf.Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array([0, Array(), *numbers])


def _with_object(pdf: pikepdf.Pdf) -> None:
    top(pdf).K.append(Dictionary(Type=Name.OBJR, Obj=pdf.make_indirect(Dictionary(Note="Иное"))))


def _copied(pdf: pikepdf.Pdf) -> None:
    copy = pdf.make_indirect(Dictionary(dict(with_role("P")(pdf).items())))
    top(pdf).K.append(copy)


STRUCTURES: Mutants = {
    "the heading is a paragraph": (put(with_role("H1"), "/S", Name.P), fails(TREE, STRUCTURE)),
    "a paragraph is a heading": (put(with_role("P"), "/S", Name.H2), fails(TREE)),
    "a second heading of the first level": (put(with_role("P"), "/S", Name.H1), fails(TREE, STRUCTURE)),
    "all paragraphs are notes by the role map": (
        put(lambda pdf: pdf.Root.StructTreeRoot, "/RoleMap", Dictionary(P=Name.Note)),
        fails(TREE),
    ),
    "two paragraphs change places": (
        _order(lambda kids: [*kids[:-2], kids[-1], kids[-2]]),
        fails(TREE),
    ),
    "the heading comes last": (_order(lambda kids: [*kids[1:], kids[0]]), fails(TREE, STRUCTURE)),
    "a paragraph left out": (_order(lambda kids: kids[:-1]), fails(TREE, STRUCTURE)),
    "a paragraph in the tree twice": (_copied, fails(TREE, STRUCTURE)),
    "two paragraphs made one": (_joined, fails(TREE)),
    "a paragraph made two": (_divided, fails(TREE)),
    "a paragraph inside another": (_nested, fails(TREE)),
    "a paragraph read as other words": (put(with_role("P"), "/ActualText", "Иное."), fails(TREE)),
    "a paragraph described": (put(with_role("P"), "/Alt", "Иное."), fails(STRUCTURE)),
    "a paragraph in another language": (put(with_role("P"), "/Lang", "en"), fails(STRUCTURE)),
    "a paragraph spelt out": (put(with_role("P"), "/E", "Иное."), fails(STRUCTURE)),
    "a paragraph with a title of its own": (put(with_role("P"), "/T", "Иное."), fails(STRUCTURE)),
    "a paragraph struck through by an attribute": (
        put(with_role("P"), "/A", Dictionary(O=Name.Layout, TextDecorationType=Name.LineThrough)),
        fails(STRUCTURE),
    ),
    "a paragraph with a file": (put(with_role("P"), "/AF", Array()), fails(STRUCTURE)),
    "a paragraph below another by its own word": (_reparented, fails(STRUCTURE)),
    "paragraphs by another name": (_called, fails(STRUCTURE)),
    "a number twice in the ParentTree": (_numbered_twice, fails(READING)),
    "an object in the tree": (_with_object, fails(STRUCTURE)),
    "marked by a word that is no yes": (
        put(lambda pdf: pdf.Root.MarkInfo, "/Marked", "false"),
        fails(STRUCTURE, METADATA),
    ),
    "a line in another language": (
        content(lambda data: data.replace(b"<</MCID 7>>", b"<</MCID 7 /Lang (en)>>")),
        fails(STRUCTURE),
    ),
    "no structure tree": (drop(root, "/StructTreeRoot"), fails(TREE, STRUCTURE)),
    "no ParentTree": (drop(lambda pdf: pdf.Root.StructTreeRoot, "/ParentTree"), fails(STRUCTURE)),
    "not marked": (drop(root, "/MarkInfo"), fails(STRUCTURE, METADATA)),
    "a line called an artifact": (
        content(_as_artifact),
        fails(TREE, PDFIUM, STRUCTURE),
    ),
    "the page number called text": (
        content(lambda data: re.sub(rb"/Artifact\s*(<<.*?>>\s*)?B[MD]C", b"/Span BMC", data), 1),
        fails(PDFIUM, STRUCTURE),
    ),
}

# Fonts.


def _other_program(pdf: pikepdf.Pdf) -> None:
    own = main_font(pdf)
    other = next(font for font in fonts_of(pdf).values() if font.objgen != own.objgen)
    program(pdf).FontFile2 = other.DescendantFonts[0].FontDescriptor.FontFile2


def _fonts_swapped(pdf: pikepdf.Pdf) -> None:
    (one, first), (other, second), *_ = fonts_of(pdf).items()
    pdf.pages[0].resources.Font[one], pdf.pages[0].resources.Font[other] = second, first


def _shifted(pdf: pikepdf.Pdf) -> None:
    shifted = b"".join((code + 1).to_bytes(2, "big") for code in range(2000))
    main_font(pdf).DescendantFonts[0].CIDToGIDMap = pdf.make_stream(shifted)


FONT: Mutants = {
    "a font that is not embedded": (drop(program, "/FontFile2"), fails(FONTS)),
    "a font of another name": (put(main_font, "/BaseFont", Name("/ABCDEF+Arial")), fails(FONTS)),
    "a font that is whole by its name": (put(main_font, "/BaseFont", Name("/PT-Serif")), fails(FONTS)),
    "the program of another font": (_other_program, fails(GLYPHS, PAGES)),
    "two fonts change places": (_fonts_swapped, fails(TREE)),
    "every code draws the next glyph": (_shifted, fails(GLYPHS)),
    "a program that cannot be read": (lambda pdf: program(pdf).FontFile2.write(bytes(999)), fails(GLYPHS)),
}

# Metadata.

_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>"
METADATAS: Mutants = {
    "another title in XMP": (
        xmp(
            '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">',
            '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Не ',
        ),
        fails(METADATA),
    ),
    "another title in Info": (
        lambda pdf: put(lambda _: pdf.trailer.Info, "/Title", "Иное")(pdf),
        fails(METADATA),
    ),
    "another language of the file": (put(root, "/Lang", "en"), fails(METADATA)),
    "no language": (drop(root, "/Lang"), fails(METADATA)),
    "a second rdf:RDF": (
        xmp("</rdf:RDF>", '</rdf:RDF><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'),
        fails(METADATA),
    ),
    "another part of PDF/A": (xmp("<pdfaid:part>2", "<pdfaid:part>1"), fails(METADATA)),
    "the claim of a profile that carries the source": (
        xmp("<pdfaid:part>2", "<pdfaid:part>3"),
        fails(ATTACHMENTS),
    ),
    "a lower level of PDF/A": (xmp("<pdfaid:conformance>A", "<pdfaid:conformance>B"), fails(METADATA)),
    "no claim of PDF/UA": (xmp("<pdfuaid:part>1</pdfuaid:part>", ""), fails(METADATA)),
    "a later date in XMP": (xmp("<xmp:ModifyDate>2", "<xmp:ModifyDate>3"), fails(METADATA)),
    "a publisher that nobody knows": (
        xmp("<dc:format>", "<dc:publisher>X</dc:publisher><dc:format>"),
        fails(METADATA),
    ),
    "a note in Info": (lambda pdf: put(lambda _: pdf.trailer.Info, "/Note", "Иное")(pdf), fails(METADATA)),
    "no XMP": (drop(root, "/Metadata"), fails(METADATA)),
    "the file name as the title of the window": (drop(root, "/ViewerPreferences"), fails(METADATA)),
}

# Pages.


def _page_again(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _page_gone(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def _pages_swapped(pdf: pikepdf.Pdf) -> None:
    first = pdf.pages[0]
    del pdf.pages[0]
    pdf.pages.insert(1, first)


def _blank_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=(595.275591, 841.889764))
    pdf.pages[-1].obj.TrimBox = pdf.pages[0].obj.MediaBox


_HALF = Array([0, 0, 595, 420])
PAGE: Mutants = {
    "the last page gone": (_page_gone, fails(READING)),
    "a page again": (_page_again, fails(PDFIUM)),
    "two pages change places": (_pages_swapped, fails(PDFIUM)),
    "a blank page": (_blank_page, fails(PAGES)),
    "a page turned": (put(first_page, "/Rotate", 90), fails(PAGES)),
    "a page upside down": (put(first_page, "/Rotate", 180), fails(PAGES)),
    "a page cropped": (put(first_page, "/CropBox", _HALF), fails(PAGES)),
    "half of a page cut off": (put(first_page, "/MediaBox", _HALF), fails(PAGES)),
    "a page of another unit": (put(first_page, "/UserUnit", 2), fails(STRUCTURE)),
    "a page without content": (drop(first_page, "/Contents"), fails(TREE, PDFIUM, STRUCTURE)),
}


LONGER: Mutants = {**TEXT, **STRUCTURES, **PAGE}
"""Those for which it may matter how many pages and paragraphs a file has."""

MUTANTS: Mutants = {**TEXT, **STRUCTURES, **FONT, **METADATAS, **PAGE, **SIGHT, **EXTRAS}
