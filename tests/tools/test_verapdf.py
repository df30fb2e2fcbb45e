"""veraPDF is found where it is promised, and nothing is passed that it did not name as compliant."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from engross import resources
from engross.errors import MissingError
from engross.tools import running, verapdf
from engross.tools.verapdf import VeraPdf, Verdict

RULE = {
    "ruleStatus": "FAILED",
    "specification": "ISO 14289-1:2014",
    "clause": "7.1",
    "testNumber": 3,
    "failedChecks": 16,
    "description": "Content shall be marked\n as Artifact",
}


def result(rules: list[Mapping[str, Any]], *, compliant: bool, end: str = "normal") -> dict[str, Any]:
    details = {"ruleSummaries": rules}
    return {"validationResult": [{"details": details, "jobEndStatus": end, "compliant": compliant}]}


RELEASE = {"releaseDetails": [{"id": "gui", "version": "9"}, {"id": "core", "version": "1.28.2"}]}
PASSED = result([], compliant=True)


@pytest.fixture
def launcher(tmp_path: Path) -> Path:
    """A launcher that prints what is in ``said.json``, with the exit code in ``code``."""
    path = tmp_path / "verapdf"
    path.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "here = pathlib.Path(__file__).parent\n"
        "sys.stdout.write((here / 'said.json').read_text())\n"
        "print('SEVERE: trouble', file=sys.stderr)\n"
        "sys.exit(int((here / 'code').read_text()))\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


def validate(launcher: Path, said: str, code: int = 0) -> Verdict:
    """Validate ``a.pdf`` by a launcher that says ``said``."""
    (launcher.parent / "said.json").write_text(said, encoding="utf-8")
    (launcher.parent / "code").write_text(str(code), encoding="utf-8")
    file = launcher.parent / "a.pdf"
    return verapdf.validate(VeraPdf(launcher), [file], ["2a"])[file, "2a"]


def report(launcher: Path, *jobs: Mapping[str, Any], name: str = "a.pdf") -> str:
    item = {"name": str(launcher.parent / name)}
    return json.dumps(
        {"report": {"buildInformation": RELEASE, "jobs": [{"itemDetails": item, **job} for job in jobs]}}
    )


def test_a_compliant_file_passes(launcher: Path) -> None:
    assert validate(launcher, report(launcher, PASSED)) == Verdict("1.28.2", passed=True)


def test_a_failed_rule_is_named_by_clause_and_test(launcher: Path) -> None:
    verdict = validate(launcher, report(launcher, result([RULE], compliant=False)), 1)
    assert verdict == Verdict(
        "1.28.2",
        passed=False,
        failures=("ISO 14289-1:2014 7.1, test 3 (failed checks: 16): Content shall be marked as Artifact",),
    )


def test_a_failed_rule_outweighs_the_word_compliant(launcher: Path) -> None:
    assert not validate(launcher, report(launcher, result([RULE], compliant=True))).passed


def test_a_file_that_cannot_be_parsed_fails(launcher: Path) -> None:
    job = {"taskException": {"type": "PARSE", "exceptionMessage": "no startxref"}}
    verdict = validate(launcher, report(launcher, job), 7)
    assert verdict == Verdict("1.28.2", passed=False, failures=("not parsed: no startxref",))


@pytest.mark.parametrize(
    ("jobs", "code"),
    [
        pytest.param([], 0, id="no job at all"),
        pytest.param([PASSED], 2, id="wrong usage"),
        pytest.param([PASSED], 3, id="out of memory"),
        pytest.param([{"taskException": {"type": "VALIDATE", "exceptionMessage": "?"}}], 0, id="crash"),
        pytest.param([result([], compliant=True, end="timeout")], 0, id="not ended normally"),
        pytest.param([{"validationResult": []}], 0, id="no result"),
        pytest.param([{"validationResult": [{}]}], 0, id="an empty result"),
    ],
)
def test_without_a_usable_report_there_is_no_verdict(
    launcher: Path, jobs: list[Mapping[str, Any]], code: int
) -> None:
    with pytest.raises(MissingError) as raised:
        validate(launcher, report(launcher, *jobs), code)
    (found,) = raised.value.findings
    assert (found.code, found.particulars["reason"]) == ("E104", "SEVERE: trouble")


@pytest.mark.parametrize(
    "said", ["", "not JSON", "[]", "{}", json.dumps({"report": {"buildInformation": RELEASE, "jobs": None}})]
)
def test_a_report_that_cannot_be_read_is_no_verdict(launcher: Path, said: str) -> None:
    with pytest.raises(MissingError, match="no usable report"):
        validate(launcher, said)


@pytest.mark.parametrize("release", [{}, {"releaseDetails": []}, {"releaseDetails": [{"id": "gui"}]}])
def test_a_report_of_no_known_version_is_no_verdict(launcher: Path, release: Mapping[str, Any]) -> None:
    said = json.loads(report(launcher, PASSED))
    said["report"]["buildInformation"] = release
    with pytest.raises(MissingError, match="no usable report"):
        validate(launcher, json.dumps(said))


def test_a_report_on_another_file_is_no_verdict(launcher: Path) -> None:
    with pytest.raises(MissingError, match="no usable report"):
        validate(launcher, report(launcher, PASSED, name="b.pdf"))


def test_without_files_nothing_is_started(tmp_path: Path) -> None:
    assert verapdf.validate(VeraPdf(tmp_path / "absent"), [], ["2a"]) == {}


def test_the_setting_comes_before_all_else(launcher: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(verapdf.SETTING, str(launcher))
    assert verapdf.probe() == VeraPdf(launcher)


@pytest.mark.parametrize("name", ["absent", "verapdf.jar"])
def test_a_setting_that_cannot_be_used_is_e103(
    name: str, launcher: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launcher.with_name("verapdf.jar").touch()
    monkeypatch.setenv(verapdf.SETTING, str(launcher.with_name(name)))
    monkeypatch.setenv("PATH", str(launcher.parent))
    with pytest.raises(MissingError) as raised:
        verapdf.probe()
    assert [found.code for found in raised.value.findings] == ["E103"]


def test_the_jar_of_the_checkout_needs_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jar = tmp_path / ".tools" / "verapdf" / "verapdf.jar"
    jar.parent.mkdir(parents=True)
    jar.touch()
    java = tmp_path / "java"
    monkeypatch.delenv(verapdf.SETTING, raising=False)
    monkeypatch.setattr(resources, "CHECKOUT", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert verapdf.probe() is None
    java.touch(0o755)
    assert verapdf.probe() == VeraPdf(jar, java)


def test_a_launcher_on_the_path_is_the_last_resort(launcher: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(verapdf.SETTING, raising=False)
    monkeypatch.setattr(resources, "CHECKOUT", None)
    monkeypatch.setenv("PATH", str(launcher.parent))
    assert verapdf.probe() == VeraPdf(launcher)


@pytest.fixture
def installed(require_tool: Callable[[str], Path]) -> VeraPdf:
    """The veraPDF of this machine."""
    require_tool("verapdf")
    tool = verapdf.probe()
    assert tool is not None
    return tool


def test_the_installed_verapdf_judges_each_file_by_each_flavour(installed: VeraPdf, tmp_path: Path) -> None:
    from weasyprint import HTML

    html = HTML(string="<html lang=ru><title>Пример</title><h1>Пример</h1>")
    good, plain, broken = (tmp_path / name for name in ("Заявление «1».pdf", "plain.part", "broken.pdf"))
    html.write_pdf(good, pdf_variant="pdf/a-2b")
    html.write_pdf(plain)
    broken.write_bytes(good.read_bytes()[:1000])
    verdicts = verapdf.validate(installed, [good, plain, broken], ["2b", "ua1"])
    assert {key for key, verdict in verdicts.items() if verdict.passed} == {(good, "2b")}
    assert all(verdict.version.startswith("1.") for verdict in verdicts.values())
    assert verdicts.keys() == {(file, flavour) for file in (good, plain, broken) for flavour in ("2b", "ua1")}


def test_the_installed_verapdf_does_not_pass_a_file_that_is_not_there(
    installed: VeraPdf, tmp_path: Path
) -> None:
    with pytest.raises(MissingError, match="no usable report"):
        verapdf.validate(installed, [tmp_path / "absent.pdf"], ["2b"])


def test_runs_side_by_side_have_a_home_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes: list[Path] = []

    def run_together(commands: list[list[str | Path]], **_: object) -> list[object]:
        for command in commands:
            (home,) = [str(word) for word in command if str(word).startswith("-Duser.home=")]
            homes.append(Path(home.partition("=")[2]))
            assert homes[-1].is_dir()
        raise MissingError

    monkeypatch.setattr(running, "run_together", run_together)
    with pytest.raises(MissingError):
        verapdf.validate(VeraPdf(tmp_path / "a.jar", tmp_path / "java"), [tmp_path / "a.pdf"], ("2a", "ua1"))
    assert len(set(homes)) == 2
