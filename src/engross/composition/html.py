"""Filling the template of a kind of document: Jinja2, everything escaped, nothing undefined."""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2

_GENERAL = "document.html"


def fill(kind: str, templates: Path, **values: Any) -> str:
    """Return the HTML of the entry template for ``kind``, or of the general one, filled with ``values``."""
    template = _environment(templates).select_template([f"{kind}.html", _GENERAL])
    return template.render(values)


@cache
def _environment(templates: Path) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
