"""The check "print": no file as made is accused, and each demand of PDF/X-4 has a file that breaks it."""

import io
import struct
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from engross import pipeline, reading
from engross.finishing.black import black_ink
from engross.model.document import Document
from engross.model.edition import Edition, Use
from engross.model.press import MM, OutputIntent, Press, crop_marks
from engross.model.profile import PRINTING, PROFILES
from engross.model.report import Outcome
from tests.engrossing import TEXTS
from tests.verification.changes import Change, PdfObject, before, content, drop, first_page, put, root, xmp
from tests.verification.samples import changed

PLAIN = Press()
MARKED = Press(bleed=3 * MM, marks=True)
PRESSES = (PLAIN, Press(duplex=False), Press(bleed=3 * MM), MARKED, Press(marks=True))


@pytest.fixture(scope="module")
def document() -> Document:
    return reading.read(*reading.discover([TEXTS / "ru-1.txt"]))


@pytest.fixture(scope="module")
def printed(document: Document) -> dict[Press, bytes]:
    """Give the print edition for each press."""
    return {press: pipeline.typeset(document, Edition(Use.PRINT, PRINTING, press)).pdf for press in PRESSES}


def codes(pdf: bytes, document: Document | None) -> set[str]:
    report = pipeline.check(pdf, "mutant.pdf", document)
    return {found.code for check in report.checks for found in check.findings}


def _intent(pdf: pikepdf.Pdf) -> PdfObject:
    return pdf.Root.OutputIntents[0]


