"""Texts that are wrong in one way each: what every proof of the text must catch."""

from tests.verification.samples import PARAGRAPHS


def _edited(paragraph: int, old: str, new: str) -> tuple[str, ...]:
    """Return the paragraphs with ``old`` replaced once; the paragraph is counted from 0."""
    assert old in PARAGRAPHS[paragraph]
    changed = PARAGRAPHS[paragraph].replace(old, new, 1)
    return (*PARAGRAPHS[:paragraph], changed, *PARAGRAPHS[paragraph + 1 :])


# Of each: the paragraphs as set, and the paragraph (from 0) in which they leave the source.
MUTANTS: dict[str, tuple[tuple[str, ...], int]] = {
    "a dropped letter": (_edited(0, "уверенность", "уверенноть"), 0),
    "an added letter": (_edited(2, "своём", "своёём"), 2),
    "an en dash for an em dash": (_edited(1, "—", "–"), 1),
    "a hyphen for an en dash": (_edited(0, "–", "-"), 0),
    "е for ё": (_edited(1, "подчёркивают", "подчеркивают"), 1),
    "straight quotes": (_edited(0, "«ПРОКСИ»", '"ПРОКСИ"'), 0),
    "Latin c for Cyrillic с": (_edited(5, "составлен", "cоставлен"), 5),
    "a capital letter": (_edited(2, "текст", "Текст"), 2),
    "a lost hyphen": (_edited(0, "военно-политическое", "военнополитическое"), 0),
    "a lost space": (_edited(2, "Каждое слово", "Каждоеслово"), 2),
    "a doubled word": (_edited(4, "текст занял", "текст текст занял"), 4),
    "a lost line": (_edited(0, "выражают уверенность в том, что военно-политическое и ", ""), 0),
    "a repeated line": (_edited(2, "Каждое слово в нём ", "Каждое слово в нём " * 2), 2),
    "a lost paragraph": (PARAGRAPHS[:-1], len(PARAGRAPHS) - 1),
    "a repeated paragraph": ((*PARAGRAPHS, PARAGRAPHS[-1]), len(PARAGRAPHS) - 1),
    "two swapped paragraphs": ((*PARAGRAPHS[:4], PARAGRAPHS[5], PARAGRAPHS[4], *PARAGRAPHS[6:]), 4),
}
