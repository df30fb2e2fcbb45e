"""Findings as SARIF 2.1.0 (OASIS): what editors and services for continuous integration show beside a text.

One run; a rule for every code that is reported, with its explanation and hint; addresses are relative to the
current folder. Columns count code points, and the run says so, since the standard's default is UTF-16.
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from engross import __version__
from engross.findings import Entry, Finding, Place
from engross.findings.catalogue import ENTRIES

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(found: Sequence[Finding], files: Mapping[str, Path], *, complete: bool) -> str:
    """Return ``found`` as a SARIF log, ending in a line end.

    ``files`` has the path of each file by the name that findings call it; ``complete`` False says that a
    source could not be read.
    """
    codes = sorted({one.code for one in found})
    run = {
        "tool": {
            "driver": {
                "name": "Engross",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(ENTRIES[code]) for code in codes],
            }
        },
        "invocations": [{"executionSuccessful": complete}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code), files) for one in found],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.code,
        "shortDescription": {"text": entry.message},
        "fullDescription": {"text": entry.explanation},
        "help": {"text": entry.hint},
        "defaultConfiguration": {"level": str(entry.severity)},
    }


def _result(found: Finding, index: int, files: Mapping[str, Path]) -> dict[str, Any]:
    """Return one result; its place on a page has no form in SARIF but the words of the message."""
    page = found.place.page
    message = (
        found.message if not page or f"page {page}" in found.message else f"page {page}: {found.message}"
    )
    values: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": str(found.severity),
        "message": {"text": f"{message}. {found.hint}".rstrip()},
    }
    if found.place.file:
        values["locations"] = [{"physicalLocation": _location(found.place, files)}]
    return values


def _location(place: Place, files: Mapping[str, Path]) -> dict[str, Any]:
    path = files.get(place.file, Path(place.file))
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(os.path.relpath(path)).as_posix())}}
    region = {"startLine": place.line, "startColumn": place.column}
    known = {key: value for key, value in region.items() if value}
    if place.line:
        location["region"] = known
    return location
