"""What all tests share: sample files, programs that may be missing, and the options of a run.

A test that needs a program asks ``require_tool``. Where it is missing the test is skipped and the end of
the run says so plainly; with ENGROSS_REQUIRE_TOOLS=1, as in CI, it fails instead. There Hypothesis takes
the same examples every time, so that no change is refused by chance; elsewhere it looks for new ones.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from engross import pipeline, reading
from engross.model.document import Document

RequireTool = Callable[[str], Path]

_ROOT = Path(__file__).parents[1]
_MISSING = "missing tool: "
_PACKAGES = {
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdffonts": "poppler-utils",
    "mutool": "mupdf-tools",
    "qpdf": "qpdf",
    "java": "default-jre-headless",
    "make": "make",
}

# Machines are shared, so no example has a time to keep.
hypothesis.settings.register_profile("usual", deadline=None)
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("ENGROSS_REQUIRE_TOOLS") == "1" else "usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="take the present output as the expected one"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped: dict[str, list[str]] = {}
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if _MISSING in reason:
            skipped.setdefault(reason.partition(_MISSING)[2], []).append(report.nodeid)
    if skipped:
        terminalreporter.section("not tested: a tool is missing")
    for reason, tests in sorted(skipped.items()):
        terminalreporter.write_line(reason)
        for test in tests:
            terminalreporter.write_line(f"    {test}")


def _find(name: str) -> Path | None:
    if name == "verapdf":
        jars = sorted((_ROOT / ".tools" / "verapdf").glob("*.jar"))
        given = os.environ.get("ENGROSS_VERAPDF") or (jars[-1] if jars else shutil.which("verapdf"))
        return Path(given) if given and (not str(given).endswith(".jar") or shutil.which("java")) else None
    found = shutil.which(name)
    return Path(found) if found else None


def require_tool_named(name: str) -> Path:
    """Return where the program ``name`` is, or skip the test, or fail it when tools are required."""
    found = _find(name)
    if found is not None:
        return found
    bring = "make verapdf (Java 11 or later)" if name == "verapdf" else f"package {_PACKAGES.get(name, name)}"
    message = f"{_MISSING}{name}: {bring}"
    if os.environ.get("ENGROSS_REQUIRE_TOOLS") == "1":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def require_tool() -> RequireTool:
    """Give the function that returns the path of a program, or skips the test where it is missing."""
    return require_tool_named


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether expected outputs are to be rewritten in this run."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def statement_folder() -> Path:
    """Give the folder of the founding document."""
    return _ROOT / "data" / "statement-csto-2017-07-17"


@pytest.fixture(scope="session")
def statement(statement_folder: Path) -> Document:
    """Give the founding document as read."""
    (source,) = reading.discover([statement_folder])
    return reading.read(source)


@pytest.fixture(scope="session")
def statement_pdf(statement: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the founding document as typeset, once for all tests; it is not to be changed."""
    pdf = tmp_path_factory.mktemp("statement") / "statement.pdf"
    pdf.write_bytes(pipeline.typeset(statement).pdf)
    return pdf
