"""A collation for programs."""

import json
from typing import Any

from engross.characters import name
from engross.collation.collating import Collation, Difference
from engross.differences import excerpt
from engross.model.version import Origin, Version

SCHEMA = 1


def to_json(collation: Collation) -> str:
    """Return ``collation`` as JSON with a stable order of keys, ending in a line end."""
    values = {
        "schema": SCHEMA,
        "equal": collation.equal,
        "identical": collation.identical,
        "a": _version(collation.left),
        "b": _version(collation.right),
        "differences": [_difference(collation, each) for each in collation.differences],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _version(version: Version) -> dict[str, Any]:
    return {"name": version.name, "read": str(version.origin), "language": version.language}


def _difference(collation: Collation, difference: Difference) -> dict[str, Any]:
    row, edit = collation.rows[difference.row], difference.edit
    before, _, _ = excerpt(row.left_text, edit.left, edit.left + len(edit.gone))
    _, _, after = excerpt(row.right_text, edit.right, edit.right + len(edit.new))
    return {
        "before": before,
        "a": _side(collation.left, difference.left, edit.gone),
        "b": _side(collation.right, difference.right, edit.new),
        "after": after,
    }


def _side(version: Version, place: int | None, text: str) -> dict[str, Any]:
    unit = "line" if version.origin is Origin.SOURCE else "page"
    return {unit: place, "text": text, "characters": [name(character) for character in text]}
