"""What a PDF shows, measured by programs that had no part in making it: pdfminer.six, pikepdf, PDFium.

Nothing of Engross is used here but what its style declares to hang into the margins: deliberate protrusion is
measured apart. Glyphs come from pdfminer.six, the elements they belong to from the structure tree as pikepdf
reads it, ink from a rendering by PDFium. Lengths are points, positions are from the bottom left.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby, pairwise
from math import ceil, floor
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import uharfbuzz
from fontTools.ttLib import TTFont
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

MM = 72 / 25.4
EM = 14.0
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 195 * MM, 277 * MM, 20 * MM
"""The edges of the text: margins of 30, 15, 20 and 20 mm on A4."""

_TOKENS = (Path(__file__).parents[2] / "styles" / "tokens.css").read_text(encoding="utf-8")
HANGS = {group: EM * float(em) for group, em in re.findall(r"--hang-(\w+): ([\d.]+)em;", _TOKENS)}
"""How far signs of each group hang into the margins."""
SIGNS = {
    "hyphen": "-\u00ad\u2010\u2011\u058a",
    "stop": ".…",
    "comma": ",",
    "colon": ":;",
    "mark": "!?",
    "guillemet": "«»‹›",
    "quote": '“”„"',
    "apostrophe": "‘’‚'",
    "dash": "–—",
    "bracket": "()[]",
}

_SAME_LINE = 0.05
_RULE_OF_INK = 160


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn glyph: its text, the ends of its advance, its baseline, size and font, and its mark."""

    text: str
    start: float
    end: float
    baseline: float
    size: float
    font: str
    tag: str
    mcid: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """The glyphs on one baseline of one page (from 1), left to right; ``element`` numbers their element."""

    page: int
    glyphs: tuple[Glyph, ...]
    role: str
    element: int

    @property
    def text(self) -> str:
        """What the line says, without the white space at its end."""
        return "".join(glyph.text for glyph in self.glyphs).rstrip(" \u00a0")

    @property
    def drawn(self) -> tuple[Glyph, ...]:
        """The glyphs without the spaces at the ends."""
        filled = [at for at, glyph in enumerate(self.glyphs) if not glyph.text.isspace()]
        return self.glyphs[filled[0] : filled[-1] + 1]

    @property
    def start(self) -> float:
        """Where the first glyph begins."""
        return self.drawn[0].start

    @property
    def end(self) -> float:
        """Where the last glyph's advance ends."""
        return self.drawn[-1].end

    @property
    def edge(self) -> float:
        """Where the line ends, what hangs into the margin apart."""
        return self.end - hang(self.drawn[-1])

    @property
    def baseline(self) -> float:
        """The height of the baseline."""
        return self.glyphs[0].baseline

    @property
    def gaps(self) -> list[float]:
        """The white between words: from the end of the advance before to the beginning of the glyph after."""
        words = [list(run) for blank, run in groupby(self.drawn, lambda one: one.text.isspace()) if not blank]
        return [after[0].start - before[-1].end for before, after in pairwise(words)]

    def __str__(self) -> str:
        """Return the page and the text: what a failed test shows."""
        return f"page {self.page}: {self.text}"


