"""Claims: which profile a file is of, by what its XMP metadata say."""

import re
from collections.abc import Iterator, Mapping

from engross.model.profile import ARCHIVAL, PROFILES, Profile
from engross.verification import xmp

# ISO standards of PDF are claimed by properties of such namespaces (/ns/id/); those we write have prefixes.
_CLAIMS = re.compile(r"(pdfaid|pdfuaid|pdfxid|pdfd|.*/ns/id/):")


def expected(profile: Profile) -> dict[str, str]:
    """Return the properties by which a file claims ``profile``, with their values; empty is not claimed."""
    return {
        "pdfaid:part": str(profile.pdfa_part or ""),
        "pdfaid:conformance": profile.pdfa_conformance,
        "pdfuaid:part": str(profile.pdfua_part or ""),
        "pdfxid:GTS_PDFXVersion": profile.pdfx,
        "pdfaid:rev": str(profile.pdfa_revision or ""),
        "pdfuaid:rev": str(profile.pdfua_revision or ""),
        "pdfd:declarations": ", ".join(profile.declarations),
    }


def says(properties: Mapping[str, tuple[str, ...]], key: str, value: str) -> bool:
    """Tell whether ``properties`` have ``key`` with ``value`` and no other; if that is empty, not at all."""
    return properties.get(key, ()) == ((value,) if value else ())


def foreign(packet: xmp.Packet) -> Iterator[str]:
    """Yield each property of ``packet`` that claims something, and that no profile has."""
    known = expected(ARCHIVAL).keys()
    return (key for key in packet.properties if key not in known and _CLAIMS.match(key))


def claimed(packet: bytes) -> Profile:
    """Return the profile that the XMP ``packet`` claims, or the usual one if it claims none that there is.

    Such a file is judged by the usual one, and fails it.
    """
    try:
        properties = xmp.parse(packet).properties
    except ValueError:
        return ARCHIVAL
    for profile in PROFILES.values():
        if all(says(properties, key, value) for key, value in expected(profile).items()):
            return profile
    return ARCHIVAL
