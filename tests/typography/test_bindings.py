"""The bindings, case by case from tests/typography/bindings/LANGUAGE.txt."""

from pathlib import Path

import pytest

from engross.characters import NO_BREAK_SPACE, RELUCTANT_SPACE
from engross.typography.binding import LONGEST_RUN, bind
from engross.typography.languages import bindings_for, heading_bindings_for


def _cases() -> list[tuple[str, str, str, str]]:
    found = []
    for file in sorted((Path(__file__).parent / "bindings").glob("*.txt")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        lines = [line for line in lines if not line.startswith("#")]
        assert len(lines) % 3 == 0, f"{file.name} has a case without three lines"
        found += [(file.stem, *lines[at : at + 3]) for at in range(0, len(lines), 3)]
    return found  # type: ignore[return-value]


def _visible(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, "~").replace(RELUCTANT_SPACE, "_")


@pytest.mark.parametrize(("language", "title", "given", "expected"), _cases())
def test_binding(language: str, title: str, given: str, expected: str) -> None:
    assert _visible(bind(given.replace("~", NO_BREAK_SPACE), bindings_for(language))) == expected, title


def test_prepositions_bind_in_headings_alone() -> None:
    text = "меры для стран"
    assert _visible(bind(text, bindings_for("ru"))) == text
    assert _visible(bind(text, bindings_for("ru") + heading_bindings_for("ru"))) == "меры для_стран"


def test_a_run_of_usual_bindings_stays_short() -> None:
    text = "на по за до из от " * 8
    runs = bind(text, bindings_for("ru")).split(" ")
    assert max(map(len, runs)) <= LONGEST_RUN
