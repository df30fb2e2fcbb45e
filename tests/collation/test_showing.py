"""A collation as text, as JSON and as a page says the same, and no text of a document is ever markup."""

import json
import re
from html.parser import HTMLParser

import pytest

from engross.collation import collate
from engross.collation.as_html import to_html
from engross.collation.as_json import to_json
from engross.collation.as_text import COLOURED, to_text
from engross.model.version import Version
from engross.resources import STYLES, TEMPLATES
from tests.collation.versions import LINES, source, tagged, untagged

CHANGED = LINES[1].replace("ё", "е")
VOID = frozenset(("meta", "br", "link"))


def page(left: Version | None = None, right: Version | None = None) -> str:
    left, right = left or source(*LINES), right or tagged(*((line, ((0, 1),)) for line in changed()))
    return to_html(collate(left, right), templates=TEMPLATES, styles=STYLES)


def changed() -> tuple[str, ...]:
    return LINES[0], CHANGED, LINES[2]


class Page(HTMLParser):
    """A page as a program sees it: its elements, which must be closed in order, and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.texts.setdefault(tag, []).append(data)

    def text(self, tag: str) -> str:
        return "".join(self.texts.get(tag, ()))


def test_a_difference_in_the_terminal() -> None:
    text = to_text(collate(source(*LINES), source(*changed(), name="b.txt")))
    assert text.splitlines() == [
        "A: a.txt (source text)",
        "B: b.txt (source text)",
        "",
        "1. A line 3, B line 3",
        "   Участники подч[-ё-]{+е+}ркивают, что технологии суть средство,…",
        "   A has ё U+0451 CYRILLIC SMALL LETTER IO",
        "   B has е U+0435 CYRILLIC SMALL LETTER IE",
        "",
        "1 difference.",
        "Runs of white space count as one space, and discretionary hyphens do not count.",
    ]


def test_colours_stand_for_the_marks() -> None:
    text = to_text(collate(source(*LINES), source(*changed())), COLOURED)
    assert "подч\x1b[31;9mё\x1b[0m\x1b[32;4mе\x1b[0mркивают" in text


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (source("а б"), source("а б"), "Equal, character for character."),
        (
            source("а б"),
            source("а\u00a0б"),
            "Equal, after folding: only white space and discretionary hyphens differ.",
        ),
        (source("а б"), source("а в"), "1 difference."),
        (source("а б в"), source("г б д"), "2 differences."),
    ],
)
def test_the_outcome_is_a_line(left: Version, right: Version, outcome: str) -> None:
    assert outcome in to_text(collate(left, right)).splitlines()
    assert outcome in Page(page(left, right)).text("p")


def test_a_version_without_tags_is_said_to_be_one() -> None:
    for shown in (to_text(collate(source("а"), untagged("а"))), page(source("а"), untagged("а"))):
        assert "c.pdf has no usable tags: its text is that of its pages" in shown


def test_what_could_do_something_to_a_terminal_is_written_by_its_code_point() -> None:
    name = "\x1b]0;x\x07.pdf"
    text = to_text(collate(source("а \x1b[2J б", name=name), source("а \u202e б")))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", text)
    assert "[-<U+001B>[2J-]{+<U+202E>+}" in text


def test_the_text_of_a_long_difference_is_shortened() -> None:
    long = " ".join(f"слово{number}" for number in range(1_000))
    text = to_text(collate(source("а"), source("а", long)))
    assert len(text) < 1_000
    assert "8889 characters, from с U+0441" in text


def test_json_has_each_difference_with_its_places_and_characters() -> None:
    values = json.loads(to_json(collate(source(*LINES), tagged(*((line, ((0, 2),)) for line in changed())))))
    assert values["schema"] == 1
    assert values["equal"] is False
    assert values["a"] == {"name": "a.txt", "read": "source text", "language": "ru"}
    (difference,) = values["differences"]
    assert difference["a"] == {"line": 3, "text": "ё", "characters": ["U+0451 CYRILLIC SMALL LETTER IO"]}
    assert difference["b"] == {"page": 2, "text": "е", "characters": ["U+0435 CYRILLIC SMALL LETTER IE"]}
    assert difference["before"].endswith("подч")
    assert difference["after"].startswith("ркивают")


def test_the_page_has_both_texts_whole_and_marks_what_differs() -> None:
    read = Page(page())
    assert read.text("del") == "only in A: ё (end)"
    assert read.text("ins") == "only in B: е (end)"
    shown = read.text("td").replace("only in A: ", "").replace("only in B: ", "").replace(" (end)", "")
    for line in (*LINES, CHANGED):
        assert line in shown


def test_the_page_can_be_used_by_everyone() -> None:
    read = Page(page())
    elements = [tag for tag, _ in read.elements]
    attributes = dict(read.elements)
    assert attributes["html"]["lang"] == "en"
    assert read.text("title") == "a.txt / b.pdf"
    assert [tag for tag in elements if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h2"]
    assert elements.count("main") == elements.count("caption") == 1
    assert all(attrs.get("scope") == "col" for tag, attrs in read.elements if tag == "th")
    assert {attrs["lang"] for tag, attrs in read.elements if tag == "p" and "dir" in attrs} == {"ru"}
    links = [attrs["href"] for tag, attrs in read.elements if tag == "a"]
    targets = [f"#{attrs['id']}" for tag, attrs in read.elements if tag == "del"]
    assert links == targets == ["#difference-1"]


def test_the_page_needs_nothing_else() -> None:
    html = page()
    assert not re.search(r"<script|<link|<img|\bsrc=|url\(|@import|https?:", html)
    assert "prefers-color-scheme: dark" in html


def test_an_added_text_has_a_target_for_its_link_too() -> None:
    read = Page(page(source(LINES[0]), source(LINES[0], LINES[1])))
    assert [attrs["id"] for tag, attrs in read.elements if tag == "del"] == ["difference-1"]
    assert read.text("del") == ""


def test_nothing_in_a_text_or_name_is_markup() -> None:
    evil = '</style><script>alert("1")</script>&amp;{{ 7 * 7 }}'
    read = Page(page(source(evil, name=evil), source("а", name=f"{evil}.txt")))
    assert "script" not in [tag for tag, _ in read.elements]
    assert evil in read.text("td")
    assert evil in read.text("h1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(scheme: str) -> None:
    light, _, dark = (STYLES / "screen" / "tokens.css").read_text(encoding="utf-8").partition("@media")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))
    for ink, ground in (
        *(("ink", "paper"), ("faint-ink", "paper"), ("link", "paper")),
        *(("gone-ink", "gone-paper"), ("new-ink", "new-paper")),
    ):
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
