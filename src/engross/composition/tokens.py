"""Reading a house style: the tokens of its style sheets, so that CSS and line breaking share one truth.

Only ``--name: value;`` declarations and ``@import url(...)`` are understood; all else is the engine's.
"""

import re
from functools import cache
from pathlib import Path

from engross.errors import SourceError
from engross.findings import Place, finding
from engross.model.style import Style

_IMPORT = re.compile(r"@import url\(([^)]+)\)")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
_LENGTH = re.compile(r"(-?[\d.]+)(mm|pt|em)")
_POINTS = {"mm": 72 / 25.4, "pt": 1.0, "em": 1.0}


def style_sheet(name: str, styles: Path) -> Path:
    """Return the main style sheet of the house style ``name`` under ``styles``."""
    path = styles / "house" / f"{name}.css"
    if not path.is_file():
        known = ", ".join(sorted(sheet.stem for sheet in (styles / "house").glob("*.css")))
        raise SourceError(finding("L003", Place(excerpt=name), style=name, known=known))
    return path


@cache
def load_style(name: str, styles: Path) -> Style:
    """Return the house style ``name``, read once a process."""
    tokens = _tokens(style_sheet(name, styles))

    def length(token: str) -> float:
        match = _LENGTH.fullmatch(tokens[token])
        assert match, f"--{token} is no length"
        return float(match[1]) * _POINTS[match[2]]

    return Style(
        name=name,
        measure=length("paper-width") - length("margin-left") - length("margin-right"),
        indent=length("indent"),
        font_size=length("font-size"),
        leading=length("leading"),
        kind_spacing=length("kind-spacing"),
        families=frozenset({tokens["font-family"].strip('"')}),
    )


def _tokens(sheet: Path) -> dict[str, str]:
    """Return the tokens of ``sheet`` and of what it imports; its own come last and win."""
    css = sheet.read_text(encoding="utf-8")
    tokens: dict[str, str] = {}
    for name in _IMPORT.findall(css):
        tokens.update(_tokens(sheet.parent / name))
    tokens.update(_TOKEN.findall(css))
    return tokens
