"""Each kind of damage to a good file is found, by the code that names it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from engross.findings import claims, fonts, verification
from engross.model.profile import ARCHIVAL
from engross.model.report import Report
from engross.model.style import Style
from engross.verification import cmap
from tests.verification import samples

Change = Callable[[pikepdf.Pdf], None]
FIRST_TEXT = b"/Span\n<</MCID 0>>\nBDC"


def report(pdf: bytes, *, style: Style = samples.STYLE) -> Report:
    return samples.verify(pdf, name="sample.pdf", document=samples.document(), profile=ARCHIVAL, style=style)


def codes(pdf: bytes) -> set[str]:
    return {finding.code for finding in report(pdf).all_findings}


def root(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.Root)


def top(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(samples.structure(pdf).K[0])


def page(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.pages[0].obj)


def font(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(samples.font(pdf))


def descendant(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(samples.font(pdf).DescendantFonts[0])


def put(key: str, value: object) -> Callable[[Any], None]:
    return lambda target: target.__setitem__(key, value)


def drop(key: str) -> Callable[[Any], None]:
    return lambda target: target.__delitem__(key)


def xmp(old: str, new: str) -> Change:
    return lambda pdf: samples.replace_in(pdf.Root.Metadata, old.encode(), new.encode())


def dated(in_info: str, in_xmp: str) -> Change:
    """Return a change that gives the file a date of change in both places."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.ModDate = in_info
        namespace = 'xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        xmp('pdf:Producer="', f'{namespace} xmp:ModifyDate="{in_xmp}" pdf:Producer="')(pdf)

    return change


def added(element: str) -> Change:
    return xmp("</rdf:Description>\n</rdf:RDF>", element + "</rdf:Description>\n</rdf:RDF>")


def to_unicode(old: bytes, new: bytes) -> Change:
    return lambda pdf: samples.replace_in(samples.font(pdf).ToUnicode, old, new)


def add_element(role: str, position: int = 0) -> Change:
    return lambda pdf: samples.add_element(pdf, role, position)


