"""Decodes the bytes of a source: as UTF-8, else UTF-16 or -32, else in the likeliest encoding.

Of the one-byte encodings in which official texts arrive, the one is taken in which the letters are as
frequent and as neighbourly as in a text that someone wrote (``plausibility``); when there is none,
charset-normalizer is asked.
Bytes that are no text, or that no encoding explains, are errors: nothing is replaced.
"""

import codecs
import re
from dataclasses import dataclass

from engross.characters import BYTE_ORDER_MARK
from engross.errors import SourceError
from engross.findings import Finding, Place, finding
from engross.reading.lines import excerpt
from engross.reading.plausibility import PLAUSIBLE, SIGNS, foreign_letters, plausibility

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16 LE, so it is tried before it
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP container, as .docx and .odt files are"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip archive"),
)
# Python decodes these to text too, but no document arrives in them, and some take quadratic time.
_NOT_FOR_DOCUMENTS = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf_7", "undefined"}
)

# Of those that give the same text, or are equally likely, the first is taken.
_ONE_BYTE = (
    *("windows-1252", "windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "koi8-u", "cp1125"),
    *("kz1048", "ptcp154", "cp850"),
    *("windows-1250", "windows-1254", "windows-1257", "iso8859-15", "iso8859-2", "iso8859-16", "iso8859-13"),
)
_NARROW = 4.0  # log likelihood of all characters: a lead below is less than that of one foreign letter
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 20_000
_AFTER_ARABIC = "\u0700"
_ALPHABETIC = 0.9  # at least this share of a text in UTF-16 or UTF-32 without a mark is of its alphabet
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

_BROKEN_UTF8 = 0.2  # at most this share of bad sequences among those above ASCII is a damaged UTF-8 text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, the encoding it was in, and what is to be said of it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, file: str, declared: str = "") -> Decoded:
    """Decode ``data``, in the ``declared`` encoding if there is one; a byte order mark is dropped.

    Raises ``SourceError`` for bytes that are no text (R012), cannot be decoded (R013) or told (R014).
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(finding("R012", Place(file), what=kind))
    if declared:
        return Decoded(_strict(data, declared, file), declared)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strict(data, encoding, file)
            return Decoded(text, encoding, () if encoding == "utf-8" else _note(file, encoding, text))
    if b"\0" in data:
        return _wide(data, file)
    try:
        return Decoded(_no_binary(data.decode("utf-8"), file), "utf-8")
    except UnicodeDecodeError:
        if _is_broken_utf8(data):
            _strict(data, "utf-8", file)
    return _detected(data, file)


def is_encoding(label: str) -> bool:
    """Tell whether ``label`` names an encoding that a text can be read in."""
    try:
        known = codecs.lookup(label).name
        "a".encode(label)  # a codec from text to text or bytes to bytes, as rot13 and base64, is refused here
    except (LookupError, ValueError):
        return False
    return known.replace("-", "_") not in _NOT_FOR_DOCUMENTS


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        line_start = before.rfind("\n") + 1
        place = Place(
            file, line, len(before) - line_start + 1, excerpt=excerpt(before[line_start:], len(before))
        )
        shown = data[error.start : error.end][:4].hex(" ")
        raise SourceError(
            finding("R013", place, encoding=encoding, bytes=shown, offset=error.start)
        ) from None
    return _no_binary(text.removeprefix(BYTE_ORDER_MARK), file)


def _no_binary(text: str, file: str) -> str:
    """Return ``text`` unless so many control characters are in it that nobody wrote it."""
    first = _CONTROL.search(text)
    if first is None:
        return text
    if "\0" in text or len(_CONTROL.findall(text)) > max(4, len(text) // 50):
        raise SourceError(_binary(text, text.index("\0") if "\0" in text else first.start(), file))
    return text


def _binary(text: str, position: int, file: str) -> Finding:
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    what = f"binary data (a control character U+{ord(text[position]):04X} at character {position})"
    return finding("R012", Place(file, line, column), what=what)


def _is_broken_utf8(data: bytes) -> bool:
    decoded = data.decode("utf-8", "replace")
    above = sum(len(run) for run in re.findall(r"[^\x00-\x7f]+", decoded))
    return decoded.count("\ufffd") <= _BROKEN_UTF8 * above


def _wide(data: bytes, file: str) -> Decoded:
    """Decode bytes with NULs in them: UTF-16 or UTF-32 without a mark, or no text at all."""
    for encoding in _WIDE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text) and _is_alphabetic(text[:_SAMPLE]):
            return Decoded(text, encoding, _note(file, encoding, text))
    raise SourceError(_binary(data.decode("latin-1"), data.index(b"\0"), file))


def _is_alphabetic(sample: str) -> bool:
    """Tell whether the sample is of alphabets up to the Arabic one and of signs that texts in them have.

    Pairs of bytes of another encoding, or of numbers, are characters from all over Unicode.
    """
    common = sum(character < _AFTER_ARABIC or character in SIGNS for character in sample)
    return common >= _ALPHABETIC * len(sample)


def _detected(data: bytes, file: str) -> Decoded:
    ranked = []
    for encoding in _ONE_BYTE:
        try:
            sample = data.decode(encoding)[:_SAMPLE]
        except UnicodeDecodeError:
            continue
        ranked.append((plausibility(sample), encoding, sample))
    ranked.sort(key=lambda candidate: -candidate[0])
    if not ranked or ranked[0][0] < PLAUSIBLE:
        return _by_library(data, file)
    score, encoding, sample = ranked[0]
    text = _no_binary(data.decode(encoding), file)
    narrow = _NARROW / sum(character > "\x7f" for character in sample)
    rivals = (other for near, other, read in ranked if near > score - narrow and read != sample)
    foreign = foreign_letters(sample)
    if rival := next(rivals, ""):
        doubt = f"{rival} is nearly as likely"
    elif foreign:
        doubt = f"no language known here has all the letters that this gives ({foreign[:20]})"
    else:
        return Decoded(text, encoding, _note(file, encoding, text))
    return Decoded(
        text, encoding, (finding("R112", Place(file), encoding=encoding, doubt=doubt, text=excerpt(text)),)
    )


def _by_library(data: bytes, file: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or best.encoding in ("utf_8", "ascii"):
        raise SourceError(finding("R014", Place(file)))
    text = _strict(data, best.encoding, file)
    return Decoded(
        text, best.encoding, (finding("R111", Place(file), encoding=best.encoding, text=excerpt(text)),)
    )


def _note(file: str, encoding: str, text: str) -> tuple[Finding, ...]:
    return (finding("R101", Place(file), encoding=encoding, text=excerpt(text.lstrip())),)
