"""Templates decide nothing and hold no CSS; style sheets take every size and colour from the tokens."""

import re
from pathlib import Path

import pytest

from engross.resources import STYLES, TEMPLATES
from tests.architecture.code import PACKAGE

SCREEN = STYLES / "screen"
TOKENS = STYLES / "tokens.css"
ALL_TOKENS = (TOKENS, SCREEN / "tokens.css")
SHEETS = sorted(
    path for path in STYLES.rglob("*.css") if path not in ALL_TOKENS and path.parent.name != "house"
)
LITERAL = re.compile(
    r"(?<![\w.#-])-?\d*\.?\d+(?:mm|cm|in|pt|pc|px|em|rem|ex|ch|lh|vw|vh|%)(?![\w-])|#[0-9a-f]{3,8}\b",
    re.IGNORECASE,
)
COLOUR = re.compile(
    r"^\s*(?:color|background[\w-]*|border(?!-collapse)[\w-]*|fill|stroke)\s*:(?!\s*(?:var\(|inherit|none))",
    re.MULTILINE,
)
WHOLE = "100%"  # all there is: no size that a house style could want to change

OF_LINE_BREAKING = {
    *(
        "letter-limit",
        "expansion-limit",
        "space-stretch",
        "space-shrink",
        "tolerance",
        "loosest",
        "protrusion",
    )
}
"""Tokens by which lines are chosen: the engine gets the lines, and needs none of them."""

LONGEST_SHEET = 70


def css(path: Path) -> str:
    """Return the style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def by_name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("sheet", SHEETS, ids=by_name)
def test_sizes_and_colours_stand_in_the_tokens_only(sheet: Path) -> None:
    assert [found for found in LITERAL.findall(css(sheet)) if found != WHOLE] == []
    assert COLOUR.findall(css(sheet)) == []


@pytest.mark.parametrize("sheet", [*SHEETS, *ALL_TOKENS], ids=by_name)
def test_a_style_sheet_has_one_concern_and_says_which(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    assert text.startswith("/* ")
    assert len(text.splitlines()) <= LONGEST_SHEET


@pytest.mark.parametrize("tokens", ALL_TOKENS, ids=lambda tokens: tokens.parent.name)
def test_every_token_that_is_used_is_declared_and_the_other_way_round(tokens: Path) -> None:
    declared = set(re.findall(r"^\s*--([\w-]+):", css(tokens), re.MULTILINE))
    sheets = [sheet for sheet in SHEETS if sheet.is_relative_to(SCREEN) == tokens.is_relative_to(SCREEN)]
    used = {name for sheet in sheets for name in re.findall(r"var\(--([\w-]+)\)", css(sheet))}
    of_line_breaking = OF_LINE_BREAKING if tokens == TOKENS else frozenset[str]()
    assert used | of_line_breaking == declared
    assert not used & of_line_breaking


def test_the_tokens_of_line_breaking_are_read_where_styles_are_loaded() -> None:
    loader = (PACKAGE / "composition" / "tokens.py").read_text(encoding="utf-8")
    assert [token for token in OF_LINE_BREAKING if f'"{token}"' not in loader] == []


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*")), ids=by_name)
def test_a_template_holds_no_css_and_no_script(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    # Style sheets that go into a page as a whole come from their files.
    text = re.sub(r'<style>\s*(?:{% include "screen/[a-z]+\.css" %}\s*)+</style>', "", text)
    assert not re.search(r"<style|\bstyle\s*=|<script|\bon\w+\s*=", text, re.IGNORECASE)


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*")), ids=by_name)
def test_a_template_escapes_everything(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe|autoescape|Markup", text)


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("[!_]*")), ids=by_name)
def test_an_entry_template_only_includes_partials(template: Path) -> None:
    lines = template.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 12
    assert not [line for line in lines if "{%" in line and "include" not in line]


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*")), ids=by_name)
def test_a_template_adds_no_text_of_its_own(template: Path) -> None:
    bare = re.sub(
        r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>", "", template.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    assert bare.strip() == ""
