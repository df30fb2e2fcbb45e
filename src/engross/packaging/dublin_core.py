"""Dublin Core: the document as catalogues describe it, in the XML of its terms (DCMI, 2008).

The root is that of the public schema qualifieddc.xsd. Only what the metadata say is said; the date is the
document's, never that of the bag.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from engross.model.document import Metadata
from engross.packaging.elements import XSI, document, element

FILE = "dublin-core.xml"
MEDIA_TYPE = "application/pdf"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": XSI,
}


def write(metadata: Metadata, profile: str, pages: int) -> bytes:
    """Return the Dublin Core of the document with ``metadata``, whose PDF has ``profile`` and ``pages``."""
    return document(element("qualifieddc", *_terms(metadata, profile, pages)), _NAMESPACES)


def _terms(known: Metadata, profile: str, pages: int) -> Iterator[Element]:
    language = {"xml:lang": known.language}
    yield element("dc:title", known.title, **language)
    yield from (element("dc:creator", author) for author in known.authors)
    yield from (element("dc:contributor", signatory) for signatory in known.signatories)
    if known.subject:
        yield element("dc:subject", known.subject, **language)
        yield element("dc:description", known.subject, **language)
    if known.date:
        yield _encoded("dcterms:issued", known.date.isoformat(), "W3CDTF")
    if known.place:
        yield element("dcterms:spatial", known.place)
    yield from (element("dc:identifier", one) for one in (known.identifier, known.number) if one)
    yield _encoded("dcterms:type", "Text", "DCMIType")
    yield element("dc:type", known.kind)
    yield _encoded("dcterms:language", known.language, "RFC4646")
    yield _encoded("dcterms:format", MEDIA_TYPE, "IMT")
    yield element("dcterms:extent", f"{pages} page" if pages == 1 else f"{pages} pages")
    yield element("dcterms:conformsTo", profile)
    if known.rights:
        yield element("dc:rights", known.rights, **language)


def _encoded(tag: str, value: str, scheme: str) -> Element:
    """Return the term ``tag`` whose value follows an encoding scheme of DCMI."""
    return element(tag, value, **{"xsi:type": f"dcterms:{scheme}"})
