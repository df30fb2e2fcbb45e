"""veraPDF, the validator of PDF/A and PDF/UA: where it is, and what it says of files.

A verdict is what veraPDF says, rule by rule. When it cannot be run, or its report cannot be understood,
that is an error: nothing is ever taken for passed that veraPDF did not name as compliant.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engross import resources
from engross.errors import MissingError
from engross.findings import finding
from engross.tools import running

SETTING = "ENGROSS_VERAPDF"

_MAIN_CLASS = "org.verapdf.apps.GreenfieldCliWrapper"

# A validation lasts about a second, most of it the start: a compiler that starts fast saves a third.
_JAVA_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true")

# Temporary files have names of their own; one example of each failed rule is enough.
_OPTIONS = ("--format", "json", "--nonpdfext", "--maxfailuresdisplayed", "1")

# Exit codes: all comply, some do not, some cannot be parsed, some are encrypted.
_REPORTED = (0, 1, 7, 8)

# The part of veraPDF whose version is that of the whole.
_PART = "core"

_SECONDS_TO_START = 60.0
_SECONDS_A_FILE = 30.0


@dataclass(frozen=True, slots=True)
class VeraPdf:
    """An installed veraPDF: a launcher, or a jar with the Java that runs it."""

    path: Path
    java: Path | None = None

    def command(self, home: Path) -> list[str | Path]:
        """Return the command that starts it; a jar keeps its settings in ``home``, not in the user's."""
        if self.java is None:
            return [self.path]
        return [self.java, *_JAVA_OPTIONS, f"-Duser.home={home}", "-cp", self.path, _MAIN_CLASS]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF, in its ``version``, says of one file and one flavour: each rule that failed, if any."""

    version: str
    passed: bool
    failures: tuple[str, ...] = ()


def probe() -> VeraPdf | None:
    """Return the veraPDF of the environment's ENGROSS_VERAPDF, of the checkout, or of the path; else None.

    Raises MissingError (E103) when ENGROSS_VERAPDF names something that cannot be used: who sets it means it.
    """
    java = shutil.which("java")
    if setting := os.environ.get(SETTING):
        path = Path(setting).absolute()
        if not path.is_file() or (path.suffix == ".jar" and not java):
            reason = "there is no Java to run it" if path.is_file() else "there is no such file"
            raise MissingError(finding("E103", path=setting, reason=reason))
        return VeraPdf(path, Path(java) if java and path.suffix == ".jar" else None)
    jars = sorted(resources.CHECKOUT.glob(".tools/verapdf/*.jar")) if resources.CHECKOUT else []
    if jars and java:
        return VeraPdf(jars[-1], Path(java))
    launcher = shutil.which("verapdf")
    return VeraPdf(Path(launcher)) if launcher else None


def validate(
    tool: VeraPdf, files: Sequence[Path], flavours: Sequence[str]
) -> Mapping[tuple[Path, str], Verdict]:
    """Return the verdict on each of ``files`` for each of ``flavours`` (``2a``, ``ua1``).

    There is one run a flavour over all files, and the runs are side by side. Raises MissingError: E101
    when veraPDF cannot be started, E102 when it takes too long, E104 when it fails or leaves a file out.
    """
    names = {file: str(file.absolute()) for file in files}
    if not names:
        return {}
    with tempfile.TemporaryDirectory() as homes:
        # Each run has a home of its own: two that write their settings into one trip over each other.
        commands = [
            [
                *tool.command(Path(homes, flavour)),
                "--flavour",
                flavour,
                *_OPTIONS,
                *dict.fromkeys(names.values()),
            ]
            for flavour in flavours
        ]
        for flavour in flavours:
            Path(homes, flavour).mkdir()
        runs = running.run_together(commands, timeout=_SECONDS_TO_START + _SECONDS_A_FILE * len(names))
    verdicts: dict[tuple[Path, str], Verdict] = {}
    for flavour, completed in zip(flavours, runs, strict=True):
        found = _verdicts(tool, completed)
        if found.keys() != set(names.values()):
            raise _broken(tool, completed)
        verdicts.update({(file, flavour): found[name] for file, name in names.items()})
    return verdicts


def _verdicts(tool: VeraPdf, completed: running.Completed) -> dict[str, Verdict]:
    """Return the verdicts of one run by the absolute name of the file."""
    if completed.exit_code not in _REPORTED:
        raise _broken(tool, completed)
    try:
        report = json.loads(completed.output)["report"]
        version = _version(report)
        return {job["itemDetails"]["name"]: _verdict(job, version) for job in report["jobs"]}
    except (ValueError, KeyError, TypeError, IndexError, StopIteration) as error:
        raise _broken(tool, completed) from error


def _version(report: Mapping[str, Any]) -> str:
    """Return the version of the veraPDF that wrote ``report``, as ``1.28.2``."""
    details = report["buildInformation"]["releaseDetails"]
    return next(str(part["version"]) for part in details if part["id"] == _PART)


def _verdict(job: Mapping[str, Any], version: str) -> Verdict:
    """Return the verdict of one job: a file that cannot be parsed fails, any other trouble is KeyError."""
    if job.get("taskException", {}).get("type") == "PARSE":
        return Verdict(
            version, passed=False, failures=(f"not parsed: {job['taskException']['exceptionMessage']}",)
        )
    (result,) = job["validationResult"]
    if result["jobEndStatus"] != "normal":
        raise KeyError(result["jobEndStatus"])
    # veraPDF's order of the rules differs from run to run.
    failures = tuple(sorted(_failures(result["details"]["ruleSummaries"])))
    return Verdict(version, result["compliant"] is True and not failures, failures)


def _failures(rules: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield each failed rule as ``ISO 14289-1:2014 7.1, test 3 (failed checks: 16): what it demands``."""
    for rule in rules:
        if rule["ruleStatus"] == "FAILED":
            clause = f"{rule['specification']} {rule['clause']}, test {rule['testNumber']}"
            demand = " ".join(rule["description"].split())
            yield f"{clause} (failed checks: {rule['failedChecks']}): {demand}"


def _broken(tool: VeraPdf, completed: running.Completed) -> MissingError:
    """Return the error of a run that ended without a usable report."""
    said = completed.errors.strip().splitlines() or ["nothing"]
    # A Java stack trace says first what happened; other programs say it last.
    reason = next((line for line in said if "Exception" in line or "Error" in line), said[-1])
    return MissingError(
        finding("E104", program=tool.path, exit_code=completed.exit_code, reason=reason.strip())
    )
