"""What is set off: in which font, and that lines end where the author ends them."""

from itertools import accumulate, pairwise

import pytest

from engross.characters import DISCRETIONARY_HYPHEN
from engross.composition import _voices
from engross.composition.breaking import break_lines
from engross.composition.breakpoints import Kind, breakpoints
from engross.composition.settings import Centred, Settings
from engross.model.document import Document, Metadata, Paragraph, Span, Voice
from engross.typography import refine
from tests.composition.paragraphs import COLUMN, REGULAR, RUSSIAN, STYLE

METADATA = Metadata("statement", "Т", "ru", STYLE.name)
VOICES = _voices(Document("n", "n.md", METADATA, (), ()), STYLE)


def _spans(text: str, *set_off: tuple[str, Voice]) -> tuple[Span, ...]:
    return tuple(Span(text.index(part), text.index(part) + len(part), voice) for part, voice in set_off)


def _runs(text: str, *set_off: tuple[str, Voice], in_heading: bool = False) -> list[tuple[str, str]]:
    fonts = VOICES.fonts(_spans(text, *set_off), in_heading=in_heading)
    runs = fonts.runs(text).between(0, len(text))
    return [(text[run.start : run.end], run.font.classes) for run in runs]


def test_spaces_around_what_is_set_off_are_of_the_text() -> None:
    runs = _runs("это два слова вот", ("два слова", Voice.STRONG))
    assert runs == [("это ", ""), ("два слова", "strong"), (" вот", "")]


def test_a_part_of_a_word_is_set_off() -> None:
    assert _runs("слово", ("лов", Voice.EMPHASIS)) == [("с", ""), ("лов", "emphasis"), ("о", "")]


def test_a_heading_is_bold_by_its_element_and_what_is_strong_in_it_is_no_bolder() -> None:
    runs = _runs("архив и банк", ("архив", Voice.STRONG), ("банк", Voice.EMPHASIS), in_heading=True)
    assert runs == [("архив и ", ""), ("банк", "emphasis")]
    assert {VOICES.bold.first.metrics.width("это")} != {VOICES.plain.first.metrics.width("это")}


@pytest.mark.parametrize("voice", list(Voice))
def test_what_is_set_off_is_measured_in_its_own_font(voice: Voice) -> None:
    whole = VOICES.fonts((Span(0, len(RUSSIAN), voice),)).runs(RUSSIAN)
    assert whole.positions(0, len(RUSSIAN))[-1] != REGULAR.runs(RUSSIAN).positions(0, len(RUSSIAN))[-1]


def test_spans_are_of_the_same_characters_after_hyphenation() -> None:
    spans = _spans(RUSSIAN, ("компьютерные атаки", Voice.STRONG), ("почве", Voice.EMPHASIS))
    document = refine(Document("n", "n.md", METADATA, (), (Paragraph(RUSSIAN, 1, spans),)))
    (paragraph,) = document.body
    said = [paragraph.text[span.start : span.end] for span in paragraph.spans]
    assert [each.replace(DISCRETIONARY_HYPHEN, "") for each in said] == ["компьютерные атаки", "почве"]
    assert [each[0] for each in said] == ["к", "п"]


@pytest.mark.parametrize("at", [20, 200, 400])
def test_a_line_ends_where_its_author_ends_it_and_is_not_spread(at: int) -> None:
    space = RUSSIAN.index(" ", at)
    text = f"{RUSSIAN[:space]}\n{RUSSIAN[space + 1 :]}"
    lines = Settings(text, REGULAR, COLUMN).lines(0)
    said = list(accumulate((line.text + line.joint).replace(DISCRETIONARY_HYPHEN, "") for line in lines))
    assert "ragged" in lines[said.index(f"{RUSSIAN[:space]} ")].classes


def test_no_line_goes_over_the_end_that_its_author_gives() -> None:
    points = breakpoints("а\nб\nв", REGULAR, widest=400)
    breaks = break_lines(points, COLUMN)
    assert [points[at].kind for at in breaks.chosen[1:]] == [Kind.LINE_FEED, Kind.LINE_FEED, Kind.END]
    assert all(later > earlier for earlier, later in pairwise(breaks.chosen))


def test_a_heading_is_set_in_even_lines_and_ends_lines_where_its_author_does() -> None:
    heading = Centred(RUSSIAN[:150] + "\nконец", REGULAR, COLUMN)
    *before, last = [line.text for line in heading.lines(0)]
    assert last == "конец"
    assert max(map(len, before)) - min(map(len, before)) < 20
    assert not heading.widen(frozenset())
