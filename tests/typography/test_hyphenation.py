"""Hyphenation: where words may be divided, and where never."""

import pytest

from engross.characters import DISCRETIONARY_HYPHEN
from engross.typography.hyphenation import hyphenate


def _visible(text: str, language: str = "ru") -> str:
    return hyphenate(text, language).replace(DISCRETIONARY_HYPHEN, "=")


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("ru", "безопасности", "без=опас=но=сти"),
        ("ru", "объявление", "объ=яв=ле=ние"),
        ("ru", "большой", "боль=шой"),
        ("ru", "районный", "рай=он=ный"),
        ("ru", "военно-политических", "военно-поли=ти=че=ских"),
        ("en", "consideration", "con=sid=er=a=tion"),
    ],
)
def test_a_word_is_divided_by_the_patterns_of_its_language(language: str, word: str, expected: str) -> None:
    assert _visible(word, language) == expected


@pytest.mark.parametrize(
    ("what", "word"),
    [
        ("an abbreviation", "ОДКБ"),
        ("a word in capitals", "ЗАЯВЛЕНИЕ"),
        ("a word with a capital inside", "РосАтомСтрой"),
        ("a short word", "слово"),
        ("a word with digits", "ковид2019область"),
        ("an address", "информация@организация"),
        ("a path", "организация/информация"),
        ("a word that the source divides", "орга\u00adнизация"),
    ],
)
def test_never_divided(what: str, word: str) -> None:
    assert hyphenate(word, "ru") == word, what


@pytest.mark.parametrize("language", ["hy", "kk", "ky", "tg", "ar", "zh", "xx"])
def test_a_language_without_patterns_is_never_hyphenated(language: str) -> None:
    assert hyphenate("безопасности organization", language) == "безопасности organization"


def test_each_side_of_a_hyphen_has_three_letters_and_no_sign_begins_a_part() -> None:
    text = "подъезд объединение разъяснение статьями семью майонез районирование чайная война стройка"
    for word in _visible(text).split():
        parts = word.split("=")
        for at in range(1, len(parts)):
            assert len("".join(parts[:at])) >= 3
            assert len("".join(parts[at:])) >= 3
            assert parts[at][0] not in "ъьй"
