"""What is done beside the text of a finished file: what is seen of it, and what else is there."""

import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.verification.byte_mutants import READING, fails
from tests.verification.changes import (
    PAGES,
    STRUCTURE,
    Change,
    Mutants,
    PdfObject,
    after,
    before,
    content,
    first_page,
    in_text,
    main_font,
    program,
    put,
    root,
)

# What is seen, and what is there to see beside the text.


def _unused_image(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceGray
    pdf.pages[0].resources.XObject = Dictionary(Image=image)


def _in_pieces(pdf: pikepdf.Pdf) -> None:
    page = first_page(pdf)
    data = page.Contents.read_bytes()
    at = data.index(b"[<") + 3
    page.Contents = Array([pdf.make_stream(part) for part in (data[:at], data[at:])])


def _other_font(pdf: pikepdf.Pdf) -> None:
    drawn = Dictionary(a=pdf.make_stream(b"0 0 10 10 re f"))
    made = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=drawn)
    pdf.pages[0].resources.Font["/Other"] = pdf.make_indirect(made)


def _annotation(**entries: PdfObject) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 300, 300]), **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(made)])

    return change


def _field(pdf: pikepdf.Pdf) -> None:
    _annotation(Subtype=Name.Widget, FT=Name.Tx, T="a", V="Иное.")(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].obj.Annots)


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["note.txt"] = "Тайна".encode()


_SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
SIGHT: Mutants = {
    "white text": (in_text(b"1 1 1 rg"), fails(PAGES)),
    "text that is not painted": (in_text(b"3 Tr"), fails(PAGES)),
    "text smaller than anyone reads": (in_text(b"1 Tz"), fails(PAGES)),
    "text beyond the sheet": (
        content(lambda data: data.replace(b"BT\n1 0 0 -1 ", b"BT\n1 0 0 -1 9", 1)),
        fails(PAGES),
    ),
    "a white box over the text": (after(b"/Artifact BMC 1 g 0 0 595 842 re f EMC"), fails(STRUCTURE)),
    "a line through the text": (after(b"/Artifact BMC 0 400 m 595 400 l S EMC"), fails(STRUCTURE)),
    "a clip around the text": (before(b"0 0 9 9 re W n"), fails(STRUCTURE)),
    "a picture": (after(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"), fails(STRUCTURE)),
    "a picture that is not shown": (_unused_image, fails(STRUCTURE)),
    "content of a layer": (
        content(lambda data: b"/OC /Layer BDC\n" + data + b"\nEMC"),
        fails(READING),
    ),
}
EXTRAS: Mutants = {
    "content in pieces": (_in_pieces, fails(STRUCTURE)),
    "content in another file": (put(lambda pdf: first_page(pdf).Contents, "/F", "other.bin"), fails(READING)),
    "a state restored that was not saved": (content(lambda data: data + b"\nQ"), fails(READING)),
    "a state saved and not restored": (content(lambda data: b"q\n" + data), fails(READING)),
    "text shown with spacing of its own": (
        content(lambda data: re.sub(rb"(\[<)([0-9a-f]{4})", rb"0 0 <\2> \" \1\2", data, count=1)),
        fails(STRUCTURE),
    ),
    "drawn letters that are not used": (_other_font, fails(STRUCTURE)),
    "a second program of a font": (
        lambda pdf: put(program, "/FontFile3", program(pdf).FontFile2)(pdf),
        fails(STRUCTURE),
    ),
    "a branch without pages": (
        lambda pdf: pdf.Root.Pages.Kids.append(
            pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=0, Parent=pdf.Root.Pages))
        ),
        fails(STRUCTURE),
    ),
    "names of pages": (
        put(root, "/PageLabels", Dictionary(Nums=Array([0, Dictionary(P="Проект ")]))),
        fails(STRUCTURE),
    ),
    "pages counted from another number": (
        put(root, "/PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=2)]))),
        fails(STRUCTURE),
    ),
    "pages counted anew": (
        lambda pdf: pdf.Root.PageLabels.Nums.extend(Array([1, Dictionary(S=Name.D)])),
        fails(STRUCTURE),
    ),
    **{
        f"a note in {where}": (put(place, "/Note", "Иное"), fails(STRUCTURE))
        for where, place in {
            "the page tree": lambda pdf: pdf.Root.Pages,
            "the structure tree": lambda pdf: pdf.Root.StructTreeRoot,
            "the outline": lambda pdf: pdf.Root.Outlines,
            "the settings of viewers": lambda pdf: pdf.Root.ViewerPreferences,
            "the labels of pages": lambda pdf: pdf.Root.PageLabels,
            "the colour of the output": lambda pdf: pdf.Root.OutputIntents[0],
            "the resources": lambda pdf: pdf.pages[0].resources,
            "a font": main_font,
            "a font descriptor": program,
            "a ToUnicode": lambda pdf: main_font(pdf).ToUnicode,
        }.items()
    },
    "an attachment": (_attached, fails(STRUCTURE)),
    "a file of the document": (put(root, "/AF", Array()), fails(STRUCTURE)),
    "a script": (
        put(root, "/Names", Dictionary(JavaScript=Dictionary(Names=Array(["a", _SCRIPT])))),
        fails(STRUCTURE),
    ),
    "a script on opening": (put(root, "/OpenAction", _SCRIPT), fails(STRUCTURE)),
    "a script of a page": (put(first_page, "/AA", Dictionary(O=_SCRIPT)), fails(STRUCTURE)),
    "a note on a page": (_annotation(Subtype=Name.Text, Contents="Иное."), fails(STRUCTURE)),
    "a link": (_annotation(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="about:blank")), fails(STRUCTURE)),
    "a field of a form": (_field, fails(STRUCTURE)),
    "a form": (put(root, "/AcroForm", Dictionary(Fields=Array())), fails(STRUCTURE)),
    "layers": (put(root, "/OCProperties", Dictionary(OCGs=Array(), D=Dictionary())), fails(STRUCTURE)),
    "a little picture of a page": (put(first_page, "/Thumb", Dictionary()), fails(STRUCTURE)),
    "data of another program": (put(root, "/PieceInfo", Dictionary()), fails(STRUCTURE)),
    "another bookmark": (
        lambda pdf: put(lambda _: pdf.Root.Outlines.First, "/Title", "Иное")(pdf),
        fails(STRUCTURE),
    ),
    "permissions": (put(root, "/Perms", Dictionary()), fails(STRUCTURE)),
    "a trailer of two kinds": (lambda pdf: pdf.trailer.__setitem__("/Note", "Иное"), fails(STRUCTURE)),
}
