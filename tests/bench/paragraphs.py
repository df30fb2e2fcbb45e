"""Paragraphs: lines chosen by us against those of the engine, long paragraphs against short ones."""

from dataclasses import replace
from functools import partial
from html import escape

from weasyprint import CSS, HTML

from engross import composition, finishing, layout, typography
from engross.model.document import Document, Paragraph
from engross.model.edition import DISTRIBUTION
from engross.model.profile import ARCHIVAL
from engross.resources import STYLES, TEMPLATES
from tests.bench.measuring import Comparison

LONG, PARTS = 24_000, 4

_BY_THE_ENGINE = """\
p { white-space: normal; text-align-last: auto; word-spacing: 0; hyphens: auto; hyphenate-character: "-" }
"""


def comparisons(document: Document, rounds: int) -> list[Comparison]:
    """Return what is compared on ``document``."""
    style = composition.load_style(document.metadata.style, STYLES)
    sheet = composition.style_sheet(style.name, STYLES)
    css, fonts = layout.loaded_style(sheet, STYLES)
    by_the_engine = CSS(string=_BY_THE_ENGINE, font_config=fonts)

    def html(text: Document) -> str:
        return composition.compose(typography.refine(text), style, templates=TEMPLATES).html

    chosen = html(document)
    head, _, _ = chosen.partition("<p")
    paragraphs = "".join(f"<p>{escape(paragraph.text)}</p>" for paragraph in document.body)
    plain = f"{head}{paragraphs}</body></html>"

    def write(page: str) -> bytes:
        finish = partial(finishing.finish, metadata=document.metadata, edition=DISTRIBUTION)
        return layout.lay_out(page, sheet, STYLES).write(ARCHIVAL, finish)

    def engine() -> object:
        return HTML(string=plain).write_pdf(stylesheets=[css, by_the_engine], font_config=fonts)

    words = " ".join(paragraph.text for paragraph in document.body).split()
    many = (words * (LONG // len(words) + 1))[:LONG]
    long = replace(document, body=(Paragraph(" ".join(many), 1),))
    part = replace(document, body=(Paragraph(" ".join(many[: LONG // PARTS]), 1),))
    return [
        Comparison(
            "warm typesetting / raw write_pdf with its own lines and hyphens",
            1.3,
            3 * rounds,
            partial(write, chosen),
            engine,
        ),
        Comparison(
            f"a paragraph of {LONG} words / {PARTS} texts with a part of it each",
            1.2,
            max(1, rounds // 5),
            lambda: write(html(long)),
            lambda: [write(html(part)) for _ in range(PARTS)],
        ),
    ]
