"""The bindings of each language (docs/house-style.md); other languages get the common ones alone."""

import re
from functools import cache

from engross.characters import DASHES
from engross.model.language import primary
from engross.typography.binding import Binding, always, usually

_WORD = r"(?<![\w\-’'])"
"""Where a whole word starts."""

_ANY = r"\S"
_CAPITAL = "[A-ZА-ЯЁІЇЄҐЎӘҒҚҢӨҰҮҺӢӮҲҶԱ-Ֆ]"
_NO_NOUN = (
    r"(?:и|а|но|или|в|во|на|с|со|к|ко|по|до|от|из|за|у|о|і|й|та|або|ў"
    r"|ва|аз|дар|және|мен|and|or|to|of|in|on|at|by|the|et|de|du|des|und|von|y|del)\b"
)
_RUSSIAN_MONTH = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_ENGLISH_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def _small_words(name: str, words: str) -> Binding:
    """Return the binding of each of ``words`` to the word after it."""
    return usually(name, rf"{_WORD}(?:{words})", _ANY, re.IGNORECASE)


def _particle(words: str) -> Binding:
    """Return the binding of each of ``words`` to the word before it."""
    return usually("particle", r"[\w»)]", rf"(?:{words})(?![\w\-])")


_SHORT_LAST_WORD = usually("short last word", _ANY, r"\S{1,4}$")

COMMON = (
    always("one-letter word", rf"{_WORD}[^\W\d_]", _ANY),
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
    _particle("же|ли|ль|бы|б|ж"),
    _small_words("two-letter word", "во|со|ко|на|по|за|до|из|от|об|не|ни|но|да|то|он|мы|вы|их|её|ее"),
    _SHORT_LAST_WORD,
)

RUSSIAN_HEADINGS = (
    _small_words(
        "preposition in a heading",
        "без|безо|для|при|про|над|надо|под|подо|пред|перед|передо|через|между|после|около|из-за|из-под|обо"
        "|ото|изо|ради|вне|кроме|вместо|вокруг|внутри|вдоль|против|среди|согласно|вопреки|сквозь|ввиду|благодаря",
    ),
)

BELARUSIAN = (
    always("reference", rf"{_WORD}(?i:п|арт|стар|гл|разд|ч)\.", r"[\dIVXLC]"),
    always("settlement", rf"{_WORD}(?:г|вул|пас|в)\.", _CAPITAL),
    always("such abbreviations", rf"{_WORD}(?:і т|г)\.", r"[дпзн]\."),
    always("year", r"\d{4}", r"(?:гг?\.|год)"),
    _particle("жа|ж|бы|б|ці|лі|ль"),
    _small_words("two-letter word", "на|па|за|да|ад|аб|не|ні|са|ва|ці|то|ён|мы|вы|іх|яе"),
    _SHORT_LAST_WORD,
)

UKRAINIAN = (
    always("reference", rf"{_WORD}(?i:пп?|ст|стор|гл|розд|ч)\.", r"[\dIVXLC]"),
    always("settlement", rf"{_WORD}(?:м|смт|с|вул|обл)\.", _CAPITAL),
    always("such abbreviations", rf"{_WORD}т\.", r"[дпзі]\."),
    always("year", r"\d{4}", r"(?:рр?\.|рок)"),
    _particle("же|ж|би|б|чи|ли"),
    _small_words("two-letter word", "на|по|за|до|зі|із|від|об|не|ні|та|то|що|ми|ви|їх|її"),
    _SHORT_LAST_WORD,
)

KAZAKH = (
    always("year", r"\d{4}", r"(?:ж\.|жыл)"),
    always("settlement", rf"{_WORD}(?:қ|ауд|обл)\.", _CAPITAL),
    _particle("да|де|та|те|ма|ме|ба|бе|па|пе|ғой|қой"),
    _SHORT_LAST_WORD,
)

KYRGYZ = (
    always("year", r"\d{4}", r"(?:ж\.|жыл)"),
    always("settlement", rf"{_WORD}(?:ш|обл)\.", _CAPITAL),
    _particle("да|де|до|дө|го"),
    _SHORT_LAST_WORD,
)