def first_kid(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(samples.structure(pdf).K[0].K[0])


def before_text(drawn: bytes, number: int = 0) -> Change:
    """Return a change that draws before the first text of the page."""
    return samples.change_content(b"BT", drawn + b" BT", number)


def artifact(shown: str, number: int = 0, *, rise: int = 300) -> Change:
    """Return a change that adds ``shown`` as an artifact, ``rise`` points from the foot of the page."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream: Any = pdf.pages[number].obj.Contents
        (name,) = pdf.pages[number].resources.Font.keys()
        codes = {text: code for code, text in cmap.parse(samples.font(pdf).ToUnicode.read_bytes()).items()}
        shown_codes = "".join(f"{codes[character]:04x}" for character in shown)
        text = f"q /Artifact BMC BT 1 0 0 1 100 {rise} Tm {name} 12 Tf <{shown_codes}> Tj ET EMC Q\n"
        # A fresh matrix first: the page's own, which turns it upside down, comes after.
        stream.write(text.encode() + stream.read_bytes())

    return change


def unnumbered(pdf: pikepdf.Pdf, then: Change) -> None:
    """Take the number of page 2 away before the change ``then``."""
    stream: Any = pdf.pages[1].obj.Contents
    content = re.sub(rb"/Artifact\b.*?EMC", b"", stream.read_bytes(), flags=re.DOTALL)
    stream.write(content)
    then(pdf)


def swapped(pdf: pikepdf.Pdf) -> None:
    """Let the first two lines of the page change their places."""
    stream: Any = pdf.pages[0].obj.Contents
    content = stream.read_bytes()
    first, second = re.findall(rb"1 0 0 -1 [\d. ]+ Tm", content)[:2]
    stream.write(content.replace(first, b"?").replace(second, first).replace(b"?", second))


def renumbered(pdf: pikepdf.Pdf) -> None:
    unnumbered(pdf, artifact("7", 1, rise=820))


def stamp(pdf: pikepdf.Pdf) -> None:
    appearance = pdf.make_stream(b"BT (X) Tj ET", Subtype=pikepdf.Name.Form, BBox=[0, 0, 99, 99])
    annotation = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=[0, 0, 99, 99],
        AP=pikepdf.Dictionary(N=appearance),
    )
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(annotation)])


def draw_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    pdf.pages[0].resources.XObject.F = form
    samples.change_content(b"BT", b"/F Do BT")(pdf)


def graphics_state(key: str, value: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        (state, *_) = pdf.pages[0].resources.ExtGState.values()
        put(key, value)(state)

    return change


def bookmark(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.Root.Outlines.First)


ENTRIES = (*verification.ENTRIES, *fonts.ENTRIES, *claims.ENTRIES)
URI = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="about:blank")
SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
DAMAGE: dict[str, tuple[str, Change]] = {
    "no structure tree": ("U001", root(drop("/StructTreeRoot"))),
    "not marked as tagged": ("U001", root(put("/MarkInfo", pikepdf.Dictionary(Marked=False)))),
    "another root of the tree": ("U002", top(put("/S", pikepdf.Name.Sect))),
    "two H1": ("U003", lambda pdf: put("/S", pikepdf.Name.H1)(samples.element(pdf, "Div"))),
    "no H1": ("U003", first_kid(put("/S", pikepdf.Name.P))),
    "the H1 not first": ("U004", lambda pdf: samples.move_first(pdf, 3)),
    "a skipped heading level": ("U005", lambda pdf: put("/S", pikepdf.Name.H3)(samples.element(pdf, "Div"))),
    "an empty element": ("U006", add_element("Span", 1)),
    "untagged text": ("U007", samples.change_content(FIRST_TEXT, b"/Span BMC")),
    "an untagged line": ("U007", samples.change_content(FIRST_TEXT, b"0 0 m 9 9 l S\n" + FIRST_TEXT)),
    "text as an artifact inside the tree": (
        "U008",
        samples.change_content(FIRST_TEXT, FIRST_TEXT.replace(b"Span", b"Artifact")),
    ),
    "content twice in the tree": ("U009", first_kid(lambda element: element.K.append(element.K[0]))),
    "content outside the tree": ("U010", first_kid(lambda element: element.K.pop())),
    "a mark without content": (
        "U011",
        first_kid(lambda element: element.K.append(999)),
    ),
    "a ParentTree of another file": ("U012", lambda pdf: samples.structure(pdf).ParentTree.Nums[1].reverse()),
    "no ParentTree": ("U012", lambda pdf: drop("/ParentTree")(samples.structure(pdf))),
    "a sentence as an artifact": ("U013", artifact("Каждое слово")),
    "a page number on page 1": ("U013", artifact("1", rise=820)),
    "more than the number in the margin": ("U013", artifact("5", 1, rise=820)),
    "the number of another page": ("U013", renumbered),
    "a page number among the text": ("U013", lambda pdf: unnumbered(pdf, artifact("2", 1))),
    "a stamp": ("U014", stamp),
    "an action on opening": ("U014", root(put("/OpenAction", URI))),
    "an action of the file": ("U014", root(put("/AA", pikepdf.Dictionary(WP=SCRIPT)))),
    "an action of a page": ("U014", page(put("/AA", pikepdf.Dictionary(O=SCRIPT)))),
    "an action of a bookmark": ("U014", bookmark(put("/A", URI))),
    "a bookmark that is no heading": ("U014", bookmark(put("/Title", "другой"))),
    "a script": ("U014", root(put("/Names", pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())))),
    "an attachment": ("U014", root(put("/Names", pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary())))),
    "layers": ("U014", root(put("/OCProperties", pikepdf.Dictionary()))),
    "a form": ("U014", root(put("/AcroForm", pikepdf.Dictionary()))),
    "a description in the place of text": ("U014", lambda pdf: put("/Alt", "x")(samples.element(pdf, "P"))),
    "a white rectangle as an artifact": (
        "U015",
        samples.change_content(FIRST_TEXT, b"/Artifact BMC 1 g 0 0 400 400 re f EMC " + FIRST_TEXT),
    ),
    "a rectangle inside tagged text": ("U015", before_text(b"0 0 400 400 re f")),
    "an inline image": ("U015", before_text(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")),
    "a form XObject": ("U015", draw_form),
    "a clip": ("U015", before_text(b"0 0 9 9 re W n")),
    "another colour space": ("U015", before_text(b"/DeviceGray cs 0 sc")),
    "replacement text in the page": (
        "U015",
        samples.change_content(b"<</MCID 0>>", b"<</MCID 0 /ActualText (x)>>"),
    ),
    "a soft mask": ("U015", graphics_state("/SMask", pikepdf.Dictionary(S=pikepdf.Name.Alpha))),
    "a font by the graphics state": ("U015", graphics_state("/Font", pikepdf.Array([pikepdf.Name.F, 9]))),
    "a font that is not embedded": (
        "F001",
        descendant(lambda cid: drop("/FontFile2")(cid.FontDescriptor)),
    ),
    "a whole font": ("F002", font(put("/BaseFont", pikepdf.Name("/PT-Serif")))),
    "a font of another family": ("F003", font(put("/BaseFont", pikepdf.Name("/ABCDEF+DejaVu-Serif")))),
    "a font of a longer name": ("F003", font(put("/BaseFont", pikepdf.Name("/ABCDEF+PT-Serif-Caption")))),
    "no ToUnicode": ("F004", font(drop("/ToUnicode"))),
    "a code without text": ("F004", to_unicode(b"<0430>", b"<fffd>")),
    "a Type 3 font": ("F005", font(put("/Subtype", pikepdf.Name.Type3))),
    "the missing-glyph box": (
        "F006",
        lambda pdf: put("/CIDToGIDMap", pdf.make_stream(b""))(samples.font(pdf).DescendantFonts[0]),
    ),
    "another page size": ("P011", page(put("/MediaBox", [0, 0, 612, 792]))),
    "a page a quarter of a millimetre short": ("P011", page(put("/MediaBox", [0, 0, 595.28, 841.2]))),
    "no TrimBox": ("P012", page(drop("/TrimBox"))),
    "a TrimBox beyond the page": ("P013", page(put("/TrimBox", [0, 0, 600, 842]))),
    "an empty TrimBox": ("P013", page(put("/TrimBox", [300, 300, 200, 400]))),
    "a turned page": ("P014", page(put("/Rotate", 90))),
    "text beyond the page": ("P015", samples.change_content(b"BT\n1 0 0 -1 ", b"BT\n1 0 0 -1 9")),
    "text that is not painted": ("P016", samples.change_content(b"BT", b"3 Tr BT")),
    "text beyond the crop": ("P015", page(put("/CropBox", [0, 0, 595, 400]))),
    "white text": ("P016", before_text(b"1 1 1 rg")),
    "grey text": ("P016", before_text(b"0.5 g")),
    "red text": ("P016", before_text(b"1 0 0 rg")),
    "transparent text": ("P016", graphics_state("/ca", 0.5)),
    "tiny text": ("P016", samples.change_content(b" 18.666016 Tf", b" 1 Tf")),
    "text pressed flat": ("P016", before_text(b"1 Tz")),
    "text drawn wider": ("P021", before_text(b"101 Tz")),
    "words in another place": ("P017", swapped),
    "letters in another place": ("U015", samples.change_content(b">0<", b">1500<")),
    "mirrored text": ("P016", samples.change_content(b"BT\n1 0 0 -1 ", b"BT\n-1 0 0 -1 ")),
    "no XMP": ("X001", root(drop("/Metadata"))),
    "broken XMP": ("X001", xmp("</rdf:RDF>", "")),
    "a second description of another kind in XMP": (
        "X001",
        xmp("</rdf:RDF>", "<v:It xmlns:v='urn:v' rdf:about=''><v:title>Иное</v:title></v:It></rdf:RDF>"),
    ),
    "a description of something else in XMP": ("X001", xmp('rdf:about=""', 'rdf:about="urn:v"')),
    "text outside the RDF in XMP": ("X001", xmp("</rdf:RDF>", "</rdf:RDF>Иное")),
    "text beside a list in XMP": ("X001", xmp("<dc:title>", "<dc:title>Иное")),
    "an element beside a list in XMP": (
        "X001",
        xmp("<dc:title>", "<dc:title><v:o xmlns:v='urn:v'>Иное</v:o>"),
    ),
    "an element within a text in XMP": ("X001", xmp("<rdf:li>ru<", "<rdf:li>ru<v:o xmlns:v='urn:v'/><")),
    "a second list in XMP": ("X001", xmp("<dc:title>", "<dc:title><rdf:Bag/>")),
    "entities in XMP": ("X001", xmp("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta')),
    "two rdf:RDF": ("X002", xmp("</rdf:RDF>", '</rdf:RDF><r:RDF xmlns:r="' + samples.RDF + '"/>')),
    "another part of PDF/A": ("X003", xmp('pdfaid:part="2"', 'pdfaid:part="3"')),
    "a lower conformance": ("X003", xmp('conformance="A"', 'conformance="B"')),
    "no PDF/UA": ("X003", xmp('pdfuaid:part="1"', "")),
    "no language": ("X004", root(drop("/Lang"))),
    "the file name as the title of the window": ("X004", root(drop("/ViewerPreferences"))),
    "another title in Info": ("X005", lambda pdf: put("/Title", "другой")(pdf.trailer.Info)),
    "a date in Info only": ("X005", lambda pdf: put("/ModDate", "D:20170717120000Z")(pdf.trailer.Info)),
    "rubbish after a date": ("X005", dated("D:20170717120000Z, or not", "2017-07-17T12:00:00Z")),
    "a key that only Info has": ("X005", lambda pdf: put("/Secret", "x")(pdf.trailer.Info)),
    "an author that the document has not": (
        "X006",
        added("<dc:creator><rdf:Seq><rdf:li>X</rdf:li></rdf:Seq></dc:creator>"),
    ),
    "an identifier that the document has not": ("X006", added("<dc:identifier>X</dc:identifier>")),
    "a property that no document has": ("X006", added("<dc:publisher>X</dc:publisher>")),
    "another kind": ("X006", xmp(">statement<", ">order<")),
    "a second title": ("X006", added("<dc:title>другой</dc:title>")),
    "another title in XMP": ("X006", xmp(samples.TITLE, "Тестовый дoкумент")),
    "a soft hyphen in the title": ("X006", xmp(samples.TITLE, "Тесто\u00adвый документ")),
    "another language in XMP": ("X006", xmp("<rdf:li>ru<", "<rdf:li>uk<")),
}
ALONE = {"U013", "U014", "U015", "P015", "P016", "P017"}
UNREADABLE = {f"P{number:03}" for number in range(1, 7)}
ELSEWHERE = {
    "X007",
    "P007",
    "P010",
    "P018",
    "F007",
    "F009",
    "F010",
    "P019",
    "P020",
    *(entry.code for entry in ENTRIES if entry.code[0] in "TC"),
}


def test_the_good_file_passes() -> None:
    assert not codes(samples.typeset())


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(damage: str) -> None:
    code, change = DAMAGE[damage]
    assert code in codes(samples.changed(samples.typeset(), change))


def test_a_number_above_the_text_is_no_damage() -> None:
    anew = samples.changed(samples.typeset(), lambda pdf: unnumbered(pdf, artifact("2", 1, rise=820)))
    assert not codes(anew)


@pytest.mark.parametrize("damage", [name for name, (code, _) in DAMAGE.items() if code in ALONE])
def test_what_is_too_much_or_hidden_is_found_without_a_source(damage: str) -> None:
    code, change = DAMAGE[damage]
    pdf = samples.changed(samples.typeset(), change)
    alone = samples.verify(pdf, name="sample.pdf", document=None, profile=ARCHIVAL, style=samples.STYLE)
    assert code in {finding.code for finding in alone.all_findings}


def test_a_bookmark_may_be_the_title_of_the_metadata() -> None:
    assert not codes(samples.changed(samples.typeset(), bookmark(put("/Title", samples.TITLE))))


def test_a_file_alone_may_be_of_a_text_without_a_heading() -> None:
    def without(pdf: pikepdf.Pdf) -> None:
        first_kid(put("/S", pikepdf.Name.P))(pdf)
        del pdf.Root.Outlines

    pdf = samples.changed(samples.typeset(), without)
    assert not samples.verify(
        pdf, name="sample.pdf", document=None, profile=ARCHIVAL, style=samples.STYLE
    ).all_findings


def test_every_code_has_a_case() -> None:
    covered = {code for code, _ in DAMAGE.values()} | UNREADABLE | ELSEWHERE
    assert covered == {entry.code for entry in ENTRIES}


@pytest.mark.parametrize("family", ["PT Serif", "pt-serif", "PTSerif"])
def test_the_spelling_of_a_family_does_not_matter(family: str) -> None:
    assert not report(samples.typeset(), style=replace(samples.STYLE, families=frozenset({family}))).failed


def test_messages_and_hints_of_all_findings_can_be_told() -> None:
    for code, change in DAMAGE.values():
        for finding in report(samples.changed(samples.typeset(), change)).all_findings:
            assert finding.message, code
            assert finding.hint, code
