"""A report as JSON for machines and as a short table for a terminal; neither holds a time or a folder."""

import json
from typing import Any

from engross.findings import Finding, Severity
from engross.model.report import Check, Outcome, Report

SCHEMA = 1


def outcome(report: Report) -> Outcome:
    """Return how the whole report ended: passed only when every check did."""
    if report.failed:
        return Outcome.FAILED
    reports = (report, *report.editions)
    unverified = any(check.outcome is Outcome.NOT_VERIFIED for one in reports for check in one.checks)
    return Outcome.NOT_VERIFIED if unverified or not report.checks else Outcome.PASSED


def to_json(report: Report) -> str:
    """Return ``report`` as JSON with a stable order of keys, ending in a line end."""
    values = {"schema": SCHEMA, **_values(report)}
    if report.editions:
        values["editions"] = [_values(other) for other in report.editions]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def to_table(report: Report) -> str:
    """Return ``report`` as lines for a terminal: one a check, and under it what was found.

    Notes on the source are only counted: they are in the JSON, and ``engross lint`` prints them. The
    reports on the other editions follow.
    """
    return "".join(map(_table, (report, *report.editions)))


def _table(report: Report) -> str:
    width = max((len(check.name) for check in report.checks), default=0)
    lines = [f"{report.name}: {outcome(report)} ({report.profile})"]
    for check in report.checks:
        lines.append(f"  {check.name:<{width}}  {check.outcome:<12}  {check.detail}".rstrip())
        lines.extend(_told(check.findings, "    "))
    graver = tuple(found for found in report.findings if found.severity is not Severity.NOTE)
    lines.extend(_told(graver, "  "))
    notes = len(report.findings) - len(graver)
    if notes:
        lines.append(f"  notes on the source: {notes} (see the report, or engross lint)")
    return "\n".join(lines) + "\n"


def _told(findings: tuple[Finding, ...], indent: str) -> list[str]:
    lines = []
    for found in findings:
        where = f"{found.place}: " if str(found.place) else ""
        lines.append(f"{indent}{found.code} {found.severity}: {where}{found.message}")
        if found.hint:
            lines.append(f"{indent}     {found.hint}")
    return lines


def _values(report: Report) -> dict[str, Any]:
    return {
        "name": report.name,
        "sha256": report.sha256,
        "pages": report.pages,
        "profile": report.profile,
        "outcome": str(outcome(report)),
        "checks": [_check(check) for check in report.checks],
        "findings": [finding_values(found) for found in report.findings],
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        "name": check.name,
        "outcome": str(check.outcome),
        "detail": check.detail,
        "findings": [finding_values(found) for found in check.findings],
    }


def finding_values(found: Finding) -> dict[str, Any]:
    """Return ``found`` as the values of its JSON."""
    place = found.place
    where = {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "page": place.page,
        "excerpt": place.excerpt,
    }
    return {
        "code": found.code,
        "severity": str(found.severity),
        "message": found.message,
        "hint": found.hint,
        "place": {key: value for key, value in where.items() if value not in ("", None)},
    }
