"""Engross started as its users start it, and the documents that tests of the finished product share."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Sample:
    """A document of the tests.

    It has its source, how many of its lines are the heading, how many pages it fills, its language, and the
    font families that it needs, as a PDF spells them.
    """

    source: Path
    heading_lines: int
    pages: int
    language: str = "ru"
    families: frozenset[str] = frozenset({"PT-Serif"})

    @property
    def name(self) -> str:
        """The name of the files made from it."""
        return self.source.stem if self.source.suffix == ".txt" else self.source.name

    @property
    def text(self) -> str:
        """The text as it stands in the source."""
        file = self.source if self.source.is_file() else next(self.source.glob("*.txt"))
        return file.read_text(encoding="utf-8")

    @property
    def lines(self) -> list[str]:
        """The lines of the source that are not blank."""
        return [" ".join(line.split()) for line in self.text.splitlines() if line.strip()]

    @property
    def heading(self) -> list[str]:
        """The lines of the heading."""
        return self.lines[: self.heading_lines]

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the body: each is one line of the source."""
        return self.lines[self.heading_lines :]


PT, NOTO = frozenset({"PT-Serif"}), frozenset({"Noto-Serif"})
ARMENIAN = frozenset({"Noto-Serif-Armenian"})
FOUNDING = Sample(ROOT / "data" / "statement-csto-2017-07-17", heading_lines=6, pages=2)
SAMPLES = (
    FOUNDING,
    Sample(TEXTS / "ru-1.txt", heading_lines=5, pages=1),
    Sample(TEXTS / "en-3.txt", heading_lines=5, pages=3, language="en"),
    Sample(TEXTS / "ru-3.txt", heading_lines=6, pages=3),
    Sample(TEXTS / "ru-8.txt", heading_lines=5, pages=8),
    Sample(TEXTS / "mixed-1.txt", heading_lines=5, pages=1, families=PT | NOTO | ARMENIAN),
    Sample(TEXTS / "hy-1.txt", heading_lines=4, pages=1, language="hy", families=PT | NOTO | ARMENIAN),
    Sample(TEXTS / "el-1.txt", heading_lines=4, pages=1, language="el", families=NOTO),
    Sample(TEXTS / "vi-1.txt", heading_lines=4, pages=1, language="vi", families=NOTO),
)


def engross(
    *arguments: str | Path,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    umask: int = -1,
) -> subprocess.CompletedProcess[str]:
    """Run ``engross`` with ``arguments`` in a process of its own and return how it ended."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=surroundings(environment),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
        umask=umask,
    )


def command(*arguments: str | Path) -> list[str]:
    """Return the command that runs this checkout's ``engross`` with ``arguments``."""
    return [sys.executable, "-m", "engross", *map(str, arguments)]


def surroundings(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of this process, with this checkout first and ``environment`` on top."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", **(environment or {})}
