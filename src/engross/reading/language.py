"""Infers the language of a text from its letters and, in Latin script, from its commonest words.

It tells apart only languages that official documents here are written in; it does not guess others.
"""

import unicodedata
from collections import Counter

_SAMPLE = 20_000  # characters: more do not change the answer
_DEFAULT = "en"

_SCRIPTS = {
    "CYRILLIC": "ru",
    "ARMENIAN": "hy",
    "ARABIC": "ar",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HEBREW": "he",
    "LATIN": "",
}

# Letters that Russian does not have. Kyrgyz has none that Kazakh lacks, so it stands first to win a tie.
_CYRILLIC_MARKS = {"be": "ўі", "uk": "іїєґ", "ky": "ңөү", "tg": "ӣӯҳҷқғ", "kk": "әғқңөұүһі"}
_LEAST_SHARE = 0.015

_FREQUENT_WORDS = {
    "en": "the of and to in that for is with by shall this be on",
    "fr": "le la les des et du en un une que dans pour qui est au aux par sur",
    "es": "el la los las de y en que del por con para una se su al",
    "de": "der die das und den von zu mit des im für auf ist nicht ein eine dem",
}
_LATIN_MARKS = {"fr": "àâçèêëîïôœùû", "es": "ñáíóú¿¡", "de": "äöüß"}


def infer_language(text: str) -> str:
    """Return the BCP 47 tag of the language of ``text``, or an empty string when nothing tells it."""
    sample = text[:_SAMPLE].lower()
    letters = Counter(
        {character: count for character, count in Counter(sample).items() if character.isalpha()}
    )
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += count
    known = [(count, script) for script, count in scripts.items() if script in _SCRIPTS]
    if not known:
        return ""
    script = max(known)[1]
    if script == "CYRILLIC":
        return _cyrillic(letters, scripts[script])
    if script == "CJK" and (scripts["HIRAGANA"] or scripts["KATAKANA"]):
        return "ja"
    return _SCRIPTS[script] or _latin(sample, letters)


def _cyrillic(letters: Counter[str], total: int) -> str:
    shares = {tag: sum(letters[mark] for mark in marks) / total for tag, marks in _CYRILLIC_MARKS.items()}
    best = max(shares, key=lambda tag: shares[tag])
    return best if shares[best] >= _LEAST_SHARE else _SCRIPTS["CYRILLIC"]


def _latin(sample: str, letters: Counter[str]) -> str:
    words = Counter(sample.split())
    scores = {
        tag: sum(words[word] for word in frequent.split())
        + sum(letters[mark] for mark in _LATIN_MARKS.get(tag, ""))
        for tag, frequent in _FREQUENT_WORDS.items()
    }
    best = max(scores, key=lambda tag: scores[tag])
    return best if scores[best] else ""


def language_or_default(text: str) -> tuple[str, bool]:
    """Return the language of ``text`` and whether it was told by the text (else English is taken)."""
    language = infer_language(text)
    return (language, True) if language else (_DEFAULT, False)
