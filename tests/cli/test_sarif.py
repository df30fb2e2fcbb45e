"""``engross lint --sarif``: a log as SARIF 2.1.0 has it, with each finding at its place in the source."""

import json
from pathlib import Path
from typing import Any

import pytest

from engross.cli.sarif import as_sarif
from engross.findings import Place, finding
from engross.findings.catalogue import ENTRIES
from tests.cli.conftest import TEXT, Engross


@pytest.fixture
def run(engross: Engross) -> dict[str, Any]:
    """The one run of the log on ``my.txt``."""
    log = json.loads(engross("lint", "my.txt", "--sarif").output)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_the_tool_has_its_name_and_version(run: dict[str, Any]) -> None:
    driver = run["tool"]["driver"]
    assert driver["name"] == "Engross"
    assert driver["version"]
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_each_rule_is_that_of_the_catalogue(run: dict[str, Any]) -> None:
    for rule in run["tool"]["driver"]["rules"]:
        entry = ENTRIES[rule["id"]]
        assert rule["shortDescription"]["text"] == entry.message
        assert rule["fullDescription"]["text"] == entry.explanation
        assert rule["help"]["text"] == entry.hint
        assert rule["defaultConfiguration"]["level"] == entry.severity


def test_each_result_names_its_rule_and_its_level(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        assert result["message"]["text"]


def test_a_finding_is_at_its_line_and_column_in_code_points(engross: Engross, sources: Path) -> None:
    text = TEXT.replace("Участники совещания - представители", "𝔸 совещания - представители")
    (sources / "my.txt").write_text(text, encoding="utf-8")
    (run,) = json.loads(engross("lint", "my.txt", "--sarif").output)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    (hyphen, *_) = [one for one in run["results"] if one["ruleId"] == "S001"]
    (place,) = hyphen["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "my.txt"},
        "region": {"startLine": 8, "startColumn": 13},
    }


def test_a_file_is_named_by_its_address_from_the_current_folder(engross: Engross, sources: Path) -> None:
    folder = sources / "документы 1" / "doc"
    folder.mkdir(parents=True)
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    (folder / "document.toml").write_text('title = "О мерах"\n', encoding="utf-8")
    (run,) = json.loads(engross("lint", "документы 1", "--sarif").output)["runs"]
    addresses = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for one in run["results"]
        for place in one.get("locations", ())
    }
    assert addresses == {
        "%D0%B4%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82%D1%8B%201/doc/text.txt",
    }


def test_a_finding_on_a_page_says_the_page_and_stands_at_its_paragraph() -> None:
    place = Place("my.txt", 12, page=2)
    found = finding("L021", place)
    (result,) = json.loads(as_sarif([found], {"my.txt": Path("my.txt")}, complete=True))["runs"][0]["results"]
    assert result["message"]["text"].startswith("page 2: ")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 12}


def test_a_source_that_cannot_be_read_is_an_error_in_the_log(engross: Engross, sources: Path) -> None:
    (sources / "empty.txt").write_text("", encoding="utf-8")
    ended = engross("lint", "my.txt", "empty.txt", "--sarif")
    (run,) = json.loads(ended.output)["runs"]
    assert ended.code == 3
    assert run["invocations"] == [{"executionSuccessful": False}]
    assert ("R010", "error") in {(one["ruleId"], one["level"]) for one in run["results"]}


def test_json_and_sarif_exclude_each_other(engross: Engross) -> None:
    assert engross("lint", "my.txt", "--json", "--sarif").code == 2
