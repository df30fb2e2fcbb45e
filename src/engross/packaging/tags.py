"""The tag files of a bag: bagit.txt, which declares it, and bag-info.txt, which describes it (RFC 8493, 2).

Both are lines of ``Label: value``. Values are written on one line, however long.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from engross.characters import BYTE_ORDER_MARK, fold_white_space

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
FETCH = "fetch.txt"
VERSION = "1.0"
KNOWN_VERSIONS = ("0.97", VERSION)
ENCODING = "UTF-8"

_LINE_END = re.compile(r"\r\n|\r|\n")
_DECLARED = re.compile(r"BagIt-Version: (\d+\.\d+)\nTag-File-Character-Encoding: ([\w.:-]+)\n?")


class TagError(Exception):
    """What makes a tag file none: the reason, in words."""


def declaration() -> bytes:
    """Return bagit.txt."""
    return f"BagIt-Version: {VERSION}\nTag-File-Character-Encoding: {ENCODING}\n".encode()


def read_declaration(data: bytes) -> tuple[str, str]:
    """Return the version and the encoding that a bagit.txt declares; raise TagError if it is none."""
    text = decode(data)
    declared = _DECLARED.fullmatch(_LINE_END.sub("\n", text))
    if declared is None:
        raise TagError("it does not have the two lines of RFC 8493, 2.1.1")
    if declared[1] not in KNOWN_VERSIONS:
        raise TagError(f"it declares version {declared[1]} of BagIt, known are {', '.join(KNOWN_VERSIONS)}")
    return declared[1], declared[2]


def info(values: Iterable[tuple[str, str]]) -> bytes:
    """Return bag-info.txt with ``values``, label by label; those that are empty are left out."""
    told = ((label, fold_white_space(value).strip()) for label, value in values)
    return "".join(f"{label}: {value}\n" for label, value in told if value).encode()


def read_info(data: bytes) -> Mapping[str, tuple[str, ...]]:
    """Return the values of a bag-info.txt by label, in lower case; raise TagError if it is none."""
    found: dict[str, tuple[str, ...]] = {}
    for label, value in _tags(_LINE_END.split(decode(data))):
        found[label.lower()] = (*found.get(label.lower(), ()), value)
    return found


def decode(data: bytes) -> str:
    """Return the text of a tag file; raise TagError if it is not UTF-8, or begins with a byte order mark."""
    try:
        text = data.decode(ENCODING)
    except UnicodeDecodeError as error:
        raise TagError("it is not UTF-8") from error
    if text.startswith(BYTE_ORDER_MARK):
        raise TagError("it begins with a byte order mark")
    return text


def lines_of(text: str) -> list[str]:
    """Return the lines of a tag file: those of ``str.splitlines`` could end inside a name."""
    return _LINE_END.split(text)


def _tags(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each label and its value; a line that begins with a blank goes on with the value before it."""
    label, parts = "", [""]
    for line in lines:
        if label and line[:1] in (" ", "\t"):
            parts.append(line.strip())
            continue
        if label:
            yield label, " ".join(filter(None, parts))
        label, colon, value = (part.strip() for part in line.partition(":"))
        parts = [value]
        if line.strip() and not (label and colon):
            raise TagError(f"“{line.strip()[:60]}” has no label")
    if label:
        yield label, " ".join(filter(None, parts))
