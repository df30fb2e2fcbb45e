"""XMP (ISO 16684-1): one packet with Dublin Core, the PDF schemas, and the standards that the file claims.

PDF/A-2 and 3 want every schema that they do not know to be described in the packet (ISO 19005-2, 6.6.2.3):
that of PDF/UA is one, and goes into the same ``rdf:RDF``, for a second one is not read. PDF/A-4 wants none.
"""

from xml.sax.saxutils import escape

from engross.characters import BYTE_ORDER_MARK
from engross.model.document import Metadata
from engross.model.profile import Profile

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

_PDFUA_SCHEMA = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def packet(metadata: Metadata, profile: Profile, *, tool: str, producer: str, identifier: str = "") -> bytes:
    """Return the XMP packet, in UTF-8. ``identifier`` is that of a file for print."""
    properties = [
        _simple("pdfaid:part", str(profile.pdfa_part or "")),
        _simple("pdfaid:conformance", profile.pdfa_conformance),
        _simple("pdfuaid:part", str(profile.pdfua_part or "")),
        *(_for_print(profile, identifier) if profile.pdfx else ()),
        _simple("pdfaid:rev", str(profile.pdfa_revision or "")),
        _simple("pdfuaid:rev", str(profile.pdfua_revision or "")),
        _declarations(profile.declarations),
        _simple("dc:format", "application/pdf"),
        _alternative("dc:title", metadata.title),
        _list("dc:creator", "Seq", metadata.authors),
        _list("dc:language", "Bag", (metadata.language,)),
        _list("dc:subject", "Bag", (metadata.subject,)),
        _alternative("dc:description", metadata.subject),
        _simple("dc:identifier", metadata.identifier),
        _alternative("dc:rights", metadata.rights),
        _list("dc:type", "Bag", (metadata.kind,)),
        _simple("xmp:CreatorTool", tool),
        _simple("pdf:Producer", producer),
    ]
    date = metadata.date.isoformat() if metadata.date else ""
    properties.append(_list("dc:date", "Seq", (date,)))
    changes = ("CreateDate", "ModifyDate", *(("MetadataDate",) if profile.pdfx else ()))
    properties += [_simple(f"xmp:{name}", date or profile.undated) for name in changes]
    is_described = profile.pdfua_part and not profile.is_of_pdf_2
    body = "\n".join(filter(None, (*properties, _PDFUA_SCHEMA if is_described else "")))
    namespaces = "".join(
        f'\n xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if f"<{prefix}:" in body
    )
    return (
        f'<?xpacket begin="{BYTE_ORDER_MARK}" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{namespaces}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _for_print(profile: Profile, identifier: str) -> tuple[str, ...]:
    """Return what ISO 15930-7 wants to be said: the standard, no trapping yet, and which file this is."""
    return (
        _simple("pdfxid:GTS_PDFXVersion", profile.pdfx),
        _simple("pdf:Trapped", "False"),
        _simple("xmpMM:DocumentID", identifier),
        _simple("xmpMM:InstanceID", identifier),
        _simple("xmpMM:VersionID", "1"),
        _simple("xmpMM:RenditionClass", "default"),
    )


def _declarations(declarations: tuple[str, ...]) -> str:
    """Return the PDF Declarations of what the file conforms to; nobody is named who would vouch for it."""
    items = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{escape(uri)}</pdfd:conformsTo></rdf:li>'
        for uri in declarations
    )
    return f"<pdfd:declarations><rdf:Bag>{items}</rdf:Bag></pdfd:declarations>" if items else ""


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _alternative(name: str, value: str) -> str:
    """Return a language alternative with its default alone; ``dc:language`` says which language that is."""
    item = f'<rdf:li xml:lang="x-default">{escape(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _list(name: str, kind: str, values: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
