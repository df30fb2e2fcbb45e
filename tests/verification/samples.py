"""Small PDFs as Engross makes them, by WeasyPrint and pikepdf alone: the checks do without the pipeline.

The tags are mended here in the shortest way that serves a test; ``engross.finishing`` does it for real.
"""

import html
import io
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pikepdf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from engross.findings import Finding
from engross.model.document import Document, HeadingLine, Metadata, Paragraph, Requisite
from engross.model.profile import Profile
from engross.model.report import Report
from engross.model.style import Spacing, Style
from engross.verification import gather, judge

PdfObject: TypeAlias = Any
"""An object of pikepdf, whose type only the file knows."""

FONTS = Path(__file__).parents[2] / "styles" / "fonts"
FACES = tuple(sorted(FONTS.glob("PTF*.ttf")))
STYLE = Style(
    name="intergovernmental",
    measure=467.7,
    indent=35.4,
    font_size=14.0,
    kind_spacing=0.0,
    rows=40,
    fewest_lines=2,
    lines_after_title=1,
    lines_before_text=2,
    lines_before_heading=1,
    hyphenates=True,
    spacing=Spacing(
        letters=0.0, expansion=0.0, steps=5, stretch=0.157, shrink=0.08, tolerance=1.75, loosest=3.1
    ),
    hangs=(),
    strong_weight="bold",
    orders=(),
    families=frozenset({"PT Serif"}),
    declared=(),
    faces=FACES,
    features_off=(),
)
"""The style of the samples: other than in a house style, letters may be joined."""
TITLE = "Тестовый документ"
HEADING = (
    HeadingLine(Requisite.KIND, "ЗАЯВЛЕНИЕ", 1),
    HeadingLine(Requisite.TITLE, "о проверке текста", 2),
    HeadingLine(Requisite.DATE, "17 июля 2017 года", 3),
    HeadingLine(Requisite.PLACE, "город Минск", 4),
)
_LONG = (
    "Абзац {} составлен для того, чтобы текст занял больше одной страницы и чтобы страница кончалась "
    "посреди абзаца, а не между абзацами, поскольку именно там слова теряются чаще всего; "
    "информационно-коммуникационные технологии и научно-технический прогресс упоминаются в нём "
    "для дефисов в конце строк."
)
_ORDINALS = ("первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый")
PARAGRAPHS = (
    (
        "Стороны – участники проверки – выражают уверенность в том, что военно-политическое и иное "
        "сотрудничество «ПРОКСИ» послужит делу безопасности."
    ),
    (
        "Участники подчёркивают, что информационно-коммуникационные технологии (ИКТ) — это средство, "
        "а не цель; ещё раз отмечают военно- и гражданско-правовые основы № 5."
    ),
    "Настоящий текст составлен в одном экземпляре. Каждое слово в нём стоит на своём месте.",
    *(_LONG.format(ordinal) for ordinal in _ORDINALS),
)
_STYLE = """
@font-face {{ font-family: "PT Serif"; src: url({font}) }}
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm }}
@page :nth(n+2) {{ @top-center {{ content: counter(page); font: 12pt "PT Serif" }} }}
html {{ font: 14pt/18.2pt "PT Serif" }}
body, h1, p {{ margin: 0; white-space: pre-wrap }}
p {{ text-indent: 12.5mm; text-align: justify; hyphens: auto; hyphenate-character: "\\2011" }}
h1 {{ font-size: 14pt; font-weight: normal; text-align: center }}
"""
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<rdf:Description rdf:about="" pdfaid:part="2" pdfaid:conformance="A" pdfuaid:part="1" pdf:Producer="sample"/>
<rdf:Description rdf:about="">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>ru</rdf:li></rdf:Bag></dc:language>
<dc:type><rdf:Bag><rdf:li>statement</rdf:li></rdf:Bag></dc:type></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""


def document(paragraphs: Sequence[str] = PARAGRAPHS, heading: Sequence[HeadingLine] = HEADING) -> Document:
    """Return the ``Document`` of ``paragraphs``, the first on line 5, each two lines after the one before."""
    return Document(
        name="sample",
        source="sample.txt",
        metadata=Metadata(kind="statement", title=TITLE, language="ru", style="intergovernmental"),
        heading=tuple(heading),
        body=tuple(Paragraph(text, 5 + 2 * index) for index, text in enumerate(paragraphs)),
    )


@cache
def typeset(paragraphs: tuple[str, ...] = PARAGRAPHS, heading: tuple[HeadingLine, ...] = HEADING) -> bytes:
    """Return the tagged PDF of ``paragraphs``: two pages, soft hyphens, the page number an artifact."""
    title = " \n".join(line.text for line in heading[:2])
    divisions = "".join(f"<div>{html.escape(line.text)}</div>" for line in heading[2:])
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    page = f"<html lang=ru><title>{TITLE}</title><body><h1>{html.escape(title)}</h1>{divisions}{body}</html>"
    fonts = FontConfiguration()
    style = CSS(string=_STYLE.format(font=next(FONTS.rglob("PTF55F.ttf")).as_uri()), font_config=fonts)
    pdf = HTML(string=page).write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/a-2a")
    return changed(pdf, _mend)


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None], **save: PdfObject) -> bytes:
    """Return ``pdf`` after ``change``, with nothing else mended."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        out = io.BytesIO()
        as_it_is: dict[str, PdfObject] = {
            "stream_decode_level": pikepdf.StreamDecodeLevel.none,
            "compress_streams": False,
            "deterministic_id": True,
        }
        opened.save(out, fix_metadata_version=False, **(save or as_it_is))
    return out.getvalue()


def change_content(old: bytes, new: bytes, page: int = 0) -> Callable[[pikepdf.Pdf], None]:
    """Return a change that replaces the first ``old`` in the content of ``page`` by ``new``."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream: PdfObject = pdf.pages[page].obj.Contents
        content = stream.read_bytes()
        assert old in content
        stream.write(content.replace(old, new, 1))

    return change


