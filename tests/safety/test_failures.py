"""A failure ends with its exit code and a message, and harms neither earlier files nor other documents."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from engross.cli import main
from engross.model.document import Document
from engross.model.edition import Edition
from engross.pipeline import Typeset, typesetting
from tests.engrossing import FOUNDING, TEXTS, command, engross, surroundings

HEADING = "ЗАЯВЛЕНИЕ\nо неудачах\n17 июля 2017 года\nгород Минск\n\n"
REFUSING_VERAPDF = """#!{python}
import json, sys
release = dict(releaseDetails=[dict(id="core", version="0.0.0")])
rule = dict(ruleStatus="FAILED", specification="ISO 0", clause="1", testNumber=1, failedChecks=1)
rule["description"] = "no"
result = dict(jobEndStatus="normal", compliant=False, details=dict(ruleSummaries=[rule]))
names = [name for name in sys.argv[1:] if name.endswith(".pdf")]
jobs = [dict(itemDetails=dict(name=name), validationResult=[result]) for name in names]
print(json.dumps(dict(report=dict(buildInformation=release, jobs=jobs))))
sys.exit(1)
"""


def written(folder: Path, name: str, text: str = "Текст.") -> Path:
    source = folder / f"{name}.txt"
    source.write_text(f"{HEADING}{text}\n", encoding="utf-8")
    return source


def built(output: Path, *sources: Path) -> int:
    return main(["build", "--no-verapdf", "-o", str(output), *map(str, sources)])


def contents(folder: Path) -> Mapping[str, bytes]:
    """Return every file under ``folder``, hidden ones too."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def outputs(*documents: str) -> list[str]:
    """Return the names of what a good build of ``documents`` writes, in their order."""
    return [f"{name}.{end}" for name in documents for end in ("certificate.json", "pdf", "report.json")]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def refusing_verapdf(tmp_path: Path) -> Path:
    """A stand-in for veraPDF that refuses every file."""
    program = tmp_path / "verapdf"
    program.write_text(REFUSING_VERAPDF.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    return program


def test_0_a_good_document_is_built_in_a_process_of_its_own(tmp_path: Path) -> None:
    done = engross("build", "--no-verapdf", "-o", tmp_path / "out", written(tmp_path, "good"))
    assert (done.returncode, done.stderr) == (0, "")
    assert names(tmp_path / "out") == outputs("good")


def test_1_a_file_that_the_validator_refuses_is_not_put_in_place(
    tmp_path: Path, refusing_verapdf: Path
) -> None:
    output = tmp_path / "out"
    source = written(tmp_path, "doc")
    assert built(output, source) == 0
    before = contents(output)
    written(tmp_path, "doc", "Другой текст.")
    done = engross("build", "-o", output, source, environment={"ENGROSS_VERAPDF": str(refusing_verapdf)})
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    after = dict(contents(output))
    failed = json.loads(after.pop("doc.failed.report.json"))
    assert failed["outcome"] == "failed"
    assert after == before


def test_1_a_text_that_is_not_the_source_fails_to_verify(tmp_path: Path) -> None:
    assert built(tmp_path / "out", written(tmp_path, "doc")) == 0
    source = written(tmp_path, "doc", "Тескт.")
    done = engross("verify", "--no-verapdf", "--source", source, tmp_path / "out" / "doc.pdf")
    assert done.returncode == 1, done.stderr


USES: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "no command": (2, ()),
    "an unknown command": (2, ("frobnicate",)),
    "no source": (2, ("build",)),
    "an unknown option": (2, ("build", "--frobnicate", "good.txt")),
    "two sources of one name": (2, ("build", "good.txt", "other/good.txt")),
    "an unknown code": (2, ("explain", "Z999")),
    "no such source": (3, ("build", "none.txt")),
    "an empty source": (3, ("build", "empty.txt")),
    "a source of another kind": (3, ("build", "good.bin")),
    "bad metadata": (3, ("build", "folder")),
    "an empty folder": (3, ("build", "hollow")),
    "a character that cannot be seen": (4, ("build", "hidden.txt")),
    "an output that is a file": (4, ("build", "-o", "good.txt", "good.txt")),
    "an output below a file": (4, ("build", "-o", "good.txt/out", "good.txt")),
    "a PDF that is none": (4, ("verify", "good.txt")),
    "a PDF that is not there": (4, ("verify", "none.pdf")),
    "a character that no font has": (5, ("build", "missing.txt")),
}


