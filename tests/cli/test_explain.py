"""``engross explain``: every code of the catalogue, and no other."""

import pytest

from engross.findings import Entry
from engross.findings.catalogue import ENTRIES
from tests.cli.conftest import Engross


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.code)
def test_a_code_is_explained_with_message_meaning_and_what_to_do(engross: Engross, entry: Entry) -> None:
    ended = engross("explain", entry.code)
    assert (ended.code, ended.errors) == (0, "")
    assert ended.output.startswith(f"{entry.code} ({entry.severity})\n")
    for part in (entry.message, entry.explanation, entry.hint):
        assert part in ended.output


def test_small_letters_do(engross: Engross) -> None:
    assert engross("explain", "t001").output == engross("explain", "T001").output


def test_a_code_that_there_is_not_is_answered_with_those_that_there_are(engross: Engross) -> None:
    ended = engross("explain", "Z999")
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.startswith(
        "error E001: there is no finding with the code Z999\n  The codes are: B001, "
    )
