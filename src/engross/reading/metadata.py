"""Reads the metadata file of a source (``document.toml`` or ``NAME.toml``) and checks every key in it.

    kind = "statement"            a key of the known kinds: which template is filled
    title = "..."                 for catalogues and viewers; the text itself stays as it is
    language = "ru"               a BCP 47 tag
    date = 2017-07-17             a TOML date, or the same in quotes
    place = "Минск"
    number = "5"
    authors = ["..."]             the bodies that issue the document
    signatories = ["..."]
    subject = "..."               what it is about, in a sentence
    identifier = "..."
    rights = "..."
    style = "intergovernmental"   a house style

These overrule what is otherwise inferred from the text:

    encoding = "windows-1251"
    paragraphs = "line"           or "blank" (blocks between blank lines), or "wrapped" (hard-wrapped lines)
    heading = ["kind", "title", "title", "date", "place"]
                                  what the first lines are, blank ones not counted; [] for no heading

All errors of a file are raised together. Nothing is inferred here.
"""

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engross.characters import fold, name
from engross.errors import SourceError
from engross.findings import Finding, Place, finding
from engross.model.document import Requisite
from engross.reading.encoding import is_encoding
from engross.reading.lines import excerpt
from engross.reading.paragraphs import Form
from engross.reading.refusal import is_refused
from engross.reading.words import KINDS

STYLES = ("intergovernmental",)

_TEXTS = ("kind", "title", "language", "place", "number", "subject", "identifier", "rights", "style")
_OVERRIDES = ("encoding", "paragraphs")
_LISTS = ("authors", "signatories", "heading")
_KEYS = (*_TEXTS, "date", *_LISTS, *_OVERRIDES)

_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_ERROR_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$| \(at end of document\)$")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a metadata file declares; empty or None where it is silent."""

    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    date: datetime.date | None = None
    heading: tuple[Requisite, ...] | None = None
    paragraphs: Form | None = None
    file: str = ""

    def text(self, key: str) -> str:
        """Return the text of ``key``, empty when it is not declared."""
        return self.texts.get(key, "")

    def list(self, key: str) -> tuple[str, ...]:
        """Return the texts of ``key``, none when it is not declared."""
        return self.lists.get(key, ())


NOTHING_DECLARED = Declared({}, {})


def read_metadata(data: bytes, file: str) -> Declared:
    """Read a metadata file; raises ``SourceError`` with a finding for each thing that is wrong in it."""
    source = _decoded(data, file)
    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(_syntax_error(str(error), source, file)) from None
    except RecursionError:
        raise SourceError(_nested_too_deeply(source, file)) from None
    return declare(values, lambda key: key_place(source, key, file), file)


def declare(values: Mapping[str, object], place: Callable[[str], Place], file: str) -> Declared:
    """Return what ``values`` declare; raises ``SourceError`` with a finding for each that is wrong.

    ``place`` returns where the value of a key stands.
    """
    reader = _Reader(place)
    read = {key: reader.value(key, value) for key, value in values.items()}
    if reader.wrong:
        raise SourceError(*reader.wrong)
    form = read.get("paragraphs")
    date = read.get("date")
    return Declared(
        texts={key: str(read[key]) for key in (*_TEXTS, "encoding") if key in read},
        lists={key: _texts(read[key]) for key in ("authors", "signatories") if key in read},
        date=date if isinstance(date, datetime.date) else None,
        heading=tuple(Requisite(role) for role in _texts(read["heading"])) if "heading" in read else None,
        paragraphs=Form(str(form)) if form else None,
        file=file,
    )


def key_place(source: str, key: str, file: str) -> Place:
    """Return the place of a top-level ``key`` in the text of a metadata file."""
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]].*", source, re.MULTILINE)
    if not found:
        return Place(file, excerpt=key)
    return Place(file, source.count("\n", 0, found.start()) + 1, excerpt=excerpt(found[0]))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_text = before.rpartition(b"\n")[2].decode("utf-8", "replace")
        place = Place(file, before.count(b"\n") + 1, len(line_text) + 1, excerpt=excerpt(line_text))
        raise SourceError(finding("M002", place, offset=error.start)) from None


