"""The commands: each turns its options into calls, and what comes of them into lines and errors."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from engross.cli.ending import Ending
from engross.cli.process import takes_colours
from engross.cli.telling import as_table
from engross.errors import EngrossError, UsageError
from engross.findings import Finding, Place, Severity, finding
from engross.resources import STYLES, TEMPLATES

if TYPE_CHECKING:
    from engross.model.imposition import Booklet
    from engross.model.report import Report


def build(options: argparse.Namespace) -> Ending:
    """Build the sources and print the reports."""
    from engross.model.press import Press
    from engross.pipeline import build as run
    from engross.pipeline import editions, output_intent
    from engross.reading.sources import discover
    from engross.verification.rendering import to_json, to_table

    intent = output_intent(options.output_intent) if options.output_intent else None
    press = Press(
        options.duplex, options.bleed, options.crop_marks, intent, _booklet(options), options.proofs
    )
    wanted = editions(options.editions, options.profile, press)
    all_built = run(
        discover(options.sources), options.output, editions=wanted, conformance=options.conformance
    )
    reports = [built.report for built in all_built if built.report]
    if options.json:
        output = "".join(_json_line(json.loads(to_json(report))) for report in reports)
    else:
        output = "\n".join(map(to_table, reports))
    return Ending(output, tuple(built.error for built in all_built if built.error))


def _booklet(options: argparse.Namespace) -> "Booklet | None":
    """Return how the booklet is made; raise UsageError if there is none to be made so."""
    from engross.model.imposition import Booklet

    if options.booklet:
        return Booklet(options.creep or 0.0, options.signature or 0)
    if options.creep is not None or options.signature is not None:
        raise UsageError(finding("E011"))
    return None


def verify(options: argparse.Namespace) -> Ending:
    """Verify a PDF, or a bag and the PDF in it, and print the report."""
    from engross.pipeline import verify as run
    from engross.reading.sources import discover

    if _is_bag(options.pdf):
        return _verify_bag(options)
    source = None
    if options.source:
        sources = discover([options.source])
        if len(sources) != 1:
            raise UsageError(finding("E002", Place(str(options.source)), count=len(sources)))
        source = sources[0]
    return _reported(run(options.pdf, source, options.certificate, conformance=options.conformance), options)


def rebuild(options: argparse.Namespace) -> Ending:
    """Typeset the source in a bag again and print whether the PDF is the one in it."""
    from engross.pipeline.archived import rebuild as run

    return _reported(run(options.bag), options)


def _is_bag(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() == ".zip"


def _verify_bag(options: argparse.Namespace) -> Ending:
    from engross.pipeline.archived import verify_bag

    if options.source or options.certificate:
        raise UsageError(finding("E006", Place(str(options.pdf))))
    return _reported(verify_bag(options.pdf, conformance=options.conformance), options)


def _reported(report: "Report", options: argparse.Namespace) -> Ending:
    from engross.verification.rendering import to_json, to_table

    return Ending(to_json(report) if options.json else to_table(report), failed=report.failed)


def lint(options: argparse.Namespace) -> Ending:
    """Print the findings on the sources; one that cannot be read does not hide the others."""
    from engross.pipeline import lint as run
    from engross.reading.sources import discover

    sources = discover(options.sources)
    found: list[Finding] = []
    errors: list[EngrossError] = []
    for source in sources:
        try:
            found.extend(run(source))
        except EngrossError as error:
            errors.append(error)
    failed = any(one.severity is Severity.ERROR for one in found)
    if options.json:
        from engross.verification.rendering import finding_values

        output = "".join(_json_line(finding_values(one)) for one in found)
    elif options.sarif:
        from engross.cli.sarif import as_sarif

        files = {name: path for source in sources for name, path in source.files.items()}
        told = (*found, *(one for error in errors for one in error.findings))
        output = as_sarif(told, files, complete=not errors)
    else:
        output = as_table(found, len(sources))
    return Ending(output, tuple(errors), failed=failed)


def diff(options: argparse.Namespace) -> Ending:
    """Compare two versions and show where they differ."""
    from engross.collation.as_json import to_json
    from engross.collation.as_text import COLOURED, PLAIN, to_text
    from engross.pipeline import collate

    collation = collate(options.a, options.b)
    if options.json:
        output = to_json(collation)
    else:
        output = to_text(collation, COLOURED if takes_colours() else PLAIN)
    if options.html:
        from engross.collation.as_html import to_html
        from engross.placing import put

        page = to_html(collation, templates=TEMPLATES, styles=STYLES)
        if str(options.html) == "-":
            output = page
        else:
            put(options.html, page.encode(errors="backslashreplace"))
    return Ending(output, failed=not collation.equal)


def explain(options: argparse.Namespace) -> Ending:
    """Print what the catalogue knows of a code."""
    from engross.findings.catalogue import ENTRIES

    entry = ENTRIES.get(options.code.upper())
    if entry is None:
        raise UsageError(finding("E001", code=options.code, known=", ".join(sorted(ENTRIES))))
    parts = [f"{entry.code} ({entry.severity})", entry.message, entry.explanation, entry.hint]
    if "{" in entry.message + entry.hint:
        parts.append("Words in braces stand for the particulars of the case.")
    return Ending("\n\n".join(parts) + "\n")


def _json_line(values: object) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"
