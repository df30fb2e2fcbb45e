"""The text layer, on drawing operators as the engine writes them."""

from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

import pydyf
import pytest

from engross.errors import Defect
from engross.layout.textlayer import DrawnFont, DrawnText, TextLayer, _texts_of
from engross.model.tagging import Alias, Mark

LETTERS = {1: "а", 2: "б", 3: " ", 4: "-", 5: "fi"}


def _font() -> DrawnFont:
    return DrawnFont("ABCDEF", 100, b"", dict(LETTERS), dict.fromkeys(LETTERS, 500.0))


def _operators(*shown: tuple[int, bytes]) -> list[object]:
    found: list[object] = [b"q"]
    for mcid, operator in shown:
        found += [
            "/Span",
            pydyf.Dictionary({"MCID": mcid}),
            b"BDC",
            b"BT",
            b"/ABCDEF 14 Tf",
            operator,
            b"ET",
            b"EMC",
        ]
    return [*found, b"Q"]


def _drawn(text: str, element: Element | None, in_margin: bool) -> DrawnText:
    """Return a drawn text as wide as its glyphs are: half an em each, at 14 points."""
    return DrawnText(text, element, in_margin, 7.0 * len(text))


def _layer(*children: Element) -> tuple[TextLayer, Element]:
    paragraph = Element("p")
    paragraph.extend(children)
    return TextLayer(dict.fromkeys(children, paragraph)), paragraph


def test_a_swallowed_space_is_put_back_without_width() -> None:
    line = Element("span")
    line.text, line.tail = "а\n", "б"
    layer, paragraph = _layer(line)
    drawn = {0: _drawn("а", line, False), 1: _drawn("б", paragraph, False)}
    mended = layer.mend(0, _operators((0, b"[<0001>] TJ"), (1, b"[<0002>] TJ")), drawn, {"ABCDEF": _font()})
    at = mended.index(b"[<0001>] TJ")
    assert mended[at : at + 4] == [b"[<0001>] TJ", b"0.1 Tz", b"[<0003>] TJ", b"100 Tz"]
    layer.finished()


def test_no_space_follows_a_hyphen_that_divides_a_compound() -> None:
    line_end = Element("span", {"data-text": ""})
    line_end.text, line_end.tail = "\n", "б"
    layer, paragraph = _layer(line_end)
    paragraph.text = "а-"
    drawn = {0: _drawn("а-", paragraph, False), 1: _drawn("б", paragraph, False)}
    mended = layer.mend(
        0, _operators((0, b"[<00010004>] TJ"), (1, b"[<0002>] TJ")), drawn, {"ABCDEF": _font()}
    )
    assert mended[mended.index(b"[<00010004>] TJ") + 1] == b"ET"


def test_a_glyph_that_stands_for_other_text_gets_a_code_of_its_own() -> None:
    hyphen = Element("span", {"data-text": "\u00ad"})
    hyphen.text = "-"
    layer, paragraph = _layer(hyphen)
    paragraph.text = "а"
    font = _font()
    drawn = {0: _drawn("а", paragraph, False), 1: _drawn("-", hyphen, False)}
    mended = layer.mend(0, _operators((0, b"[<0001>] TJ"), (1, b"[<0004>] TJ")), drawn, {"ABCDEF": font})
    assert b"[<0064>] TJ" in mended
    assert layer.aliases == (Alias("ABCDEF", 100, 4),)
    assert (font.to_unicode[100], font.widths[100]) == ("\u00ad", 500.0)
    assert font.to_unicode[4] == "-"


def test_of_a_line_that_stands_for_a_divided_word_only_the_hyphen_is_recoded_and_no_space_follows() -> None:
    line = Element("span", {"data-text": "аб\u00ad"})
    line.text, line.tail = "аб-\n", "а"
    layer, paragraph = _layer(line)
    font = _font()
    drawn = {0: _drawn("аб-", line, False), 1: _drawn("а", paragraph, False)}
    operators = _operators((0, b"[<0001>-9<00020004>] TJ"), (1, b"[<0001>] TJ"))
    mended = layer.mend(0, operators, drawn, {"ABCDEF": font})
    at = mended.index(b"[<0001>0<00020064>] TJ")
    assert mended[at + 1] == b"ET"
    assert layer.aliases == (Alias("ABCDEF", 100, 4),)
    layer.finished()


def test_a_line_is_drawn_in_a_part_of_its_width_and_its_spaces_make_that_good() -> None:
    line = Element("span", {"data-expansion": "80", "data-width": "1600"})
    line.text = "а б"
    layer, _ = _layer(line)
    drawn = {0: _drawn("а б", line, False)}
    operators = _operators((0, b"[<0001>-9<0003>-9<0002>] TJ"))
    operators.insert(operators.index(b"/ABCDEF 14 Tf"), b"1 0 0 -1 30 40 Tm")
    mended = layer.mend(0, operators, drawn, {"ABCDEF": _font()})
    at = mended.index(b"80 Tz")
    # 1600 are 2000 at 80 percent; three glyphs take 1500 of them.
    assert mended[at + 1 : at + 3] == [b"[<0001>-250<0003>-250<0002>] TJ", b"0.1 Tz"]
    assert mended[at + 4] == b"100 Tz"


