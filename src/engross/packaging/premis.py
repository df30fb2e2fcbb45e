"""PREMIS 3: the files of a bag as objects, with what was done with them (``happenings``)."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from engross.model.deposit import Deposit
from engross.packaging.elements import XSI, document, element, verbatim
from engross.packaging.happenings import CREATION, agents, events, told
from engross.packaging.identifiers import PATH, document_path, identifier, source_path
from engross.packaging.manifests import REQUIRED, digest

FILE = "premis.xml"
NAMESPACE = "http://www.loc.gov/premis/v3"
_NAMESPACES = {"premis": NAMESPACE, "xsi": XSI}
_ALGORITHMS = {"sha256": "SHA-256", "sha512": "SHA-512"}
_VOCABULARY = "http://id.loc.gov/vocabulary/preservation/cryptographicHashFunctions"
_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".toml": "application/toml",
    ".json": "application/json",
    ".xml": "application/xml",
    ".sha256": "text/plain",
}
_UNKNOWN_TYPE = "application/octet-stream"


def write(deposit: Deposit, files: Mapping[str, bytes], made: frozenset[str]) -> bytes:
    """Return the PREMIS of ``files`` of the payload, by their paths; ``made`` are those that Engross made."""
    root = element(
        "premis:premis",
        *(_object(path, data, deposit, created=path in made) for path, data in sorted(files.items())),
        *events(deposit, sorted(files)),
        *agents(deposit),
        version="3.0",
    )
    return document(root, _NAMESPACES)


def _object(path: str, data: bytes, deposit: Deposit, *, created: bool) -> Element:
    is_document = path == document_path(deposit)
    return element(
        "premis:object",
        identifier("object", PATH, path),
        element(
            "premis:objectCharacteristics",
            element("premis:compositionLevel", "0"),
            *_fixities(data),
            element("premis:size", str(len(data))),
            _format(path, deposit if is_document else None),
            _creating_application(deposit) if created else None,
        ),
        verbatim("premis:originalName", path.rpartition("/")[2]),
        *(_derivation(source.name) for source in deposit.source if is_document),
        **{"xsi:type": "premis:file"},
    )


def _fixities(data: bytes) -> Iterator[Element]:
    for algorithm in REQUIRED:
        yield element(
            "premis:fixity",
            element(
                "premis:messageDigestAlgorithm",
                _ALGORITHMS[algorithm],
                authority="cryptographicHashFunctions",
                authorityURI=_VOCABULARY,
                valueURI=f"{_VOCABULARY}/{algorithm}",
            ),
            element("premis:messageDigest", digest(data, algorithm)),
            element("premis:messageDigestOriginator", "Engross"),
        )


def _format(path: str, deposit: Deposit | None) -> Element:
    """Return the format by the suffix of ``path``; with ``deposit``, of its PDF, also the version."""
    suffix = path[path.rfind(".") :].lower()
    return element(
        "premis:format",
        element(
            "premis:formatDesignation",
            element("premis:formatName", _MEDIA_TYPES.get(suffix, _UNKNOWN_TYPE)),
            element("premis:formatVersion", deposit.profile.pdf_version) if deposit else None,
        ),
        element("premis:formatNote", deposit.profile.name) if deposit else None,
    )


def _creating_application(deposit: Deposit) -> Element:
    return element(
        "premis:creatingApplication",
        element("premis:creatingApplicationName", "Engross"),
        element("premis:creatingApplicationVersion", deposit.certificate.versions.engross),
        element("premis:dateCreatedByApplication", told(deposit.moments.created)),
    )


def _derivation(source: str) -> Element:
    return element(
        "premis:relationship",
        element("premis:relationshipType", "derivation"),
        element("premis:relationshipSubType", "has source"),
        identifier("relatedObject", PATH, source_path(source)),
        identifier("relatedEvent", "local", CREATION),
    )
