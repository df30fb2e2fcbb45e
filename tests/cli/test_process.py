"""The command as a process of its own: what a shell sees."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engross import __version__

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("build", "verify", "lint", "explain")


def engross(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"} | more
    return subprocess.run(
        [sys.executable, "-m", "engross", *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(option: str) -> None:
    completed = engross(option)
    assert (completed.returncode, completed.stdout, completed.stderr) == (0, f"engross {__version__}\n", "")


def test_the_version_needs_no_library_and_no_parser() -> None:
    program = (
        "import sys; from engross.cli import main; main(['--version']); "
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in "
        "('argparse', 'jinja2', 'weasyprint', 'pikepdf', 'uharfbuzz', 'dataclasses')))"
    )
    completed = subprocess.run(
        [sys.executable, "-S", "-c", program],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert completed.stdout.splitlines() == [f"engross {__version__}", "[]"]


def test_help_names_the_commands_and_the_exit_codes() -> None:
    completed = engross("--help")
    assert completed.returncode == 0
    for needed in (*COMMANDS, "exit codes:", "70  a defect of Engross"):
        assert needed in completed.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    completed = engross(command, "--help")
    assert (completed.returncode, completed.stderr) == (0, "")
    assert completed.stdout.startswith(f"usage: engross {command} ")


def test_an_unknown_command_ends_in_2() -> None:
    assert engross("frobnicate").returncode == 2


def test_explanations_are_printed_in_any_locale() -> None:
    assert "ISO" in engross("explain", "P002", LC_ALL="C", PYTHONIOENCODING="utf-8").stdout


def test_a_reader_that_goes_away_causes_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "my.txt").write_text("ЗАЯВЛЕНИЕ\n\nАбзац текста.\n" * 300, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    completed = subprocess.run(
        [sys.executable, "-m", "engross", "lint", str(tmp_path / "my.txt")],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"},
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (completed.returncode, completed.stderr) == (0, "")


def test_the_founding_document_builds(tmp_path: Path) -> None:
    completed = engross("build", str(ROOT / "data"), "-o", str(tmp_path), "--json", "--no-verapdf")
    assert (completed.returncode, completed.stderr) == (0, "")
    report = json.loads(completed.stdout)
    assert (report["name"], report["pages"]) == ("statement-csto-2017-07-17", 2)
