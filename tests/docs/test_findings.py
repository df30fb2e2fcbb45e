"""The page of findings is what the catalogue gives."""

import os
import re
import subprocess
import sys

from engross.findings.catalogue import ENTRIES
from tests.docs.pages import DOCS, PAGES, ROOT, page_id, text


def test_the_page_of_findings_is_up_to_date() -> None:
    made = subprocess.run(
        [sys.executable, ROOT / "scripts" / "findings.py"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert text(DOCS / "findings.md") == made, "run python scripts/findings.py > docs/findings.md"


def test_every_code_has_its_section_and_every_section_its_code() -> None:
    assert re.findall(r"^### (\w+)$", text(DOCS / "findings.md"), re.MULTILINE) == sorted(ENTRIES)


def test_no_page_names_a_code_that_there_is_not() -> None:
    named = {
        (page_id(page), found)
        for page in PAGES
        for found in re.findall(r"\b[RMSGLTUFPXCVE]\d{3}\b", text(page))
    }
    assert {(page, found) for page, found in named if found not in ENTRIES} == set()
