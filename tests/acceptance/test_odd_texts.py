"""Texts that nobody prepared: each is built without an error, and read again by extractors as it was."""

from pathlib import Path

import pytest

from engross.cli import main
from engross.reading import discover, read
from tests.extractors import EXTRACTORS, assert_same_text

TITLED = "Заголовок\n\n{}\n"
TEXTS = {
    "a title after the date and place": (
        "ПРИКАЗ\n17 июля 2017 г. № 15\nг. Москва\nО мерах по защите информации\n\nПриказываю принять меры.\n"
    ),
    "a title after two numbers": (
        "RESOLUTION\nNo. 2396 (2017)\nof 21 December 2017\non threats to peace\n\nThe Council decides so.\n"
    ),
    "a date and a place before the kind": (
        "Москва, 17 июля 2017 года\n\nЗАЯВЛЕНИЕ\nо мерах доверия\n\nСтороны заявляют о доверии.\n"
    ),
    "a kind of four letters, spaced": "УКАЗ\n\nПостановляю принять настоящий указ сегодня.\n",
    "a kind wider than the measure": (
        "ЗАЯВЛЕНИЕ МИНИСТРОВ ИНОСТРАННЫХ ДЕЛ ГОСУДАРСТВ УЧАСТНИКОВ СОДРУЖЕСТВА НЕЗАВИСИМЫХ ГОСУДАРСТВ\n"
        "о мерах\n\nТекст заявления министров.\n"
    ),
    "one word": "Да",
    "a soft hyphen alone": TITLED.format("Мягкий \u00ad перенос стоит отдельно."),
    "soft hyphens beside real ones": TITLED.format("дефис-\u00adкрасный дефисный\u00ad-красный " * 12),
    "letters written in parts": TITLED.format("Маи\u0306ор и майор, ёлка и е\u0308лка, за\u0301мок и замок."),
    "equivalent signs": TITLED.format("Сопротивление 5 \u2126 и 5 Ω, 3 \u212a и 3 K."),
    "letters in parts beside ligatures": "Café\n\nThe café and the cafe\u0301 office, efficient and final.\n",
    "fractions": "Number\n\nNumber 23\u20444 inch and 10\u204400 and 100\u20440 end.\n",
    "hyphens that the font lacks": "Name\n\n"
    + "non\u2010self\u2010governing and state\u2011owned. " * 9
    + "\n",
    "spaces of all widths": TITLED.format("Слово\u202fслово, 1\u2009000 и\u00a0\u00a0два\tтри. " * 9),
    "one-letter words without end": TITLED.format("в к с о у и а я " * 60),
    "a word without end": TITLED.format("ы" * 400 + " конец."),
    "an Armenian word without end": TITLED.format("ա" * 300 + " վերջ։"),
    "Armenian hyphens": TITLED.format("Հայերեն\u058aռուսերեն " * 9 + "և դարձյալ։"),
    "signs that only one font has": TITLED.format("Հայ\u2024 \u2024 և ⁄ ⁄ ‐ ‐ Việt \u2010 Ελλάδα " * 9),
    "markup": TITLED.format("<img src=x> {{ 7 * 7 }} </style> &amp; <!-- ]]> \\ $x$ %s " * 6),
    "a list without full stops": TITLED.format("\n\n".join(f"{number}) пункт" for number in range(1, 60))),
}


@pytest.mark.parametrize("name", TEXTS)
def test_an_odd_text_is_built_and_read_again_as_it_was(name: str, tmp_path: Path) -> None:
    source = tmp_path / "odd.txt"
    source.write_text(TEXTS[name], encoding="utf-8")
    assert main(["build", "--no-verapdf", "-o", str(tmp_path), str(source)]) == 0
    text = read(*discover([source])).text
    for extractor in EXTRACTORS:
        assert_same_text(text, extractor.extract(tmp_path / "odd.pdf"), extractor.quirks)


@pytest.mark.parametrize(
    "text",
    [
        "1234567890" * 12,
        "https://example.org/" + "abcdefghij/" * 14,
        "a.person.of.the.department@" + "example." * 14 + "int",
        "." * 200,
        "_" * 120,
    ],
)
def test_what_is_no_word_is_divided_without_a_hyphen(text: str, tmp_path: Path) -> None:
    source = tmp_path / "odd.txt"
    source.write_text(TITLED.format(f"Смотри {text} здесь."), encoding="utf-8")
    assert main(["build", "--no-verapdf", "-o", str(tmp_path), str(source)]) == 0
    for extractor in EXTRACTORS:
        pages = extractor.extract(tmp_path / "odd.pdf")
        assert "-" not in "".join(pages)
        # PDFium tells the division of what is no word as a line end, others as the hyphen that is not drawn.
        if extractor.name != "pdfium":
            assert_same_text(read(*discover([source])).text, pages, extractor.quirks)
