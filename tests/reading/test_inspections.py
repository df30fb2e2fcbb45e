"""What looks wrong in a text is found where it is, and only there: pairs of wrong and right texts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engross.characters import NO_BREAK_SPACE
from engross.reading.inspections import RULES, RULES_OF_LANGUAGES, inspect
from engross.reading.lines import split

_FILE = Path(__file__).parent / "inspections" / "cases.txt"
_HERE = "‸"


def _cases() -> Iterator[Any]:
    """Yield the code and one text of each case, its title as the name of the test."""
    code = title = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("wrong: ", "right: ")):
            kind, text = line.split(": ", 1)
            assert (_HERE in text) == (kind == "wrong"), line
            yield pytest.param(code, text.replace("~", NO_BREAK_SPACE), id=f"{code} {title}: {kind}")
        elif line and not line.startswith("#"):
            code, title = line.split(" ", 1)


@pytest.mark.parametrize(("code", "marked"), list(_cases()))
def test_the_code_is_reported_at_the_marked_places(code: str, marked: str) -> None:
    marked = marked.replace("⏎", "\n")
    expected = {
        (marked[:at].count("\n") + 1, len(marked[:at].rpartition("\n")[2].replace(_HERE, "")) + 1)
        for at in (found.start() for found in re.finditer(_HERE, marked))
    }
    findings = inspect(split(marked.replace(_HERE, "")), "ru", "file.txt")
    assert {(one.place.line, one.place.column) for one in findings if one.code == code} == expected


def test_every_rule_has_a_wrong_and_a_right_text() -> None:
    text = _FILE.read_text(encoding="utf-8")
    cases = re.findall(r"^(S\d{3}) .*\nwrong: .*\nright: ", text, re.MULTILINE)
    rules = [*RULES, *(rule for rules in RULES_OF_LANGUAGES.values() for rule in rules)]
    assert {code for code, _ in rules} == set(cases)


@pytest.mark.parametrize("language", ["be", "uk", "en", "kk"])
def test_rules_of_russian_are_for_russian_alone(language: str) -> None:
    assert not inspect(split("ещё раз и ещё раз, еще раз"), language)