@pytest.mark.parametrize(("code", "arguments"), USES.values(), ids=USES)
def test_each_failure_has_its_exit_code_and_a_message(
    code: int, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    written(tmp_path, "good")
    written(tmp_path, "hidden", "Текст \u202e здесь.")
    written(tmp_path, "missing", "Текст 漢字.")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.bin").touch()
    for folder in ("other", "folder", "hollow"):
        (tmp_path / folder).mkdir()
    written(tmp_path / "other", "good")
    written(tmp_path / "folder", "text")
    (tmp_path / "folder" / "document.toml").write_text("nosuch = 1\n", encoding="utf-8")
    before = contents(tmp_path)
    done = engross(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(tmp_path) == before


def test_5_a_validator_that_is_named_but_not_there(tmp_path: Path) -> None:
    source = written(tmp_path, "good")
    done = engross("build", "-o", tmp_path / "out", source, environment={"ENGROSS_VERAPDF": "/nowhere.jar"})
    assert done.returncode == 5, done.stderr
    assert "ENGROSS_VERAPDF" in done.stderr
    assert not names(tmp_path / "out")


def test_a_document_that_fails_leaves_its_earlier_files_and_no_others(tmp_path: Path) -> None:
    output = tmp_path / "out"
    source = written(tmp_path, "doc")
    assert built(output, source) == 0
    before = contents(output)
    written(tmp_path, "doc", "Текст 漢字.")
    assert built(output, source) == 5
    source.write_bytes(b"")
    assert built(output, source) == 3
    assert contents(output) == before
    assert names(output) == outputs("doc")


@pytest.mark.parametrize("order", [("a", "bad", "z"), ("bad", "a", "z"), ("a", "z", "bad")])
def test_a_document_that_fails_leaves_the_others_to_be_built(order: tuple[str, ...], tmp_path: Path) -> None:
    sources = [written(tmp_path, name, "Текст 漢." if name == "bad" else "Текст.") for name in order]
    assert built(tmp_path / "out", *sources) == 5
    assert names(tmp_path / "out") == outputs("a", "z")


def test_a_defect_in_one_document_leaves_the_others_to_be_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typeset = typesetting.typeset

    def fail_on_bad(document: Document, edition: Edition) -> Typeset:
        if document.name == "bad":
            raise RecursionError("too deep")
        return typeset(document, edition)

    monkeypatch.setattr(typesetting, "typeset", fail_on_bad)
    sources = [written(tmp_path, name) for name in ("a", "bad", "z")]
    assert built(tmp_path / "out", *sources) == 70
    assert names(tmp_path / "out") == outputs("a", "z")


def test_a_file_that_cannot_be_placed_leaves_the_others_to_be_built(tmp_path: Path) -> None:
    output = tmp_path / "out"
    (output / "a.pdf" / "in the way").mkdir(parents=True)
    assert built(output, written(tmp_path, "a"), written(tmp_path, "z")) == 4
    assert names(output) == ["a.pdf", *outputs("z")]


@pytest.mark.parametrize("name", ["a.pdf", "a.report.json", "a.certificate.json"])
def test_a_folder_in_the_way_changes_no_file(tmp_path: Path, name: str) -> None:
    output = tmp_path / "out"
    (output / name / "in the way").mkdir(parents=True)
    assert built(output, written(tmp_path, "a")) == 4
    assert names(output) == [name]


def test_a_name_too_long_for_the_report_costs_that_document_alone(tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert built(output, written(tmp_path, "ю" * 124), written(tmp_path, "z")) == 4
    assert names(output) == outputs("z")


def test_an_output_folder_that_cannot_be_written_to_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert built(Path("/proc"), TEXTS / "ru-1.txt") == 4
    assert "error E201" in capsys.readouterr().err


def test_debug_shows_the_traceback_and_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(typesetting, "typeset", fail)
    source = str(written(tmp_path, "a"))
    assert main(["build", "-o", str(tmp_path / "out"), source]) == 70
    said = capsys.readouterr().err
    assert "error E900" in said
    assert "Traceback" not in said
    assert main(["--debug", "build", "-o", str(tmp_path / "out"), source]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_terminal_that_cannot_show_the_report_is_no_failure(tmp_path: Path) -> None:
    source = written(tmp_path, "good")
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": ""}
    done = engross("build", "--no-verapdf", "-o", tmp_path / "out", source, environment=environment)
    assert done.returncode == 0, done.stderr


def test_a_file_name_that_is_no_text_is_built_or_refused(tmp_path: Path) -> None:
    source = os.fsencode(written(tmp_path, "good"))
    strange = source.replace(b"good", b"good-\xff")
    Path(os.fsdecode(source)).rename(os.fsdecode(strange))
    done = engross("build", "--no-verapdf", "-o", tmp_path / "out", os.fsdecode(strange))
    assert done.returncode in (0, 3, 4), done.stderr


@pytest.mark.parametrize("moment", [".engross-*", ".engross-*/doc.pdf"])
def test_a_killed_process_leaves_whole_files_only(moment: str, tmp_path: Path) -> None:
    output, source = tmp_path / "out", tmp_path / "doc.txt"
    source.write_bytes((TEXTS / "ru-1.txt").read_bytes())
    assert built(output, source) == 0
    before = contents(output)
    source.write_bytes((TEXTS / "ru-8.txt").read_bytes())
    process = subprocess.Popen(
        command("build", "--no-verapdf", "-o", output, source),
        env=surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not list(output.glob(moment)) and process.poll() is None:
        pass
    process.send_signal(signal.SIGKILL)
    assert process.wait() in (-signal.SIGKILL, 0)
    left = {name: data for name, data in contents(output).items() if not name.startswith(".")}
    assert built(output, source) == 0
    after = contents(output)
    assert left.keys() == before.keys()
    for name, data in left.items():
        assert data in (before[name], after[name])


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    process = subprocess.Popen(
        command("build", "--no-verapdf", "-o", tmp_path, FOUNDING.source),
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0, said
    assert said == ""
