"""Reading a house style: the tokens of its style sheets, so that CSS and line breaking share one truth.

Only ``--name: value;``, ``@import url(...)`` and ``@font-face`` are understood; all else is the engine's.
"""

import re
from functools import cache
from pathlib import Path

from engross.errors import SourceError
from engross.findings import Place, finding
from engross.model.style import Style

_IMPORT = re.compile(r"@import url\(([^)]+)\)")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
_FACE = re.compile(r"@font-face\s*{([^}]+)}")
_DESCRIPTOR = re.compile(r"([\w-]+):\s*([^;]+);")
_UPRIGHT = "normal"
_LENGTH = re.compile(r"(-?[\d.]+)(mm|pt|em)")
_POINTS = {"mm": 72 / 25.4, "pt": 1.0, "em": 1.0}
# What the values of font-variant-ligatures switch off (CSS Fonts Level 3, 6.4).
_LIGATURES_OFF = {"normal": (), "none": ("liga", "clig", "dlig", "hlig", "calt")}


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

    faces = _faces(style_sheet(name, styles))
    family = tokens["font-family"].strip('"')

    def length(token: str) -> float:
        match = _LENGTH.fullmatch(tokens[token])
        assert match, f"--{token} is no length"
        return float(match[1]) * _POINTS[match[2]]

    return Style(
        name=name,
        measure=length("paper-width") - length("margin-left") - length("margin-right"),
        indent=length("indent"),
        font_size=length("font-size"),
        kind_spacing=length("kind-spacing"),
        hyphenates=tokens["hyphenation"] != "none",
        text=faces[family, _UPRIGHT, "normal"],
        strong=faces[family, _UPRIGHT, tokens["strong-weight"]],
        families=frozenset({family}),
        faces=tuple(file for (declared, _, _), file in faces.items() if declared == family),
        features_off=_LIGATURES_OFF[tokens["ligatures"]],
    )


def _faces(sheet: Path) -> dict[tuple[str, str, str], Path]:
    """Return the font files that ``sheet`` and what it imports declare, by family, style and weight."""
    css = sheet.read_text(encoding="utf-8")
    faces: dict[tuple[str, str, str], Path] = {}
    for name in _IMPORT.findall(css):
        faces.update(_faces(sheet.parent / name))
    for rule in _FACE.findall(css):
        descriptors = dict(_DESCRIPTOR.findall(rule))
        key = (
            descriptors["font-family"].strip('"'),
            descriptors.get("font-style", _UPRIGHT),
            descriptors.get("font-weight", "normal"),
        )
        faces[key] = (sheet.parent / descriptors["src"].removeprefix("url(").rstrip(")")).resolve()
    return faces


def _tokens(sheet: Path) -> dict[str, str]:
    """Return the tokens of ``sheet`` and of what it imports; its own come last and win."""
    css = sheet.read_text(encoding="utf-8")
    tokens: dict[str, str] = {}
    for name in _IMPORT.findall(css):
        tokens.update(_tokens(sheet.parent / name))
    tokens.update(_TOKEN.findall(css))
    return tokens
