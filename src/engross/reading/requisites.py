"""Tells what a single line of a heading block is, and reads the date, number and place in it.

It knows nothing of the lines around: where the heading ends, and that a bare name beside a date is a
place, is decided in ``heading``.
"""

import datetime
import re
from dataclasses import dataclass

from engross.characters import fold
from engross.model.document import Requisite
from engross.reading.words import (
    CITIES,
    CITY_MARKS,
    KIND_AT_END,
    KIND_OF,
    KIND_PHRASES,
    MONTH_OF,
    QUALIFIERS,
)

_LONGEST = 120  # characters: nothing longer is a kind, a date, a number or a place

_MONTH = r"(?P<month>[^\W\d_]{3,12})"
_YEAR_WORD = r"(?:\s*(?:года|году|год|г\.|г|року|р\.|ж\.|թվականի|թ\.)(?!\w))?"
_DAYS = r"(?:\d{1,2}\s*[–—-]\s*)?[«“\"]?(?P<day>\d{1,2})[»”\"]?(?:st|nd|rd|th|er|-?го|\.)?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAYS}\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|соли\s+)?(?P<year>\d{{4}}){_YEAR_WORD}",
        rf"{_MONTH}\s+{_DAYS},?\s+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[\s-]*(?:жылғы|жылдын)\s+(?P<day>\d{{1,2}})[\s-]+{_MONTH}",
        rf"(?P<year>\d{{4}})\s*(?:թվականի|թ\.)\s+{_MONTH}\s+(?P<day>\d{{1,2}})(?:-ին)?",
        rf"(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.(?P<year>\d{{4}})(?!\d){_YEAR_WORD}",
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)",
        r"(?P<year>\d{4})年(?P<number>\d{1,2})月(?P<day>\d{1,2})日",
    )
)
_NUMBER = re.compile(r"(?<!\w)(?:№|No\.?|Nr\.?|N[º°]|N)\s*(?P<number>[\w/.()-]*\d[\w/.()-]*)", re.IGNORECASE)
_CITY_MARK = re.compile(
    "(?:"
    + "|".join(mark.replace(".", r"\.\s*") if mark.endswith(".") else mark + r"\s+" for mark in CITY_MARKS)
    + ")",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^[\s,;.()\[\]]*(?:от|from|dated|of|on|du|vom|від|ад)?[\s,;.()\[\]]*$", re.IGNORECASE)
_WITHOUT_FROM = re.compile(r"\s*(?:от|from|dated|of|vom|le|den|від|ад)?\s*$", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\s*(?:[^\W\d_]{{3,12}}\s+)?\d{{4}}{_YEAR_WORD}", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|(?:[^\W\d_]\.)+")
_INITIALS = re.compile(r"[^\W\d_]\.[^\W\d_]\.$")
_MOST_NAME_WORDS = 5
_LETTER_SPACED = re.compile(r"[^\W\d_](?:\s[^\W\d_]){3,}")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read in a line: its requisite (None: none known), and the values it gives.

    ``no_such_date`` holds the words of a date that the calendar does not have.
    """

    requisite: Requisite | None = None
    kind: str = ""
    date: datetime.date | None = None
    number: str = ""
    place: str = ""
    no_such_date: str = ""


def recognise(text: str) -> Recognised:
    """Recognise a line of a heading block by itself."""
    line = fold(text)
    if not line or len(line) > _LONGEST:
        return Recognised()
    return _dated(line) or _kind(line) or _numbered(line) or _city(line) or Recognised()


def is_name(text: str) -> bool:
    """Tell whether ``text`` can be the bare name of a place: a few capitalised words, commas among them.

    Where letters have no case, only a short word can be told from the beginning of a sentence.
    """
    words = fold(text).replace(",", " ").split()
    if len(words) > 4 or not all(word.replace("-", "").replace("’", "").isalpha() for word in words):
        return False
    has_case = text.lower() != text.upper()
    return len(text) <= (40 if has_case else 10) and not any(word[0].islower() for word in words)


def is_known_city(text: str) -> bool:
    """Tell whether ``text`` is a place that needs no other sign: a city, its country or a month after it."""
    city, comma, rest = fold(text).partition(",")
    return city.lower() in CITIES and (not comma or _is_short_name(rest) or bool(_MONTH_ONLY.fullmatch(rest)))


def _is_short_name(text: str) -> bool:
    """Tell whether ``text`` is a name of a few words, small ones only inside it (``Palais des Nations``)."""
    words = text.replace(",", " ").split()
    if not 0 < len(words) <= _MOST_NAME_WORDS or words[0][0].islower() or words[-1][0].islower():
        return False
    return all(_NAME_WORD.fullmatch(word) and (len(word) <= 3 or not word[0].islower()) for word in words)


def bare_place(text: str) -> str:
    """Return the place in ``text`` without the word for city."""
    place = fold(text).strip(" ,;()[]").lstrip(".")
    if not _INITIALS.search(place):
        place = place.rstrip(" ,;.")
    mark = _CITY_MARK.match(place)
    return place[mark.end() :] if mark else place


def kind_within(text: str) -> str:
    """Return the kind that a title names at its start (``Всеобщая декларация прав человека``), or nothing.

    Where the language has it so, the kind is the end of the title.
    """
    words = [word.strip(' ,:«»"').lower() for word in fold(text).split(" ")]
    for position, word in enumerate(words[:3]):
        if word in KIND_OF:
            return KIND_OF[word]
        if word not in QUALIFIERS and position:
            break
    last = words[-1]
    # Two characters are a whole word in Chinese only, where nothing parts it from those before it.
    return KIND_AT_END.get(last) or KIND_AT_END.get(last[-2:], "")


def _dated(line: str) -> Recognised | None:
    found = _find_date(line)
    if found is None:
        return None
    rest = [line[: found.start()], line[found.end() :]]
    number = _NUMBER.search(" ; ".join(rest))
    if number:
        rest = [_NUMBER.sub(" ", part) for part in rest]
    left = [_WITHOUT_FROM.sub("", part) for part in rest if not _BETWEEN.match(part)]
    kind = _kind_of(left[0]) if left else ""
    if len(left) > 1 or (left and not kind and not _is_place(left[0])):
        return None
    date = _calendar(found)
    return Recognised(
        Requisite.KIND if kind else Requisite.DATE,
        kind=kind,
        date=date,
        number=number["number"] if number else "",
        place=bare_place(left[0]) if left and not kind else "",
        no_such_date="" if date else found[0],
    )


def _find_date(line: str) -> re.Match[str] | None:
    for pattern in _DATES:
        for found in pattern.finditer(line):
            month = found.groupdict().get("month")
            if (not month or month.lower() in MONTH_OF) and not line[: found.start()][-1:].isalnum():
                return found
    return None


def _is_place(part: str) -> bool:
    text = part.strip(" ,;.()[]")
    mark = _CITY_MARK.match(text)
    if mark and _is_short_name(text[mark.end() :]):
        return True
    return is_known_city(text) or (is_name(text) and "," in part)


def _calendar(found: re.Match[str]) -> datetime.date | None:
    groups = found.groupdict()
    month = int(groups["number"]) if groups.get("number") else MONTH_OF[groups["month"].lower()]
    try:
        return datetime.date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None


def _kind(line: str) -> Recognised | None:
    number = _NUMBER.search(line)
    ends_with_number = number is not None and not line[number.end() :].strip()
    kind = _kind_of(line[: number.start()] if number and ends_with_number else line)
    if not kind:
        return None
    return Recognised(Requisite.KIND, kind=kind, number=number["number"] if number else "")


def _kind_of(text: str) -> str:
    """Return the kind that ``text`` names and nothing beside it, or nothing."""
    words = text.strip()
    if _LETTER_SPACED.fullmatch(words):
        words = words.replace(" ", "")
    if words[:1].islower():
        return ""
    lower = words.lower()
    if lower in KIND_PHRASES:
        return KIND_PHRASES[lower]
    nouns = [word for word in lower.split(" ") if word not in QUALIFIERS]
    return KIND_OF.get(nouns[0], "") if len(nouns) == 1 else ""


def _numbered(line: str) -> Recognised | None:
    number = _NUMBER.fullmatch(line)
    return Recognised(Requisite.NUMBER, number=number["number"]) if number else None


def _city(line: str) -> Recognised | None:
    text = line.strip("()[] ")
    mark = _CITY_MARK.match(text)
    if is_known_city(text) or (mark and is_name(text[mark.end() :])):
        return Recognised(Requisite.PLACE, place=bare_place(text))
    return None
