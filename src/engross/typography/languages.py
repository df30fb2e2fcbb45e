"""The bindings of each language (docs/house-style.md); other languages get the common ones alone."""

import re
from functools import cache

from engross.characters import DASHES
from engross.typography.binding import Binding, always, usually

_WORD = r"(?<![\w\-’'])"
"""Where a whole word starts."""

_ANY = r"\S"
_CAPITAL = "[A-ZА-ЯЁІЇЄҐЎ]"
_NO_NOUN = r"(?:и|а|но|или|в|во|на|с|со|к|ко|по|до|от|из|за|and|or|to|of|in|on|at|by|the)\b"
_RUSSIAN_MONTH = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_ENGLISH_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"

COMMON = (
    always("dash", _ANY, rf"[{DASHES}](?:\s|$)"),
    always("opening dash", rf"(?:^|\n)[{DASHES}]", _ANY),
    always("number or section sign", "[№§]", _ANY),
    always("number and its noun", r"\d", rf"(?!{_NO_NOUN})[^\W\d_]|[%‰°$€₽]"),
    always("groups of digits", r"\d", r"\d{3}(?!\d)"),
    always("initials", r"(?<![^\W\d_])[^\W\d_]\.", _CAPITAL),
    always(
        "initials after a surname",
        rf"{_WORD}{_CAPITAL}[^\W\d_]+",
        rf"{_CAPITAL}\. ?{_CAPITAL}\.",
    ),
)

RUSSIAN = (
    always("one-letter word", rf"{_WORD}[вксоуиая]", _ANY, re.IGNORECASE),
    always(
        "reference",
        rf"{_WORD}(?i:пп?|стр?|ст|с|гл|разд|табл|рис|ч|кв|д|т|им)\.",
        r"[\dIVXLCА-ЯЁ№]",
    ),
    always("settlement", rf"{_WORD}(?:гг?|пос|дер|ул|пл|обл|р)\.", "[А-ЯЁ]"),
    always("such abbreviations", rf"{_WORD}т\.", r"[едпнкчо]\."),
    always("and so on", rf"{_WORD}и", r"(?:т\.|др\.|пр\.)"),
    always("year", r"\d{4}", r"(?:гг?\.|год)"),
    usually("month and year", _RUSSIAN_MONTH, r"\d{4}"),
    usually("particle", r"[\w»)]", r"(?:же|ли|ль|бы|б|ж)(?![\w\-])"),
    usually(
        "two-letter word",
        rf"{_WORD}(?:во|со|ко|на|по|за|до|из|от|об|не|ни|но|да|то|он|мы|вы|их|её|ее)",
        _ANY,
        re.IGNORECASE,
    ),
    usually("short last word", _ANY, r"\S{1,4}$"),
)

RUSSIAN_HEADINGS = (
    usually(
        "preposition in a heading",
        rf"{_WORD}(?:без|для|при|про|над|под|перед|через|между|после|около|из-за|из-под|обо|ото|изо)",
        _ANY,
        re.IGNORECASE,
    ),
)

ENGLISH = (
    always("one-letter word", rf"{_WORD}[aAI]", _ANY),
    always(
        "abbreviation before a number",
        rf"{_WORD}(?i:Nos?|Arts?|paras?|pp?|Secs?|vols?|Figs?|chap)\.",
        r"[\dIVXLC]",
    ),
    always("title of a person", rf"{_WORD}(?:Mrs?|Ms|Dr|H\.E|St|Mmes?)\.?", "[A-Z]"),
    always("month and day", _ENGLISH_MONTH, r"\d{1,2}\b"),
    usually("month and year", _ENGLISH_MONTH, r"\d{4}"),
    usually("short word", rf"{_WORD}(?:an|of|to|in|on|by|at|or|no)", _ANY, re.IGNORECASE),
    usually("short last word", _ANY, r"\S{1,4}$"),
)

GREEK = (always("one-letter word", rf"{_WORD}[οηήό]", _ANY, re.IGNORECASE),)

ARMENIAN = (always("one-letter word", rf"{_WORD}և", _ANY),)

_BODY = {"ru": RUSSIAN, "en": ENGLISH, "el": GREEK, "hy": ARMENIAN}
_HEADINGS = {"ru": RUSSIAN_HEADINGS}


@cache
def bindings_for(language: str) -> tuple[Binding, ...]:
    """Return the bindings for text in ``language`` (a BCP 47 tag)."""
    return COMMON + _BODY.get(primary(language), ())


@cache
def heading_bindings_for(language: str) -> tuple[Binding, ...]:
    """Return the bindings that headings in ``language`` have besides."""
    return _HEADINGS.get(primary(language), ())


def primary(language: str) -> str:
    """Return the primary subtag of ``language``: ``ru`` for ``ru-RU``."""
    return language.partition("-")[0].lower()