class Measured:
    """One PDF, measured when asked."""

    def __init__(self, path: Path) -> None:
        """Take the PDF at ``path``."""
        self.path = path

    @cached_property
    def glyphs(self) -> list[list[Glyph]]:
        """The glyphs of every page in drawing order."""
        return list(_glyphs(self.path))

    @cached_property
    def elements(self) -> list[tuple[str, list[tuple[int, int]]]]:
        """The role and the marks (page from 0, number) of every structure element that holds content."""
        with pikepdf.open(self.path) as pdf:
            pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
            return list(_elements(pdf.Root.StructTreeRoot, pages, None))

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the text, in reading order; page numbers are not among them."""
        owner = {mark: (number, role) for number, (role, marks) in enumerate(self.elements) for mark in marks}
        found = []
        for page, glyphs in enumerate(self.glyphs):
            content = [glyph for glyph in glyphs if glyph.mcid is not None]
            for line in _on_one_baseline(content):
                element, role = owner[page, line[0].mcid or 0]
                found.append(Line(page + 1, line, role, element))
        return found

    @property
    def heading(self) -> list[Line]:
        """The lines before the first paragraph."""
        return [line for line in self.lines if line.role != "P"]

    @property
    def paragraphs(self) -> list[list[Line]]:
        """The lines of every paragraph, across pages."""
        body = [line for line in self.lines if line.role == "P"]
        return [list(lines) for _, lines in groupby(body, lambda line: line.element)]

    @property
    def artifacts(self) -> list[list[Glyph]]:
        """The glyphs of every page that are artifacts."""
        return [[glyph for glyph in page if glyph.tag == "Artifact"] for page in self.glyphs]

    def overhangs(self, page: int) -> list[tuple[float, float, float]]:
        """The baseline (mm from the top) of each line of ``page`` (from 0) and what overhangs on either side.

        Signs hang into the margins on purpose, and the outline of some letters, f above all, reaches beyond
        their advance (mm): so the font draws them.
        """
        return [
            (
                (297 * MM - line.baseline) / MM,
                hang(line.drawn[0]) / MM,
                (hang(line.drawn[-1]) + _overhang(line.drawn[-1])) / MM,
            )
            for line in self.lines
            if line.page == page + 1
        ]

    def ink(self, page: int, *, dpi: int = 300) -> Iterator[tuple[float, float]]:
        """Yield where, in mm from the top left, there is ink on ``page`` (from 0) outside the margins."""
        with pypdfium2.PdfDocument(self.path) as document:
            bitmap = document[page].render(scale=dpi / 72, grayscale=True)
            width, height, pitch = bitmap.width, bitmap.height, bitmap.stride
            data = bytes(bitmap.buffer)
        step = 25.4 / dpi
        left, right = floor(30 / step), ceil(195 / step)
        top, bottom = floor(20 / step), ceil(277 / step)
        for y in range(height):
            row = data[y * pitch : y * pitch + width]
            parts = ((0, row),) if not top <= y < bottom else ((0, row[:left]), (right, row[right:]))
            for offset, part in parts:
                if min(part) < _RULE_OF_INK:
                    yield from (
                        ((offset + x) * step, y * step)
                        for x, value in enumerate(part)
                        if value < _RULE_OF_INK
                    )


def hang(glyph: Glyph) -> float:
    """Return how far, in points, ``glyph`` hangs into the margin if it begins or ends a line."""
    return next((HANGS[group] for group, signs in SIGNS.items() if glyph.text in signs), 0.0)


FONTS = Path(__file__).parents[2] / "styles" / "fonts"
_FILES = {
    "PT-Serif": "PTF55F.ttf",
    "PT-Serif-Bold": "PTF75F.ttf",
    "Noto-Serif": "NotoSerif-Regular.ttf",
    "Noto-Serif-Bold": "NotoSerif-Bold.ttf",
    "Noto-Serif-Armenian": "NotoSerifArmenian-Regular.ttf",
    "Noto-Serif-Armenian-Bold": "NotoSerifArmenian-Bold.ttf",
}


def kerning(glyph: Glyph, follower: str) -> float:
    """Return by how many points the font of ``glyph`` moves ``follower``: nearer below 0, else away."""
    file = FONTS / _FILES[glyph.font.partition("+")[2]]
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))))

    def width(text: str) -> float:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return float(sum(position.x_advance for position in buffer.glyph_positions or ()))

    added = width(glyph.text + follower) - width(glyph.text) - width(follower)
    return added * glyph.size / float(font.face.upem)


def _overhang(glyph: Glyph) -> float:
    """Return how far, in points, the outline of ``glyph`` reaches beyond its advance."""
    font = _font(_FILES[glyph.font.partition("+")[2]])
    name = font.getBestCmap()[ord("-" if glyph.text == "\u00ad" else glyph.text)]
    reach = getattr(font["glyf"][name], "xMax", 0) - font["hmtx"][name][0]
    return float(max(0, reach) * glyph.size / font["head"].unitsPerEm)


@cache
def _font(name: str) -> TTFont:
    return TTFont(FONTS / name)


class _Collector(PDFLayoutAnalyzer):
    """Gathers every glyph with the marked content it stands in."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.pages: list[list[Glyph]] = []
        self._glyphs: list[Glyph] = []
        self._tags: list[tuple[str, int | None]] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        mcid = props.get("MCID") if isinstance(props, dict) else None
        self._tags.append((tag.name, mcid))

    def end_tag(self) -> None:
        self._tags.pop()

    def render_char(self, matrix: Any, font: Any, fontsize: float, *rest: Any) -> float:
        advance = super().render_char(matrix, font, fontsize, *rest)
        *_, char = self.cur_item
        assert isinstance(char, LTChar)
        tag, mcid = self._tags[-1] if self._tags else ("", None)
        scale, _, _, height, x, y = char.matrix
        end, size = x + char.adv * scale, fontsize * height
        self._glyphs.append(Glyph(char.get_text(), x, end, y, size, char.fontname, tag, mcid))
        return advance

    def receive_layout(self, ltpage: LTPage) -> None:
        del ltpage
        self.pages.append(self._glyphs)
        self._glyphs = []


def _glyphs(path: Path) -> Iterator[list[Glyph]]:
    resources = PDFResourceManager()
    collector = _Collector(resources)
    interpreter = PDFPageInterpreter(resources, collector)
    with path.open("rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
    yield from collector.pages


def _elements(
    node: Any, pages: dict[Any, int], home: int | None
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    if "/Pg" in node:
        home = pages[node.Pg.objgen]
    kids = node.get("/K", [])
    marks = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            assert home is not None
            marks.append((home, kid))
        elif kid.get("/Type") == "/MCR":
            page = pages[kid.Pg.objgen] if "/Pg" in kid else home
            assert page is not None
            marks.append((page, int(kid.MCID)))
        else:
            yield from _elements(kid, pages, home)
    if marks:
        yield str(node.S).lstrip("/"), marks


def _on_one_baseline(glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """Part ``glyphs`` where the baseline changes; within a line they go from left to right."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and abs(glyph.baseline - line[0].baseline) > _SAME_LINE:
            yield tuple(sorted(line, key=lambda one: one.start))
            line = []
        line.append(glyph)
    if line:
        yield tuple(sorted(line, key=lambda one: one.start))
