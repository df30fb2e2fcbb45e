"""The Makefile documents itself, builds what has to be built and no more, and CI runs what a person runs."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import require_tool_named

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PHONY = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[0].split()
EARLIER = 1_500_000_000  # seconds; before any file that a test writes
STRANGE = ("a:b#c.txt", "$(x) %'\".txt", "Заявление министров.txt", "a b\\ c.txt")

# Stands for engross: makes a PDF of each text, fails for one that says so, and keeps what is as it was.
ENGROSS = """\
#!/bin/sh
echo run >>runs
code=0
for text in data/*.txt; do
    pdf="build/$(basename "$text" .txt).pdf"
    if grep -q bad "$text"; then code=1; else cmp -s "$text" "$pdf" || cp "$text" "$pdf"; fi
done
exit $code
"""


def make(*arguments: str, folder: Path = ROOT, code: int = 0) -> str:
    """Run make as a person does, whatever make this test itself was started by."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    completed = subprocess.run(
        [require_tool_named("make"), "--no-print-directory", *arguments],
        cwd=folder,
        env=inherited,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == code, completed.stdout + completed.stderr
    return completed.stdout


def write(path: Path, text: str = "text") -> Path:
    """Write a file that is older than any run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (EARLIER, EARLIER))
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a checkout whose environment is ready, with documents of strange names, not yet built."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.txt", "pyproject.toml", "scripts/require.py", ".venv/ready"):
        write(tmp_path / name, "")
    for name in (
        "templates/a.html",
        "styles/a.css",
        "src/engross/a.py",
        *(f"data/{name}" for name in STRANGE),
    ):
        write(tmp_path / name)
    write(tmp_path / ".venv/bin/engross", ENGROSS).chmod(0o755)
    return tmp_path


def runs(checkout: Path) -> int:
    return (checkout / "runs").read_text().count("run")


def test_a_second_make_does_nothing_and_says_so(checkout: Path) -> None:
    make(folder=checkout)
    assert make(folder=checkout).endswith("nothing to do\n")
    assert runs(checkout) == 1
    made = {path.stem for path in (checkout / "build").glob("*.pdf")}
    assert made == {name.removesuffix(".txt") for name in STRANGE}


CHANGES: dict[str, Callable[[Path], object]] = {
    "a style sheet is touched": lambda root: (root / "styles/a.css").touch(),
    "a template is touched": lambda root: (root / "templates/a.html").touch(),
    "the code is touched": lambda root: (root / "src/engross/a.py").touch(),
    "a source is touched": lambda root: (root / "data" / STRANGE[0]).touch(),
    "veraPDF is brought": lambda root: write(root / ".tools/verapdf/a.jar"),
    "the environment is made anew": lambda root: (root / ".venv/ready").touch(),
    "a source is added": lambda root: write(root / "data/new.txt"),
    "a source is renamed": lambda root: (root / "data" / STRANGE[0]).rename(root / "data/new.txt"),
    "a template is deleted": lambda root: (root / "templates/a.html").unlink(),
    "an output is deleted": lambda root: (root / f"build/{STRANGE[0]}").with_suffix(".pdf").unlink(),
    "build is deleted": lambda root: shutil.rmtree(root / "build"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_make_builds_again_when(change: str, checkout: Path) -> None:
    make(folder=checkout)
    CHANGES[change](checkout)
    make(folder=checkout)
    assert runs(checkout) == 2
    assert make(folder=checkout).endswith("nothing to do\n")
    assert {path.stem for path in (checkout / "data").iterdir()} <= {
        path.stem for path in (checkout / "build").iterdir()
    }


def test_a_failure_is_not_forgotten_by_the_next_make(checkout: Path) -> None:
    make(folder=checkout)
    (checkout / "data/new.txt").write_text("bad")
    make(folder=checkout, code=2)
    make(folder=checkout, code=2)
    (checkout / "data/new.txt").unlink()
    make(folder=checkout)
    assert runs(checkout) == 4


def test_a_source_that_changes_during_a_run_is_built_by_the_next(checkout: Path) -> None:
    program = checkout / ".venv/bin/engross"
    write(program, ENGROSS.replace("exit $code", f"touch 'data/{STRANGE[0]}'"))
    make(folder=checkout)
    write(program, ENGROSS)
    make(folder=checkout)
    assert runs(checkout) == 2


def test_what_python_or_an_editor_leaves_behind_is_no_change(checkout: Path) -> None:
    make(folder=checkout)
    for name in ("src/engross/__pycache__/a.pyc", "data/.a.txt.swp"):
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).touch()
    make(folder=checkout)
    assert runs(checkout) == 1


def test_a_python_that_is_too_old_is_passed_over_for_one_that_is_not(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, code in {"python3": 1, "python3.11": 1, "python3.12": 0, "python3.13": 0}.items():
        write(checkout / "bin" / name, f"#!/bin/sh\nexit {code}\n").chmod(0o755)
    monkeypatch.setenv("PATH", str(checkout / "bin"), prepend=os.pathsep)
    monkeypatch.delenv("PYTHON", raising=False)
    with (checkout / "Makefile").open("a") as makefile:
        makefile.write("\nwhich:\n\t@echo $(PYTHON)\n")
    assert make("which", folder=checkout) == "python3.12\n"


@pytest.mark.parametrize(("value", "optional"), [("1", ""), ("0", "--optional"), ("", "--optional")])
def test_tools_are_required_by_the_value_1_and_no_other(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, value: str, optional: str
) -> None:
    monkeypatch.setenv("ENGROSS_REQUIRE_TOOLS", value)
    with (checkout / "Makefile").open("a") as makefile:
        makefile.write("\noptional:\n\t@echo $(OPTIONAL)\n")
    assert make("optional", folder=checkout) == f"{optional}\n"


def test_help_lists_every_target_with_what_it_does() -> None:
    listed = dict(re.findall(r"^make (\S+) +(\S.*)$", make("help"), re.MULTILINE))
    assert list(listed) == PHONY


def test_ci_runs_make_twice_and_make_check_and_tolerates_no_missing_tool() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "export ENGROSS_REQUIRE_TOOLS=1\n" in script
    assert re.findall(r"\bmake\b(?: check)?(?= </dev/null)", script) == ["make", "make", "make check"]
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


def test_a_dead_source_of_packages_does_not_keep_the_others_from_being_asked(tmp_path: Path) -> None:
    """The apt-get here fails its update, and installs by making the programs."""
    script = f'#!/bin/sh\n[ "$1" = install ] || exit 100\ncd "{tmp_path}"\n'
    programs = ("pdftotext", "mutool", "qpdf")
    script += "".join(f"echo >{name}; /bin/chmod +x {name}\n" for name in programs)
    write(tmp_path / "apt-get", script).chmod(0o755)
    run = "import os, runpy, sys; os.geteuid = lambda: 0; sys.argv = ['require.py', 'extractors'];"
    run += f" runpy.run_path({str(ROOT / 'scripts' / 'require.py')!r}, run_name='__main__')"
    completed = subprocess.run(
        [sys.executable, "-c", run], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert (completed.returncode, completed.stdout.count("\n")) == (0, 1), completed.stdout
