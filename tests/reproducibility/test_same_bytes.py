"""docs/acceptance.md, A18: the same source gives the same bytes, whatever is around it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from engross.cli import main
from tests.engrossing import FOUNDING, TEXTS, engross

Files = Mapping[str, bytes]
NAMES = tuple(f"{FOUNDING.name}.{end}" for end in ("pdf", "report.json", "certificate.json"))


def files(folder: Path) -> Files:
    return {name: (folder / name).read_bytes() for name in NAMES}


def built(output: Path, *sources: Path) -> Files:
    assert main(["build", "--no-verapdf", "-o", str(output), *map(str, sources)]) == 0
    return files(output)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The founding document built alone in a process of its own."""
    output = tmp_path_factory.mktemp("alone")
    done = engross("build", "--no-verapdf", "-o", output, FOUNDING.source)
    assert done.returncode == 0, done.stderr
    return files(output)


ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "hash seed 1, Honolulu, C": {
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Honolulu",
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONUTF8": "",
    },
    "hash seed 77777, Minsk, Russian": {
        "PYTHONHASHSEED": "77777",
        "TZ": "Europe/Minsk",
        "LANG": "ru_RU.UTF-8",
        "LC_ALL": "",
        "SOURCE_DATE_EPOCH": "0",
    },
}


@pytest.mark.parametrize("umask", ["077", "000"])
@pytest.mark.parametrize("environment", ELSEWHERE.values(), ids=ELSEWHERE)
def test_another_process_elsewhere_writes_the_same_bytes(
    environment: Mapping[str, str], umask: str, alone: Files, tmp_path: Path
) -> None:
    home = tmp_path / "дом  с пробелами"
    home.mkdir()
    here = tmp_path / "here"
    here.mkdir()
    around = {**environment, "HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home)}
    done = engross(
        "build",
        "--no-verapdf",
        "-o",
        "вывод",
        FOUNDING.source,
        cwd=here,
        environment=around,
        umask=int(umask, 8),
    )
    assert done.returncode == 0, done.stderr
    assert files(here / "вывод") == alone


def test_one_process_writes_the_same_bytes_twice(alone: Files, tmp_path: Path) -> None:
    assert built(tmp_path / "once", FOUNDING.source) == built(tmp_path / "twice", FOUNDING.source) == alone


def test_a_document_before_it_changes_nothing(alone: Files, tmp_path: Path) -> None:
    built_after = built(tmp_path, TEXTS / "en-3.txt", FOUNDING.source)
    assert built_after == alone


def test_a_batch_writes_what_building_alone_does(alone: Files, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for text in TEXTS.glob("*.txt"):
        (sources / text.name).write_bytes(text.read_bytes())
    (sources / FOUNDING.name).mkdir()
    for file in FOUNDING.source.iterdir():
        (sources / FOUNDING.name / file.name).write_bytes(file.read_bytes())
    assert built(tmp_path / "out", sources) == alone


def test_building_over_an_earlier_output_writes_the_same_bytes(alone: Files, tmp_path: Path) -> None:
    built(tmp_path, FOUNDING.source)
    assert built(tmp_path, FOUNDING.source) == alone


def test_the_age_and_the_name_of_the_source_file_leave_the_pdf_alone(alone: Files, tmp_path: Path) -> None:
    folder = tmp_path / FOUNDING.name
    folder.mkdir()
    for file in FOUNDING.source.iterdir():
        copy = folder / ("another name.txt" if file.suffix == ".txt" else file.name)
        copy.write_bytes(file.read_bytes())
    assert built(tmp_path / "out", folder)[NAMES[0]] == alone[NAMES[0]]
