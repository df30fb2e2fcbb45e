"""The page docs/comparison.md: its tables between two marks, and a picture of each first page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from tests.compare.figures import Figures
from tests.compare.setters import Setter
from tests.engrossing import FOUNDING, ROOT

PAGE = ROOT / "docs" / "comparison.md"
IMAGES = ROOT / "docs" / "images"
TITLES = {
    FOUNDING.name: "The founding statement (Russian)",
    "ru-8": "With the Universal Declaration of Human Rights, Russian",
    "en-3": "With parts of the Charter and of the Universal Declaration, English",
    "kk": "From the Universal Declaration, Kazakh",
}

MEASURED = "measured"

_BEGIN, _END = "<!-- measured -->\n", "<!-- end -->\n"
_DPI = 60
_GREYS = 16


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the tables: what it says, which figure it has, and how that is written."""

    label: str
    figure: str
    form: str


ROWS = (
    Row("lines that fill the measure", "lines", "d"),
    Row("standard deviation of word spaces, em", "deviation", ".3f"),
    Row("widest word space, em", "widest", ".2f"),
    Row("mean word space, em", "mean", ".3f"),
    Row("hyphens per 100 lines", "hyphens", ".1f"),
    Row("more than two hyphens in a row", "ladders", "d"),
    Row("pages that end with a hyphen", "page_final", "d"),
    Row("lines that end with a one-letter word", "stranded", "d"),
    Row("last lines under the indent", "short_last", "d"),
    Row("right edge off by, at most, pt", "ragged_edge", ".2f"),
    Row("lines off the edge by more than 1 pt", "off_the_edge", "d"),
)


def cells(row: Row, columns: Mapping[str, Figures]) -> list[str]:
    """Return what stands in ``row``, a cell for each program."""
    return [format(getattr(figures, row.figure), row.form) for figures in columns.values()]


def update(results: Mapping[str, Mapping[str, Figures]], setters: Sequence[Setter], folder: Path) -> None:
    """Write the tables of ``results`` into the page, and the pictures of the PDFs in ``folder``."""
    versions = dict.fromkeys(f"{setter.name.partition(',')[0]} {setter.version}" for setter in setters[1:])
    parts = [f"{', '.join(versions)}.\n"]
    for name, title in TITLES.items():
        columns = results[name]
        parts.append(f"## {title}\n")
        head = [MEASURED, *columns]
        lines = [head, ["---"] * len(head), *([row.label, *cells(row, columns)] for row in ROWS)]
        parts.append("".join("| " + " | ".join(line) + " |\n" for line in lines))
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    PAGE.write_text(before + _BEGIN + "\n" + "\n".join(parts) + "\n" + _END + after, encoding="utf-8")
    for setter in setters:
        picture(folder / f"{FOUNDING.name}-{setter.key}.pdf", IMAGES / f"compare-{setter.key}.png")


def picture(pdf: Path, png: Path) -> None:
    """Draw the first page of ``pdf`` in few greys, so that the picture is small."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=_DPI / 72, grayscale=True).to_pil()
    image.quantize(_GREYS).save(png, optimize=True)


def column(page: str, name: str) -> dict[str, list[str]]:
    """Return the column called ``name`` of each table of ``page``, by the heading above it."""
    found: dict[str, list[str]] = {}
    for heading, table in re.findall(r"^## (.*)\n\n((?:\|.*\|\n)+)", page, re.MULTILINE):
        head, _, *rows = [line.strip("| \n").split(" | ") for line in table.splitlines()]
        if head[0] == MEASURED:
            found[heading] = [row[head.index(name)] for row in rows]
    return found
