"""The catalogue of findings and the code that reports them are the same set."""

import re
import string

import pytest

from engross.findings import (
    Entry,
    Severity,
    attachments,
    bag,
    certificate,
    claims,
    environment,
    fonts,
    reading,
    setting,
    text,
    typesetting,
    verification,
)
from engross.findings.catalogue import ENTRIES
from tests.architecture.code import modules, strings

CODE = re.compile(r"[A-Z]\d{3}")
TABLES = (
    reading,
    setting,
    text,
    typesetting,
    verification,
    fonts,
    claims,
    certificate,
    bag,
    attachments,
    environment,
)
ALL = pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.code)


def used() -> set[str]:
    return {
        value
        for module in modules()
        if module.part != "findings"
        for _, value in strings(module)
        if CODE.fullmatch(value)
    }


def test_every_code_that_is_used_is_in_the_catalogue() -> None:
    assert used() - ENTRIES.keys() == set()


def test_every_code_of_the_catalogue_is_used() -> None:
    assert ENTRIES.keys() - used() == set()


def test_no_code_is_given_twice() -> None:
    codes = [entry.code for table in TABLES for entry in table.ENTRIES]
    assert sorted(codes) == sorted(set(codes))


def test_every_family_is_explained_where_the_catalogue_begins() -> None:
    from engross.findings import catalogue

    explained = set(re.findall(r"\b([A-Z]) [a-z]", catalogue.__doc__ or ""))
    assert {code[0] for code in ENTRIES} <= explained


@ALL
def test_a_code_is_a_family_and_three_digits(entry: Entry) -> None:
    assert CODE.fullmatch(entry.code)


@ALL
def test_an_entry_says_what_happened_what_it_means_and_what_to_do(entry: Entry) -> None:
    assert entry.message
    assert not entry.message.endswith(".")
    assert entry.explanation.endswith(".")
    assert entry.hint.endswith((".", ")", "!"))
    assert isinstance(entry.severity, Severity)


@ALL
def test_message_and_hint_name_their_particulars(entry: Entry) -> None:
    for words in (entry.message, entry.hint):
        for _, name, form, _ in string.Formatter().parse(words):
            assert name is None or (name.isidentifier() and not form)
