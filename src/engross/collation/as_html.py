"""A collation as one page for a browser: both versions side by side, nothing outside it, no script.

What differs is marked by elements and lines, not by colour alone, and said in words to those who listen.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from engross.collation.collating import Collation, Difference
from engross.collation.words import notes, outcome, place, places, read_as
from engross.differences import described, visible

_WORDS = {
    "language": "en",
    "caption": "Both versions, paragraph by paragraph",
    "list": "Differences",
    "texts": "Versions",
    "gone": "only in A: ",
    "new": "only in B: ",
    "end": " (end)",
}


def to_html(collation: Collation, *, templates: Path, styles: Path) -> str:
    """Return ``collation`` as a page, by the template ``collation.html`` and the sheets of the screen."""
    return (
        _environment(templates, styles)
        .get_template("collation.html")
        .render(
            words=_WORDS,
            title=f"{visible(collation.left.name)} / {visible(collation.right.name)}",
            outcome=outcome(collation),
            notes=tuple(map(visible, notes(collation))),
            heads=(f"A: {visible(read_as(collation.left))}", f"B: {visible(read_as(collation.right))}"),
            languages=(collation.left.language, collation.right.language),
            differences=[
                _difference(collation, *numbered) for numbered in enumerate(collation.differences, 1)
            ],
            rows=list(_rows(collation)),
        )
    )


def _difference(collation: Collation, number: int, difference: Difference) -> dict[str, Any]:
    return {
        "number": number,
        "places": places(collation, difference),
        "told": described(difference.edit),
    }


def _rows(collation: Collation) -> Iterator[dict[str, Any]]:
    number = 1
    for row, left, right in zip(collation.rows, collation.left_places, collation.right_places, strict=True):
        numbered = list(enumerate(row.edits, number))
        number += len(row.edits)
        yield {
            "differs": bool(row.edits),
            "left": _cell(row.left_text, [(n, e.left, e.gone) for n, e in numbered]),
            "right": _cell(row.right_text, [(n, e.right, e.new) for n, e in numbered]),
            "places": (
                place(collation.left, left) if row.left else "",
                place(collation.right, right) if row.right else "",
            ),
        }


def _cell(text: str, marked: list[tuple[int, int, str]]) -> list[dict[str, Any]]:
    """Return ``text`` as parts: what is equal has no number, what differs that of its difference."""
    parts: list[dict[str, Any]] = []
    end = 0
    for number, start, differing in marked:
        parts += [{"number": None, "text": visible(text[end:start])}]
        parts += [{"number": number, "text": visible(differing)}]
        end = start + len(differing)
    parts.append({"number": None, "text": visible(text[end:])})
    return [part for part in parts if part["text"] or part["number"]]


@cache
def _environment(templates: Path, styles: Path) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([templates, styles]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
