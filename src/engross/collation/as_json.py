"""A collation for programs."""

import json
from typing import Any

from engross.characters import name
from engross.collation.collating import Collation, Difference
from engross.collation.words import around, unit
from engross.model.version import Version

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
    before, after = around(collation, difference)
    return {
        "before": before,
        "a": _side(collation.left, difference.left, difference.edit.gone),
        "b": _side(collation.right, difference.right, difference.edit.new),
        "after": after,
    }


def _side(version: Version, place: int | None, text: str) -> dict[str, Any]:
    return {unit(version): place, "text": text, "characters": [name(character) for character in text]}
