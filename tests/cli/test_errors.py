"""Errors: the exit code of the contract, and a message with what happened, where, and what to do next."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from engross.cli.telling import as_text
from engross.findings import Place, finding
from tests.cli.conftest import TEXT, Engross


@dataclass(frozen=True)
class Bad:
    """A bad source: its name, bytes (None for no file) and metadata; how it ends, and what is told where."""

    name: str
    data: bytes | None
    exit_code: int
    code: str
    place: str
    metadata: str = ""


GOOD = TEXT.encode()
ZERO_WIDTH = TEXT.replace("архивов -", "архи\u200bвов -").encode()
BAD_SOURCES = {
    "a path that is not there": Bad("a.txt", None, 3, "R001", "a.txt"),
    "a Word file": Bad("a.docx", b"PK\x03\x04", 3, "R002", "a.docx"),
    "an empty file": Bad("a.txt", b" \n\n", 3, "R010", "a.txt"),
    "no body": Bad("a.txt", "ЗАЯВЛЕНИЕ\n\n17 июля 2017 года\n".encode(), 3, "R011", "a.txt:3: 17 июля 2017"),
    "a PDF named .txt": Bad("a.txt", b"%PDF-1.7\n", 3, "R012", "a.txt"),
    "bytes that are no UTF-8": Bad("a.txt", GOOD[:-2] + b"\xff\xfe.\n", 3, "R013", "a.txt:10:"),
    "an open string": Bad("a.txt", GOOD, 3, "M001", "a.toml:1:", 'place = "Минск'),
    "an unknown key": Bad("a.txt", GOOD, 3, "M003", 'a.toml:1: kin = "order"', 'kin = "order"'),
    "a value of another type": Bad("a.txt", GOOD, 3, "M004", "a.toml:2: place = 5", "\nplace = 5"),
    "an unknown house style": Bad("a.txt", GOOD, 3, "M006", 'a.toml:1: style = "x"', 'style = "x"'),
    "a zero-width space": Bad("a.txt", ZERO_WIDTH, 4, "R015", "a.txt:8:41: - представители архи<U+200B>вов"),
    "a character without a glyph": Bad("a.txt", GOOD + "\n文.\n".encode(), 5, "G001", "a.txt:12: 文"),
}


@pytest.mark.parametrize("bad", BAD_SOURCES.values(), ids=BAD_SOURCES)
def test_a_bad_source_is_told_with_its_place_and_what_to_do(
    engross: Engross, sources: Path, bad: Bad
) -> None:
    if bad.data is not None:
        (sources / bad.name).write_bytes(bad.data)
    if bad.metadata:
        (sources / bad.name).with_suffix(".toml").write_text(bad.metadata, encoding="utf-8")
    ended = engross("build", bad.name, "-o", "out")
    assert (ended.code, ended.output) == (bad.exit_code, "")
    what, where, then = ended.errors.splitlines()[:3]
    assert re.fullmatch(rf"error {bad.code}: .+", what)
    assert where.startswith(f"  at {bad.place}")
    assert re.fullmatch(r"  [A-Z].*", then)
    assert not list(sources.glob("out/*"))


def test_every_character_without_a_glyph_is_named(engross: Engross, sources: Path) -> None:
    (sources / "zh.txt").write_text(TEXT.replace("подлинника", "正文"), encoding="utf-8")
    errors = engross("build", "zh.txt", "-o", "out").errors
    assert "U+6B63 CJK UNIFIED IDEOGRAPH-6B63" in errors
    assert "U+6587 CJK UNIFIED IDEOGRAPH-6587" in errors


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("frobnicate",),
        ("build",),
        ("build", "my.txt", "--edition"),
        ("verify",),
        ("verify", "a.pdf", "b.pdf"),
        ("lint",),
        ("explain",),
        ("--unknown",),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_in_2_and_shows_the_usage(engross: Engross, arguments: tuple[str, ...]) -> None:
    ended = engross(*arguments)
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.startswith("usage: engross ")
    assert "error: " in ended.errors


def test_two_sources_of_one_name_are_wrong_usage(engross: Engross, sources: Path) -> None:
    (sources / "a").mkdir()
    (sources / "a" / "my.txt").write_text(TEXT, encoding="utf-8")
    ended = engross("build", "my.txt", "a/my.txt", "-o", "out")
    assert ended.code == 2
    assert ended.errors.startswith("error R005: two sources have the name my: my.txt and a/my.txt")


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("of a test")


def test_a_defect_ends_in_70_without_a_traceback(engross: Engross, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engross.reading.sources.discover", broken)
    ended = engross("lint", "my.txt")
    assert ended.code == 70
    assert ended.errors.startswith("error E900: a defect of Engross: ZeroDivisionError: of a test\n  Run the")


def test_debug_shows_the_traceback_of_a_defect(engross: Engross, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engross.reading.sources.discover", broken)
    assert "Traceback (most recent call last)" in engross("--debug", "lint", "my.txt").errors


def test_debug_shows_the_traceback_of_an_error(engross: Engross) -> None:
    assert "Traceback" in engross("--debug", "lint", "missing.txt").errors
    assert "Traceback" not in engross("lint", "missing.txt").errors


def test_an_interruption_ends_as_shells_expect(engross: Engross, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("engross.reading.sources.discover", interrupted)
    assert engross("lint", "my.txt").code == 130


def test_a_finding_without_place_or_hint_is_one_line() -> None:
    assert as_text(finding("L020")).count("\n") == 1
    assert as_text(finding("L020", Place("a.txt", 3, 7))).splitlines()[1] == "  at a.txt:3:7"
