"""The founding document: kept byte for byte, and read as what it is."""

import datetime
import hashlib
from pathlib import Path

from engross.findings import Severity
from engross.model.document import Document
from engross.reading import discover, read

_DATA = Path(__file__).parents[2] / "data"
_FOLDER = _DATA / "statement-csto-2017-07-17"
_TEXT = _FOLDER / "000_6e9320f1fd6442df.txt"


def _document() -> Document:
    (source,) = discover([_FOLDER])
    return read(source)


def test_the_source_is_byte_for_byte_as_it_arrived() -> None:
    digest = hashlib.sha256(_TEXT.read_bytes()).hexdigest()
    assert digest == "f4cbf5af4cde0807d2fcffd81b8f19540149ac5266b18dceef90bf7d243dc40b"


def test_git_never_changes_the_line_ends_of_sources() -> None:
    attributes = (_DATA.parent / ".gitattributes").read_text(encoding="utf-8")
    assert "data/** -text" in attributes


def test_the_heading_block_is_kind_three_title_lines_date_and_place() -> None:
    lines = [(line.requisite.value, line.text, line.line) for line in _document().heading]
    assert lines == [
        ("kind", "ЗАЯВЛЕНИЕ", 1),
        ("title", "министров иностранных дел государств\u00a0–\u00a0членов", 2),
        ("title", "Организации Договора о коллективной безопасности", 3),
        ("title", "о совместных мерах по обеспечению информационной безопасности", 4),
        ("date", "17 июля 2017 года", 5),
        ("place", "город Минск", 6),
    ]


def test_the_body_is_nine_paragraphs_from_their_lines() -> None:
    assert [paragraph.line for paragraph in _document().body] == [7, 9, 11, 13, 15, 17, 19, 21, 23]


def test_the_metadata_are_those_of_the_text_and_of_the_file() -> None:
    metadata = _document().metadata
    assert (metadata.kind, metadata.language, metadata.style) == ("statement", "ru", "intergovernmental")
    assert (metadata.date, metadata.place) == (datetime.date(2017, 7, 17), "Минск")
    assert metadata.identifier == "000_6e9320f1fd6442df"
    assert len(metadata.authors) == 1
    assert metadata.title == (
        "ЗАЯВЛЕНИЕ министров иностранных дел государств – членов Организации Договора о коллективной"
        " безопасности о совместных мерах по обеспечению информационной безопасности"
    )


def test_the_one_dash_with_other_spaces_and_the_trailing_spaces_are_noted() -> None:
    noted = [(found.code, found.place.line) for found in _document().findings if found.code[0] == "S"]
    assert noted == [("S009", 23), ("S010", 13), ("S010", 15), ("S010", 17), ("S010", 19)]


def test_nothing_in_it_is_worth_more_than_a_note() -> None:
    assert {found.severity for found in _document().findings} == {Severity.NOTE}
