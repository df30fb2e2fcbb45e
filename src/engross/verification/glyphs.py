"""The glyphs of a file: what each code draws is what its text says, by the font's own character map.

All extractors believe ToUnicode; a code that says one letter and draws another would pass them all. Here the
glyph of every code shown is looked up in the embedded font program. Not compared are outlines: that the font
draws its letters right is taken from the font.
"""

import unicodedata
from collections.abc import Iterator

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN, HYPHEN_MINUS, NO_BREAK_HYPHEN
from engross.findings import Finding, Place, finding
from engross.model.report import Check, Outcome
from engross.verification.evidence import Evidence, Font

NAME = "glyphs"

_DRAWN_ALIKE = dict.fromkeys((DISCRETIONARY_HYPHEN, HYPHEN, NO_BREAK_HYPHEN), HYPHEN_MINUS)
"""Characters that are drawn like another, so that one glyph may stand for both."""


def check(evidence: Evidence) -> Check:
    """Check that each code shown draws a glyph of its text."""
    place = Place(file=evidence.name)
    fonts = evidence.tagged.fonts
    found = tuple(problem for font in fonts for problem in _problems(font, place))
    if any(problem.code == "F007" for problem in found):
        outcome = Outcome.FAILED
    else:
        outcome = Outcome.NOT_VERIFIED if found else Outcome.PASSED
    proved = sum(bool(_drawn(font, code)) for font in fonts for code in font.texts)
    codes, count = ("code" if proved == 1 else "codes"), len(fonts)
    return Check(NAME, outcome, f"{proved} {codes} of {count} {'font' if count == 1 else 'fonts'}", found)


def _problems(font: Font, place: Place) -> Iterator[Finding]:
    unknown: list[str] = []
    for code, text in sorted(font.texts.items()):
        drawn = _drawn(font, code)
        if not drawn:
            unknown.append(text)
        elif not any(_is_drawn_by(text, character) for character in drawn):
            particulars = {"code": f"<{code:04X}>", "text": text, "drawn": "".join(sorted(drawn))}
            yield finding("F007", place, font=font.name, **particulars)
    if unknown:
        yield finding("F008", place, font=font.name, texts=" ".join(unknown[:10]))


def _drawn(font: Font, code: int) -> frozenset[str]:
    """Return the characters that ``code`` draws, none if the font does not tell."""
    return font.characters.get(font.glyphs.get(code, -1), frozenset())


def _is_drawn_by(text: str, character: str) -> bool:
    """Tell whether the glyph of ``character`` draws ``text``: itself, an equivalent, a ligature, a twin."""
    if text.isspace() or (text == DISCRETIONARY_HYPHEN and character.isspace()):
        return character.isspace()
    normal = unicodedata.normalize("NFC", text)
    return normal in (
        character,
        unicodedata.normalize("NFC", character),
        unicodedata.normalize("NFKC", character),
    ) or _twin(normal) == _twin(character)


def _twin(character: str) -> str:
    return _DRAWN_ALIKE.get(character, character)