def test_marks_are_numbered_anew_and_belong_to_the_block() -> None:
    bold = Element("b")
    bold.text = "б"
    layer, paragraph = _layer(bold)
    paragraph.text = "а"
    drawn = {
        0: _drawn("1", None, True),
        1: _drawn("а", paragraph, False),
        2: _drawn("б", bold, False),
    }
    operators = _operators((0, b"[<0003>] TJ"), (1, b"[<0001>] TJ"), (2, b"[<0002>] TJ"))
    mended = layer.mend(7, operators, drawn, {"ABCDEF": _font()})
    assert layer.marks == [Mark(7, 0, paragraph), Mark(7, 1, paragraph)]
    assert [operator["MCID"] for operator in mended if isinstance(operator, dict) and "MCID" in operator] == [
        0,
        1,
    ]


def test_content_of_the_margins_is_an_artifact_of_pagination() -> None:
    layer, _ = _layer()
    drawn = {0: _drawn("2", None, True)}
    mended = layer.mend(1, _operators((0, b"[<0001>] TJ")), drawn, {"ABCDEF": _font()})
    at = mended.index("/Artifact")
    assert mended[at + 1] == {"Type": "/Pagination", "Subtype": "/Header"}
    assert mended[at + 2] == b"BDC"
    assert "/Span" not in mended


def test_a_ligature_is_left_as_it_is() -> None:
    layer, paragraph = _layer()
    paragraph.text = "fiа"
    drawn = {0: DrawnText("fiа", paragraph, in_margin=False, width=14.0)}
    mended = layer.mend(0, _operators((0, b"[<00050001>] TJ")), drawn, {"ABCDEF": _font()})
    assert b"[<00050001>] TJ" in mended


@pytest.mark.parametrize("drawn_text", ["б", "аа", "ab"])
def test_text_that_the_element_does_not_have_is_a_defect(drawn_text: str) -> None:
    layer, paragraph = _layer()
    paragraph.text = "аб"
    drawn = {0: _drawn(drawn_text, paragraph, False)}
    with pytest.raises(Defect, match="did not draw the text"):
        layer.mend(0, _operators((0, b"[<0001>] TJ")), drawn, {"ABCDEF": _font()})


def test_text_that_is_never_drawn_is_a_defect() -> None:
    layer, paragraph = _layer()
    paragraph.text = "аб"
    layer.mend(0, _operators((0, b"[<0001>] TJ")), {0: _drawn("а", paragraph, False)}, {"ABCDEF": _font()})
    with pytest.raises(Defect, match="did not draw the text"):
        layer.finished()


def test_nested_inline_elements_belong_to_their_block() -> None:
    outer = Element("span")
    inner = SubElement(outer, "span")
    inner.text = "а"
    paragraph = Element("p")
    paragraph.append(outer)
    layer = TextLayer({outer: paragraph, inner: outer})
    layer.mend(0, _operators((0, b"[<0001>] TJ")), {0: _drawn("а", inner, False)}, {"ABCDEF": _font()})
    assert layer.marks == [Mark(0, 0, paragraph)]


@pytest.mark.parametrize(
    ("known", "said", "expected"),
    [
        (["а", "б"], "аб", ["а", "б"]),
        (["а", "-"], "а\u00ad", ["а", "\u00ad"]),
        (["й", "о"], "и\u0306о", ["и\u0306", "о"]),
        (["", "о\u0301", "к"], "о\u0301к", ["", "о\u0301", "к"]),
        (["", "к"], "ок", ["о", "к"]),
        (["fi", "\u03a9"], "fi\u2126", ["fi", "\u2126"]),
    ],
)
def test_each_glyph_says_its_part_of_the_text(known: list[str], said: str, expected: list[str]) -> None:
    assert _texts_of(known, said) == expected


def test_a_division_without_a_hyphen_says_a_discretionary_one() -> None:
    line_end = Element("span", {"data-text": "\u00ad"})
    line_end.text, line_end.tail = "\n", "б"
    layer, paragraph = _layer(line_end)
    paragraph.text = "а"
    font = _font()
    drawn = {0: _drawn("а", paragraph, False), 1: _drawn("б", paragraph, False)}
    mended = layer.mend(0, _operators((0, b"[<0001>] TJ"), (1, b"[<0002>] TJ")), drawn, {"ABCDEF": font})
    at = mended.index(b"[<0001>] TJ")
    assert mended[at + 1 : at + 4] == [b"0.1 Tz", b"[<0064>] TJ", b"100 Tz"]
    assert font.to_unicode[100] == "\u00ad"
    layer.finished()


def test_a_space_that_the_next_piece_draws_is_not_said_twice() -> None:
    run = Element("span", {"class": "font-noto-serif"})
    run.text, run.tail = "а", " б"
    layer, paragraph = _layer(run)
    drawn = {0: _drawn("а", run, False), 1: _drawn(" б", paragraph, False)}
    operators = _operators((0, b"[<0001>] TJ"), (1, b"[<00030002>] TJ"))
    mended = layer.mend(0, operators, drawn, {"ABCDEF": _font()})
    assert mended[mended.index(b"[<0001>] TJ") + 1] == b"ET"
    layer.finished()


def test_a_piece_of_text_in_two_fonts_is_a_defect() -> None:
    layer, paragraph = _layer()
    paragraph.text = "аб"
    operators = _operators((0, b"[<0001>] TJ"))
    operators[6:7] = [b"[<0001>] TJ", b"/GHIJKL 14 Tf", b"[<0002>] TJ"]
    fonts = {"ABCDEF": _font(), "GHIJKL": replace(_font(), tag="GHIJKL")}
    with pytest.raises(Defect, match="did not draw the text"):
        layer.mend(0, operators, {0: _drawn("аб", paragraph, False)}, fonts)
