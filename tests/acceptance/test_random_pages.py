"""docs/acceptance.md, A9 to A11, on documents that nobody has looked at: paragraphs of any length."""

import json
import random
import re
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from engross.cli import main
from engross.reading import discover, read
from tests.acceptance.measure import Measured
from tests.acceptance.test_breaks import hyphenated
from tests.engrossing import TEXTS
from tests.extractors import EXTRACTORS, assert_same_text

LEADING = 18.2
REPORTED = ("L020", "L022", "L023", "L024", "L025", "L026", "L027")
SIGNATURES = ["За Сторону А", "И. И. Иванов", "За Сторону Б", "П. П. Петров"]


def _document(seed: int) -> tuple[str, int]:
    """Return a text of paragraphs of random lengths, and how many signatures end it."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = re.findall(r"[^\W\d_]{1,24},?(?=\s)", (TEXTS / "ru-8.txt").read_text(encoding="utf-8"))
    paragraphs: list[str] = []
    for _ in range(chance.randint(8, 30)):
        length = chance.choice((4, 15, 30, 60, 90, 250))
        text = " ".join(chance.choices(words, k=chance.randint(2, length))).rstrip(",")
        # Some lead in the next one, but not several in a row: those would be a list.
        leads_in = len(text) < 50 and chance.random() < 0.5 and paragraphs[-1:] and paragraphs[-1][-1] == "."
        ending = "" if leads_in else "."
        paragraphs.append(text.capitalize() + ending)
    paragraphs[-1] = paragraphs[-1].rstrip(".") + "."
    signatures = SIGNATURES[: chance.choice((0, 2, 4))]
    heading = ["ЗАЯВЛЕНИЕ", "участников совещания", "17 июля 2017 года", "город Минск"]
    return "\n\n".join([*heading, *paragraphs, *signatures]) + "\n", len(signatures)


@pytest.mark.parametrize("seed", range(12))
def test_pages_of_random_texts_have_no_flaw_that_is_not_told(seed: int, tmp_path: Path) -> None:
    source = tmp_path / "random.txt"
    text, signatures = _document(seed)
    source.write_text(text, encoding="utf-8")
    (tmp_path / "random.toml").write_text('paragraphs = "blank"\n', encoding="utf-8")
    assert main(["build", "--no-verapdf", "-o", str(tmp_path), str(source)]) == 0
    report = json.loads((tmp_path / "random.report.json").read_text(encoding="utf-8"))
    assert not [found["code"] for found in report["findings"] if found["code"] in REPORTED]
    measured = Measured(tmp_path / "random.pdf")
    assert _flaws(measured, signatures) == []
    top = measured.lines[0].baseline
    for line in measured.lines:
        off = (top - line.baseline) / LEADING
        assert off == pytest.approx(round(off), abs=0.01), line
    for extractor in EXTRACTORS:
        pages = extractor.extract(tmp_path / "random.pdf")
        assert_same_text(read(*discover([source])).text, pages, extractor.quirks)


def _flaws(measured: Measured, signatures: int) -> list[str]:
    paragraphs = measured.paragraphs
    text = paragraphs[: len(paragraphs) - signatures]
    last_page = len(measured.glyphs)
    ends = [above for above, below in pairwise(measured.lines) if above.page != below.page]
    flaws = [f"a hyphen: {line}" for line in ends if hyphenated(line)]
    for lines in text:
        parts = [list(part) for _, part in groupby(lines, lambda line: line.page)]
        if len(parts) > 1 and min(map(len, parts)) < 2:
            flaws.append(f"a line alone: {lines[0]}")
    flaws += [f"a lead-in: {line}" for line in ends if len(line.text) < 50 and not line.text.endswith(".")]
    if last_page > 1 and sum(line.page == last_page for lines in text for line in lines) < 2:
        flaws.append("a last page without text")
    if len({lines[0].page for lines in paragraphs[len(text) :]} | {text[-1][-1].page}) > 1:
        flaws.append("signatures apart")
    return flaws
