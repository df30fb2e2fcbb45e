"""The page of acceptance names the tests that there are, and what cites it cites a number that it has."""

import re

from tests.docs.pages import DOCS, ROOT, code, table, text

ROWS = {
    number: code(proof)[0]
    for number, _, _, proof in table(text(DOCS / "acceptance.md"), "number", "what", "passes", "proved by")
}
CITATION = re.compile(r"docs/acceptance\.md, (A\d+)(?: to (A\d+)| and (A\d+))?|(A\d+) of docs/acceptance\.md")


def test_every_number_of_a_test_is_on_the_page_with_its_file() -> None:
    proved = {
        (f"A{number}", path.relative_to(ROOT).as_posix())
        for path in (ROOT / "tests" / "acceptance").glob("test_*.py")
        for number in re.findall(r"^def test_a(\d+)_", text(path), re.MULTILINE)
    }
    assert proved == {row for row in ROWS.items() if row[1].startswith("tests/acceptance/")}


def test_every_file_that_the_page_names_exists() -> None:
    files = [name for name in code(text(DOCS / "acceptance.md")) if name.startswith("tests/")]
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_every_number_that_is_cited_is_on_the_page() -> None:
    cited = {
        (path.relative_to(ROOT).as_posix(), number)
        for folder in ("src", "tests")
        for path in (ROOT / folder).rglob("*.py")
        for found in CITATION.findall(text(path))
        for number in found
        if number
    }
    assert cited
    assert {(path, number) for path, number in cited if number not in ROWS} == set()
