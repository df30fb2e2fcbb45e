"""Sources in an empty current folder, and the command line called in this process."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from engross.cli import main

TEXT = """\
ЗАЯВЛЕНИЕ
участников совещания государственных архивов
о сохранности электронных документов

17 июля 2017 года
город Минск

Участники совещания - представители архивов - подтверждают значение подлинника.

Участники совещания просят каждый архив проверить хранимые документы.
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code and what it printed on each stream."""

    code: int
    output: str
    errors: str


Engross = Callable[..., Ended]


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make ``my.txt`` in an empty folder, and this the current folder; no veraPDF is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("engross.tools.verapdf.probe", lambda: None)
    (tmp_path / "my.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def engross(capsys: pytest.CaptureFixture[str]) -> Iterator[Engross]:
    """Give the function that runs a command in this process."""

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    before = sys.stdout
    yield run
    sys.stdout = before


@pytest.fixture
def pdf(engross: Engross) -> str:
    """Build ``my.txt`` and give the path of the PDF."""
    assert engross("build", "my.txt", "-o", "out", "--no-verapdf").code == 0
    return "out/my.pdf"
