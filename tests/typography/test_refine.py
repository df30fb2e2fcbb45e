"""What refining does to a document: never anything to its text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engross.characters import (
    DISCRETIONARY_HYPHEN,
    NO_BREAK_SPACE,
    RELUCTANT_SPACE,
    SPACE,
    fold,
)
from engross.model.document import Document, HeadingLine, Metadata, Paragraph, Requisite
from engross.typography import refine
from engross.typography.hyphenation import PATTERNS
from engross.typography.languages import BODY

_LANGUAGES = sorted({*BODY, *PATTERNS, "zh", "ar", "xx"})
_TEXT = st.text(
    st.one_of(
        st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВИК abcxyz  .,;:-–—«»()№§0123456789\u00a0\u00ad"),
        st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]),
    ),
    min_size=1,
)


# The dictionary of a language is loaded when it is first needed.
UNHURRIED = settings(deadline=None)


def _document(text: str, language: str) -> Document:
    metadata = Metadata("statement", "T", language, "intergovernmental")
    heading = (HeadingLine(Requisite.TITLE, text, 1),)
    return Document("name", "name.txt", metadata, heading, (Paragraph(text, 2),))


@UNHURRIED
@given(text=_TEXT, language=st.sampled_from(_LANGUAGES))
def test_folding_undoes_refining(text: str, language: str) -> None:
    document = _document(text, language)
    assert fold(refine(document).text) == fold(document.text)


@UNHURRIED
@given(text=_TEXT, language=st.sampled_from(_LANGUAGES))
def test_only_spaces_change_and_only_discretionary_hyphens_are_added(text: str, language: str) -> None:
    """Character by character, which is stricter than the folding: no run of white space grows or shrinks."""
    refined = iter(refine(_document(text, language)).body[0].text)
    for character in text:
        found = next(refined)
        while found == DISCRETIONARY_HYPHEN != character:
            found = next(refined)
        assert found == character or (character == SPACE and found in (NO_BREAK_SPACE, RELUCTANT_SPACE))
    assert set(refined) <= {DISCRETIONARY_HYPHEN}


@UNHURRIED
@given(text=_TEXT, language=st.sampled_from(_LANGUAGES))
def test_refining_twice_is_refining_once(text: str, language: str) -> None:
    once = refine(_document(text, language))
    assert refine(once) == once


def test_headings_are_never_hyphenated() -> None:
    refined = refine(_document("обеспечению информационной безопасности", "ru"))
    assert DISCRETIONARY_HYPHEN not in refined.heading[0].text
    assert DISCRETIONARY_HYPHEN in refined.body[0].text


def test_hyphenation_can_be_switched_off() -> None:
    refined = refine(_document("обеспечению информационной безопасности", "ru"), hyphenation=False)
    assert DISCRETIONARY_HYPHEN not in refined.text
