"""``engross lint``: what is inferred and what looks wrong, and no PDF."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Engross


def test_a_finding_is_told_with_its_place_its_text_and_what_to_do(engross: Engross) -> None:
    ended = engross("lint", "my.txt")
    assert (ended.code, ended.errors) == (0, "")
    lines = ended.output.splitlines()
    assert lines[0] == "my.txt"
    (at,) = [at for at, line in enumerate(lines) if line.startswith("  8:21  warning  S001  ")]
    assert (
        "a hyphen between spaces, where a dash may be meant: “Участники совещания - представители"
        in lines[at]
    )
    assert lines[at + 1].strip() == "Write a dash (– or —) in the source, if one is meant."


def test_what_was_inferred_is_told(engross: Engross) -> None:
    printed = engross("lint", "my.txt").output
    for code in ("R102", "R103", "R104", "R105", "R106", "R108", "R109"):
        assert f"  note     {code}  " in printed


def test_the_last_line_sums_the_findings_up(engross: Engross) -> None:
    printed = engross("lint", "my.txt").output
    notes, warnings = printed.count("  note     "), printed.count("  warning  ")
    assert printed.splitlines()[-1] == f"{warnings} warnings, {notes} notes in 1 source"


def test_what_is_wrong_on_the_pages_is_told_with_page_and_line(
    engross: Engross, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engross.verification.setting.WIDEST_SPACE", 0.1)
    found = [json.loads(line) for line in engross("lint", "my.txt", "--json").output.splitlines()]
    (wide, *_) = [each for each in found if each["code"] == "L114"]
    assert wide["severity"] == "warning"
    assert (wide["place"]["line"], wide["place"]["page"]) == (8, 1)
    assert "in line 6 of page 1" in wide["message"]


def test_json_is_one_finding_a_line(engross: Engross) -> None:
    found = [json.loads(line) for line in engross("lint", "my.txt", "--json").output.splitlines()]
    (hyphen, *_) = [each for each in found if each["code"] == "S001"]
    assert list(hyphen) == ["code", "severity", "message", "hint", "place"]
    assert hyphen["severity"] == "warning"
    place = hyphen["place"]
    assert (place["file"], place["line"], place["column"]) == ("my.txt", 8, 21)


def test_one_that_cannot_be_read_does_not_hide_the_others(engross: Engross, sources: Path) -> None:
    (sources / "empty.txt").write_text("", encoding="utf-8")
    ended = engross("lint", "my.txt", "empty.txt")
    assert ended.code == 3
    assert "warning  S001" in ended.output
    assert "error R010" in ended.errors


def test_a_character_without_a_font_is_told(engross: Engross, sources: Path) -> None:
    (sources / "my.txt").write_text(TEXT.replace("Участники", "条 Участники", 1), encoding="utf-8")
    ended = engross("lint", "my.txt")
    assert ended.code == 1
    assert "error    G001  no bundled font has 条" in ended.output


def test_nothing_is_written(engross: Engross, sources: Path) -> None:
    engross("lint", "my.txt")
    assert [path.name for path in sources.iterdir()] == ["my.txt"]


def test_several_sources_are_told_in_their_order(engross: Engross, sources: Path) -> None:
    (sources / "another.txt").write_text(TEXT, encoding="utf-8")
    printed = engross("lint", "my.txt", "another.txt", "--json").output
    files = dict.fromkeys(json.loads(line)["place"]["file"] for line in printed.splitlines())
    assert list(files) == ["my.txt", "another.txt"]
