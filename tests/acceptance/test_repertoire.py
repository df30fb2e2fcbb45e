"""Every character of the bundled fonts is carried exactly to all extractors, or refused by name and place."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import uharfbuzz

from engross import pipeline, reading
from engross.characters import DISCRETIONARY_HYPHEN, has_right_to_left, name
from engross.errors import EngrossError, RefusedError
from engross.model.document import Document
from engross.resources import STYLES
from tests.conftest import RequireTool
from tests.extractors import EXTRACTORS, Extractor, assert_same_text

TITLE = "Заголовок"
# No sign stands before the last full stop: on a page of short lines alone PDFium guesses a space there where
# the font changes between the two. It guesses none in a text of sentences.
SENTENCE = "Знак {0} здесь, {0}{0}, сло{0}во и {0}на wo{0} end."
# Signs of a lost character: reading warns of it, and the proof does not take it for a text.
LOST = "\ufffd"


def of_fonts(pattern: str) -> list[str]:
    """Return the characters of the bundled fonts whose file name fits ``pattern``, white space left out.

    Letters that are written from right to left have tests of their own (``test_leftward.py``).
    """
    found: set[str] = set()
    for path in STYLES.rglob(pattern):
        found.update(map(chr, uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes))
    return sorted(
        character
        for character in found
        if not character.isspace()
        and not has_right_to_left(character)
        and character not in (DISCRETIONARY_HYPHEN, "\0", "\ufeff", LOST)
    )


REPERTOIRE = of_fonts("*.ttf")
DECOMPOSED = [
    apart
    for character in REPERTOIRE
    if len(apart := unicodedata.normalize("NFD", character)) > 1
    and unicodedata.normalize("NFC", character) == character
]
SETS = {"all": REPERTOIRE, "written in parts": DECOMPOSED}


def read(*paragraphs: str) -> Document:
    return reading.parse("\n\n".join((TITLE, *paragraphs, "")).encode(), name="all", file="all.txt")


def refused(paragraph: str) -> RefusedError | None:
    try:
        read(paragraph)
    except RefusedError as error:
        return error
    return None


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Document, Path]]:
    """Give the function that sets all that is not refused of one of SETS, once."""
    made: dict[str, tuple[Document, Path]] = {}

    def document(name: str) -> tuple[Document, Path]:
        if name not in made:
            sentences = map(SENTENCE.format, SETS[name])
            document = read(*(sentence for sentence in sentences if refused(sentence) is None))
            path = tmp_path_factory.mktemp("repertoire") / "all.pdf"
            path.write_bytes(pipeline.typeset(document).pdf)
            made[name] = document, path
        return made[name]

    return document


@pytest.mark.parametrize("characters", SETS)
def test_the_proof_of_what_is_not_refused_passes(
    characters: str, documents: Callable[[str], tuple[Document, Path]]
) -> None:
    document, path = documents(characters)
    report = pipeline.check(path.read_bytes(), path.name, document)
    assert [found.message for found in report.errors] == []


@pytest.mark.parametrize("characters", SETS)
@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_what_is_not_refused_is_read_by_every_extractor_as_it_was(
    characters: str,
    extractor: Extractor,
    documents: Callable[[str], tuple[Document, Path]],
    require_tool: RequireTool,
) -> None:
    if extractor.program:
        require_tool(extractor.program)
    document, path = documents(characters)
    assert_same_text(document.text, extractor.extract(path), extractor.quirks)


def test_what_is_refused_is_named_with_its_place() -> None:
    for character in REPERTOIRE:
        error = refused(SENTENCE.format(character))
        if error is not None:
            assert {found.code for found in error.findings} <= {"R015", "R016"}
            assert name(character) in error.findings[0].message
            assert error.findings[0].place.line == 3


def test_only_these_are_refused_but_marks_presentation_forms_and_what_is_invisible() -> None:
    found = {
        character
        for character in REPERTOIRE
        if unicodedata.category(character)[0] not in "MC"
        and not unicodedata.decomposition(character).startswith("<compat> ")
        and refused(SENTENCE.format(character))
    }
    assert found == set("‿⁀⁔⸒꭛‧")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Текст \u0301 здесь.", "R016"),
        ("Слово а\u0301\u0301.", "R016"),
        ("Слово а\u0331.", "R016"),
        ("Слово о\u0483.", "R016"),
        ("Об \ufb01n.", "R016"),
        ("Об a\u034fb.", "R015"),
        ("Об a\ufe0fb.", "R015"),
        ("Об a\u2066b\u2069.", "R015"),
        ("Об a\u200db.", "R015"),
        ("Об a\U000e0041b.", "R015"),
        ("Об a\x07b.", "R015"),
    ],
)
def test_each_kind_of_what_cannot_be_carried_has_its_code(text: str, code: str) -> None:
    with pytest.raises(EngrossError) as caught:
        read(text)
    assert caught.value.findings[0].code == code
    assert caught.value.findings[0].place.line == 3
