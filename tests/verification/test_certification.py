"""A certificate states only what counts the same in the source and in the PDF."""

from dataclasses import replace

import pytest

from engross import verification
from engross.errors import Defect
from engross.model.certificate import Certificate, Versions
from engross.model.document import Document, HeadingLine, Paragraph, Requisite
from engross.verification.agreement import Verified
from tests.engrossing import FOUNDING


def said(document: Document, said: str, instead: str) -> Document:
    """Return ``document`` with the first ``said`` in its paragraphs replaced."""
    at = next(number for number, paragraph in enumerate(document.body) if said in paragraph.text)
    changed = replace(document.body[at], text=document.body[at].text.replace(said, instead, 1))
    return replace(document, body=(*document.body[:at], changed, *document.body[at + 1 :]))


def test_the_counts_are_those_of_the_source_file(certificate: Certificate) -> None:
    text, lines = " ".join(FOUNDING.text.split()), FOUNDING.lines
    assert certificate.text.characters == len(text)
    assert certificate.text.paragraphs == len(FOUNDING.paragraphs)
    assert certificate.source.heading_lines == FOUNDING.heading_lines
    assert certificate.pdf.pages == FOUNDING.pages
    assert {kind.name: kind.count for kind in certificate.text.dashes} == {
        "HYPHEN-MINUS": text.count("-"),
        "EN DASH": text.count("–"),
    }
    assert [kind.count for kind in certificate.source.folding.spaces] == [FOUNDING.text.count("\u00a0")]
    # Three of its lines go on the line before: the title is one heading of four lines.
    assert certificate.source.folding.line_ends == 3
    assert len(lines) == certificate.text.headings + certificate.text.paragraphs + 3


def test_the_line_ends_of_the_pdf_are_all_but_the_last_of_each_element(
    certificate: Certificate, statement: Document
) -> None:
    from engross import composition, typography
    from engross.resources import STYLES, TEMPLATES

    style = composition.load_style(statement.metadata.style, STYLES)
    composed = composition.compose(typography.refine(statement, hyphenation=True), style, templates=TEMPLATES)
    assert certificate.pdf.folding.line_ends == composed.html.count("\n</span>")


def test_the_fonts_are_those_that_the_file_has_glyphs_of(certificate: Certificate) -> None:
    assert [(font.name, font.file) for font in certificate.fonts] == [
        ("PT Serif", "PTF55F.ttf"),
        ("PT Serif Bold", "PTF75F.ttf"),
    ]


def test_every_version_is_known_but_that_of_a_prover_that_did_not_run(certificate: Certificate) -> None:
    versions = certificate.versions
    known = [getattr(versions, name) for name in Versions.__dataclass_fields__ if name != "verapdf"]
    assert all(version[0].isdigit() for version in known)
    assert versions.verapdf == ""


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda document: said(document, "безопасности", "безопасность"), id="a letter"),
        pytest.param(lambda document: said(document, "–", "—"), id="a dash"),
        pytest.param(lambda document: replace(document, body=document.body[1:]), id="a lost paragraph"),
        pytest.param(
            lambda document: replace(document, body=(*document.body, Paragraph("", 99))), id="an empty one"
        ),
        pytest.param(
            lambda document: replace(
                document, heading=(*document.heading, HeadingLine(Requisite.PLACE, "", 7))
            ),
            id="a heading",
        ),
    ],
)
def test_what_does_not_count_the_same_is_not_certified(
    changed: object, statement: Document, verified: Verified, certificate: Certificate
) -> None:
    assert callable(changed)
    with pytest.raises(Defect) as raised:
        verification.certify(verified.account, changed(statement), verified.report, certificate.versions)
    assert [found.code for found in raised.value.findings] == ["V090"]
    assert raised.value.findings[0].particulars["counts"]
