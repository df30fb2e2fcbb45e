"""A wrong text, typeset by the whole product, is caught by every extractor and by ``engross verify``."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engross.cli import main
from tests.conftest import RequireTool
from tests.engrossing import FOUNDING
from tests.extractors import EXTRACTORS, Extractor, assert_same_text


def replaced(old: str, new: str) -> Callable[[str], str]:
    """Return the change of the first ``old`` in the body to ``new``."""

    def change(text: str) -> str:
        at = text.index(old, text.index("Министры иностранных"))
        return text[:at] + new + text[at + len(old) :]

    return change


def swapped(text: str) -> str:
    *rest, one, other, last = text.split("\n\n")
    return "\n\n".join([*rest, other, one, last])


LINE = "угрожающих международной безопасности"
MUTANTS: Mapping[str, Callable[[str], str]] = {
    "a dropped letter": replaced("озабоченность", "озабоченость"),
    "an en dash became an em dash": replaced("–", "—"),
    "е became ё": replaced("молодежи", "молодёжи"),
    "a lost line": replaced(f", {LINE}", ""),
    "a repeated line": replaced(LINE, f"{LINE} {LINE}"),
    "Latin c for Cyrillic с": replaced("стабильности", "cтабильности"),
    "swapped paragraphs": swapped,
    "a lost paragraph": lambda text: "\n\n".join(text.split("\n\n")[:-1]),
    "a hyphen for a dash": replaced("–", "-"),
    "a lost space": replaced("в данной", "вданной"),
}


@pytest.fixture(scope="session")
def mutated(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The PDFs of the mutants, built in one run from sources that say what they say."""
    folder = tmp_path_factory.mktemp("mutants")
    names = {mutant: f"mutant-{number}" for number, mutant in enumerate(MUTANTS)}
    for mutant, change in MUTANTS.items():
        text = change(FOUNDING.text)
        assert text != FOUNDING.text
        (folder / f"{names[mutant]}.txt").write_text(text, encoding="utf-8")
    assert main(["build", "--no-verapdf", "-o", str(folder / "out"), str(folder)]) == 0
    return {mutant: folder / "out" / f"{name}.pdf" for mutant, name in names.items()}


@pytest.mark.parametrize("mutant", MUTANTS)
@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_each_extractor_shows_that_the_text_is_wrong(
    extractor: Extractor, mutant: str, mutated: Mapping[str, Path], require_tool: RequireTool
) -> None:
    if extractor.program:
        require_tool(extractor.program)
    with pytest.raises(AssertionError, match="the texts part at"):
        assert_same_text(FOUNDING.text, extractor.extract(mutated[mutant]), extractor.quirks)


@pytest.mark.parametrize("mutant", MUTANTS)
def test_verify_against_the_source_ends_with_1_and_says_where(
    mutant: str, mutated: Mapping[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["verify", "--no-verapdf", "--source", str(FOUNDING.source), str(mutated[mutant])])
    said = capsys.readouterr().out
    assert code == 1
    assert "text by the structure tree  failed" in said
    assert "text by PDFium              failed" in said
    assert ".txt:" in said


def test_verify_against_its_own_source_ends_with_0(mutated: Mapping[str, Path]) -> None:
    for pdf in mutated.values():
        source = pdf.parent.parent / f"{pdf.stem}.txt"
        assert main(["verify", "--no-verapdf", "--source", str(source), str(pdf)]) == 0
