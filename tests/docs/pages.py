"""The pages of the documentation, and what the tests look for in them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def tables(page: str) -> list[list[list[str]]]:
    """Return every table of a page: its rows, the head first, each a list of cells without code marks."""
    blocks = re.findall(r"(?:^\|.*\|\n)+", page, re.MULTILINE)
    return [
        [
            [cell.strip() for cell in line.strip("|").split(" | ")]
            for line in block.splitlines()
            if not re.fullmatch(r"[|\s-]+", line)
        ]
        for block in blocks
    ]


def table(page: str, *head: str) -> list[list[str]]:
    """Return the rows of the one table that has ``head`` as the names of its columns."""
    (found,) = [rows for rows in tables(page) if rows[0] == list(head)]
    return found[1:]


def code(cell: str) -> list[str]:
    """Return what stands as code in a cell or a page."""
    return re.findall(r"`([^`\n]+)`", cell)


def blocks(page: str, language: str) -> list[str]:
    """Return the fenced blocks in ``language``."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
