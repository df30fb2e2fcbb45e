"""Manifests: which files a bag has, each with its digest (RFC 8493, 2.1.3 and 2.2.1), both ways."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from engross.findings import Finding, Place, finding
from engross.packaging import names
from engross.packaging.tags import TagError, decode, lines_of

REQUIRED = ("sha256", "sha512")
"""The algorithms whose manifests a bag must have; ours has no others."""

KNOWN = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
"""The algorithms by which files are compared; md5 and sha1 are no proof, but their manifests must fit."""

PAYLOAD_KIND, TAG_KIND = "manifest", "tagmanifest"
_MOST_TOLD = 20
"""How many lines that are none are told one by one: a file may have a million of them."""

_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(\S.*)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as read: its file, its algorithm, the digest of each path, and what is wrong in it."""

    file: str
    algorithm: str
    digests: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


def file_of(kind: str, algorithm: str) -> str:
    """Return the name of the manifest of ``kind`` by ``algorithm``."""
    return f"{kind}-{algorithm}.txt"


def digest(data: bytes, algorithm: str) -> str:
    """Return the digest of ``data`` as manifests have it."""
    return hashlib.new(algorithm, data, usedforsecurity=False).hexdigest()


def write(files: Mapping[str, bytes], algorithm: str) -> bytes:
    """Return the manifest of ``files`` by ``algorithm``, ordered by path."""
    lines = (f"{digest(files[path], algorithm)}  {names.encoded(path)}\n" for path in sorted(files))
    return "".join(lines).encode()


def find(contents: Mapping[str, bytes], kind: str) -> tuple[str, ...]:
    """Return the algorithms of the manifests of ``kind`` in ``contents``, known or not."""
    form = re.compile(rf"{kind}-([a-z0-9]+)\.txt")
    return tuple(sorted(match[1] for path in contents if (match := form.fullmatch(path))))


def read(data: bytes, kind: str, algorithm: str) -> Manifest:
    """Return the manifest in ``data``; what is no line of one is a finding (B012).

    Raise RefusedError for a path that leads out of the bag (B101), or for two that some system takes for one
    (B103).
    """
    file = file_of(kind, algorithm)
    try:
        text = decode(data)
    except TagError as error:
        return Manifest(file, algorithm, {}, (finding("B012", Place(file), reason=error),))
    digests: dict[str, str] = {}
    found: list[Finding] = []
    more = 0
    for number, line in enumerate(lines_of(text), 1):
        if line.strip():
            path, value, reason = _entry(line, kind, algorithm, digests)
            if reason and len(found) == _MOST_TOLD:
                more += 1
            elif reason:
                place = Place(file, number, excerpt=line.strip()[:200])
                found.append(finding("B012", place, reason=reason))
            else:
                digests[path] = value
    if more:
        found.append(finding("B012", Place(file), reason=f"and {more} others are none either"))
    names.refuse_twins(digests, file)
    return Manifest(file, algorithm, digests, tuple(found))


def _entry(line: str, kind: str, algorithm: str, earlier: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the path and the digest of ``line``, and the reason if it is no line of such a manifest."""
    parts = _LINE.fullmatch(line)
    if parts is None:
        return "", "", "it is not a digest and a path"
    path, value = names.decoded(parts[2]), parts[1].lower()
    if len(value) != len(digest(b"", algorithm)):
        return path, value, f"it is no digest of {algorithm}"
    names.refuse_outside(path, file_of(kind, algorithm))
    if path.startswith(names.PAYLOAD) != (kind == PAYLOAD_KIND):
        return path, value, f"the path is none of a {kind}"
    if path in earlier:
        return path, value, "the file is there twice"
    return path, value, ""
