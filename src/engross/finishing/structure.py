"""Structure: the tag tree (ISO 32000-1, 14.7), one element for each of the HTML, however pages split it.

The tree follows the order of the HTML, so reading order is document order. Elements that hold no content of
their own only group others and leave no trace.
"""

from collections import defaultdict
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pydyf

from engross.errors import Defect
from engross.findings import finding
from engross.model.tagging import Mark, Tagging

ROLES = {"p": "P", "div": "Div", **{f"h{level}": f"H{level}" for level in range(1, 7)}}
"""The standard structure type (ISO 32000-1, 14.8.4) of each HTML element that may hold text."""


GROUPS = {"list": ("L",), "item": ("LI", "LBody"), "quotation": ("BlockQuote",)}
"""The structure types, from the outside in, of each group that elements are together in (``data-within``)."""


def add_structure(pdf: pydyf.PDF, tagging: Tagging) -> None:
    """Add the structure tree to ``pdf`` and mark the file as tagged."""
    marks: dict[Element, list[Mark]] = defaultdict(list)
    for mark in tagging.marks:
        marks[mark.element].append(mark)
    pages = [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"]
    parents: list[list[bytes]] = [[] for _ in pages]

    root = _object(pdf, Type="/StructTreeRoot")
    document = _object(pdf, Type="/StructElem", S="/Document", P=root.reference)
    root["K"] = pydyf.Array([document.reference])
    document["K"] = pydyf.Array()
    around: list[tuple[str, pydyf.Dictionary]] = [("", document)]
    for element in tagging.body.iter():
        if element in marks:
            around = _grouped(pdf, around, element.get("data-within", "").split())
            _, parent = around[-1]
            structure = _element(pdf, element, parent)
            structure.update(_content(marks.pop(element), structure, pages, parents))
            parent["K"].append(structure.reference)
    _map_content(pdf, root, pages, parents)
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _grouped(
    pdf: pydyf.PDF, around: Sequence[tuple[str, pydyf.Dictionary]], within: Sequence[str]
) -> list[tuple[str, pydyf.Dictionary]]:
    """Return the elements around what is ``within`` groups: those shared with ``around``, and new ones.

    Each group has the name of its kind and a number; the first element is the document itself.
    """
    names = [""] + [f"{role} {group}" for group in within for role in GROUPS[group.partition("-")[0]]]
    known = [name for name, _ in around]
    shared = next((at for at, (a, b) in enumerate(zip(known, names, strict=False)) if a != b), None)
    found = list(around[: min(len(known), len(names)) if shared is None else shared])
    for name in names[len(found) :]:
        _, parent = found[-1]
        role = name.partition(" ")[0]
        group = _object(pdf, Type="/StructElem", S=f"/{role}", P=parent.reference, K=pydyf.Array())
        parent["K"].append(group.reference)
        found.append((name, group))
    return found


def _element(pdf: pydyf.PDF, element: Element, parent: pydyf.Dictionary) -> pydyf.Dictionary:
    """Return a structure element for ``element``, without content yet."""
    if element.tag not in ROLES:
        raise Defect(finding("L901", element=element.tag))
    structure = _object(pdf, Type="/StructElem", S=f"/{ROLES[element.tag]}", P=parent.reference)
    if language := element.get("lang"):
        structure["Lang"] = pydyf.String(language)
    return structure


def _content(
    marks: Sequence[Mark],
    structure: pydyf.Dictionary,
    pages: Sequence[pydyf.Dictionary],
    parents: Sequence[list[bytes]],
) -> dict[str, object]:
    """Return the entries that tie ``structure`` to its ``marks``, and note it as their parent."""
    home = marks[0].page
    kids = pydyf.Array()
    for mark in marks:
        assert mark.mcid == len(parents[mark.page]), "marks are numbered in drawing order"
        parents[mark.page].append(structure.reference)
        kids.append(mark.mcid if mark.page == home else _reference(mark, pages))
    return {"Pg": pages[home].reference, "K": kids}


def _reference(mark: Mark, pages: Sequence[pydyf.Dictionary]) -> pydyf.Dictionary:
    return pydyf.Dictionary({"Type": "/MCR", "Pg": pages[mark.page].reference, "MCID": mark.mcid})


def _map_content(
    pdf: pydyf.PDF, root: pydyf.Dictionary, pages: list[pydyf.Dictionary], parents: list[list[bytes]]
) -> None:
    """Write the parent tree (ISO 32000-1, 14.7.4.4): from each page's marks back to their elements."""
    numbers = pydyf.Array()
    for number, (page, elements) in enumerate(zip(pages, parents, strict=True)):
        page["StructParents"] = number
        page["Tabs"] = "/S"
        numbers.extend([number, pydyf.Array(elements)])
    tree = _object(pdf, Nums=numbers)
    root["ParentTree"] = tree.reference
    root["ParentTreeNextKey"] = len(pages)


def _object(pdf: pydyf.PDF, **entries: object) -> pydyf.Dictionary:
    created = pydyf.Dictionary(entries)
    pdf.add_object(created)
    return created
