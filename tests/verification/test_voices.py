"""Italic and bold are where the source has them: each file that sets off something else is found."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engross import pipeline
from engross.model.document import Document, Paragraph, Span, Voice
from engross.reading.markdown import parse

SOURCE = (
    "# ЗАЯВЛЕНИЕ\n\nСтороны **подтверждают** и *разделяют* то, что ***важно*** всем, до конца строки"
    " и дальше, чтобы слово при переносе разделилось.\n\n## О хранении\n\nПодлинник хранится вечно."
)
DOCUMENT = parse(SOURCE.encode(), name="n", file="n.md")


def _codes(made: Document) -> list[tuple[str, int | None]]:
    """Return what is found when the file of ``made`` is held against the document."""
    report = pipeline.check(pipeline.typeset(made).pdf, "n.pdf", DOCUMENT)
    return [(found.code, found.place.line) for found in report.errors]


def _body(change: Callable[[Paragraph], Paragraph], at: int) -> Document:
    body = list(DOCUMENT.body)
    body[at] = change(body[at])
    return replace(DOCUMENT, body=tuple(body))


def _spans(*spans: Span) -> Callable[[Paragraph], Paragraph]:
    return lambda part: replace(part, spans=spans)


FIRST, SECOND, THIRD = DOCUMENT.body[0].spans
MUTANTS = {
    "nothing is set off": (0, _spans()),
    "a bold word is plain": (0, _spans(SECOND, THIRD)),
    "a plain word is bold": (2, _spans(Span(0, 9, Voice.STRONG))),
    "a plain word is italic": (2, _spans(Span(10, 18, Voice.EMPHASIS))),
    "one letter less is bold": (0, _spans(replace(FIRST, end=FIRST.end - 1), SECOND, THIRD)),
    "one letter more is italic": (0, _spans(FIRST, replace(SECOND, start=SECOND.start - 2), THIRD)),
    "bold for italic": (0, _spans(FIRST, replace(SECOND, voice=Voice.STRONG), THIRD)),
    "bold italic for bold": (0, _spans(replace(FIRST, voice=Voice.STRONG_EMPHASIS), SECOND, THIRD)),
    "an italic heading": (1, _spans(Span(0, 10, Voice.EMPHASIS))),
}


def test_the_good_file_passes() -> None:
    assert _codes(DOCUMENT) == []


@pytest.mark.parametrize("mutant", MUTANTS)
def test_what_is_set_off_otherwise_is_found_and_only_that(mutant: str) -> None:
    at, change = MUTANTS[mutant]
    assert _codes(_body(change, at)) == [("F010", DOCUMENT.body[at].line)]


@pytest.mark.parametrize("level", [0, 3])
def test_a_heading_of_another_level_is_found(level: int) -> None:
    made = _body(lambda part: replace(part, level=level), 1)
    assert "T010" in {code for code, _ in _codes(made)}
