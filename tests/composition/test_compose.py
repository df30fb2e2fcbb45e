"""Composing: the HTML of a document."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from weasyprint import HTML

from engross.characters import fold
from engross.composition import compose, require_glyphs, style_sheet
from engross.errors import MissingError, SourceError
from engross.model.document import Document, HeadingLine, Metadata, Paragraph, Requisite
from engross.resources import STYLES, TEMPLATES
from engross.typography import refine
from tests.composition.paragraphs import STYLE

HOSTILE = "<img src=file:///etc/passwd> {{ 7*7 }} {% raw %} </style><style>*{color:red} &amp; &lt; <!-- ]]>"


def _document(*paragraphs: str, heading: tuple[HeadingLine, ...] = (), title: str = "Т") -> Document:
    body = tuple(Paragraph(text, line) for line, text in enumerate(paragraphs, 10))
    return Document("n", "n.txt", Metadata("statement", title, "ru", STYLE.name), heading, body)


def _composed(document: Document) -> Element:
    html = compose(refine(document), STYLE, templates=TEMPLATES).html
    root = HTML(string=html).etree_element
    assert isinstance(root, Element)
    return root


def _says(element: Element) -> str:
    if (stands_for := element.get("data-text")) is not None:
        return stands_for
    return (element.text or "") + "".join(_says(child) + (child.tail or "") for child in element)


@pytest.mark.parametrize("text", [HOSTILE, "Простой текст.", "«Кавычки» & знаки — все здесь."])
def test_the_text_of_the_html_is_the_text_of_the_document(text: str) -> None:
    root = _composed(_document(text, title=text))
    (paragraph,) = root.iter("p")
    assert fold(_says(paragraph)) == fold(text)
    assert root.findtext("head/title") == text


def test_a_line_of_one_font_is_one_element_with_its_hyphen_and_its_end() -> None:
    (paragraph,) = _composed(_document("Совершенствование нормативно-правового регулирования " * 9)).iter("p")
    *lines, last = paragraph
    assert len(lines) > 3
    divided = [line for line in lines if "data-text" in line.attrib]
    assert divided
    for line in lines:
        drawn = "".join(line.itertext())
        assert drawn.endswith("\n")
        assert {child.text for child in line} <= {"\n"}
    for line in divided:
        assert line.get("data-text") == "".join(line.itertext()).removesuffix("-\n") + "\u00ad"
    assert "\n" not in (last.text or "")


def test_a_line_end_that_is_no_white_space_says_what_it_is() -> None:
    root = _composed(_document("нормативно-правового " * 30, "1" * 200))
    ends = [[span.get("data-text") for span in p.iter("span") if span.text == "\n"] for p in root.iter("p")]
    assert "" in ends[0]
    assert set(ends[1]) == {"\u00ad"}


def test_hostile_text_makes_no_elements() -> None:
    root = _composed(_document(HOSTILE, title=HOSTILE))
    assert {element.tag for element in root.iter()} <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "p",
        "span",
    }


def test_kind_and_title_are_one_h1_and_the_rest_is_beside_it() -> None:
    parts = [
        ("kind", "ЗАЯВЛЕНИЕ"),
        ("title", "министров"),
        ("title", "о мерах"),
        ("date", "17 июля"),
        ("place", "Минск"),
    ]
    heading = tuple(HeadingLine(Requisite(kind), text, line) for line, (kind, text) in enumerate(parts, 1))
    root = _composed(_document("Текст.", heading=heading))
    (h1,) = root.iter("h1")
    assert fold(_says(h1)) == "ЗАЯВЛЕНИЕ министров о мерах"
    assert [_says(div) for div in root.iter("div") if div.get("class") != "heading"] == ["17 июля", "Минск"]


def test_there_is_one_h1_even_if_the_title_is_in_two_places() -> None:
    parts = [("kind", "ПРИКАЗ"), ("number", "№ 5"), ("title", "о мерах")]
    heading = tuple(HeadingLine(Requisite(kind), text, line) for line, (kind, text) in enumerate(parts, 1))
    assert len(list(_composed(_document("Текст.", heading=heading)).iter("h1"))) == 1


def test_a_line_that_ends_no_sentence_leads_in_what_follows() -> None:
    paragraphs = list(_composed(_document("Статья 1", "Все люди рождаются свободными.")).iter("p"))
    assert [paragraph.get("class") for paragraph in paragraphs] == ["lead-in", None]


def test_each_missing_character_is_named_with_its_first_place_and_how_often_it_occurs() -> None:
    with pytest.raises(MissingError) as raised:
        require_glyphs(_document("Текст.", "Слово 条约 и 😀.", "条"), STYLE)
    first, second, third = raised.value.findings
    assert {found.code for found in raised.value.findings} == {"G001"}
    assert (first.place.file, first.place.line) == ("n.txt", 11)
    assert "条 (U+6761 CJK UNIFIED IDEOGRAPH-6761); it occurs 2 times" in first.message
    assert "U+7EA6" in second.message
    assert "😀 (U+1F600 GRINNING FACE); it occurs once" in third.message


def test_many_missing_characters_are_counted() -> None:
    with pytest.raises(MissingError) as raised:
        require_glyphs(_document("人人生而自由在尊严和权利上一律平等"), STYLE)
    *_, last = raised.value.findings
    assert len(raised.value.findings) == 11
    assert (last.code, last.particulars["count"]) == ("G003", "6")


def test_a_letter_whose_mark_is_in_another_font_only_is_missing_as_a_whole() -> None:
    with pytest.raises(MissingError, match="U\\+0561 ARMENIAN SMALL LETTER AYB, U\\+0301"):
        require_glyphs(_document("ա\u0301"), STYLE)


def test_a_bundled_font_that_the_style_does_not_use_is_named() -> None:
    without = replace(STYLE, orders=(("", ("PT Serif", "Noto Serif")),))
    with pytest.raises(MissingError) as raised:
        require_glyphs(_document("Слово Հայ."), without)
    assert [found.code for found in raised.value.findings] == ["G002"] * 3
    assert "Noto Serif Armenian" in raised.value.findings[0].hint


def test_characters_are_looked_up_in_the_fonts_that_draw_them() -> None:
    require_glyphs(_document("Հայաստան, Ελλάδα, Việt Nam, Ο‘збекистон"), STYLE)


@pytest.mark.parametrize("text", ["Ма\u0438\u0306ор", "5 \u2126", "non\u2010self", "K \u212a"])
def test_equivalent_characters_are_not_missing(text: str) -> None:
    require_glyphs(_document(text), STYLE)
    _composed(_document(text))


def test_an_unknown_house_style_is_named_with_those_there_are() -> None:
    with pytest.raises(SourceError, match="no house style") as raised:
        style_sheet("../../etc", STYLES)
    assert "intergovernmental" in raised.value.findings[0].hint


def test_the_style_has_the_sizes_of_its_tokens() -> None:
    assert STYLE.measure == pytest.approx(165 * 72 / 25.4)
    assert STYLE.indent == pytest.approx(12.5 * 72 / 25.4)
    assert STYLE.font_size == 14.0
    assert STYLE.families == {"PT Serif", "Noto Serif", "Noto Serif Armenian", "Noto Naskh Arabic"}
    assert [face.name for face in STYLE.faces[:4]] == ["PTF55F.ttf", "PTF75F.ttf", "PTF56F.ttf", "PTF76F.ttf"]
    assert {face.suffix for face in STYLE.faces} == {".ttf"}
    assert {"liga", "clig", "calt"} <= set(STYLE.features_off)


def test_a_title_after_the_date_is_a_heading_below_the_first() -> None:
    parts = [("kind", "ПРИКАЗ"), ("date", "17 июля"), ("title", "О мерах"), ("title", "и сроках")]
    heading = tuple(HeadingLine(Requisite(kind), text, line) for line, (kind, text) in enumerate(parts, 1))
    root = _composed(_document("Текст.", heading=heading))
    assert [(h.tag, h.get("data-label")) for h in root.iter() if h.tag in ("h1", "h2")] == [
        ("h1", "ПРИКАЗ"),
        ("h2", "О мерах и сроках"),
    ]


def test_a_list_is_no_row_of_lead_ins() -> None:
    root = _composed(_document(*[f"{number}) пункт" for number in range(9)]))
    assert not [paragraph for paragraph in root.iter("p") if paragraph.get("class")]
