"""What refining does to a document: never anything to its text."""

from hypothesis import given
from hypothesis import strategies as st

from engross.characters import DISCRETIONARY_HYPHEN, fold
from engross.model.document import Document, HeadingLine, Metadata, Paragraph, Requisite
from engross.typography import refine

_LANGUAGES = ["ru", "en", "uk", "kk", "fr", "hy"]
_TEXT = st.text(
    st.one_of(
        st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВИК abcxyz  .,;:-–—«»()№§0123456789\u00a0\u00ad"),
        st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]),
    ),
    min_size=1,
)


def _document(text: str, language: str) -> Document:
    metadata = Metadata("statement", "T", language, "intergovernmental")
    heading = (HeadingLine(Requisite.TITLE, text, 1),)
    return Document("name", "name.txt", metadata, heading, (Paragraph(text, 2),))


@given(text=_TEXT, language=st.sampled_from(_LANGUAGES))
def test_folding_undoes_refining(text: str, language: str) -> None:
    document = _document(text, language)
    assert fold(refine(document).text) == fold(document.text)


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
