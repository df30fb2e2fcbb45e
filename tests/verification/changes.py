"""Kinds of changes to the objects of a finished file, by pikepdf, and where things are in it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array

from engross.verification import cmap

Change: TypeAlias = Callable[[pikepdf.Pdf], None]
Mutants: TypeAlias = Mapping[str, tuple[Change, frozenset[str]]]
PdfObject: TypeAlias = Any
Where: TypeAlias = Callable[[pikepdf.Pdf], PdfObject]

TREE, PDFIUM = "text by the structure tree", "text by PDFium"
STRUCTURE, GLYPHS, FONTS, PAGES, METADATA = "structure", "glyphs", "fonts", "pages", "metadata"
ATTACHMENTS = "attachments"


# Where things are in a finished file.


def root(pdf: pikepdf.Pdf) -> PdfObject:
    return pdf.Root


def first_page(pdf: pikepdf.Pdf) -> PdfObject:
    return pdf.pages[0].obj


def top(pdf: pikepdf.Pdf) -> PdfObject:
    kids: PdfObject = pdf.Root.StructTreeRoot.K
    return kids[0] if isinstance(kids, Array) else kids


def with_role(role: str, number: int = 0) -> Where:
    return lambda pdf: [kid for kid in top(pdf).K if f"/{role}" == kid.S][number]


def main_font(pdf: pikepdf.Pdf) -> PdfObject:
    """Return the font of most of the text."""
    return max(fonts_of(pdf).values(), key=lambda font: len(texts_of(font)))


def program(pdf: pikepdf.Pdf) -> PdfObject:
    return main_font(pdf).DescendantFonts[0].FontDescriptor


def fonts_of(pdf: pikepdf.Pdf) -> dict[str, PdfObject]:
    return dict(pdf.pages[0].resources.Font.items())


def texts_of(font: PdfObject) -> dict[int, str]:
    return cmap.parse(font.ToUnicode.read_bytes())


def code_of(pdf: pikepdf.Pdf, text: str) -> int:
    return next(code for code, said in texts_of(main_font(pdf)).items() if said == text)


# Kinds of changes.


def put(where: Where, key: str, value: object) -> Change:
    return lambda pdf: where(pdf).__setitem__(key, value)


def drop(where: Where, key: str) -> Change:
    return lambda pdf: where(pdf).__delitem__(key)


def content(edit: Callable[[bytes], bytes], number: int = 0) -> Change:
    """Return a change of the content of a page by ``edit``, which must change something."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream: PdfObject = pdf.pages[number].obj.Contents
        old = stream.read_bytes()
        new = edit(old)
        assert new != old
        stream.write(new)

    return change


def before(operators: bytes) -> Change:
    return content(lambda data: b"q " + operators + b" Q\n" + data)


def after(operators: bytes) -> Change:
    return content(lambda data: data + b"\nq " + operators + b" Q\n")


def in_text(operators: bytes) -> Change:
    return content(lambda data: data.replace(b"BT\n", b"BT\n" + operators + b"\n"))


def xmp(old: str, new: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        stream: PdfObject = pdf.Root.Metadata
        packet = stream.read_bytes().decode()
        assert old in packet
        stream.write(packet.replace(old, new, 1).encode())

    return change


def both(*changes: Change) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        for each in changes:
            each(pdf)

    return change
