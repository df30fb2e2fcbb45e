"""Glyphs: no character is set that the fonts of the style cannot draw, and none is drawn by another font."""

from collections.abc import Iterator
from dataclasses import dataclass

from engross.characters import clusters, name
from engross.composition.fonts import Fonts
from engross.composition.headings import is_bold
from engross.composition.metrics import font_metrics
from engross.composition.voices import Voices
from engross.errors import MissingError
from engross.findings import Finding, Place, finding
from engross.model.document import Document, HeadingLine, Paragraph
from engross.model.style import Style

_FIRST_FEW = 10


@dataclass(slots=True)
class _Missing:
    """What cannot be drawn: where it first stands, how often, and whether the fonts have it upright."""

    place: Place
    upright: bool
    count: int = 0


def require(document: Document, style: Style, voices: Voices) -> None:
    """Raise MissingError, naming each character and its first place, if the fonts of ``style`` lack any."""
    missing: dict[str, _Missing] = {}
    for part in document.parts:
        for at, character in _undrawn_of(part, document, voices):
            place = Place(document.source, part.line, excerpt=part.text[max(0, at - 15) : at + 15])
            drawn_plain = voices.plain.draw(character)
            missing.setdefault(character, _Missing(place, drawn_plain)).count += 1
    if missing:
        raise MissingError(*_findings(missing, document, style))


def _undrawn_of(
    part: HeadingLine | Paragraph, document: Document, voices: Voices
) -> Iterator[tuple[int, str]]:
    """Yield the offset and the characters of what cannot be drawn in ``part``, in the voices that it has."""
    if isinstance(part, HeadingLine):
        yield from _undrawn(part.text, voices.bold if is_bold(part, document.heading) else voices.plain)
        return
    fonts = voices.fonts(part.spans, in_heading=part.level > 0)
    if isinstance(fonts, Fonts):
        yield from _undrawn(part.text, fonts)
        return
    for start, end, own in fonts.stretches(part.text):
        yield from ((start + at, character) for at, character in _undrawn(part.text[start:end], own))


def _undrawn(text: str, fonts: Fonts) -> Iterator[tuple[int, str]]:
    """Yield the offset and the characters of every cluster of ``text`` that none of ``fonts`` draws.

    Of a letter with marks it is the one that no font has, or all of it if no font has them together.
    """
    if fonts.draw(text):
        return
    at = 0
    for cluster in clusters(text):
        if not fonts.draw(cluster):
            alone = (character for character in cluster if not fonts.draw(character))
            yield at, next(alone, cluster)
        at += len(cluster)


def _findings(missing: dict[str, _Missing], document: Document, style: Style) -> Iterator[Finding]:
    for characters in list(missing)[:_FIRST_FEW]:
        found = missing[characters]
        named = f"{characters} ({', '.join(map(name, characters))})"
        times = "once" if found.count == 1 else f"{found.count} times"
        family = "" if found.upright else _family_with(characters, document, style)
        code = "G004" if found.upright else "G002" if family else "G001"
        yield finding(code, found.place, character=named, times=times, family=family, style=style.name)
    if len(missing) > _FIRST_FEW:
        yield finding("G003", Place(document.source), count=len(missing) - _FIRST_FEW)


def _family_with(characters: str, document: Document, style: Style) -> str:
    """Return a bundled family that draws ``characters`` and that ``style`` does not use, or nothing."""
    used = style.order(document.metadata.language)
    for face in style.declared:
        if face.family not in used and font_metrics(face.file, style.font_size).draws(characters):
            return face.family
    return ""
