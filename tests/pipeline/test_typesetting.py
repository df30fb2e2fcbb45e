"""The pipeline: a document is laid out once, and again only where pages are not as they were chosen."""

from dataclasses import replace

import pytest

from engross import composition, layout, pipeline, reading
from engross.model.document import Document
from tests.engrossing import FOUNDING, SAMPLES


def _document(name: str) -> Document:
    (sample,) = [sample for sample in SAMPLES if sample.name == name]
    return reading.read(*reading.discover([sample.source]))


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML of every document that is laid out."""
    htmls: list[str] = []
    lay_out = layout.lay_out

    def recorded(html: str, *rest: object) -> layout.Pages:
        htmls.append(html)
        return lay_out(html, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(layout, "lay_out", recorded)
    return htmls


@pytest.mark.parametrize("name", [sample.name for sample in SAMPLES])
def test_a_document_is_laid_out_once(name: str, layouts: list[str]) -> None:
    typeset = pipeline.typeset(_document(name))
    assert len(layouts) == 1
    assert not [found for found in typeset.findings if found.code.startswith("L")]


def test_pages_other_than_chosen_are_told_and_the_text_is_not_touched(
    layouts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_style = composition.load_style
    # More rows than there are: each page overflows.
    monkeypatch.setattr(composition, "load_style", lambda *which: replace(load_style(*which), rows=43))
    document = _document(FOUNDING.name)
    typeset = pipeline.typeset(document)
    assert len(layouts) == 2
    assert "data-page" not in layouts[1]
    assert "L027" in [found.code for found in typeset.findings]
    report = pipeline.check(typeset.pdf, "x.pdf", document, typeset.findings)
    assert not report.failed


def test_a_heading_longer_than_a_page_is_told(layouts: list[str]) -> None:
    document = _document(FOUNDING.name)
    title = document.heading[1]
    document = replace(document, heading=(document.heading[0], *[title] * 50, *document.heading[1:]))
    typeset = pipeline.typeset(document)
    assert len(layouts) == 2
    assert [found.code for found in typeset.findings if found.code.startswith("L")] == ["L027"]
