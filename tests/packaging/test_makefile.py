"""The Makefile documents itself, and CI runs what a person runs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PHONY = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[0].split()


def make(*arguments: str) -> str:
    if not shutil.which("make"):
        pytest.skip("make is not there")
    return subprocess.run(
        ["make", "--no-print-directory", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def test_help_lists_every_target_with_what_it_does() -> None:
    listed = dict(re.findall(r"^make (\S+) +(\S.*)$", make("help"), re.MULTILINE))
    assert list(listed) == PHONY


def test_ci_runs_make_check_and_tolerates_no_missing_tool() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^export ENGROSS_REQUIRE_TOOLS=1\nmake check\b", script, re.MULTILINE)
    assert re.search(r"^check: .*\btest\b", MAKEFILE, re.MULTILINE)


def require(*groups: str, path: str) -> subprocess.CompletedProcess[str]:
    """Run scripts/require.py with nothing but ``path`` to find programs on."""
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "require.py", *groups],
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_missing_and_cannot_be_installed_is_named_in_one_line(tmp_path: Path) -> None:
    completed = require("extractors", path=str(tmp_path))
    assert completed.returncode == 1
    assert completed.stdout.endswith("run apt-get install poppler-utils mupdf-tools qpdf\n")
    assert completed.stdout.count("\n") == 1


def test_what_is_optional_may_be_missing_but_is_named(tmp_path: Path) -> None:
    completed = require("--optional", "extractors", path=str(tmp_path))
    assert completed.returncode == 0
    assert "tests that need them are skipped" in completed.stdout


def test_what_is_there_is_not_mentioned(tmp_path: Path) -> None:
    for name in ("pdftotext", "mutool", "qpdf"):
        (tmp_path / name).touch(0o755)
    completed = require("extractors", path=str(tmp_path))
    assert (completed.returncode, completed.stdout) == (0, "")
