"""Claims: which profile a file is of, by what its XMP metadata say."""

from collections.abc import Mapping

from engross.model.profile import ARCHIVAL, PROFILES, Profile
from engross.verification import xmp


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
