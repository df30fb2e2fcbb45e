"""The body: which paragraphs are signatures, what page ends are made of them, what is reported."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from engross.composition import _voices
from engross.composition.body import Body, set_body
from engross.model.document import Document, Metadata, Paragraph
from engross.typography import refine
from tests.composition.paragraphs import ENGLISH, RUSSIAN, STYLE

TEXT = "Стороны подтверждают, что подлинник электронного документа хранится столько же, сколько на бумаге. "
SIGNATURES = ["За Сторону А", "И. И. Иванов", "За Сторону Б", "П. П. Петров"]


def _body(paragraphs: Sequence[str], heading: int = 0, rows: int = STYLE.rows, *, paged: bool = True) -> Body:
    body = tuple(Paragraph(text, line) for line, text in enumerate(paragraphs, 1))
    document = refine(Document("n", "n.txt", Metadata("statement", "Т", "ru", STYLE.name), (), body))
    voices = _voices(document, STYLE)
    return set_body(document, replace(STYLE, rows=rows), voices, heading, paged=paged)


def _pages(body: Body) -> list[list[int]]:
    """Return the numbers of lines that each paragraph has on each page that it begins on or goes over to."""
    pages: list[list[int]] = [[]]
    for paragraph in body.paragraphs:
        for part in paragraph.parts:
            if part.page:
                pages.append([])
            pages[-1].append(len(part.lines))
    return pages


def _told(body: Body) -> list[tuple[str, int | None]]:
    return [(found.code, found.place.page) for found in body.findings]


def test_pages_are_numbered_in_the_order_in_which_they_begin() -> None:
    body = _body([TEXT * 9] * 12)
    begun = [part.page for paragraph in body.paragraphs for part in paragraph.parts if part.page]
    assert begun == list(range(2, body.pages + 1))
    assert body.pages > 2


def test_without_paging_every_paragraph_is_in_one_part() -> None:
    body = _body([TEXT * 9] * 12, paged=False)
    assert [len(paragraph.parts) for paragraph in body.paragraphs] == [1] * 12


def test_signatures_stay_together_with_two_lines_of_the_text() -> None:
    for rows in range(9, 30):
        *_, last = _pages(_body([TEXT * 6, TEXT * 6, *SIGNATURES], rows=rows))
        assert last[-4:] == [1, 1, 1, 1]
        assert sum(last[:-4]) >= 2


@pytest.mark.parametrize(
    ("last", "together"),
    [
        ("П. П. Петров", True),
        ("П. П. Петров.", False),
        ("Министр иностранных дел и внешнеэкономических связей Республики " + "Н" * 40, True),
    ],
    ids=["a name", "a sentence", "a post of two lines"],
)
def test_signatures_are_short_and_end_no_sentence(last: str, together: bool) -> None:
    paragraphs = [TEXT * 6, *["За Сторону А"] * 3, last]
    text, *signed = _pages(_body(paragraphs, paged=False))[0]
    *_, ending = _pages(_body(paragraphs, rows=text + 2))
    assert (ending == [2, *signed]) == together


def test_a_list_at_the_end_that_is_longer_than_half_a_page_is_no_signatures() -> None:
    items = [f"{number}) пункт" for number in range(30)]
    assert _pages(_body([TEXT, *items], rows=20))[0] == [2, *[1] * 18]


def test_what_cannot_be_had_is_told_with_its_page() -> None:
    assert _told(_body([TEXT * 2], rows=9, heading=8)) == [("L023", 1)]
    assert _told(_body([TEXT], rows=9, heading=8)) == [("L024", 1)]
    assert _told(_body(["Да.", "Да.", "И. И. Иванов"], rows=3, heading=2)) == [("L026", 1)]


@pytest.mark.parametrize("heading", range(12))
def test_text_is_exact_and_pages_are_no_longer_than_they_are(heading: int) -> None:
    texts = [RUSSIAN, ENGLISH, "Да.", RUSSIAN[:200], RUSSIAN + ENGLISH, ENGLISH[:90]] * 3
    body = _body(texts, heading, rows=20)
    pages = _pages(body)
    assert sum(pages[0]) + heading <= 20
    assert all(sum(page) <= 20 for page in pages)
    for text, paragraph in zip(texts, body.paragraphs, strict=True):
        said = "".join(line.text + line.joint for part in paragraph.parts for line in part.lines)
        assert re.sub("[\u00ad\\s]", "", said) == re.sub(r"\s", "", text)
    assert not body.findings
