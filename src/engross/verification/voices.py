"""What is set off: the body of a file is italic and bold where its source says so, and nowhere else.

No proof of the text sees that, for italic is no character. It goes by the bundled font of which each font of
the file draws the outlines, not by the names that a file may give its fonts.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from engross.characters import DISCRETIONARY_HYPHEN
from engross.findings import Finding, Place, finding
from engross.model.document import Paragraph, Voice
from engross.model.style import Style
from engross.verification.evidence import Element, Evidence, Mark, Show, element_page
from engross.verification.text_by_structure import leaves


class Look(NamedTuple):
    """How letters look: their weight and their slope, as CSS has them."""

    weight: str
    slope: str

    def __str__(self) -> str:
        """Return it in words."""
        return " and ".join(each for each in self if each != "normal") or "upright and of the usual weight"


_Drawn = list[tuple[str, Look]]
"""Characters with their looks, white space and discretionary hyphens left out."""


def misheard(evidence: Evidence, faces: Mapping[int, str]) -> Iterator[Finding]:
    """Yield the first stretch of each part of the body that looks otherwise than the source has it.

    ``faces`` has the file name of the bundled font that each font of the file is of. What has not the text
    that it must have is passed over: that is a finding already.
    """
    document = evidence.document
    if document is None:
        return
    by_name = {face.file.name: Look(face.weight, face.slope) for face in evidence.style.declared}
    looks = {number: by_name[name] for number, name in faces.items() if name in by_name}
    shows: dict[Mark, list[Show]] = {}
    for show in evidence.tagged.shows:
        if show.mark is not None:
            shows.setdefault(show.mark, []).append(show)
    elements = leaves(evidence)[-len(document.body) :]
    for part, element in zip(document.body, elements, strict=False):
        drawn, wanted = _drawn(element, shows, looks), _wanted(part, evidence.style)
        if [character for character, _ in drawn] == [character for character, _ in wanted]:
            place = Place(document.source, part.line, page=element_page(element))
            yield from _first(drawn, wanted, place)


def _first(drawn: _Drawn, wanted: _Drawn, place: Place) -> Iterator[Finding]:
    pairs = zip(drawn, wanted, strict=True)
    for (is_drawn, is_wanted), run in groupby(pairs, lambda pair: (pair[0][1], pair[1][1])):
        if is_drawn != is_wanted:
            text = "".join(character for (character, _), _ in run)[:60]
            yield finding("F010", place, text=text, drawn=is_drawn, wanted=is_wanted)
            return


def _drawn(element: Element, shows: Mapping[Mark, list[Show]], looks: Mapping[int, Look]) -> _Drawn:
    marks = (kid for part in element.walk() for kid in part.kids if isinstance(kid, Mark))
    return [
        (character, looks[show.font])
        for mark in marks
        for show in shows.get(mark, ())
        if show.font is not None and show.font in looks
        for character in show.text
        if _is_seen(character)
    ]


def _wanted(part: Paragraph, style: Style) -> _Drawn:
    strong, plain = Look(style.strong_weight, "normal"), Look("normal", "normal")
    found = [strong if part.level else plain] * len(part.text)
    for span in part.spans:
        is_strong = part.level or span.voice is not Voice.EMPHASIS
        slope = "normal" if span.voice is Voice.STRONG else "italic"
        look = Look(style.strong_weight if is_strong else "normal", slope)
        found[span.start : span.end] = [look] * (span.end - span.start)
    return [pair for pair in zip(part.text, found, strict=True) if _is_seen(pair[0])]


def _is_seen(character: str) -> bool:
    return not (character.isspace() or character == DISCRETIONARY_HYPHEN)