TAJIK = (
    always("year", rf"{_WORD}(?:соли|с\.)", r"\d{4}"),
    always("settlement", rf"{_WORD}(?:ш|н|вил)\.", _CAPITAL),
    _small_words("two-letter word", "ва|ба|бо|аз|то|ки|ё"),
    _SHORT_LAST_WORD,
)

ARMENIAN = (
    always("year", r"\d{4}", r"(?:թթ?\.|թվական)"),
    always("settlement", rf"{_WORD}(?:ք|գ|մ)\.", _CAPITAL),
    always("reference", rf"{_WORD}(?i:հոդ|գլ|էջ)\.?", r"\d"),
    _SHORT_LAST_WORD,
)

FRENCH = (
    always("space before a high mark", _ANY, "[;:!?»]"),
    always("space after an opening mark", "«", _ANY),
    always("abbreviation before a number", rf"{_WORD}(?i:n[°º]|art|al|p|pp|chap|vol)\.?", r"[\dIVXLC]"),
    always("title of a person", rf"{_WORD}(?:MM?\.|Mmes?|Mlles?|Dr|S\.E\.)", "[A-ZÀ-Þ]"),
    _small_words("short word", "de|du|le|la|un|en|et|ou|au|ne|se|ce|sa"),
    _SHORT_LAST_WORD,
)

GERMAN = (
    always("abbreviation before a number", rf"{_WORD}(?:Nr|Art|Abs|Bd|Kap|S)\.", r"[\dIVXLC]"),
    always("such abbreviations", rf"{_WORD}(?:z|d|u|i)\.", r"[A-Za-zÄÖÜäöü]\."),
    always("day and month", rf"{_WORD}\d{{1,2}}\.", "[A-ZÄÖÜ][a-zäöü]"),
    always("title of a person", rf"{_WORD}(?:Dr|Prof|Hr|Fr|St)\.", "[A-ZÄÖÜ]"),
    _SHORT_LAST_WORD,
)

SPANISH = (
    always("abbreviation before a number", rf"{_WORD}(?i:n\.[º°]|art\.|núm\.|p\.|pp\.|cap\.)", r"[\dIVXLC]"),
    always("title of a person", rf"{_WORD}(?:Sra?|Srta|Dra?|Excmo)\.", "[A-ZÁÉÍÓÚÑ]"),
    _small_words("short word", "de|el|la|un|en|al|no|se|su|lo"),
    _SHORT_LAST_WORD,
)

ENGLISH = (
    always(
        "abbreviation before a number",
        rf"{_WORD}(?i:Nos?|Arts?|paras?|pp?|Secs?|vols?|Figs?|chap)\.",
        r"[\dIVXLC]",
    ),
    always("title of a person", rf"{_WORD}(?:Mrs?|Ms|Dr|H\.E|St|Mmes?)\.?", "[A-Z]"),
    always("month and day", _ENGLISH_MONTH, r"\d{1,2}\b"),
    usually("month and year", _ENGLISH_MONTH, r"\d{4}"),
    _small_words("short word", "an|of|to|in|on|by|at|or|no"),
    _SHORT_LAST_WORD,
)

ENGLISH_HEADINGS = (
    _small_words(
        "preposition in a heading",
        "for|from|with|into|over|under|upon|about|after|before|between|among|through|against|towards?"
        "|within|without|during|since|until|across|around|regarding|concerning",
    ),
)

BODY = {
    "ru": RUSSIAN,
    "be": BELARUSIAN,
    "uk": UKRAINIAN,
    "kk": KAZAKH,
    "ky": KYRGYZ,
    "tg": TAJIK,
    "hy": ARMENIAN,
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
}
HEADINGS = {"ru": RUSSIAN_HEADINGS, "en": ENGLISH_HEADINGS}


@cache
def bindings_for(language: str) -> tuple[Binding, ...]:
    """Return the bindings for text in ``language`` (a BCP 47 tag)."""
    return COMMON + BODY.get(primary(language), ())


@cache
def heading_bindings_for(language: str) -> tuple[Binding, ...]:
    """Return the bindings that headings in ``language`` have besides."""
    return HEADINGS.get(primary(language), ())
