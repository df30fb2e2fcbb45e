"""The examples of the README run as they stand, in an empty folder."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import DOCS, README, ROOT, blocks, text

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src")}
COMMANDS = [line for block in blocks(README, "sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the example's text and metadata."""
    folder = tmp_path_factory.mktemp("readme")
    (source,) = blocks(README, "text")
    (metadata,) = blocks(README, "toml")
    (folder / "my.txt").write_text(source, encoding="utf-8")
    (folder / "my.toml").write_text(metadata, encoding="utf-8")
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_shell_examples_run_in_their_order(folder: Path) -> None:
    for command in COMMANDS:
        program, *arguments = shlex.split(command, comments=True)
        assert program == "engross"
        completed = run(folder, "-m", "engross", *arguments)
        assert (completed.returncode, completed.stderr) == (0, ""), command


def test_the_python_example_runs(folder: Path) -> None:
    (program,) = blocks(README, "python")
    completed = run(folder, "-c", program)
    assert (completed.stdout, completed.stderr) == ("my out/my.pdf\n", "")


def test_the_stages_run_one_at_a_time_as_the_architecture_shows() -> None:
    (program,) = blocks(text(DOCS / "architecture.md"), "python")
    completed = run(ROOT, "-c", program)
    assert completed.stderr == ""
    assert completed.stdout.endswith(f"2 (2,) {['passed'] * 8}\n")


def keys(value: Any) -> Iterator[str]:
    """Yield every key of a JSON value with its path, lists by their last element."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from (f"{key}.{path}" for path in keys(inner))
    elif isinstance(value, list) and value:
        yield from keys(value[-1])


def test_the_report_in_the_readme_has_the_form_of_a_report(folder: Path) -> None:
    (shown,) = [json.loads(block) for block in blocks(README, "json")]
    (folder / "other.txt").write_bytes((folder / "my.txt").read_bytes())
    completed = run(folder, "-m", "engross", "build", "other.txt", "-o", "shown", "--no-verapdf")
    assert completed.returncode == 0, completed.stderr
    made = json.loads((folder / "shown" / "other.report.json").read_text(encoding="utf-8"))
    assert list(shown) == list(made)
    assert list(shown["checks"][0]) == list(made["checks"][0])
    (finding,) = shown["findings"]
    (same,) = [each for each in made["findings"] if each["code"] == finding["code"]]
    same["place"]["file"] = finding["place"]["file"]
    assert same == finding