def _syntax_error(message: str, source: str, file: str) -> Finding:
    lines = source.removesuffix("\n").split("\n")  # as TOML counts them: other line ends are none there
    found = _ERROR_PLACE.search(message)
    line = int(found[1]) if found and found[1] else len(lines)
    column = int(found[2]) if found and found[2] else None
    text = lines[line - 1] if line <= len(lines) else ""
    if "'\\n'" in message:
        message = "the quotes are not closed on this line"
    return finding(
        "M001",
        Place(file, line, column, excerpt=excerpt(text)),
        reason=_ERROR_PLACE.sub("", message),
        text=excerpt(text),
    )


def _nested_too_deeply(source: str, file: str) -> Finding:
    """Return the finding on the line with the most opening brackets."""
    lines = source.split("\n")
    index = max(range(len(lines)), key=lambda index: lines[index].count("[") + lines[index].count("{"))
    text = excerpt(lines[index])
    reason = "brackets are nested too deeply"
    return finding("M001", Place(file, index + 1, excerpt=text), reason=reason, text=text)


class _Reader:
    """Checks the values of one file and gathers what is wrong with them."""

    def __init__(self, place: Callable[[str], Place]) -> None:
        self.place = place
        self.wrong: list[Finding] = []

    def value(self, key: str, value: object) -> object:
        """Return the checked value of ``key``; what is wrong is added to ``wrong``."""
        if key not in _KEYS:
            self.reject("M003", key, close=_closest(key), known=", ".join(_KEYS))
        elif key == "date":
            return self.date(value)
        elif key in _LISTS:
            return self.texts(key, value)
        elif not isinstance(value, str):
            self.reject("M004", key, wanted="text in quotes", given=_type_name(value))
        else:
            return self.text(key, value)
        return None

    def text(self, key: str, value: str) -> str:
        """Return ``value`` on one line, if its characters and the key's own rule allow it."""
        refused = next((character for character in value if is_refused(character)), "")
        if refused:
            self.reject("M011", key, character=name(refused))
        text = fold(value)
        if key in _RULES and text:
            is_right, code, known = _RULES[key]
            if not is_right(text):
                self.reject(code, key, value=text, known=known, close=_closest(text, known.split(", ")))
        return text

    def texts(self, key: str, value: object) -> list[str]:
        """Return a list of texts, each checked; those of ``heading`` are names of requisites."""
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            given = "a list with other things in it" if isinstance(value, list) else _type_name(value)
            self.reject("M004", key, wanted='a list of texts, as in ["...", "..."]', given=given)
            return []
        known = [requisite.value for requisite in Requisite]
        for item in value:
            if key == "heading" and item not in known:
                self.reject("M010", key, value=item, known=", ".join(known))
        return [self.text(key, item) for item in value]

    def date(self, value: object) -> datetime.date | None:
        """Return a date from a TOML date or from the same in quotes."""
        if isinstance(value, str):
            try:
                return datetime.date.fromisoformat(value)
            except ValueError:
                self.reject("M012", "date", value=value)
                return None
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value
        self.reject("M004", "date", wanted="a date, as in 2017-07-17", given=_type_name(value))
        return None

    def reject(self, code: str, key: str, **particulars: object) -> None:
        """Add a finding on ``key``."""
        self.wrong.append(finding(code, self.place(key), key=key, **particulars))


_RULES: Mapping[str, tuple[Callable[[str], object], str, str]] = {
    "kind": (KINDS.__contains__, "M007", ", ".join(KINDS)),
    "language": (_TAG.fullmatch, "M005", ""),
    "style": (STYLES.__contains__, "M006", ", ".join(STYLES)),
    "encoding": (is_encoding, "M008", ""),
    "paragraphs": ([form.value for form in Form].__contains__, "M009", ", ".join(Form)),
}

_TYPE_NAMES = (
    (bool, "true or false"),
    (str, "text"),
    (int, "a number"),
    (float, "a number"),
    (list, "a list"),
    (dict, "a table"),
    (datetime.datetime, "a date with a time"),
    (datetime.date, "a date"),
    (datetime.time, "a time"),
)


def _type_name(value: object) -> str:
    return next((words for kind, words in _TYPE_NAMES if isinstance(value, kind)), "something else")


def _closest(word: str, known: list[str] | None = None) -> str:
    """Return `` (did you mean ...?)`` for a word that is nearly a known one, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), known or _KEYS, n=1)
    return f" (did you mean “{close[0]}”?)" if close else ""
