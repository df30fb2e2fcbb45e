"""Claims: which profile a file is of, by what its XMP metadata say."""

from engross.model.profile import ARCHIVAL, PROFILES, Profile
from engross.verification import xmp


def expected(profile: Profile) -> dict[str, str]:
    """Return the properties by which a file claims ``profile``, with their values; empty is not claimed."""
    return {
        "pdfaid:part": str(profile.pdfa_part or ""),
        "pdfaid:conformance": profile.pdfa_conformance,
        "pdfuaid:part": str(profile.pdfua_part or ""),
        "pdfxid:GTS_PDFXVersion": profile.pdfx,
    }


def claimed(packet: bytes) -> Profile:
    """Return the profile that the XMP ``packet`` claims, or the usual one if it claims none that there is.

    Such a file is judged by the usual one, and fails it.
    """
    try:
        properties = xmp.parse(packet).properties
    except ValueError:
        return ARCHIVAL
    for profile in PROFILES.values():
        claims = expected(profile).items()
        if all(properties.get(key, ()) == ((value,) if value else ()) for key, value in claims):
            return profile
    return ARCHIVAL
