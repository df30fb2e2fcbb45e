"""Links resolve, decisions have their form, the changelog begins with this version, the picture is small."""

import re
from pathlib import Path

import pytest

from engross import __version__
from tests.docs.pages import DOCS, PAGES, README, ROOT, page_id, text

LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
WIDEST = 125  # characters, tables apart: a page is read as text too


def anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of ``page``."""
    headings = re.findall(r"^#+ (.*)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_resolve(page: Path) -> None:
    broken = []
    for first, second in LINK.findall(text(page)):
        target, _, anchor = (first or second).partition("#")
        if target.startswith("https://"):
            continue
        file = (page.parent / target) if target else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(first or second)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_a_page_has_one_title_and_no_long_lines(page: Path) -> None:
    lines = text(page).splitlines()
    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines if not line.startswith("# Maintainer")) >= 1
    if page.name != "findings.md":
        assert [line for line in lines if len(line) > WIDEST and not line.startswith("|")] == []


@pytest.mark.parametrize("page", DECISIONS, ids=page_id)
def test_a_decision_has_its_context_decision_and_consequences(page: Path) -> None:
    assert re.findall(r"^## (.*)$", text(page), re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_gaps_and_listed_by_their_titles() -> None:
    listed = re.findall(r"^(\d+)\. \[(.*)\]\((.*)\)$", text(DOCS / "decisions" / "README.md"), re.MULTILINE)
    assert [name for _, _, name in listed] == [page.name for page in DECISIONS]
    for position, (number, title, name) in enumerate(listed, 1):
        assert int(number) == int(name[:4]) == position
        assert text(DOCS / "decisions" / name).startswith(f"# {position}. {title}\n")


def test_the_changelog_begins_with_this_version() -> None:
    changelog = text(ROOT / "CHANGELOG.md")
    released = re.findall(r"^## \[(.*?)\] - (\d{4}-\d\d-\d\d)$", changelog, re.MULTILINE)
    unreleased = re.findall(r"^## (\S+) \(unreleased\)$", changelog, re.MULTILINE)
    headings = re.findall(r"^## \[?([^] ]+)", changelog, re.MULTILINE)
    assert headings == [*unreleased, *(version for version, _ in released)]
    assert headings[0] == __version__
    assert [date for _, date in released] == sorted((date for _, date in released), reverse=True)


def test_the_readme_says_what_matters_on_its_first_screen() -> None:
    screen, _, _ = README.partition("\n## ")
    needed = ("make ", "make test", "**Print**", "**Distribute**", "**Archive**", "engross build my.txt")
    assert [each for each in needed if each not in screen] == []
    assert len(screen.splitlines()) <= 45


def test_the_picture_of_the_first_page_is_small_and_has_a_description() -> None:
    picture = DOCS / "images" / "page-1.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 60_000
    assert re.search(r'src="docs/images/page-1\.png"[^>]*\balt="[^"]{20,}"', README)


def test_glossary_is_in_order() -> None:
    terms = re.findall(r"^\*\*([^.*]+)\.\*\*", text(DOCS / "glossary.md"), re.MULTILINE)
    assert terms == sorted(terms, key=str.lower)
    assert len(terms) > 30
