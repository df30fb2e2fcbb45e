"""Files of PDF 2.0: what they have in a form of its own is exactly that, and foreign in all other files."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from engross import pipeline, reading
from engross.model.document import Document
from engross.model.edition import Edition, Use
from engross.model.profile import PROFILES
from tests.engrossing import TEXTS
from tests.verification import samples
from tests.verification.changes import Change, PdfObject, both, drop, put, top, with_role, xmp

PROFILE = PROFILES["pdfa-4f-ua2"]
DOCUMENT = reading.read(*reading.discover([TEXTS / "markdown-1.md"]))


@pytest.fixture(scope="module")
def good() -> bytes:
    """Give a file with headings, lists and a quotation."""
    return pipeline.typeset(DOCUMENT, Edition(Use.ARCHIVE, PROFILE)).pdf


def codes(pdf: bytes, document: Document | None = None) -> set[str]:
    return {found.code for found in pipeline.check(pdf, "a.pdf", document).errors}


def bookmark(pdf: pikepdf.Pdf) -> PdfObject:
    """Return the first bookmark below the first, which is the title of all."""
    return pdf.Root.Outlines.First.First


def action(pdf: pikepdf.Pdf) -> PdfObject:
    return bookmark(pdf).A


def space(pdf: pikepdf.Pdf) -> PdfObject:
    return pdf.Root.StructTreeRoot.Namespaces[0]


def _led_to(where: Callable[[pikepdf.Pdf], PdfObject]) -> Change:
    """Return a change after which a bookmark leads to the element ``where``, and to its page."""

    def change(pdf: pikepdf.Pdf) -> None:
        target = where(pdf)
        action(pdf).SD[0] = target
        action(pdf).D[0] = target.Pg

    return change


def _without_inner(pdf: pikepdf.Pdf) -> None:
    """Let a Div hold its text itself, as in PDF 1.7."""
    around = with_role("Div")(pdf)
    inner = around.K[0]
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = Array(
        around if each.objgen == inner.objgen else each for each in pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    )
    around.K, around.Pg = inner.K, inner.Pg


def _two_in_one(pdf: pikepdf.Pdf) -> None:
    """Put what two Div hold into one."""
    one, other = with_role("Div")(pdf), with_role("Div", 1)(pdf)
    one.K.append(other.K[0])
    other.K[0].P = one
    top(pdf).K = Array(kid for kid in top(pdf).K if kid.objgen != other.objgen)


def _quotation(pdf: pikepdf.Pdf) -> PdfObject:
    return with_role("BlockQuote")(pdf)


def _foreign_space(pdf: pikepdf.Pdf) -> None:
    made = Dictionary(Type=Name.Namespace, NS="http://www.w3.org/1998/Math/MathML")
    with_role("P")(pdf).NS = pdf.make_indirect(made)


_URI = "<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>"
_ITEM = f'<rdf:li rdf:parseType="Resource">{_URI}</rdf:li>'
_FORMAT = "<dc:format>"
_REUSE = _ITEM.replace("accessibility", "reuse")
FORMS = {
    "a type of no namespace": drop(with_role("P"), "/NS"),
    "a type of another namespace": _foreign_space,
    "a type that PDF 2.0 left out in its namespace": lambda pdf: put(_quotation, "/NS", space(pdf))(pdf),
    "another namespace for all": put(space, "/NS", "http://iso.org/pdf/ssn"),
    "a namespace with a role map": put(space, "/RoleMapNS", Dictionary(P=Name.H1)),
    "a namespace with a schema": put(space, "/Schema", "Иное"),
    "no list of namespaces": drop(lambda pdf: pdf.Root.StructTreeRoot, "/Namespaces"),
    "a second namespace": lambda pdf: pdf.Root.StructTreeRoot.Namespaces.append(space(pdf)),
    "a Div that holds text": _without_inner,
    "a Div with two paragraphs": _two_in_one,
    "a bookmark to a place alone": both(
        lambda pdf: put(bookmark, "/Dest", action(pdf).D)(pdf), drop(bookmark, "/A")
    ),
    "an action to a place alone": drop(action, "/SD"),
    "an action to an element alone": drop(action, "/D"),
    "an action that goes on": put(action, "/Next", Dictionary(S=Name.URI, URI="about:blank")),
    "an action of another kind": put(action, "/S", Name.URI),
    "a bookmark to another heading": _led_to(with_role("H2", 1)),
    "a bookmark to a paragraph": _led_to(with_role("P")),
    "a place on another page": lambda pdf: put(lambda _: action(pdf).D, 0, pdf.pages[-1].obj)(pdf),  # type: ignore[arg-type]
    "another place on the page": lambda pdf: action(pdf).D.__setitem__(3, 7),
    "an Info dictionary": lambda pdf: pdf.trailer.__setitem__("/Info", Dictionary(Title="Иное")),
}
CLAIMS = {
    "no year of PDF/A": xmp("<pdfaid:rev>2020</pdfaid:rev>", ""),
    "another year of PDF/A": xmp("<pdfaid:rev>2020", "<pdfaid:rev>2021"),
    "another year of PDF/UA": xmp("<pdfuaid:rev>2024", "<pdfuaid:rev>2023"),
    "another level of PDF/A": xmp("<pdfaid:conformance>F", "<pdfaid:conformance>E"),
    "the first part of PDF/UA": xmp("<pdfuaid:part>2", "<pdfuaid:part>1"),
    "no declaration": xmp(_ITEM, ""),
    "another declaration": xmp(_ITEM, _REUSE),
    "a further declaration": xmp(_ITEM, _ITEM + _REUSE),
    "the declaration twice": xmp(_ITEM, _ITEM + _ITEM),
    "a declaration with who made it": xmp(_URI, _URI + "<pdfd:claimBy>Иное</pdfd:claimBy>"),
    "a declaration with who made it, as an attribute": xmp(
        _ITEM, _ITEM.replace("<pdfd:conformsTo>", '<pdfd:conformsTo pdfd:by="Иное">')
    ),
}


def test_the_good_file_passes_with_its_source_and_without(good: bytes) -> None:
    assert not codes(good, DOCUMENT)
    assert not codes(good)
    assert pipeline.check(good, "a.pdf").profile == PROFILE.name


@pytest.mark.parametrize("mutant", FORMS)
def test_another_form_is_found(mutant: str, good: bytes) -> None:
    changed = samples.changed(good, FORMS[mutant])
    assert "U014" in codes(changed, DOCUMENT)
    assert "U014" in codes(changed)


@pytest.mark.parametrize("mutant", CLAIMS)
def test_another_claim_is_found(mutant: str, good: bytes) -> None:
    changed = samples.changed(good, CLAIMS[mutant])
    assert "X003" in codes(changed, DOCUMENT)
    assert "X003" in codes(changed)


@pytest.mark.parametrize(
    "claim",
    [
        "<pdfaid:rev>2020</pdfaid:rev>",
        "<pdfuaid:rev>2024</pdfuaid:rev>",
        f'<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>{_ITEM}</rdf:Bag></pdfd:declarations>',
        '<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"/>',
    ],
)
def test_what_pdf_2_claims_is_foreign_in_other_files(claim: str) -> None:
    changed = samples.changed(pipeline.typeset(DOCUMENT).pdf, xmp(_FORMAT, claim + _FORMAT))
    assert "X003" in codes(changed)


def test_namespaces_are_foreign_in_other_files() -> None:
    def named(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_indirect(Dictionary(Type=Name.Namespace, NS="http://iso.org/pdf2/ssn"))
        with_role("P")(pdf).NS = made

    assert "U014" in codes(samples.changed(pipeline.typeset(DOCUMENT).pdf, named))
