"""What PDF 2.0 has in a form of its own: structure types in namespaces, destinations in the structure."""

import re

import pydyf

from engross.model.namespace import PDF_2, is_of_pdf_2

_HEADING = re.compile("/H[1-6]")


def name_types(pdf: pydyf.PDF) -> None:
    """Say that the types of the structure of ``pdf`` are those of PDF 2.0 (ISO 32000-2, 14.7.4)."""
    namespace = pydyf.Dictionary({"Type": "/Namespace", "NS": pydyf.String(PDF_2)})
    pdf.add_object(namespace)
    for element in _of_type(pdf, "/StructElem"):
        if is_of_pdf_2(element["S"].removeprefix("/")):
            element["NS"] = namespace.reference
    (root,) = _of_type(pdf, "/StructTreeRoot")
    root["Namespaces"] = pydyf.Array([namespace.reference])


def divide(pdf: pydyf.PDF) -> None:
    """Put what each Div of ``pdf`` holds into a P in it: in PDF 2.0 a Div groups, and holds no content."""
    elements = _of_type(pdf, "/StructElem")
    parents = {element.reference: element for element in elements}
    for element in elements:
        if element["S"] == "/Div":
            parent, inside = parents[element["P"]], pydyf.Array([element.reference])
            around = pydyf.Dictionary({"Type": "/StructElem", "S": "/Div", "P": element["P"], "K": inside})
            pdf.add_object(around)
            parent["K"][parent["K"].index(element.reference)] = around.reference
            element.update({"S": "/P", "P": around.reference})


def lead_to_structure(pdf: pydyf.PDF) -> None:
    """Let each bookmark of ``pdf`` lead to its heading as an element, too, not only to a place (12.3.2.3).

    Bookmarks and headings are in one order, that of the document.
    """
    headings = [element for element in _of_type(pdf, "/StructElem") if _HEADING.fullmatch(element["S"])]
    bookmarks = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and "Dest" in item]
    for bookmark, heading in zip(bookmarks, headings, strict=True):
        place = bookmark.pop("Dest")
        target = pydyf.Array([heading.reference, *place[1:]])
        bookmark["A"] = pydyf.Dictionary({"S": "/GoTo", "D": place, "SD": target})


def _of_type(pdf: pydyf.PDF, kind: str) -> list[pydyf.Dictionary]:
    return [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == kind]
