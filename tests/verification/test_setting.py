"""How the text is set, measured: each rule finds what is wrong, and nothing in lines that are right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from engross import composition
from engross.model.document import Document
from engross.model.profile import ARCHIVAL
from engross.model.report import Check, Outcome
from engross.model.style import DEFAULT_STYLE
from engross.resources import STYLES
from engross.verification import check_setting, gather, reading_pdf
from engross.verification.lines import Line, paragraphs, read_lines
from engross.verification.setting import RULES, Setting, check
from tests.acceptance.measure import EM, Measured
from tests.verification import samples

STYLE = composition.load_style(DEFAULT_STYLE, STYLES)
FULL = Line(1, 1, "сорок и ещё несколько букв в одной ровной строке", 467.7, (0.3, 0.3), False, 1, "P")
LAST = replace(FULL, text="и конец.", width=60.0)


def lines(*texts: str, role: str = "P", page: int = 1) -> tuple[Line, ...]:
    """Return a paragraph of full lines with ``texts``."""
    return tuple(
        replace(FULL, text=text, number=at, role=role, page=page, hyphenated=text.endswith(("\u00ad", "-")))
        for at, text in enumerate(texts, 1)
    )


def over_pages(*pages: Sequence[str]) -> tuple[Line, ...]:
    """Return one paragraph that goes over ``pages``."""
    return tuple(line for page, texts in enumerate(pages, 1) for line in lines(*texts, page=page))


def in_paragraphs(first: Sequence[str], others: Sequence[Sequence[str]]) -> tuple[Line, ...]:
    """Return a paragraph on page 1 and some on page 2."""
    second = [
        replace(line, element=element)
        for element, texts in enumerate(others, 2)
        for line in lines(*texts, page=2)
    ]
    return (*lines(*first), *second)


def measured(pdf: bytes, document: Document) -> Check:
    """Return the check of the setting of ``pdf``."""
    return check_setting(gather(pdf, name="x.pdf", document=document, profile=ARCHIVAL, style=STYLE))


def codes(found: Sequence[Line]) -> list[str]:
    return [one.code for one in check(Setting("x.pdf", tuple(found), None, STYLE)).findings]


@dataclass(frozen=True)
class Case:
    """A code, lines in which it is found, and lines in which nothing is."""

    code: str
    wrong: tuple[Line, ...]
    right: tuple[Line, ...]


WIDE = replace(FULL, gaps=(0.3, 0.76))
EVEN = replace(FULL, gaps=(0.3, 0.75))
CASES = {
    "a word of one letter": Case("L101", lines("меры в", "области"), lines("меры", "в области")),
    "one in brackets": Case("L101", lines("меры («о", "области»)"), lines("меры", "(«о области»)")),
    "a number sign": Case("L102", lines("приказ №", "5"), lines("приказ", "№ 5")),
    "a section sign": Case("L102", lines("статья §", "5"), lines("статья", "§ 5")),
    "an initial": Case("L103", lines("директор И.", "Фамилия"), lines("директор", "И. Фамилия")),
    "a number before its noun": Case("L104", lines("из 17", "государств"), lines("из 17 и", "12 государств")),
    "a number before a conjunction": Case("L104", lines("из 17", "стран"), lines("в 2017", "и 2018 годах")),
    "a number before its unit": Case("L104", lines("из 17", "%"), lines("из", "17 %")),
    "digits of a number": Case("L104", lines("свыше 10", "000 человек"), lines("свыше", "10 000 человек")),
    "a dash": Case("L105", lines("государства", "– члены"), lines("государства –", "члены")),
    "an em dash": Case("L105", lines("государства", "— члены"), lines("государства —", "члены")),
    "three hyphens in a row": Case(
        "L106",
        lines("инфор\u00ad", "маци\u00ad", "онный\u00ad", "отряд"),
        lines("инфор\u00ad", "маци\u00ad", "онный", "отряд"),
    ),
    "two letters before a hyphen": Case("L107", lines("до\u00ad", "говор"), lines("дого\u00ad", "вор")),
    "two letters after a hyphen": Case(
        "L107", lines("безопаснос\u00ad", "ти"), lines("безопас\u00ad", "ности")
    ),
    "a page that ends with a hyphen": Case(
        "L108",
        over_pages(("строка", "инфор\u00ad"), ("мация", "строка")),
        over_pages(("инфор\u00ad", "мация"), ("строка", "строка")),
    ),
    "a hyphen in a heading": Case(
        "L109", lines("о без-", "опасности", role="H1"), lines("о", "мерах", role="H1")
    ),
    "one line at the foot": Case(
        "L110",
        over_pages(("строка",), ("строка", "строка")),
        over_pages(("строка", "строка"), ("строка", "строка")),
    ),
    "one line at the head": Case(
        "L110",
        (
            *over_pages(("строка", "строка"), ("строка",)),
            *(replace(one, element=2) for one in lines("а", page=2)),
        ),
        over_pages(("строка", "строка"), ("строка", "строка")),
    ),
    "a last line under the indent": Case(
        "L111", (FULL, replace(LAST, width=35.4)), (FULL, replace(LAST, width=35.5))
    ),
    "a last page of one line": Case(
        "L112",
        (*lines("строка", "строка"), *(replace(one, element=2) for one in lines("строка", page=2))),
        (*lines("строка", "строка"), *(replace(one, element=2) for one in lines("строка", "строка", page=2))),
    ),
    "a last page of one line and a signature": Case(
        "L112",
        in_paragraphs(("строка", "конец."), (("конец.",), ("Президент",), ("Президент",))),
        in_paragraphs(("строка", "конец."), (("строка", "конец."), ("Президент",))),
    ),
    "a last page of signatures": Case(
        "L112",
        in_paragraphs(("строка", "конец."), (("Президент",), ("Президент",))),
        in_paragraphs(("строка", "конец."), (("конец.",), ("конец.",), ("Президент",))),
    ),
    "a short measure": Case(
        "L113", (*[replace(FULL, text="а" * 44)] * 5, LAST), (*[replace(FULL, text="а" * 45)] * 5, LAST)
    ),
    "a long measure": Case(
        "L113", (*[replace(FULL, text="а" * 76)] * 5, LAST), (*[replace(FULL, text="а" * 75)] * 5, LAST)
    ),
    "a wide word space": Case("L114", (WIDE, LAST), (EVEN, LAST)),
    "wide word spaces throughout": Case(
        "L115",
        (replace(FULL, gaps=(0.41, 0.42)), replace(LAST, gaps=())),
        (replace(FULL, gaps=(0.4, 0.4)), LAST),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_wrong_is_found(case: Case) -> None:
    assert case.code in codes(case.wrong)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_nothing_is_found_in_what_is_right(case: Case) -> None:
    assert case.code not in codes(case.right)


def test_each_rule_has_a_case() -> None:
    setting = [Setting("x.pdf", case.wrong, None, STYLE) for case in CASES.values()]
    assert all(any(list(rule(each)) for each in setting) for rule in RULES)


def test_of_many_findings_of_one_code_the_first_are_shown_and_the_others_counted() -> None:
    found = codes(lines(*["меры в"] * 20))
    assert found.count("L101") == 3
    assert found.count("L120") == 1


def test_a_finding_is_at_the_source_line_of_its_paragraph_with_page_line_and_text() -> None:
    document = samples.document(("Первый.", "Второй в этом."))
    first, second = lines("Первый."), lines("Второй в", "этом.", page=2)
    moved = tuple(replace(line, element=2) for line in second)
    (found,) = [
        one
        for one in check(Setting("x.pdf", (*first, *moved), document, STYLE)).findings
        if one.code == "L101"
    ]
    assert (found.place.file, found.place.line, found.place.page) == ("sample.txt", 7, 2)
    assert found.message == "line 1 of page 2 ends with a word of one letter: “Второй в / этом.”"


def test_a_setting_with_faults_passes_and_says_what_was_measured() -> None:
    checked = check(Setting("x.pdf", (FULL, FULL, LAST), None, STYLE))
    assert checked.outcome is Outcome.PASSED
    assert checked.detail == "3 lines, 48 characters a line, word spaces 0.30 em, at most 0.30 em"


def test_lines_and_word_spaces_are_those_that_another_program_measures(
    statement: Document, statement_pdf: Path
) -> None:
    found = read_lines(reading_pdf.read(statement_pdf.read_bytes(), "statement.pdf"))
    others = Measured(statement_pdf).lines
    assert [line.text for line in found] == [line.text for line in others]
    assert len(paragraphs(found)) == len(statement.body)
    for ours, theirs in zip(found, others, strict=True):
        assert ours.page == theirs.page
        assert ours.width == pytest.approx(theirs.end - theirs.start, abs=0.1)
        assert ours.gaps == pytest.approx([gap / EM for gap in theirs.gaps], abs=0.02)


def test_the_founding_statement_is_set_without_a_fault(statement: Document, statement_pdf: Path) -> None:
    checked = measured(statement_pdf.read_bytes(), statement)
    assert [one.message for one in checked.findings] == []


def test_what_a_plain_engine_sets_has_faults() -> None:
    text = " ".join(["Стороны – участники в 17 странах, о чём сообщил И. Иванов, и № 5 в силе."] * 12)
    checked = measured(samples.typeset((text,)), samples.document((text,)))
    assert {one.code for one in checked.findings} & {"L101", "L102", "L103", "L104", "L105"}
