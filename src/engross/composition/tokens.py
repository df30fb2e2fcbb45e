"""Reading a house style: the tokens of its style sheets, so that CSS and line breaking share one truth.

Only ``--name: value;``, ``@import url(...)`` and ``@font-face`` are understood; all else is the engine's.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from engross.errors import SourceError
from engross.findings import Place, finding
from engross.model.style import ANY_LANGUAGE, Face, Spacing, Style

_IMPORT = re.compile(r"@import url\(([^)]+)\)")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
_FACE = re.compile(r"@font-face\s*{([^}]+)}")
_DESCRIPTOR = re.compile(r"([\w-]+):\s*([^;]+);")
_FAMILIES = re.compile(r"font-families(?:-(\w+))?")
_NAME = re.compile(r'"([^"]+)"')
_HANG = "hang-"
_LENGTH = re.compile(r"(-?[\d.]+)(mm|pt|em)")
_POINTS = {"mm": 72 / 25.4, "pt": 1.0, "em": 1.0}
# What the values of font-variant-ligatures switch off (CSS Fonts Level 3, 6.4).
_LIGATURES_OFF = {"normal": (), "none": ("liga", "clig", "dlig", "hlig", "calt")}


def style_sheet(name: str, styles: Path) -> Path:
    """Return the main style sheet of the house style ``name`` under ``styles``."""
    # Looked up, and never made a path: the name may come from anyone.
    known = {sheet.stem: sheet for sheet in sorted((styles / "house").glob("*.css"))}
    if name not in known:
        raise SourceError(finding("L003", Place(excerpt=name), style=name, known=", ".join(known)))
    return known[name]


@cache
def load_style(name: str, styles: Path) -> Style:
    """Return the house style ``name``, read once a process."""
    sheets = tuple(_sheets(style_sheet(name, styles)))
    tokens = {token: value for _, css in sheets for token, value in _TOKEN.findall(css)}

    def length(token: str) -> float:
        match = _LENGTH.fullmatch(tokens[token])
        assert match, f"--{token} is no length"
        return float(match[1]) * _POINTS[match[2]]

    declared = tuple(face for folder, css in sheets for face in _faces(folder, css))
    orders = {
        match[1] or ANY_LANGUAGE: tuple(_NAME.findall(value))
        for token, value in tokens.items()
        if (match := _FAMILIES.fullmatch(token))
    }
    families = frozenset(family for order in orders.values() for family in order)
    return Style(
        name=name,
        measure=length("paper-width") - length("margin-left") - length("margin-right"),
        indent=length("indent"),
        font_size=length("font-size"),
        kind_spacing=length("kind-spacing"),
        rows=int(
            (length("paper-height") - length("margin-top") - length("margin-bottom")) / length("leading")
        ),
        fewest_lines=int(tokens["fewest-lines"]),
        lines_after_title=int(tokens["lines-after-title"]),
        lines_before_text=int(tokens["lines-before-text"]),
        lines_before_heading=int(tokens["lines-before-heading"]),
        hyphenates=tokens["hyphenation"] != "none",
        spacing=Spacing(
            letters=length("letter-limit"),
            expansion=float(tokens["expansion-limit"].replace("none", "0")),
            steps=round(length("letter-limit") / length("letter-step")),
            stretch=length("space-stretch"),
            shrink=length("space-shrink"),
            tolerance=float(tokens["tolerance"]),
            loosest=float(tokens["loosest"]),
        ),
        hangs=tuple(
            (token.removeprefix(_HANG), length(token))
            for token in tokens
            if token.startswith(_HANG) and tokens["protrusion"] != "none"
        ),
        strong_weight=tokens["strong-weight"],
        orders=tuple(orders.items()),
        families=families,
        declared=declared,
        faces=tuple(face.file for face in declared if face.family in families),
        features_off=_LIGATURES_OFF[tokens["ligatures"]],
    )


def _sheets(sheet: Path) -> Iterator[tuple[Path, str]]:
    """Yield the folder and the text of what ``sheet`` imports, then its own: what comes last wins."""
    css = sheet.read_text(encoding="utf-8")
    for name in _IMPORT.findall(css):
        yield from _sheets(sheet.parent / name)
    yield sheet.parent, css


def _faces(folder: Path, css: str) -> Iterator[Face]:
    """Yield the faces that the sheet ``css`` in ``folder`` declares."""
    for rule in _FACE.findall(css):
        descriptors = dict(_DESCRIPTOR.findall(rule))
        yield Face(
            family=descriptors["font-family"].strip('"'),
            weight=descriptors.get("font-weight", "normal"),
            slope=descriptors.get("font-style", "normal"),
            file=(folder / descriptors["src"].removeprefix("url(").rstrip(")")).resolve(),
        )
