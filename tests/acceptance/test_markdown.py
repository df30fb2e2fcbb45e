"""A document in Markdown, built as users build it: what is set off, headings of parts, hard line ends."""

from pathlib import Path

import pikepdf
import pytest

from engross.cli import main
from engross.model.document import Document
from engross.reading import discover, read
from tests.acceptance.measure import Measured
from tests.conftest import RequireTool
from tests.engrossing import FOUNDING, TEXTS, engross
from tests.extractors import EXTRACTORS, Extractor, assert_same_text

SOURCE = TEXTS / "markdown-1.md"
LEADING = 18.2


@pytest.fixture(scope="module")
def document() -> Document:
    """The document as it is read."""
    return read(discover([SOURCE])[0])


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """The PDF that is made of it."""
    output = tmp_path_factory.mktemp("markdown")
    assert main(["build", "--no-verapdf", "-o", str(output), str(SOURCE)]) == 0
    return Measured(output / "markdown-1.pdf")


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_the_text_without_its_markup_is_what_each_extractor_reads(
    extractor: Extractor, measured: Measured, document: Document, require_tool: RequireTool
) -> None:
    if extractor.program:
        require_tool(extractor.program)
    assert_same_text(document.text, extractor.extract(measured.path), extractor.quirks)


def test_both_standards_pass(tmp_path: Path, require_tool: RequireTool) -> None:
    require_tool("verapdf")
    done = engross("build", "-o", tmp_path, SOURCE)
    assert done.returncode == 0, done.stdout
    assert "2a passed, ua1 passed" in done.stdout


def test_all_lines_stand_on_one_grid(measured: Measured) -> None:
    first = measured.lines[0].baseline
    rows = [(first - line.baseline) / LEADING for line in measured.lines]
    assert rows == pytest.approx([round(row) for row in rows], abs=0.01)


def test_headings_of_parts_are_in_the_outline_under_the_title(measured: Measured, document: Document) -> None:
    with pikepdf.open(measured.path) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        parts = [(part.title, [inner.title for inner in part.children]) for part in title.children]
    levels = [(part.level, part.text) for part in document.body if part.level]
    assert [(2, name) for name, _ in parts] == [each for each in levels if each[0] == 2]
    assert [(3, name) for _, inner in parts for name in inner] == [each for each in levels if each[0] == 3]


def test_lint_and_diff_take_it(measured: Measured) -> None:
    assert engross("lint", SOURCE).returncode == 0
    assert engross("diff", SOURCE, measured.path).returncode == 0


def test_what_is_plain_gives_the_bytes_that_a_plain_text_gives(tmp_path: Path) -> None:
    text = "\n\n".join(FOUNDING.lines)
    for suffix in ("txt", "md"):
        source = tmp_path / suffix / f"statement.{suffix}"
        source.parent.mkdir()
        source.write_text(text, encoding="utf-8")
        assert main(["build", "--no-verapdf", "-o", str(tmp_path / suffix), str(source)]) == 0
    plain, marked = (tmp_path / suffix / "statement.pdf" for suffix in ("txt", "md"))
    assert plain.read_bytes() == marked.read_bytes()
