"""Each kind of damage to a good file is found, by the code that names it."""

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from engross.findings.verification import ENTRIES
from engross.model.profile import ARCHIVAL
from engross.model.report import Report
from engross.verification import verify
from tests.verification import samples

Change = Callable[[pikepdf.Pdf], None]
FIRST_TEXT = b"/Span\n<</MCID 0>>\nBDC"


def report(pdf: bytes, *, families: frozenset[str] = samples.FAMILIES) -> Report:
    return verify(pdf, name="sample.pdf", document=samples.document(), profile=ARCHIVAL, fonts=families)


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


def to_unicode(old: bytes, new: bytes) -> Change:
    return lambda pdf: samples.replace_in(samples.font(pdf).ToUnicode, old, new)


def add_element(role: str, position: int = 0) -> Change:
    return lambda pdf: samples.add_element(pdf, role, position)


def first_kid(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(samples.structure(pdf).K[0].K[0])


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
    "no XMP": ("X001", root(drop("/Metadata"))),
    "broken XMP": ("X001", xmp("</rdf:RDF>", "")),
    "entities in XMP": ("X001", xmp("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta')),
    "two rdf:RDF": ("X002", xmp("</rdf:RDF>", '</rdf:RDF><r:RDF xmlns:r="' + samples.RDF + '"/>')),
    "another part of PDF/A": ("X003", xmp('pdfaid:part="2"', 'pdfaid:part="3"')),
    "a lower conformance": ("X003", xmp('conformance="A"', 'conformance="B"')),
    "no PDF/UA": ("X003", xmp('pdfuaid:part="1"', "")),
    "no language": ("X004", root(drop("/Lang"))),
    "the file name as the title of the window": ("X004", root(drop("/ViewerPreferences"))),
    "another title in Info": ("X005", lambda pdf: put("/Title", "другой")(pdf.trailer.Info)),
    "a date in Info only": ("X005", lambda pdf: put("/ModDate", "D:20170717120000Z")(pdf.trailer.Info)),
    "another title in XMP": ("X006", xmp(samples.TITLE, "Тестовый дoкумент")),
    "a soft hyphen in the title": ("X006", xmp(samples.TITLE, "Тесто\u00adвый документ")),
    "another language in XMP": ("X006", xmp("<rdf:li>ru<", "<rdf:li>uk<")),
}
UNREADABLE = {"P001", "P002", "P003"}
ELSEWHERE = {"P010", "F007", "F008", *(entry.code for entry in ENTRIES if entry.code[0] in "TC")}


def test_the_good_file_passes() -> None:
    assert not codes(samples.typeset())


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(damage: str) -> None:
    code, change = DAMAGE[damage]
    assert code in codes(samples.changed(samples.typeset(), change))


def test_every_code_has_a_case() -> None:
    covered = {code for code, _ in DAMAGE.values()} | UNREADABLE | ELSEWHERE
    assert covered == {entry.code for entry in ENTRIES}


@pytest.mark.parametrize("family", ["PT Serif", "pt-serif", "PTSerif"])
def test_the_spelling_of_a_family_does_not_matter(family: str) -> None:
    assert not report(samples.typeset(), families=frozenset({family})).failed


def test_messages_and_hints_of_all_findings_can_be_told() -> None:
    for code, change in DAMAGE.values():
        for finding in report(samples.changed(samples.typeset(), change)).all_findings:
            assert finding.message, code
            assert finding.hint, code
