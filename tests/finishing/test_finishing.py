"""Finishing, on the objects of a PDF before it is written, read back by pikepdf."""

import datetime
import io
from dataclasses import replace
from functools import partial
from xml.etree import ElementTree

import pikepdf
import pytest

from engross import __version__, layout
from engross.errors import Defect
from engross.finishing import finish
from engross.finishing.xmp import packet
from engross.model.document import Metadata
from engross.model.edition import DISTRIBUTION
from engross.model.profile import ARCHIVAL
from engross.resources import STYLES

SHEET = STYLES / "house" / "intergovernmental.css"
METADATA = Metadata(
    kind="statement",
    title="Заявление <о мерах> & прочее </rdf:li>",
    language="ru",
    style="intergovernmental",
    date=datetime.date(2017, 7, 17),
    authors=("Первый орган", "Второй орган"),
    subject="О мерах",
    identifier="id-1",
    rights="п. 6 ст. 1259 ГК РФ",
)
_DC = "{http://purl.org/dc/elements/1.1/}"


def _pdf(body: str, metadata: Metadata = METADATA) -> pikepdf.Pdf:
    pages = layout.lay_out(f"<html lang=ru><title>Т</title><body>{body}", SHEET, STYLES)
    written = pages.write(ARCHIVAL, partial(finish, metadata=metadata, edition=DISTRIBUTION))
    return pikepdf.open(io.BytesIO(written))


def _types(pdf: pikepdf.Pdf) -> list[str]:
    return [str(kid.S) for kid in pdf.Root.StructTreeRoot.K[0].K]


def test_a_paragraph_over_three_pages_is_one_element() -> None:
    lines = "".join(["<span>слово\n</span>"] * 100)
    pdf = _pdf(f"<h1>Заголовок</h1><div class=heading><div>Дата</div></div><p>{lines}</p><p>Ещё</p>")
    assert len(pdf.pages) == 3
    assert _types(pdf) == ["/H1", "/Div", "/P", "/P"]
    kids = pdf.Root.StructTreeRoot.K[0].K[2].K
    assert sum(isinstance(kid, pikepdf.Dictionary) and kid.Type == "/MCR" for kid in kids) > 50


def test_every_mark_of_a_page_leads_back_to_its_element() -> None:
    lines = "".join(["<span>слово\n</span>"] * 60)
    pdf = _pdf(f"<h1>Заголовок</h1><p>{lines}</p>")
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for number, page in enumerate(pdf.pages):
        assert page.StructParents == number
        marks = [
            instruction.operands[1].MCID
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
        ]
        assert marks == list(range(len(numbers[2 * number + 1])))


def test_a_language_of_its_own_is_tagged() -> None:
    pdf = _pdf("<p>Слово</p><p lang=en>Word</p>")
    assert str(pdf.Root.StructTreeRoot.K[0].K[1].Lang) == "en"


def test_text_in_an_element_without_a_role_is_a_defect() -> None:
    with pytest.raises(Defect, match="no place in the structure tree"):
        _pdf("<main>Слово</main>")


def test_two_aliases_of_one_font_lead_to_their_glyphs() -> None:
    pdf = _pdf("<p>а-б <span data-text='&shy;'>-</span> <span data-text='&#8208;'>-</span></p>")
    (font,) = {str(font.BaseFont): font for font in pdf.pages[0].Resources.Font.values()}.values()
    table = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    glyphs = [int.from_bytes(table[at : at + 2], "big") for at in range(0, len(table), 2)]
    odd = {code: glyph for code, glyph in enumerate(glyphs) if code != glyph}
    assert len(odd) == 2
    assert len(set(odd.values())) == 1


def test_info_and_xmp_say_what_the_metadata_say() -> None:
    pdf = _pdf("<p>Слово</p>")
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    assert info == {
        "/Title": METADATA.title,
        "/Author": "Первый орган; Второй орган",
        "/Subject": METADATA.subject,
        "/Creator": f"Engross {__version__}",
        "/Producer": info["/Producer"],
        "/CreationDate": "D:20170717",
        "/ModDate": "D:20170717",
    }
    xmp = pdf.open_metadata()
    assert xmp["dc:title"] == METADATA.title
    assert list(xmp["dc:creator"]) == list(METADATA.authors)
    assert xmp["dc:identifier"] == "id-1"
    assert xmp["dc:rights"] == METADATA.rights
    assert xmp["xmp:CreateDate"] == "2017-07-17"
    assert xmp["pdf:Producer"] == info["/Producer"]
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")


def test_the_packet_is_one_rdf_and_well_formed_with_any_text() -> None:
    root = ElementTree.fromstring(packet(METADATA, ARCHIVAL, tool="T", producer="P"))  # noqa: S314 - ours
    (rdf,) = [child for child in root if child.tag.endswith("}RDF")]
    title = rdf.find(f".//{_DC}title//*[@{{http://www.w3.org/XML/1998/namespace}}lang='x-default']")
    assert title is not None
    assert title.text == METADATA.title


def test_what_is_unknown_is_left_out() -> None:
    bare = replace(METADATA, date=None, authors=(), subject="", identifier="", rights="")
    text = packet(bare, ARCHIVAL, tool="T", producer="P").decode()
    for name in ("dc:creator", "dc:identifier", "dc:rights", "dc:description", "CreateDate", "dc:date"):
        assert name not in text
    pdf = _pdf("<p>Слово</p>", bare)
    assert set(pdf.docinfo) == {"/Title", "/Creator", "/Producer"}
