"""Descriptions: whether what a bag says of its files is true: PREMIS, Dublin Core, the report on the PDF.

Manifests protect these files as they are; that they are of this PDF and this source nobody has said yet. They
come from whoever made the bag, so they are read within bounds, and XML without a document type.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from engross.findings import Finding, finding
from engross.model.document import Metadata
from engross.model.report import Check, Outcome
from engross.packaging import dublin_core, premis
from engross.packaging.identifiers import METADATA
from engross.packaging.manifests import REQUIRED, digest
from engross.packaging.names import PAYLOAD, composed
from engross.packaging.parts import Parts

NAME = "descriptions"
LARGEST = 4 * 2**20
"""The most bytes that a description may have: hundreds of times what that of a document has."""

_PREMIS = f"{METADATA}{premis.FILE}"
_DUBLIN_CORE = f"{METADATA}{dublin_core.FILE}"
_IN = {"premis": premis.NAMESPACE}
_MOST_TOLD = 20


class _UntrueError(Exception):
    """What makes a description none, or untrue: the reason, in words."""


def check_descriptions(
    contents: Mapping[str, bytes], parts: Parts, metadata: Metadata | None, profile: str, pages: int
) -> Check:
    """Return the check that the descriptions in a bag are of its files and of its document.

    ``metadata`` are those of the source in it, or None if it cannot be read; the PDF has ``profile`` and
    ``pages``.
    """
    found = tuple(_found(contents, parts, metadata, profile, pages))
    outcome = Outcome.FAILED if found else Outcome.PASSED
    return Check(NAME, outcome, "PREMIS, Dublin Core and the report", found[:_MOST_TOLD])


def _found(
    contents: Mapping[str, bytes], parts: Parts, metadata: Metadata | None, profile: str, pages: int
) -> Iterator[Finding]:
    payload = {path: data for path, data in contents.items() if path.startswith(PAYLOAD)}
    report = f"{PAYLOAD}{parts.name}.report.json"
    for path in (_PREMIS, _DUBLIN_CORE, report):
        try:
            data = _bounded(contents, path)
            if path == _PREMIS:
                yield from _premis(_xml(data), payload)
            elif path == report:
                _compare_report(data, parts)
            elif metadata is not None:
                _compare_terms(data, dublin_core.write(metadata, profile, pages))
        except _UntrueError as error:
            yield finding("B016", file=path, reason=error)


def _bounded(contents: Mapping[str, bytes], path: str) -> bytes:
    if path not in contents:
        raise _UntrueError("it is missing")
    if len(contents[path]) > LARGEST:
        raise _UntrueError(f"it has more than {LARGEST} bytes")
    return contents[path]


def _xml(data: bytes) -> Element:
    """Return the root of ``data``, which is UTF-8; a document type could make it larger than it is."""
    if b"<!DOCTYPE" in data:
        raise _UntrueError("it has a document type")
    try:
        return fromstring(data, XMLParser(encoding="utf-8"))  # noqa: S314 - bounded, without a document type
    except (ParseError, ValueError, LookupError) as error:
        raise _UntrueError(f"it is no XML: {error}") from error


def _premis(root: Element, payload: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield a finding for each file that PREMIS has otherwise, or that only one of the two has."""
    described = set()
    for each in root.iterfind("premis:object", _IN):
        path = composed(each.findtext(".//premis:objectIdentifierValue", "", _IN))
        described.add(path)
        if path not in payload:
            yield finding("B016", file=_PREMIS, reason=f"it describes {path[:200]}, which is not there")
            continue
        data = payload[path]
        digests = [one.text for one in each.iterfind(".//premis:messageDigest", _IN)]
        size = each.findtext(".//premis:size", "", _IN)
        if size != str(len(data)) or digests != [digest(data, algorithm) for algorithm in REQUIRED]:
            yield finding("B016", file=_PREMIS, reason=f"it has another size or other digests of {path}")
    for path in sorted(payload.keys() - described - {_PREMIS}):
        yield finding("B016", file=_PREMIS, reason=f"it does not describe {path}")


def _compare_terms(data: bytes, expected: bytes) -> None:
    """Raise _UntrueError if ``data`` has not the terms of Dublin Core that the source gives."""
    if _terms(data) != _terms(expected):
        raise _UntrueError("it does not say what the metadata of the source say")


def _terms(data: bytes) -> Counter[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return Counter((one.tag, one.text or "", tuple(sorted(one.attrib.items()))) for one in _xml(data))


def _compare_report(data: bytes, parts: Parts) -> None:
    """Raise _UntrueError if the report in ``data`` is on another PDF than that in the bag."""
    try:
        report = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _UntrueError("it is no JSON") from error
    if not isinstance(report, dict):
        raise _UntrueError("it is no report")
    if parts.pdf is not None and report.get("sha256") != sha256(parts.pdf.data).hexdigest():
        raise _UntrueError("it is on another PDF")
