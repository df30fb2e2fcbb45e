"""The report on a file: what was checked, with what outcome, and everything that was found."""

from dataclasses import dataclass
from enum import StrEnum

from engross.findings import Finding, Severity


class Outcome(StrEnum):
    """How a check ended. What could not be checked is never called passed."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_VERIFIED = "not verified"


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a file: its name, its outcome, and what was measured, in a few words."""

    name: str
    outcome: Outcome
    detail: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything known of one file after its checks.

    ``sha256`` is the digest of the file's bytes; ``pages`` its page count; ``findings`` those of reading and
    typesetting; those of a check are with the check. ``editions`` are the reports on the other editions that
    were made with this file. Nothing in it depends on the time or the folder.
    """

    name: str
    sha256: str
    pages: int
    profile: str
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...] = ()
    editions: tuple["Report", ...] = ()

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """The findings of reading and typesetting, then those of every check."""
        return (*self.findings, *(found for check in self.checks for found in check.findings))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors, those on the other editions after its own."""
        own = (found for found in self.all_findings if found.severity is Severity.ERROR)
        return (*own, *(found for other in self.editions for found in other.errors))

    @property
    def failed(self) -> bool:
        """Whether this report keeps the file, and those made with it, from being put in place."""
        failed = any(check.outcome is Outcome.FAILED for check in self.checks)
        return failed or bool(self.errors) or any(other.failed for other in self.editions)
