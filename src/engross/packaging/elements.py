"""Elements of XML with prefixed names, as the metadata of a bag are written.

The names keep their prefixes as they stand, and the root declares them, so that the same values always give
the same bytes.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, indent, tostring

from engross.characters import fold_white_space

XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NO_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def element(tag: str, *children: "Element | str | None", **attributes: str) -> Element:
    """Return the element ``tag``; its ``children`` are elements, or its text, and None is left out."""
    made = Element(tag, attributes)
    for child in children:
        if isinstance(child, str):
            made.text = fold_white_space(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", child)).strip()
        elif child is not None:
            made.append(child)
    return made


def verbatim(tag: str, value: str) -> Element:
    """Return the element ``tag`` whose text is ``value`` to the last blank, as names of files are given."""
    made = Element(tag)
    made.text = value
    return made


def document(root: Element, namespaces: Mapping[str, str]) -> bytes:
    """Return ``root`` as a document in UTF-8 that declares ``namespaces`` by their prefixes."""
    root.attrib = {**{f"xmlns:{prefix}": uri for prefix, uri in namespaces.items()}, **root.attrib}
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"
