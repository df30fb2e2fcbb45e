"""An XMP packet (ISO 16684-1) to plain values: each property a tuple of texts, by its qualified name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "rdf": RDF,
}
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_RESOURCE = f"{{{RDF}}}parseType"
_DEEPEST = 8
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)")
_QUALIFIED = re.compile(r"\{(.*)\}(.*)")


@dataclass(frozen=True, slots=True)
class Packet:
    """What a packet says: how many rdf:RDF it has, and the values of each property, as ``dc:title``.

    What is said twice has both values.
    """

    descriptions: int
    properties: Mapping[str, tuple[str, ...]]


def parse(packet: bytes) -> Packet:
    """Read ``packet``; raise ValueError when it is not well-formed or declares entities.

    So it is when it is not of the form that Engross writes: what other programs read elsewhere in RDF must
    not be passed over here.
    """
    if _DECLARATION.search(packet):
        raise ValueError("it declares a document type or entities")
    try:
        root = ET.fromstring(packet)  # noqa: S314 - no entities are left, and reading_pdf bounds the size
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    graphs = [root] if root.tag == f"{{{RDF}}}RDF" else root.findall(f".//{{{RDF}}}RDF")
    _plain(root)
    properties: dict[str, tuple[str, ...]] = {}
    for graph in graphs:
        for description in graph:
            for key, value in description.attrib.items():
                properties[_name(key)] = (*properties.get(_name(key), ()), value)
            for child in description:
                name = _name(child.tag)
                properties[name] = (*properties.get(name, ()), *_values(child))
    return Packet(len(graphs), properties)


def _plain(root: ET.Element) -> None:
    """Raise ValueError unless ``root`` holds descriptions of the file, and these texts and lists of texts."""
    if root.tag == f"{{{RDF}}}RDF":
        graphs: Iterable[ET.Element] = (root,)
    else:
        graphs = _only(root, "RDF")
    for graph in graphs:
        for description in _only(graph, "Description"):
            if description.get(f"{{{RDF}}}about"):
                raise ValueError("it describes something else than the file")
            for each in _only(description):
                _plain_property(each)


def _plain_property(node: ET.Element, depth: int = 0) -> None:
    """Raise ValueError unless ``node`` has a text, one list, or if it is of the type Resource, properties."""
    if depth > _DEEPEST:
        raise ValueError("it is nested too deep")
    if node.get(_RESOURCE) == "Resource":
        for each in _only(node):
            _plain_property(each, depth + 1)
    elif len(node):
        (container, *more) = _only(node, "Alt", "Bag", "Seq")
        if more:
            raise ValueError("a property has more than one list")
        for item in _only(container, "li"):
            if len(item) and item.get(_RESOURCE) != "Resource":
                raise ValueError("a text has something in it")
            _plain_property(item, depth + 1)


def _only(node: ET.Element, *names: str) -> Iterable[ET.Element]:
    """Return what is in ``node``; raise ValueError for text beside, or if something is none of ``names``."""
    beside = [node.text or "", *(each.tail or "" for each in node)]
    strange = [each.tag for each in node if names and each.tag not in {f"{{{RDF}}}{name}" for name in names}]
    if strange or any(map(str.strip, beside)):
        told = _name(strange[0]) if strange else "text"
        raise ValueError(f"there is {told} in {_name(node.tag)}")
    return node


def _values(node: ET.Element) -> tuple[str, ...]:
    items = node.findall(f".//{{{RDF}}}li")
    return tuple(map(_value, items)) if items else (node.text or "",)


def _value(item: ET.Element) -> str:
    """Return the text of ``item``; of one with properties, all that they and their attributes say."""
    if not len(item):
        return item.text or ""
    said = [value for inner in item.iter() for key, value in inner.attrib.items() if key != _RESOURCE]
    return "".join((*item.itertext(), *said)).strip()


def _name(tag: str) -> str:
    match = _QUALIFIED.fullmatch(tag)
    return f"{_PREFIXES.get(match[1], match[1])}:{match[2]}" if match else tag
