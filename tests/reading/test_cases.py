"""Golden cases of reading: a folder each, ``source.txt`` or ``source.md``, ``source.toml`` if need be.

``expected.json`` is what must come of it.

``pytest --update-golden`` writes the expected files anew; read the difference before committing it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from engross.errors import EngrossError
from engross.model.document import Document, Metadata, Paragraph
from engross.reading import Source, read
from engross.reading.sources import SUFFIXES

_CASES = sorted(Path(__file__).with_name("cases").iterdir())
_DEFAULTS = Metadata(kind="document", title="", language="ru", style="intergovernmental")


def _metadata(metadata: Metadata) -> dict[str, Any]:
    """Return what differs from the defaults."""
    values = {key: getattr(metadata, key) for key in Metadata.__slots__}
    return {
        key: list(value) if isinstance(value, tuple) else str(value)
        for key, value in values.items()
        if value != getattr(_DEFAULTS, key)
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "metadata": _metadata(document.metadata),
        "heading": [f"{line.line} {line.requisite}: {line.text}" for line in document.heading],
        "body": [_part(part) for part in document.body],
        "findings": [f"{found.code} {found.place}: {found.message}" for found in document.findings],
    }


def _part(part: Paragraph) -> str:
    heading = f"{'#' * part.level} " if part.level else ""
    voices = "".join(f" [{span.voice}: {part.text[span.start : span.end]}]" for span in part.spans)
    within = "".join(f"{group.grouping} {group.number}, " for group in part.within)
    return f"{part.line}: {within}{heading}{part.text}{voices}"


def _outcome(case: Path) -> dict[str, Any]:
    metadata = case / "source.toml"
    try:
        (text,) = (file for file in case.glob("source.*") if file.suffix in SUFFIXES)
        return _document(read(Source("source", text, metadata if metadata.exists() else None)))
    except EngrossError as error:
        return {
            "error": type(error).__name__,
            "findings": [
                f"{found.code} {found.place}: {found.message} [{found.hint}]" for found in error.findings
            ],
        }


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_source_is_read_as_expected(case: Path, request: pytest.FixtureRequest) -> None:
    outcome = _outcome(case)
    expected = case / "expected.json"
    if request.config.getoption("--update-golden"):
        expected.write_text(json.dumps(outcome, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert outcome == json.loads(expected.read_text(encoding="utf-8"))
