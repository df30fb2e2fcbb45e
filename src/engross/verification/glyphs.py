"""The glyphs of a file: what each word draws is what its text says, outline by outline, letter by letter.

All extractors believe ToUnicode; codes that say one thing and draw another would pass them all. Here the text
of each word is shaped anew with a bundled font, and the outlines must be those that the codes draw by the
program in the file, in the same order and where the font puts them. An outline is compared with all that
places it. White space must draw nothing; what says nothing cannot draw.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from engross.characters import ARMENIAN_HYPHEN, DISCRETIONARY_HYPHEN, HYPHEN_MINUS, HYPHENS
from engross.findings import Finding, Place, finding
from engross.model.report import Check, Outcome
from engross.verification import expansion
from engross.verification.directions import read_directions
from engross.verification.evidence import Evidence, Font
from engross.verification.outlines import Outlines
from engross.verification.references import Placed, Reference, reference
from engross.verification.used_fonts import UNMAPPED
from engross.verification.voices import misheard
from engross.verification.words import Word, words

NAME = "glyphs"

# Letters of a word stand where the font puts them, but for the spacing of a justified line or a heading;
# between words there is a space to be seen. In thousandths of an em.
_CLOSEST, _WIDEST, _LEAST_SPACE = -50.0, 150.0, 100.0
# How much higher or lower than the font puts it a glyph may stand, in thousandths of an em.
_RISE = 20.0
_SCRIPTS_OF_NEIGHBOURS = ("Arab", "Hebr", "Latn", "Cyrl")
_LOOK_ALIKE = str.maketrans(dict.fromkeys(HYPHENS + DISCRETIONARY_HYPHEN, HYPHEN_MINUS))
_UNKNOWN = "\N{WHITE SQUARE}"


def check(evidence: Evidence) -> Check:
    """Check every word of every font against the bundled font that it is of."""
    spoken: dict[int, list[Word]] = {}
    leftward = read_directions(evidence.tagged).leftward
    for word in words(evidence.tagged, leftward):
        spoken.setdefault(word.font, []).append(word)
    found: list[Finding] = []
    faces: dict[int, str] = {}
    for number, own in spoken.items():
        try:
            drawing = Drawing(evidence.tagged.fonts[number], evidence, leftward=bool(leftward))
            face = drawing.face(own)
        except ValueError as error:
            font = evidence.tagged.fonts[number].name
            found.append(finding("F009", Place(file=evidence.name), font=font, reason=error))
            continue
        faces[number] = face.name
        found += drawing.problems(face, own, evidence.name)
    found += expansion.problems(evidence)
    if not found:
        found += misheard(evidence, faces)
    count = sum(not word.blank for own in spoken.values() for word in own)
    drawn_by = ", ".join(faces.values()) or "no bundled font"
    measured = f"{count} {'word' if count == 1 else 'words'}, drawn as by {drawn_by}"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, measured, tuple(found))


class Drawing:
    """What a font of the file draws, beside what the bundled fonts would draw."""

    def __init__(self, font: Font, evidence: Evidence, *, leftward: bool) -> None:
        """Open the program of ``font``; raise ValueError if it may draw by more than plain outlines.

        ``leftward`` says that some text of the file runs to the left.
        """
        if not font.program or not font.glyphs:
            raise ValueError("it is not embedded as TrueType outlines with Identity-H codes")
        self._font = font
        self._outlines = Outlines(font.program)
        tables = self._outlines.unknown_tables()
        if tables:
            raise ValueError(f"its program has tables that Engross never writes ({', '.join(tables)})")
        self._glyphs = {code: self._outlines.glyph(number) for code, number in font.glyphs.items()}
        if any(map(self._outlines.instructed, font.glyphs.values())):
            raise ValueError("its glyphs have instructions that move their points")
        self._faces = evidence.style.faces
        self._language = evidence.tagged.language
        self._features_off = evidence.style.features_off
        # Numbers and signs may be set as the script of their neighbours has them.
        self._scripts = ("", *_SCRIPTS_OF_NEIGHBOURS) if leftward else ("",)
        self._expected: dict[tuple[str, tuple[int, ...], bool], tuple[Placed, ...] | None] = {}

    def face(self, own: Sequence[Word]) -> Reference:
        """Return the bundled font that draws all of ``own`` so, or else the one that draws most letters so.

        Raise ValueError if none draws a single one.
        """
        faces = []
        texts = frozenset(character for text in self._font.texts.values() for character in text)
        for face in map(reference, self._faces):  # one after the other: most files are of the first ones
            if face.outlines.units == self._outlines.units and face.has_most_of(texts):
                if all(self._drawn_so(face, word) is not None for word in own):
                    return face
                faces.append(face)
        inked = {glyph for glyph in self._glyphs.values() if not glyph.blank}
        alike = {face: len(inked & face.characters().keys()) for face in faces}
        best = max(alike, key=alike.__getitem__, default=None)
        if best is None or not alike[best]:
            raise ValueError("no bundled font draws any of its letters so")
        return best

    def problems(self, face: Reference, own: Sequence[Word], file: str) -> Iterator[Finding]:
        """Yield the first word that ``face`` draws otherwise, and the first that it sets otherwise."""
        wrong = [word for word in own if self._drawn_so(face, word) is None]
        if wrong:
            text, drawn = self._text(wrong[0].codes), self._seen(face, wrong[0].codes)
            place = Place(file=file, page=wrong[0].page, excerpt=text[:60])
            yield finding("F007", place, font=self._font.name, text=text, drawn=drawn, count=len(wrong))
        moved = next(self._moved(face, own), None)
        if moved is not None:
            word, how = moved
            text = self._text(word.codes)
            yield finding("P019", Place(file=file, page=word.page, excerpt=text[:60]), text=text, how=how)

    def _moved(self, face: Reference, own: Iterable[Word]) -> Iterator[tuple[Word, str]]:
        """Yield the words that ``face`` would set otherwise, and how their letters stand."""
        line, end = -1, 0.0
        for word in own:
            expected = self._drawn_so(face, word)
            if not expected:
                continue
            inked = [at for at, code in enumerate(word.codes) if not self._glyphs[code].blank]
            if any(abs(word.rises[at] - own.rise) > _RISE for at, own in zip(inked, expected, strict=True)):
                yield word, "too high or too low"
            # What runs to the left is measured to the left.
            ahead, widest = (-1, -_CLOSEST) if word.leftward else (1, _WIDEST)
            origins = [word.origins[at] for at in inked]
            steps = zip(pairwise(origins), pairwise(expected), strict=True)
            extra = [ahead * (after - at - then.origin + now.origin) for (at, after), (now, then) in steps]
            ends = [at + own.end - own.origin for at, own in zip(origins, expected, strict=True)]
            begin, beyond = (-max(ends), -min(origins)) if word.leftward else (origins[0], ends[-1])
            if word.line == line and begin - end < _LEAST_SPACE:
                yield word, "too close to the word before"
            if extra and min(extra) < _CLOSEST:
                yield word, "too close together"
            if extra and max(extra) > widest:
                yield word, "too far apart"
            line, end = word.line, beyond

    def _drawn_so(self, face: Reference, word: Word) -> tuple[Placed, ...] | None:
        """Return what ``face`` draws for the text of ``word``, None if its codes draw something else."""
        codes, leftward = word.codes, word.leftward
        key = face.name, codes, leftward
        if key not in self._expected:
            drawn = [glyph for code in codes if not (glyph := self._glyphs[code]).blank]
            self._expected[key] = next(
                (
                    placed
                    for said, script in product(self._said(codes), self._scripts)
                    if (placed := self._set(face, said, script, leftward=leftward)) is not None
                    and [each.glyph for each in placed] == drawn
                ),
                None,
            )
        return self._expected[key]

    def _set(self, face: Reference, text: str, script: str, *, leftward: bool) -> tuple[Placed, ...] | None:
        return face.drawn(text, self._language, self._features_off, leftward=leftward, script=script)

    def _said(self, codes: tuple[int, ...]) -> Iterator[str]:
        """Yield the texts that ``codes`` may draw: theirs, and theirs with the hyphens that look alike.

        A discretionary hyphen that is not drawn says nothing; one that is drawn divides the word, so it ends.
        """
        texts = [self._font.texts.get(code, UNMAPPED) for code in codes]
        if all(text.isspace() for text in texts):
            yield ""
            return
        drawn = [text for code, text in zip(codes, texts, strict=True) if not self._glyphs[code].blank]
        if any(map(_hides, texts)) or DISCRETIONARY_HYPHEN in drawn[:-1]:
            return
        text = "".join(
            "" if text == DISCRETIONARY_HYPHEN and self._glyphs[code].blank else text
            for code, text in zip(codes, texts, strict=True)
        )
        yield text.replace(DISCRETIONARY_HYPHEN, HYPHEN_MINUS)
        if DISCRETIONARY_HYPHEN in text:
            yield text.replace(DISCRETIONARY_HYPHEN, ARMENIAN_HYPHEN)
        alike = text.translate(_LOOK_ALIKE)
        if alike != text:
            yield alike

    def _seen(self, face: Reference, codes: tuple[int, ...]) -> str:
        """Return what ``codes`` draw as characters: of those that look alike, the nearest to what is said."""
        names, seen = face.characters(), ""
        for code in codes:
            said = ord(self._font.texts.get(code, UNMAPPED)[:1] or UNMAPPED)
            alike = "" if self._glyphs[code].blank else names.get(self._glyphs[code], _UNKNOWN)
            seen += min(alike, key=lambda character: abs(ord(character) - said), default="")
        return seen

    def _text(self, codes: tuple[int, ...]) -> str:
        return "".join(self._font.texts.get(code, UNMAPPED) for code in codes)


def _hides(text: str) -> bool:
    """Tell whether a glyph's text says more than can be seen: white space, or controls of any kind."""
    return text != DISCRETIONARY_HYPHEN and any(
        character.isspace() or unicodedata.category(character) in ("Cc", "Cf") for character in text
    )
