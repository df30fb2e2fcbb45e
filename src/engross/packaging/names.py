"""The names of files in a bag: how manifests write them, and which of them are refused.

A name comes from whoever made the bag. It must lead to a place inside, on every system, and no two names may
be one file on some system. Nothing is ever opened by a name that was not looked at here.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from engross import characters
from engross.errors import RefusedError
from engross.findings import Place, finding

PAYLOAD = "data/"

_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
"""RFC 8493, 2.1.3: these, and only these, are percent-encoded in manifests."""

_DECODED = {code: character for character, code in _ENCODED.items()}
_LINE_ENDS = characters.LINE_SEPARATOR + characters.PARAGRAPH_SEPARATOR
"""Line ends of Unicode that are none in a manifest, where most programs take them for such."""

_LONGEST = 255
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NO_XML = re.compile("[\ufffe\uffff]")
_DRIVE = re.compile(r"[A-Za-z]:")


def encoded(path: str) -> str:
    """Return ``path`` as a manifest has it."""
    return "".join(_ENCODED.get(character, character) for character in path)


def decoded(path: str) -> str:
    """Return what ``path`` of a manifest names, in Unicode's composed form."""
    plain = re.sub("%(?:25|0[AD])", lambda code: _DECODED[code[0].upper()], path, flags=re.IGNORECASE)
    return composed(plain)


def composed(path: str) -> str:
    """Return ``path`` in Unicode's composed form, for file systems differ in the form that they keep."""
    return unicodedata.normalize("NFC", path)


def is_portable(name: str) -> bool:
    """Tell whether all programs that read bags take ``name`` for the same.

    Few of them decode a percent sign, though the standard demands it; many end a line where it does not end,
    or do not compare the forms of a letter; some names are no text at all, and no system but ours may take
    others.
    """
    if any(character in _ENCODED or character in _LINE_ENDS for character in name):
        return False
    return composed(name) == name and not any(_faults(name)) and not _NO_XML.search(name)


def refuse_outside(path: str, file: str) -> None:
    """Raise RefusedError (B101) if ``path``, which ``file`` has, could lead out of the bag."""
    if reason := next(_faults(path), ""):
        raise RefusedError(finding("B101", Place(file, excerpt=path[:200]), reason=reason))


def refuse_twins(paths: Iterable[str], file: str) -> None:
    """Raise RefusedError (B103) if two of ``paths`` are one file where case or Unicode form do not count."""
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(_key(path), path)
        if first != path:
            raise RefusedError(finding("B103", Place(file), first=first, second=path))


def refuse_files_as_folders(paths: Collection[str], file: str) -> None:
    """Raise RefusedError (B101) if one of the files ``paths`` is where another has a folder."""
    folders = {
        "/".join(parts[:depth])
        for path in paths
        for parts in (path.split("/"),)
        for depth in range(1, len(parts))
    }
    for path in sorted(folders.intersection(paths)):
        reason = "a file is where another path has a folder"
        raise RefusedError(finding("B101", Place(file, excerpt=path[:200]), reason=reason))


def _key(path: str) -> str:
    return composed(unicodedata.normalize("NFD", path).casefold())


def _faults(path: str) -> Iterator[str]:
    """Yield why ``path`` is none inside a bag."""
    parts = path.split("/")
    if _CONTROL.search(path):
        yield "it has a control character"
    if any("\ud800" <= character <= "\udfff" for character in path):
        yield "it is not UTF-8"
    elif any(len(part.encode()) > _LONGEST for part in parts):
        yield f"it has a part of more than {_LONGEST} bytes"
    if path.startswith(("/", "~")) or _DRIVE.match(path):
        yield "it does not begin in the bag"
    if "\\" in path:
        yield "it has a backslash, which parts folders on some systems"
    if any(part in ("", ".", "..") for part in parts):
        yield "it has an empty part, “.” or “..”"
