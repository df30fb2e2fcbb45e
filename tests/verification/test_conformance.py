"""The founding statement conforms to what it claims, as independent programs see it."""

import subprocess
from pathlib import Path

import pytest

from engross.model.profile import ARCHIVAL
from engross.model.report import Outcome
from engross.tools import verapdf
from engross.verification import conformance
from tests.conftest import RequireTool


def test_verapdf_finds_nothing(statement_pdf: Path, require_tool: RequireTool) -> None:
    require_tool("verapdf")
    tool = verapdf.probe()
    assert tool is not None
    verdicts = verapdf.validate(tool, [statement_pdf], ARCHIVAL.flavours)
    check = conformance({flavour: verdicts[statement_pdf, flavour] for flavour in ARCHIVAL.flavours})
    assert check.outcome is Outcome.PASSED, check.findings


def test_qpdf_finds_nothing(statement_pdf: Path, require_tool: RequireTool) -> None:
    done = subprocess.run(
        [require_tool("qpdf"), "--check", statement_pdf], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_missing_tool_skips_and_says_so(monkeypatch: pytest.MonkeyPatch, require_tool: RequireTool) -> None:
    monkeypatch.delenv("ENGROSS_REQUIRE_TOOLS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="missing tool: no-such-program"):
        require_tool("no-such-program")


def test_a_missing_tool_fails_where_tools_are_required(
    monkeypatch: pytest.MonkeyPatch, require_tool: RequireTool
) -> None:
    monkeypatch.setenv("ENGROSS_REQUIRE_TOOLS", "1")
    with pytest.raises(pytest.fail.Exception, match="missing tool: no-such-program"):
        require_tool("no-such-program")
