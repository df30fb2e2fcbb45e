"""Markdown: nothing of a text is lost with its markup, and what is plain is read as a plain text is."""

import html
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from engross.characters import fold
from engross.errors import RefusedError, SourceError
from engross.model.document import Document, Group, Grouping, Paragraph
from engross.reading import parse as parse_plain
from engross.reading.markdown import parse
from tests.engrossing import SAMPLES, Sample, surroundings

_TAG = re.compile(r"<[^>]*>")
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
_FRAGMENTS = st.sampled_from([
    *("слово", "А", " ", "\n", "\n\n", "*", "**", "***", "_", "\\", "\\\n", "  \n", "    ", "\t", "&amp;"),
    *("&#42;", "&", "#", "## ", "\n===\n", "\n---\n", "---\n", ">", "- ", "1. ", "`", "<b>", "<", "~~", "|"),
    *("[а](б)", "[а]", "[а]: б", "![", "[^1]", "[^1]: "),
])  # fmt: skip


def _read(text: str) -> Document:
    return parse(text.encode(), name="n", file="n.md")


def _rendered(text: str) -> str:
    """Return what a page of HTML made of ``text`` by the parser's own renderer says, white space left out."""
    return "".join(html.unescape(_TAG.sub("", MarkdownIt("commonmark").render(text))).split())


def _said(document: Document) -> str:
    """Return what the paragraphs of ``document`` say, the marks of items and white space left out."""
    items: set[Group] = set()
    text = ""
    for part in document.parts:
        item = part.within[-1:] if isinstance(part, Paragraph) else ()
        marked = bool(item) and item[0].grouping is Grouping.ITEM and item[0] not in items
        items.update(item)
        text += part.text.partition(" ")[2] if marked else part.text
    return "".join(text.split())


@given(st.lists(_FRAGMENTS, min_size=1, max_size=12).map("".join))
def test_a_text_with_markup_is_read_whole_or_refused(text: str) -> None:
    text = f"# Заголовок\n\nНачало текста.\n\n{text}"
    try:
        document = _read(text)
    except (RefusedError, SourceError):
        return
    assert _said(document) == _rendered(text)


@given(st.lists(st.text("аб -*_#>`~|&<[](){}!\\+=.:;1", min_size=1, max_size=30), min_size=1, max_size=4))
def test_signs_that_are_escaped_are_read_as_they_stand(paragraphs: list[str]) -> None:
    wanted = [fold(paragraph) for paragraph in paragraphs]
    assume(all(wanted))
    text = "\n\n".join(_SIGNS.sub(r"\\\1", paragraph) for paragraph in wanted)
    assert fold(_read(text).text) == " ".join(wanted)


@pytest.mark.parametrize("sample", SAMPLES[1:], ids=lambda sample: sample.name)
def test_what_is_plain_is_read_as_from_a_plain_text(sample: Sample) -> None:
    # Each paragraph stands on a line of its own, and blank lines are between them.
    text = "\n\n".join([_SIGNS.sub(r"\\\1", line) for line in sample.lines]).encode()
    marked = parse(text, name="n", file="n.md")
    plain = parse_plain("\n\n".join(sample.lines).encode(), name="n", file="n.md")
    assert replace(marked, findings=(), received=None) == replace(plain, findings=(), received=None)


@pytest.mark.parametrize("sign", [">", "*", "1."])
def test_what_is_nested_so_deeply_that_the_parser_gives_up_is_refused(sign: str) -> None:
    with pytest.raises(RefusedError) as error:
        _read(f"{sign} " * 120 + "глубина")
    assert {found.code for found in error.value.findings} == {"R017"}


def test_a_definition_that_no_page_shows_is_refused() -> None:
    with pytest.raises(RefusedError) as error:
        _read("Текст кончается точкой.\n\n[адрес]: a.txt\n")
    assert [(found.code, found.place.line) for found in error.value.findings] == [("R017", 3)]


def test_a_plain_text_brings_in_no_parser_of_markup() -> None:
    program = (
        "import sys; from engross.reading import parse;"
        "parse('Текст кончается точкой.'.encode(), name='n', file='n.txt');"
        "print([name for name in ('markdown_it', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=surroundings()
    )
    assert done.stdout.strip() == "[]"
