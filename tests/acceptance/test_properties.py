"""Texts that nobody would write, of all that the bundled fonts have: set exactly, or refused by a finding."""

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engross import pipeline, reading
from engross.errors import MissingError, RefusedError, SourceError
from engross.model.document import Document
from tests.acceptance.test_repertoire import SENTENCE, of_fonts, refused
from tests.conftest import require_tool_named
from tests.extractors import assert_same_text, mupdf

HEADING = "ЗАЯВЛЕНИЕ\nо проверке всякого текста\n17 июля 2017 года\nгород Минск"
DASHES = "-\u2010\u2011\u2013\u2014\u2212"
SCRIPTS = {
    "Cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўқңғүұһө",
    "Latin": "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôûäöüßñáíóúāăąćčďęěłńňřśšťůźż",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋς",
    "Armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
}
SIGNS = [
    "№ 5",
    "§ 3",
    "17 июля 2017 г.",
    "1 000 000",
    "23⁄44",
    "«ёлка»",
    "„so“",
    "“so”",
    "'s",
    '"',
    "5 %",
    "т. е.",
]
ADDRESSES = [
    "https://example.org/a/b?c=d#e",
    "name.of-one@example.int",
    "C:\\dir\\file.txt",
    "10.1000/xyz-123",
]
REPERTOIRE = [character for character in of_fonts("*.ttf") if not refused(SENTENCE.format(character))]

words = st.one_of(
    *(st.text(letters, min_size=1, max_size=14) for letters in SCRIPTS.values()),
    st.text("".join(SCRIPTS.values()), min_size=1, max_size=9),
    st.sampled_from(SIGNS),
    st.sampled_from(ADDRESSES),
    st.text(REPERTOIRE, min_size=1, max_size=4),
    st.text("абвгд", min_size=60, max_size=300),
    st.integers(0, 10**12).map(str),
)
joints = st.sampled_from(
    [" "] * 12 + [", ", ". ", ": ", "; ", " – ", " — ", "\u00a0", "\u00ad", "  ", "(", ") "]
)
dashed = st.tuples(words, st.sampled_from(DASHES), words).map("".join)
atoms = st.one_of(words, words, words, dashed, st.sampled_from(DASHES))
paragraphs = st.lists(st.tuples(atoms, joints), min_size=1, max_size=60).map(
    lambda parts: "".join(atom + joint for atom, joint in parts)
)
texts = st.lists(paragraphs, min_size=1, max_size=5)
titles = st.lists(st.one_of(words, dashed), min_size=1, max_size=25).map(" ".join)


def document_of(text: str) -> Document:
    return reading.parse(text.encode(), name="any", file="any.txt")


def exact_or_refused(text: str, *, outside: bool = True) -> bool:
    """Set ``text``; fail unless both proofs and an outside extractor have it, or it is refused by a finding.

    Return whether it was set.
    """
    try:
        document = document_of(text)
        typeset = pipeline.typeset(document)
    except (SourceError, RefusedError, MissingError) as error:
        refusals = error.findings
    else:
        _prove(document, typeset, outside=outside)
        return True
    assert refusals
    assert all(found.place.line for found in refusals)
    return False


def _prove(document: Document, typeset: pipeline.Typeset, *, outside: bool) -> None:
    report = pipeline.check(typeset.pdf, "any.pdf", document, typeset.findings)
    assert [f"{found.code} {found.message}" for found in report.errors] == []
    if outside:
        require_tool_named("mutool")
        with NamedTemporaryFile(suffix=".pdf") as file:
            file.write(typeset.pdf)
            file.flush()
            assert_same_text(document.text, mupdf(Path(file.name)))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts)
def test_any_text_is_exact_or_refused(parts: Sequence[str]) -> None:
    exact_or_refused("\n\n".join((HEADING, *parts, "")))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(titles, paragraphs)
def test_any_heading_is_exact_or_refused(title: str, paragraph: str) -> None:
    exact_or_refused(f"ЗАЯВЛЕНИЕ\n{title}\n17 июля 2017 года\n\n{paragraph}\n\nТекст.\n")


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(DASHES), st.integers(1, 12), st.integers(0, 11), st.booleans())
def test_a_dash_at_every_position_of_a_line_is_exact(
    dash: str, length: int, shift: int, spaced: bool
) -> None:
    """Shift a text of one dash a word by a letter at a time: each dash comes to each place of a line."""
    joint = f" {dash} " if spaced else dash
    body = joint.join("слово"[: 1 + at % 5] * (1 + length // 4) for at in range(90))
    assert exact_or_refused(f"{HEADING}\n\n{'а' * shift} {body}.\n")


@pytest.mark.parametrize("count", [1, 2, 40, 400])
def test_a_paragraph_of_any_length_is_exact(count: int) -> None:
    assert exact_or_refused(f"{HEADING}\n\n{running(count)}.\n")


def test_a_paragraph_of_twenty_thousand_words_is_exact() -> None:
    assert exact_or_refused(f"{HEADING}\n\n{running(20_000)}.\n", outside=False)


def running(count: int) -> str:
    """Return ``count`` words that are no language, the same every time."""
    chance = random.Random(count)  # noqa: S311 - it is no secret
    letters = SCRIPTS["Cyrillic"][:32]
    spoken = ["".join(chance.choices(letters, k=chance.randint(1, 14))) for _ in range(count)]
    return " ".join(word + chance.choice(["", "", "", ",", " –", "-то"]) for word in spoken)