def _mend(pdf: pikepdf.Pdf) -> None:
    root: PdfObject = pdf.Root.StructTreeRoot
    (top,) = root.K
    merged: list[PdfObject] = []
    for element in top.K:
        marks = _marks(element)
        split = (
            merged
            and element.S == "/P"
            and marks[0][1] == 0
            and marks[0][0].objgen != merged[-1][1][0][0].objgen
        )
        if split and element.Pg.objgen != merged[-1][0].Pg.objgen:
            merged[-1][1].extend(marks)
        else:
            merged.append((element, marks))
    parents: dict[tuple[int, int], dict[int, PdfObject]] = {}
    for element, marks in merged:
        element.K = pikepdf.Array(
            pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=mcid) for page, mcid in marks
        )
        for page, mcid in marks:
            parents.setdefault(page.objgen, {})[mcid] = element
    top.K = pikepdf.Array(element for element, _ in merged)
    numbers: list[PdfObject] = []
    for key, page in enumerate(pdf.pages):
        owners = parents.get(page.obj.objgen, {})
        page.obj.StructParents = key
        numbers += [key, pdf.make_indirect(pikepdf.Array(owners[mcid] for mcid in sorted(owners)))]
        _mark_artifacts(page.obj.Contents, owners.keys())
    root.ParentTree = pikepdf.Dictionary(Nums=pikepdf.Array(numbers))
    replace_in(font(pdf).ToUnicode, b"<2011>", b"<00ad>")
    pdf.Root.Metadata.write(_XMP.format(title=TITLE).encode())
    pdf.trailer.Info.Producer = "sample"


def _marks(element: PdfObject) -> list[tuple[PdfObject, int]]:
    marks: list[tuple[PdfObject, int]] = []
    for kid in element.K:
        if isinstance(kid, int):
            marks.append((element.Pg, kid))
        else:
            marks += _marks(kid)
    return marks


def _mark_artifacts(stream: PdfObject, tagged: PdfObject) -> None:
    content = re.sub(
        rb"/\w+\s+<</MCID (\d+)>>\s+BDC",
        lambda mark: mark[0] if int(mark[1]) in tagged else b"/Artifact\n<</Type /Pagination>>\nBDC",
        stream.read_bytes(),
    )
    # Engross paints in one ink.
    stream.write(re.sub(rb"\b0 0 0 rg\b", b"0 g", content))


def structure(pdf: pikepdf.Pdf) -> PdfObject:
    """Return the root of the structure tree."""
    return pdf.Root.StructTreeRoot


def font(pdf: pikepdf.Pdf) -> PdfObject:
    """Return the one font of the file."""
    return next(iter(pdf.pages[0].resources.Font.values()))


def replace_in(stream: PdfObject, old: bytes, new: bytes) -> None:
    """Replace ``old`` by ``new`` in ``stream``."""
    data = stream.read_bytes()
    assert old in data
    stream.write(data.replace(old, new))


def add_element(pdf: pikepdf.Pdf, role: str, position: int) -> None:
    """Add an element without content."""
    top = structure(pdf).K[0]
    added = pikepdf.Dictionary(
        Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{role}"), P=top, K=pikepdf.Array()
    )
    top.K.insert(position, pdf.make_indirect(added))


def move_first(pdf: pikepdf.Pdf, position: int) -> None:
    """Move the first element to ``position``."""
    kids = list(structure(pdf).K[0].K)
    structure(pdf).K[0].K = pikepdf.Array([*kids[1 : position + 1], kids[0], *kids[position + 1 :]])


def element(pdf: pikepdf.Pdf, role: str) -> PdfObject:
    """Return the first element with ``role``."""
    root: PdfObject = pdf.Root.StructTreeRoot
    return next(kid for kid in root.K[0].K if f"/{role}" == kid.S)


def replace_text_of(role: str, text: str) -> Callable[[pikepdf.Pdf], None]:
    """Return a change that gives the first element with ``role`` an ActualText."""

    def change(pdf: pikepdf.Pdf) -> None:
        element(pdf, role).ActualText = text

    return change


def blank(pdf: pikepdf.Pdf) -> None:
    """Take all content away."""
    for page in pdf.pages:
        page.obj.Contents = pdf.make_stream(b"")


def split_paragraph(pdf: pikepdf.Pdf) -> None:
    """Move the last line of the first paragraph to a P of its own, as a page break does in the engine."""
    first = element(pdf, "P")
    top: PdfObject = first.P
    mark = first.K[-1]
    del first.K[-1]
    rest = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, P=top, K=pikepdf.Array([mark]))
    )
    position = next(index for index, kid in enumerate(top.K) if kid.objgen == first.objgen)
    top.K.insert(position + 1, rest)


def verify(  # noqa: PLR0913 - all but the file are named in every call
    pdf: bytes,
    *,
    name: str,
    document: Document | None,
    profile: Profile,
    style: Style,
    findings: tuple[Finding, ...] = (),
) -> Report:
    """Gather the evidence of ``pdf`` and judge it."""
    return judge(gather(pdf, name=name, document=document, profile=profile, style=style), findings)
