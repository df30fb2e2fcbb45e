"""The fonts of a file: embedded, subset, of declared families; every code shown has a glyph and a text."""

import re
from collections.abc import Iterator

from engross.findings import Finding, Place, finding
from engross.model.report import Check, Outcome
from engross.verification.evidence import Evidence, Font

NAME = "fonts"
_SUBSET_TAG = re.compile(r"[A-Z]{6}\+")
_SEPARATORS = re.compile(r"[\s\-_,]+")
_STYLE = re.compile(
    r"(regular|roman|book|bold|semibold|demibold|medium|light|black|italic|oblique|it|bd|mt|ps|condensed)*"
)
_NO_TEXT = "\ufffd"


def check(evidence: Evidence) -> Check:
    """Check each font that shows text against A14 of docs/acceptance.md."""
    fonts = evidence.tagged.fonts
    families, place = evidence.style.families, Place(file=evidence.name)
    found = tuple(problem for font in fonts for problem in _problems(font, families, place))
    names = ", ".join(sorted({font.name for font in fonts})) or "none"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, names, found)


def is_declared(name: str, families: frozenset[str]) -> bool:
    """Tell whether the font ``name`` is of one of ``families``, whatever its weight, style and spelling."""
    bare = _plain(_SUBSET_TAG.sub("", name))
    return any(
        bare.startswith(family) and _STYLE.fullmatch(bare.removeprefix(family))
        for family in map(_plain, families)
    )


def _plain(name: str) -> str:
    return _SEPARATORS.sub("", name).casefold()


def _problems(font: Font, families: frozenset[str], place: Place) -> Iterator[Finding]:
    if font.subtype == "Type3":
        yield finding("F005", place, font=font.name)
    elif not font.embedded:
        yield finding("F001", place, font=font.name)
    elif not _SUBSET_TAG.match(font.name):
        yield finding("F002", place, font=font.name)
    if not is_declared(font.name, families):
        yield finding("F003", place, font=font.name, families=", ".join(sorted(families)) or "none")
    textless = sorted(code for code in font.codes if _is_textless(font.texts.get(code, "")))
    if not font.has_to_unicode:
        yield finding("F004", place, font=font.name, codes="all of its codes")
    elif textless:
        yield finding("F004", place, font=font.name, codes=_listed(textless))
    missing = sorted(code for code in font.codes if font.glyphs.get(code, 1) == 0)
    if missing:
        yield finding("F006", place, font=font.name, codes=_listed(missing))


def _is_textless(text: str) -> bool:
    return not text or _NO_TEXT in text or "\0" in text


def _listed(codes: list[int]) -> str:
    shown = ", ".join(f"<{code:04X}>" for code in codes[:5])
    return shown if len(codes) <= 5 else f"{shown} and {len(codes) - 5} more"
