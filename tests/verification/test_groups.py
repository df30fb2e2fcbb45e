"""Lists, items and quotations are in the file as the source has them: each file with others is found."""

from dataclasses import replace

import pikepdf
import pytest

from engross import pipeline
from engross.model.document import Document, Group, Grouping
from engross.reading.markdown import parse
from tests.verification import samples

SOURCE = (
    "# ЗАЯВЛЕНИЕ\n\nСтороны решили:\n\n"
    "1. Первое.\n\n   Ещё о первом.\n2. Второе:\n   - второе внутри;\n   - третье."
    "\n\n> Подлинник.\n>\n> Копия.\n\nКонец текста.\n"
)
DOCUMENT = parse(SOURCE.encode(), name="n", file="n.md")
GOOD = pipeline.typeset(DOCUMENT).pdf
MOST = 1000


def _codes(pdf: bytes) -> set[str]:
    return {found.code for found in pipeline.check(pdf, "n.pdf", DOCUMENT).errors}


def _within(at: int, *groups: Group) -> Document:
    body = list(DOCUMENT.body)
    body[at] = replace(body[at], within=groups)
    return replace(DOCUMENT, body=tuple(body))


LIST, ITEM = DOCUMENT.body[1].within
MUTANTS = {
    "an item outside its list": (1,),
    "a second paragraph outside its item": (2, LIST),
    "a second paragraph as an item of its own": (2, LIST, Group(Grouping.ITEM, MOST)),
    "an item in a list of its own": (3, Group(Grouping.LIST, MOST), Group(Grouping.ITEM, MOST + 1)),
    "an inner item in the outer list": (5, LIST, Group(Grouping.ITEM, MOST)),
    "a quotation that is a paragraph": (6,),
    "a quotation in two": (7, Group(Grouping.QUOTATION, MOST)),
    "a paragraph that is a quotation": (8, Group(Grouping.QUOTATION, MOST)),
    "a list for a quotation": (6, Group(Grouping.LIST, MOST), Group(Grouping.ITEM, MOST + 1)),
}


def test_the_good_file_passes() -> None:
    assert _codes(GOOD) == set()


@pytest.mark.parametrize("mutant", MUTANTS)
def test_other_groups_are_found_and_only_they(mutant: str) -> None:
    at, *groups = MUTANTS[mutant]
    made = _within(int(str(at)), *(group for group in groups if isinstance(group, Group)))
    assert _codes(pipeline.typeset(made).pdf) == {"T012"}


def test_text_in_a_list_itself_is_found() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        (item, *_) = samples.element(pdf, "L").K
        item.K[0].K[0].S = pikepdf.Name.LBody

    assert _codes(samples.changed(GOOD, change))
