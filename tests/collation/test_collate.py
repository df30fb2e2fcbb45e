"""Every difference of two versions has its place in both; what is folded is no difference."""

from engross.collation import Collation, collate, of_document
from engross.model.document import Document, HeadingLine, Metadata, Paragraph, Requisite
from tests.collation.versions import LINES, source, tagged, untagged


def found(collation: Collation) -> list[tuple[int | None, str, int | None, str]]:
    return [(each.left, each.edit.gone, each.right, each.edit.new) for each in collation.differences]


def test_equal_versions_are_identical() -> None:
    collation = collate(source(*LINES), source(*LINES))
    assert collation.equal
    assert collation.identical


def test_versions_that_differ_in_folding_only_are_equal_and_not_identical() -> None:
    folded = tuple(line.replace(" ", "\u00a0").replace("безопас", "безопас\u00ad") for line in LINES)
    collation = collate(source(*LINES), source(*folded))
    assert collation.equal
    assert not collation.identical


def test_a_difference_has_its_line_on_both_sides() -> None:
    changed = source("Новое.", LINES[0], LINES[1].replace("ё", "е"), LINES[2])
    assert found(collate(source(*LINES), changed)) == [(1, "", 1, "Новое."), (3, "ё", 5, "е")]


def test_a_difference_in_a_paragraph_over_a_page_end_has_the_page_on_which_it_is() -> None:
    text = LINES[0]
    place = text.index("делу")
    for word, page in (("Стороны", 1), ("делу", 2), ("безопасности", 2)):
        changed = tagged((text.replace(word, "X"), ((0, 1), (place, 2))))
        ((_, _, right, _),) = found(collate(source(text), changed))
        assert right == page, word


def test_soft_hyphens_and_doubled_spaces_do_not_move_the_page() -> None:
    text = "со\u00adдей\u00adст\u00adвие  и  мир при"
    ((_, gone, page, _),) = found(collate(source("содействие и мир вот"), tagged((text, ((0, 1), (22, 2))))))
    assert (gone, page) == ("вот", 2)


def test_a_lost_paragraph_is_where_the_next_one_is() -> None:
    assert found(collate(source(*LINES), source(LINES[0], LINES[2]))) == [(3, LINES[1], 3, "")]


def test_nothing_has_no_place() -> None:
    assert found(collate(source(), source(LINES[0]))) == [(None, "", 1, LINES[0])]
    assert collate(source(), source()).equal


def test_pages_without_tags_are_compared_word_by_word_and_not_by_paragraphs() -> None:
    pages = untagged(f"{LINES[0][:30]}\n{LINES[0][31:]}\n{LINES[1]}", LINES[2])
    assert LINES[0][30] == " "
    collation = collate(source(*LINES), pages)
    assert collation.equal
    assert len(collation.rows) == len(LINES)


def test_words_divided_in_pages_are_joined_as_the_other_version_has_them() -> None:
    known = source("безопасность военно-политическая научно-техническая по-русски")
    for mark in ("\x02", "\ufffe", "\u2010", "-"):
        pages = untagged(
            f"безо{mark}\nпасность военно{mark}\nполитическая научно-тех{mark}\nническая по{mark}\nрусски"
        )
        assert collate(known, pages).equal, mark
        assert collate(pages, known).equal, mark


def test_a_word_divided_by_a_page_end_is_joined() -> None:
    collation = collate(source("за безопасность и мир"), untagged("за безопас-", "ность и труд"))
    assert found(collation) == [(1, "мир", 2, "труд")]


def test_a_hyphen_that_the_other_version_has_not_is_a_difference() -> None:
    assert found(collate(source("военнополитический"), untagged("военно-политический"))) == [(1, "", 1, "-")]


def test_a_page_number_is_part_of_untagged_text() -> None:
    assert found(collate(source(*LINES), untagged(" ".join(LINES), "2"))) == [(5, "", 2, " 2")]


def test_two_versions_without_tags_are_compared() -> None:
    assert found(collate(untagged("один два", "три"), untagged("один", "тва три"))) == [(1, "д", 2, "т")]


def test_the_lines_of_a_title_are_one_passage_each_with_its_line() -> None:
    heading = (
        HeadingLine(Requisite.KIND, "ЗАЯВЛЕНИЕ", 1),
        HeadingLine(Requisite.TITLE, "о проверке", 2),
        HeadingLine(Requisite.DATE, "17 июля 2017 года", 4),
    )
    metadata = Metadata("statement", "о проверке", "ru", "intergovernmental")
    document = Document("a", "a.txt", metadata, heading, (Paragraph("Текст.", 6),))
    version = of_document(document)
    assert [passage.text for passage in version.passages] == [
        "ЗАЯВЛЕНИЕ\nо проверке",
        "17 июля 2017 года",
        "Текст.",
    ]
    h1 = tagged(("ЗАЯВЛЕНИЕ об ошибке", ((0, 1),)), ("17 июля 2017 года", ((0, 1),)), ("Текст.", ((0, 1),)))
    assert {left for left, *_ in found(collate(version, h1))} == {2}
