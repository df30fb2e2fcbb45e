"""What the pages show, word by word: the codes of each, and where each code stands on its line."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from engross.verification.evidence import Font, Mark, Show, TaggedFile


@dataclass(frozen=True, slots=True)
class Word:
    """Codes of the ``font``-th font that are shown together, or, if it is ``blank``, those of white space.

    ``origins`` are where the codes begin, in thousandths of an em from the start of the ``line``. The words
    with the same ``line`` stand one after the other: whatever else is drawn, or moves the pen, ends it.
    ``rises`` are how far the codes are raised, in thousandths of an em. ``leftward`` says that what is read
    next stands to the left.
    """

    font: int
    page: int
    line: int
    codes: tuple[int, ...]
    origins: tuple[float, ...]
    blank: bool
    rises: tuple[float, ...] = ()
    leftward: bool = False


def words(file: TaggedFile, leftward: Collection[Mark] = ()) -> Iterator[Word]:
    """Yield the words of ``file``, and the white space between them, in the order in which they are shown.

    Those in marks that are ``leftward`` run to the left.
    """
    lines: list[tuple[int, list[Show]]] = []
    for show in file.shows:
        if show.font is None:
            continue
        if lines and show.continues and lines[-1][0] == show.font:
            lines[-1][1].append(show)
        else:
            lines.append((show.font, [show]))
    for number, (font, shows) in enumerate(lines):
        blank = {code for code, text in file.fonts[font].texts.items() if text.isspace()}
        placed = _placed(shows, file.fonts[font])
        for is_blank, run in groupby(placed, key=lambda code_at: code_at[0] in blank):
            codes, origins, rises = zip(*run, strict=True)
            runs_leftward = shows[0].mark in leftward
            yield Word(font, shows[0].page, number, codes, origins, is_blank, rises, runs_leftward)


def _placed(shows: Iterable[Show], font: Font) -> Iterator[tuple[int, float, float]]:
    """Yield each code with the place where it begins, and how far it is raised."""
    pen = 0.0
    for show in shows:
        *places, end = show.places(font.widths)
        for code, place in zip(show.codes, places, strict=True):
            yield code, pen + place, show.rise * 1000
        pen += end
