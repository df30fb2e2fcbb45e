"""Reading and its catalogue agree: every code that is used is explained, and every one explained is used."""

import re
from pathlib import Path

import engross.reading
from engross.findings import reading, text
from engross.reading.words import KIND_OF, LANGUAGES, MONTH_OF

ENTRIES = (*reading.ENTRIES, *text.ENTRIES)


def test_the_codes_in_use_are_those_of_the_catalogue() -> None:
    modules = Path(engross.reading.__file__).parent.rglob("*.py")
    used = {code for module in modules for code in re.findall(r"\b[RMS]\d{3}\b", module.read_text("utf-8"))}
    assert used == {entry.code for entry in ENTRIES}


def test_no_code_is_used_twice_in_the_catalogue() -> None:
    codes = [entry.code for entry in ENTRIES]
    assert len(codes) == len(set(codes))


def test_no_word_means_another_kind_or_month_in_another_language() -> None:
    for words in LANGUAGES:
        assert [MONTH_OF[month] for month in words.months.split()] == list(range(1, 13))[: len(words.months)]
        for kind, forms in words.kinds.items():
            assert {KIND_OF[form] for form in forms.split()} == {kind}
