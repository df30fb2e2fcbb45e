"""Which font draws what, and that a text of several fonts is measured as it is drawn."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross.characters import ARMENIAN_HYPHEN, DISCRETIONARY_HYPHEN
from engross.composition import _voices
from engross.composition.fonts import Fonts, family_class
from engross.composition.lines import proven
from engross.composition.settings import Settings
from engross.model.document import Document, Metadata
from engross.resources import STYLES
from tests.composition.paragraphs import COLUMN, RUSSIAN, STYLE, best_lines, column, refined

SHORT = {"": "PT", "font-pt-serif": "PT", "font-noto-serif": "NS", "font-noto-serif-armenian": "NA"}


def _of(language: str) -> Fonts:
    document = Document("n", "n.txt", Metadata("statement", "", language, STYLE.name), (), ())
    return _voices(document, STYLE).plain


FONTS = _of("ru")


def _shown(text: str, fonts: Fonts = FONTS) -> list[str]:
    """Return the runs of ``text``, each as the short name of its font and its text."""
    runs = fonts.runs(text)
    return [f"{SHORT[run.font.classes]} {text[run.start : run.end]}" for run in runs.between(0, len(text))]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Текст and 17 §", ["PT Текст and 17 §"]),
        ("Հայ է", ["NA Հայ է"]),
        ("слово Հայ է слово", ["PT слово ", "NA Հայ է", "PT  слово"]),
        ("«Հայ, 5», է", ["PT «", "NA Հայ", "PT , 5», ", "NA է"]),
        ("ի՞նչ է՛ ոչ՝ այո։", ["NA ի՞նչ է՛ ոչ՝ այո։"]),
        ("Հայ․ է", ["NA Հայ", "NS ․ ", "NA է"]),
        ("Нгуен Nguyễn Văn Việt", ["PT Нгуен ", "NS Nguyễn", "PT  Văn ", "NS Việt"]),
        ("Ελλάδα, Greece", ["NS Ελλάδα", "PT , Greece"]),
        ("a Nguy\u00adễn", ["PT a ", "NS Nguy\u00adễn"]),
        ("non\u2010self", ["PT non\u2010self"]),
        ("Ма\u0438\u0306ор", ["PT Ма\u0438\u0306ор"]),
        ("e\u0302\u0323 x", ["NS e\u0302\u0323", "PT  x"]),
    ],
)
def test_a_word_is_drawn_by_the_first_font_that_has_all_of_it(text: str, runs: list[str]) -> None:
    assert _shown(text) == runs


def test_a_word_that_no_font_has_as_a_whole_is_divided_between_letters_and_their_marks() -> None:
    assert _shown("абвՀайя\u0301") == ["PT абв", "NA Հ", "PT айя\u0301"]


@pytest.mark.parametrize(("language", "text"), [("el", "Ελλάδα, 17 (Greece)"), ("vi-VN", "Việt Nam, 17")])
def test_some_languages_have_another_first_font(language: str, text: str) -> None:
    runs = _of(language).runs(text)
    (run,) = runs.between(0, len(text))
    assert run.font.classes == ""
    assert run.font.metrics.has("ễ")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="аб Հյ εễa1,«\u00ad\u00a0\u0301‐", max_size=40))
def test_runs_are_the_text_without_gaps_and_never_space_alone(text: str) -> None:
    text = f"а{text}"
    runs = list(FONTS.runs(text).between(0, len(text)))
    assert "".join(text[run.start : run.end] for run in runs) == text
    assert [run.start for run in runs[1:]] == [run.end for run in runs[:-1]]
    assert all(before.font is not after.font for before, after in pairwise(runs))
    assert not [run for run in runs if text[run.start : run.end].isspace()]


@pytest.mark.parametrize("text", ["Հայ", "Nguyễn", "«Հայ", "Հայ»"])
def test_runs_are_measured_apart_each_with_its_own_font(text: str) -> None:
    runs = FONTS.runs(text)
    width = sum(run.font.metrics.width(text[run.start : run.end]) for run in runs.between(0, len(text)))
    positions = runs.positions(0, len(text))
    assert positions[-1] == pytest.approx(width)
    assert len(positions) == len(text) + 1
    assert list(positions) == sorted(positions)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("қадір\u2010қасиеті", ("қадір", "-", "қасиеті")),
        ("т\u2010я\u2010т", ("т", "-", "я", "-", "т")),
        ("23\u20444", ("23", "\u2044", "4")),
    ],
)
def test_a_character_that_stands_alone_is_measured_as_what_is_drawn(
    text: str, pieces: tuple[str, ...]
) -> None:
    drawn = sum(FONTS.first.metrics.width(piece) for piece in pieces)
    positions = FONTS.runs(text).positions(0, len(text))
    assert positions[-1] == pytest.approx(drawn)
    assert len(positions) == len(text) + 1
    (line,) = best_lines(text, FONTS)
    assert tuple(piece.text for piece in line.pieces) == pieces


def test_a_part_of_a_word_keeps_the_font_of_the_word() -> None:
    narrow = column(75.0, 10.0)
    lines = best_lines("в ночи Nguyên\u00adNguyên\u00adNguyễn", FONTS, narrow)
    words = [piece for line in lines for piece in line.pieces if "N" in piece.text]
    assert len(words) > 1
    assert {SHORT[piece.classes] for piece in words} == {"NS"}


@pytest.mark.parametrize(("word", "hyphen"), [("ա", ARMENIAN_HYPHEN), ("ы", "-"), ("ễ", "-")])
def test_the_hyphen_of_a_divided_word_is_of_its_script_and_font(word: str, hyphen: str) -> None:
    lines = best_lines(word * 150, FONTS)
    last = [line.pieces[-1] for line in lines[:-1]]
    assert {piece.text for piece in last} == {hyphen}
    assert {piece.stands_for for piece in last} == {DISCRETIONARY_HYPHEN}
    assert all(line.pieces[-1].classes == line.pieces[0].classes for line in lines[:-1])


def test_a_line_may_end_at_an_armenian_hyphen() -> None:
    word = f"հայերեն{ARMENIAN_HYPHEN}ռուսերեն"
    ends = {line.text[-1] for line in best_lines(f"{word} " * 40, FONTS)}
    assert ARMENIAN_HYPHEN in ends


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Ма\u0438\u0306ор", "Ма\u0439ор"),
        ("3 \u212a", "3 K"),
        ("5 \u2126", "5 \u2126"),
        ("e\u0302\u0323", "e\u0302\u0323"),
    ],
)
def test_what_a_font_has_composed_only_is_drawn_composed_and_stands_for_the_text(
    text: str, drawn: str
) -> None:
    (line,) = best_lines(text, FONTS)
    assert "".join(piece.text for piece in line.pieces) == drawn
    assert line.text == text


def test_lines_of_several_fonts_say_the_text() -> None:
    text = refined(f"{RUSSIAN} «Հայաստան» և Ελλάδα, Việt Nam. {RUSSIAN}")
    several = Settings(text, FONTS, COLUMN)
    assert proven(several.lines(0), text)
    assert several.in_order


def test_every_family_has_its_class_in_the_style_sheet_and_no_other_has() -> None:
    sheet = (STYLES / "runs.css").read_text(encoding="utf-8")
    classes = re.findall(r'^\.([\w-]+) { font-family: "([^"]+)"; line-height: 0; }$', sheet, re.MULTILINE)
    assert dict(classes) == {family_class(family): family for family in STYLE.families}


@pytest.mark.parametrize("weight", ["normal", STYLE.strong_weight])
def test_every_family_is_declared_in_the_weights_that_are_used(weight: str) -> None:
    files = [STYLE.file(family, weight) for family in STYLE.families]
    assert all(file is not None and file.is_file() for file in files)


def test_languages_with_an_order_of_their_own_have_a_rule_in_the_style_sheet() -> None:
    sheet = (STYLES / "text.css").read_text(encoding="utf-8")
    rules = re.findall(r"html:lang\((\w+)\) {\s*font-family: var\(--font-families-(\w+)\);", sheet)
    assert {language for language, order in rules if language == order} == {
        language for language, _ in STYLE.orders if language
    }
