"""The commands: each turns its options into calls and the outcome into lines and an exit code."""

import argparse
import json

from engross.cli.telling import as_text, tell
from engross.errors import UsageError
from engross.findings import Finding, Place, Severity, finding


def build(options: argparse.Namespace) -> int:
    """Build the sources; the exit code is that of the first document that failed."""
    from engross.pipeline import build as run
    from engross.reading.sources import discover
    from engross.verification.rendering import to_json, to_table

    all_built = run(discover(options.sources), options.output, conformance=options.conformance)
    for built in all_built:
        if built.report:
            print(_one_line(to_json(built.report)) if options.json else to_table(built.report))
        if built.error:
            tell(built.error.findings)
    return next((built.error.exit_code for built in all_built if built.error), 0)


def verify(options: argparse.Namespace) -> int:
    """Verify a PDF; 1 if the report has an error."""
    from engross.pipeline import verify as run
    from engross.reading.sources import discover
    from engross.verification.rendering import to_json, to_table

    source = None
    if options.source:
        sources = discover([options.source])
        if len(sources) != 1:
            raise UsageError(finding("E002", Place(str(options.source)), count=len(sources)))
        source = sources[0]
    report = run(options.pdf, source, conformance=options.conformance)
    print(to_json(report) if options.json else to_table(report), end="")
    return int(report.failed)


def lint(options: argparse.Namespace) -> int:
    """Print the findings on the sources; 1 if one is an error."""
    from engross.reading.sources import discover, read

    found: list[Finding] = []
    for source in discover(options.sources):
        found.extend(read(source).findings)
    for one in found:
        print(json.dumps(_values(one), ensure_ascii=False) if options.json else as_text(one))
    return int(any(one.severity is Severity.ERROR for one in found))


def explain(options: argparse.Namespace) -> int:
    """Print what the catalogue knows of a code."""
    from engross.findings.catalogue import ENTRIES

    entry = ENTRIES.get(options.code.upper())
    if entry is None:
        raise UsageError(finding("E001", code=options.code, known=", ".join(sorted(ENTRIES))))
    print(f"{entry.code} ({entry.severity})\n\n{entry.message}\n\n{entry.explanation}\n\n{entry.hint}")
    if "{" in entry.message + entry.hint:
        print("\nWords in braces stand for the particulars of the case.")
    return 0


def _values(found: Finding) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": str(found.severity),
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        "excerpt": found.place.excerpt,
        "message": found.message,
        "hint": found.hint,
    }


def _one_line(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False)
