"""Conformance as an independent validator sees it: the verdicts of veraPDF as a check of the report.

It runs nothing: whoever has the verdicts gives them. What was not validated is never called passed.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from engross.findings import finding
from engross.model.report import Check, Outcome, Report

NAME = "conformance"


class Verdict(Protocol):
    """What a validator says of one file and one flavour."""

    @property
    def version(self) -> str:
        """The version of the validator."""

    @property
    def passed(self) -> bool:
        """Whether the file conforms."""

    @property
    def failures(self) -> tuple[str, ...]:
        """The rules that it breaks, as the validator names them."""


def conformance(verdicts: Mapping[str, Verdict] | None) -> Check:
    """Return the check for the ``verdicts`` of veraPDF by flavour; None or empty is NOT_VERIFIED."""
    if not verdicts:
        return Check(NAME, Outcome.NOT_VERIFIED, "veraPDF did not run", (finding("C001"),))
    found = tuple(
        finding("C002", flavour=flavour, failures="; ".join(verdict.failures) or "no rule was named")
        for flavour, verdict in verdicts.items()
        if not verdict.passed
    )
    version = ", ".join(sorted({verdict.version for verdict in verdicts.values()}))
    failed = {problem.particulars["flavour"] for problem in found}
    measured = ", ".join(f"{flavour} {'failed' if flavour in failed else 'passed'}" for flavour in verdicts)
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, f"veraPDF {version}: {measured}", found)


def with_check(report: Report, check: Check) -> Report:
    """Return ``report`` with ``check`` in the place of the check of that name, or at the end."""
    others = tuple(check if old.name == check.name else old for old in report.checks)
    if check not in others:
        others = (*others, check)
    return replace(report, checks=others)