def _profile(edit: bytes, at: int) -> Change:
    """Return a change that writes ``edit`` over the bytes of the profile ``at`` an offset."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream = _intent(pdf).DestOutputProfile
        data = stream.read_bytes()
        stream.write(data[:at] + edit + data[at + len(edit) :])

    return change


def _state(pdf: pikepdf.Pdf) -> PdfObject:
    return next(iter(pdf.pages[0].resources.ExtGState.values()))


def _second_intent(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(Dictionary(dict(_intent(pdf).items())))


def _info(pdf: pikepdf.Pdf) -> PdfObject:
    return pdf.trailer.Info


def _resources(pdf: pikepdf.Pdf) -> PdfObject:
    return pdf.pages[0].resources


def _drawn_on_the_back(pdf: pikepdf.Pdf) -> None:
    stream = pdf.pages[-1].obj.Contents
    stream.write(b"/Artifact BMC q 0 g 100 100 50 50 re f Q EMC")


def _cut_elsewhere(pdf: pikepdf.Pdf) -> None:
    """Have every page cut beside its text, on a sheet that is shown whole."""
    for page in pdf.pages:
        page.obj.MediaBox = page.obj.CropBox = Array([-600, -900, 1200, 1800])
        page.obj.TrimBox = page.obj.BleedBox = Array([150, 0, 745.2756, 841.8898])


def _marks_inside(pdf: pikepdf.Pdf) -> None:
    """Draw crop marks within the edges of a page, as if it were cut 9 mm farther in."""
    page, inset = first_page(pdf), 9 * MM
    left, bottom, right, top = (float(side) for side in page.MediaBox)
    trim = (left + inset, bottom + inset, right - inset, top - inset)
    page.TrimBox = page.BleedBox = Array([round(side, 4) for side in trim])
    lines = "".join(f"{x:.4f} {y:.4f} m {u:.4f} {v:.4f} l S " for x, y, u, v in crop_marks(trim, 0))
    marks = f"/Artifact <</Type /Page>> BDC q 0 G 0.25 w {lines}Q EMC\n"
    page.Contents.write(marks.encode() + page.Contents.read_bytes())


BOX = Array([0, 0, 595.2756, 841.8898])
MUTANTS: dict[str, tuple[Press, Change, str]] = {
    "no trim box": (PLAIN, drop(first_page, "/TrimBox"), "K003"),
    "no bleed box": (PLAIN, drop(first_page, "/BleedBox"), "K003"),
    "an art box beside it": (PLAIN, put(first_page, "/ArtBox", BOX), "K003"),
    "a bleed box inside the page": (PLAIN, put(first_page, "/BleedBox", Array([9, 9, 500, 800])), "K003"),
    "a bleed box beyond the sheet": (PLAIN, put(first_page, "/BleedBox", Array([-9, -9, 600, 850])), "K003"),
    "a page that is cropped": (MARKED, put(first_page, "/CropBox", BOX), "K003"),
    "a page of another size": (MARKED, put(first_page, "/TrimBox", Array([0, 0, 590, 841.8898])), "P011"),
    "a page that is shown whole and cut elsewhere": (PLAIN, _cut_elsewhere, "P015"),
    "RGB black": (PLAIN, content(lambda data: data.replace(b"\n0 g\n", b"\n0 0 0 rg\n")), "K004"),
    "black of four inks": (PLAIN, before(b"1 1 1 1 k"), "K004"),
    "gray": (PLAIN, before(b"0.5 g"), "K004"),
    "a colour space by name": (PLAIN, before(b"/DeviceCMYK cs"), "K004"),
    "a colour space to use": (
        PLAIN,
        put(_resources, "/ColorSpace", Dictionary(spot=Array([Name.DeviceRGB]))),
        "K005",
    ),
    "transparency": (PLAIN, put(_state, "/ca", 0.5), "K006"),
    "a blend mode": (PLAIN, put(_state, "/BM", Name.Multiply), "K006"),
    "overprinting": (PLAIN, put(_state, "/OP", True), "K006"),
    "a transparency group": (PLAIN, put(first_page, "/Group", Dictionary(S=Name.Transparency)), "K006"),
    "no output intent": (PLAIN, drop(root, "/OutputIntents"), "K007"),
    "an output intent of PDF/A": (PLAIN, put(_intent, "/S", Name.GTS_PDFA1), "K007"),
    "two output intents": (PLAIN, _second_intent, "K007"),
    "no profile": (PLAIN, drop(_intent, "/DestOutputProfile"), "K007"),
    "no identifier of the condition": (PLAIN, drop(_intent, "/OutputConditionIdentifier"), "K007"),
    "no words for the condition": (PLAIN, drop(_intent, "/Info"), "K007"),
    "a profile of a monitor": (PLAIN, _profile(b"mntr", 12), "K007"),
    "a profile for RGB": (PLAIN, _profile(b"RGB ", 16), "K007"),
    "a profile that is none": (PLAIN, _profile(b"none", 36), "K007"),
    "a profile of another length": (PLAIN, _profile(b"\0\0\0\1", 0), "K007"),
    "another number of inks": (PLAIN, put(lambda pdf: _intent(pdf).DestOutputProfile, "/N", 4), "K007"),
    "not trapped and not untrapped": (PLAIN, drop(_info, "/Trapped"), "K008"),
    "no title": (PLAIN, drop(_info, "/Title"), "K008"),
    "no date": (PLAIN, drop(_info, "/CreationDate"), "K008"),
    "no date of change": (PLAIN, drop(_info, "/ModDate"), "K008"),
    "Trapped that is unknown": (PLAIN, xmp("Trapped>False", "Trapped>Unknown"), "K008"),
    "no identifier of the document": (PLAIN, xmp("xmpMM:DocumentID>uuid", "xmpMM:DocumentID>mine"), "K008"),
    "no version": (PLAIN, xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", ""), "K008"),
    "no rendition": (PLAIN, xmp("<xmpMM:RenditionClass>default</xmpMM:RenditionClass>", ""), "K008"),
    "another claim": (PLAIN, xmp("PDF/X-4", "PDF/X-5"), "X003"),
    "a claim that no profile has": (
        PLAIN,
        xmp("<dc:format>", "<v:GTS xmlns:v='http://www.npes.org/pdfvt/ns/id/'>PDF/VT-1</v:GTS><dc:format>"),
        "X003",
    ),
    "a back with something on it": (PLAIN, _drawn_on_the_back, "P018"),
    "a mark that is wider": (MARKED, content(lambda data: data.replace(b"0.25 w", b"0.5 w")), "U015"),
    "a mark in another place": (
        MARKED,
        content(lambda data: data.replace(b" l S", b" l 0 0 l S", 1)),
        "U015",
    ),
    "marks that are no artifact": (
        MARKED,
        content(lambda data: data.replace(b"/Artifact", b"/Span", 1)),
        "U015",
    ),
    "a line beside the marks": (MARKED, before(b"0 0 m 9 9 l S"), "U015"),
    "marks where none belong": (PLAIN, before(b"0 G 0.25 w 0 0 m 9 9 l S"), "U015"),
    "an annotation": (PLAIN, put(first_page, "/Annots", Array([])), "U014"),
    "an action": (PLAIN, put(root, "/OpenAction", Dictionary(S=Name.Named, N=Name.Print)), "U014"),
}


@pytest.mark.parametrize("alone", [False, True], ids=["against its source", "alone"])
@pytest.mark.parametrize("press", PRESSES)
def test_a_file_as_made_is_not_accused(
    press: Press, alone: bool, printed: dict[Press, bytes], document: Document
) -> None:
    report = pipeline.check(printed[press], "ru-1.print.pdf", None if alone else document)
    assert [check.name for check in report.checks if check.outcome is not Outcome.PASSED] == []
    assert report.checks[-1].name == "print"


@pytest.mark.parametrize("mutant", MUTANTS)
def test_each_demand_that_is_broken_is_found(mutant: str, printed: dict[Press, bytes]) -> None:
    press, change, code = MUTANTS[mutant]
    assert code in codes(changed(printed[press], change), None)


def test_another_version_of_pdf_is_found(printed: dict[Press, bytes]) -> None:
    assert "K001" in codes(printed[PLAIN].replace(b"%PDF-1.6", b"%PDF-1.7", 1), None)


def test_a_file_without_identifier_is_found(printed: dict[Press, bytes]) -> None:
    pdf = printed[PLAIN]
    at = pdf.rindex(b"/ID [")
    assert "K002" in codes(pdf[:at] + pdf[at:].replace(b"/ID [", b"/Xx [", 1), None)


def test_what_a_file_for_print_says_is_foreign_in_an_archival_one(document: Document) -> None:
    pdf = pipeline.typeset(document).pdf
    claims = xmp("<pdfaid:part>", "<pdf:Trapped>False</pdf:Trapped><pdfaid:part>")
    found = pipeline.check(changed(pdf, claims), "mutant.pdf", document).all_findings
    assert "X006" in {each.code for each in found}


@pytest.mark.parametrize("key", [key for key, profile in PROFILES.items() if not profile.pdfx])
def test_crop_marks_are_foreign_in_a_file_that_is_not_for_print(key: str, document: Document) -> None:
    edition = Edition(Use.ARCHIVE, PROFILES[key])
    pdf = changed(pipeline.typeset(document, edition).pdf, _marks_inside)
    assert "U015" in codes(pdf, None)


def test_an_output_intent_for_print_is_foreign_in_an_archival_file(document: Document) -> None:
    pdf = changed(pipeline.typeset(document).pdf, put(_intent, "/S", Name.GTS_PDFX))
    assert "U014" in codes(pdf, None)


def test_a_claim_of_both_is_none(printed: dict[Press, bytes]) -> None:
    claim = "<pdfaid:part xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>2</pdfaid:part>"
    both = xmp("<dc:format>", claim + "<dc:format>")
    assert "X003" in codes(changed(printed[PLAIN], both), None)


def test_the_same_source_gives_the_same_bytes(printed: dict[Press, bytes], document: Document) -> None:
    again = pipeline.typeset(document, Edition(Use.PRINT, PRINTING, MARKED)).pdf
    assert again == printed[MARKED]


def test_a_document_without_a_date_carries_a_day_that_is_none_and_says_so(document: Document) -> None:
    undated = replace(document, metadata=replace(document.metadata, date=None))
    made = pipeline.typeset(undated, Edition(Use.PRINT, PRINTING, PLAIN))
    assert "K020" in {found.code for found in made.findings}
    assert not pipeline.check(made.pdf, "undated.print.pdf", undated).failed
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert str(opened.trailer.Info.CreationDate) == "D:19700101"
        assert b"dc:date" not in opened.Root.Metadata.read_bytes()


def test_the_profile_of_a_press_is_taken_as_it_is(document: Document) -> None:
    ink = black_ink()
    space = ink.profile[:16] + b"CMYK" + ink.profile[20:]
    press = Press(intent=OutputIntent("The press", "The press of the printer", 4, space))
    pdf = pipeline.typeset(document, Edition(Use.PRINT, PRINTING, press)).pdf
    assert not pipeline.check(pdf, "ru-1.print.pdf", document).failed
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.Root.OutputIntents[0].DestOutputProfile.read_bytes() == space
        assert struct.unpack(">I", space[:4]) == (len(space),)
