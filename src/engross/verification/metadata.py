"""The metadata of a file: what it claims to be, and that XMP, Info, catalogue and document agree.

docs/acceptance.md, A16 and A17; ISO 19005-2, 6.6; ISO 14289-1, 5 and 7.1. Without a document only the
agreement of the file with itself is checked.
"""

import re
from collections.abc import Iterator

from engross.findings import Finding, Place, finding
from engross.model.document import Metadata
from engross.model.profile import Profile
from engross.model.report import Check, Outcome
from engross.verification import claims, xmp
from engross.verification.evidence import Evidence, TaggedFile

NAME = "metadata"
_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(Z|[+-]\d\d'?:?(?:\d\d)?'?)?"
)
_INFO_IN_XMP = {
    "Title": "dc:title",
    "Author": "dc:creator",
    "Subject": "dc:description",
    "Keywords": "pdf:Keywords",
    "Creator": "xmp:CreatorTool",
    "Producer": "pdf:Producer",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
    "Trapped": "pdf:Trapped",
}


# What a packet says of the file and not of the document; the claims among it are compared with the profile.
_OF_THE_FILE = frozenset((
    "rdf:about", "dc:format", "xmp:CreatorTool", "pdf:Producer", "pdfaid:part", "pdfaid:conformance",
    "pdfuaid:part", "pdfaExtension:schemas", "pdfxid:GTS_PDFXVersion",
    "pdfaid:rev", "pdfuaid:rev", "pdfd:declarations",
))  # fmt: skip
# What only a file for print says of itself; how, is for ``printing``.
_OF_PRINT = frozenset((
    "pdf:Trapped", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:InstanceID", "xmpMM:VersionID",
    "xmpMM:RenditionClass",
))  # fmt: skip


def check(evidence: Evidence) -> Check:
    """Check the claims of the file against its profile, and its metadata against each other."""
    place = Place(file=evidence.name)
    try:
        packet = xmp.parse(evidence.tagged.xmp)
    except ValueError as error:
        reason = str(error) if evidence.tagged.xmp else "there is none"
        return Check(NAME, Outcome.FAILED, "no XMP", (finding("X001", place, reason=reason),))
    found = (
        *_version(evidence, place),
        *_claims(packet, evidence.profile, place),
        *_catalogue(evidence.tagged, place),
        *_info(packet, evidence.tagged, place),
        *_language(packet, evidence.tagged, place),
        *(
            _document(packet, evidence.document.metadata, evidence.profile, place)
            if evidence.document
            else ()
        ),
    )
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, _claim(packet), found)


def _claim(packet: xmp.Packet) -> str:
    """Return what the file claims, in a few words."""
    if version := _joined(packet, "pdfxid:GTS_PDFXVersion"):
        return version
    level = "".join(_joined(packet, key) for key in ("pdfaid:part", "pdfaid:conformance")).lower()
    part = _joined(packet, "pdfuaid:part")
    level = f"PDF/A-{level}, PDF/UA-{part}" if part else f"PDF/A-{level}"
    return ", ".join((level, *packet.properties.get("pdfd:declarations", ())))


def _version(evidence: Evidence, place: Place) -> Iterator[Finding]:
    expected, actual = evidence.profile.pdf_version, evidence.tagged.version
    if actual != expected:
        yield finding("X007", place, actual=actual, expected=expected, profile=evidence.profile.name)


def _claims(packet: xmp.Packet, profile: Profile, place: Place) -> Iterator[Finding]:
    if packet.descriptions != 1:
        yield finding("X002", place, count=packet.descriptions)
    for key, expected in claims.expected(profile).items():
        if not claims.says(packet.properties, key, expected):
            actual = _joined(packet, key) or "nothing"
            yield finding("X003", place, key=key, expected=expected or "nothing", actual=actual)
    for key in claims.foreign(packet):
        yield finding("X003", place, key=key, expected="nothing", actual=_joined(packet, key) or "empty")


def _catalogue(file: TaggedFile, place: Place) -> Iterator[Finding]:
    for key, present in (
        ("Lang", bool(file.language)),
        ("DisplayDocTitle", file.displays_title),
        ("Marked", file.marked),
    ):
        if not present:
            yield finding("X004", place, key=key)


def _info(packet: xmp.Packet, file: TaggedFile, place: Place) -> Iterator[Finding]:
    """Compare Info with XMP (ISO 32000-1, 14.3.3); several creators may be joined in Author."""
    for key in sorted(file.info.keys() - _INFO_IN_XMP.keys()):
        yield finding("X005", place, key=key, info=file.info[key], name="the same", xmp="nothing")
    for key, name in _INFO_IN_XMP.items():
        values = packet.properties.get(name, ())
        if key not in file.info:
            continue
        in_info = file.info[key]
        if key.endswith("Date"):
            agree = bool(values) and _instant(in_info) == _instant(values[0])
        else:
            # A name of PDF, as that of Trapped is, has a slash before it.
            agree = in_info.removeprefix("/" if key == "Trapped" else "") in {
                separator.join(values) for separator in (", ", "; ")
            }
        if not agree:
            yield finding("X005", place, key=key, info=in_info, name=name, xmp=", ".join(values) or "nothing")


def _language(packet: xmp.Packet, file: TaggedFile, place: Place) -> Iterator[Finding]:
    if not _joined(packet, "dc:title").strip():
        yield finding("X006", place, name="dc:title", expected="a title", actual="nothing")
    languages = packet.properties.get("dc:language", ())
    if languages and file.language and file.language not in languages:
        yield finding("X006", place, name="dc:language", expected=file.language, actual=", ".join(languages))


def _document(packet: xmp.Packet, metadata: Metadata, profile: Profile, place: Place) -> Iterator[Finding]:
    """Compare XMP with what is known of the document; what is unknown is absent, or as the profile has it."""
    date = (metadata.date.isoformat() if metadata.date else "",)
    of_file = date if any(date) else (profile.undated,)
    ours = _OF_THE_FILE | _OF_PRINT if profile.pdfx else _OF_THE_FILE
    known: dict[str, tuple[str, ...]] = {
        "dc:title": (metadata.title,),
        "dc:language": (metadata.language,),
        "dc:creator": metadata.authors,
        "dc:date": date,
        "xmp:CreateDate": of_file,
        "xmp:ModifyDate": of_file,
        "dc:subject": (metadata.subject,),
        "dc:description": (metadata.subject,),
        "dc:identifier": (metadata.identifier,),
        "dc:rights": (metadata.rights,),
        "dc:type": (metadata.kind,),
    }
    for name in dict.fromkeys((*known, *packet.properties)):
        if name in ours:
            continue
        actual = packet.properties.get(name, ())
        wanted = tuple(value for value in known.get(name, ()) if value)
        if wanted != actual:
            told = ["; ".join(values) or "nothing" for values in (wanted, actual)]
            yield finding("X006", place, name=name, expected=told[0], actual=told[1])


def _joined(packet: xmp.Packet, name: str) -> str:
    return ", ".join(packet.properties.get(name, ()))


def _instant(text: str) -> tuple[str, ...]:
    """Return the parts of a date of either kind; "Z", "+00:00" and "+00'00'" are one zone."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return (text,)
    *numbers, zone = match.groups()
    zone = re.sub(r"[':]", "", zone or "Z").ljust(5, "0")
    return (*(number or "00" for number in numbers), "Z" if zone in ("Z0000", "+0000", "-0000") else zone)
