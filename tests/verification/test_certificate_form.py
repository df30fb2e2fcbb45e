"""The JSON of a certificate: what is written is read as it was, and what is no certificate is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engross.errors import RefusedError
from engross.model.certificate import Certificate
from engross.verification.certificate_form import LARGEST, parse, to_json

Values = dict[str, Any]


@pytest.fixture(scope="module")
def values(certificate: Certificate) -> Values:
    read = json.loads(to_json(certificate))
    assert isinstance(read, dict)
    return read


def refused(data: bytes) -> tuple[str, str, str]:
    """Return the code, the key and the reason with which ``data`` is refused."""
    with pytest.raises(RefusedError) as raised:
        parse(data, "a.certificate.json")
    (found,) = raised.value.findings
    assert found.place.file == "a.certificate.json"
    return found.code, found.place.excerpt, found.particulars.get("reason", "")


def edited(values: Values, edit: Callable[[Values], None]) -> bytes:
    copy = json.loads(json.dumps(values))
    edit(copy)
    return json.dumps(copy).encode()


def test_what_is_written_is_read_as_it_was(certificate: Certificate) -> None:
    assert parse(to_json(certificate).encode(), "a.json") == certificate


def test_the_keys_are_stable(values: Values) -> None:
    assert list(values) == [
        "schema",
        "name",
        "profile",
        "style",
        "language",
        "source",
        "pdf",
        "text",
        "fonts",
        "versions",
        "proofs",
        "findings",
    ]
    assert list(values["source"]) == ["sha256", "metadata_sha256", "heading_lines", "folding"]
    assert list(values["pdf"]) == ["sha256", "pages", "folding"]
    assert list(values["text"]) == [
        "sha256",
        "characters",
        "letters",
        "words",
        "headings",
        "paragraphs",
        "dashes",
        "quotation_marks",
        "yo",
    ]
    assert list(values["fonts"][0]) == ["name", "file", "sha256"]


def test_nothing_in_it_is_of_the_time_the_machine_or_the_folder(certificate: Certificate) -> None:
    written = to_json(certificate)
    assert str(Path.cwd()) not in written
    assert str(Path.home()) not in written or Path.home() == Path("/")
    assert "date" not in json.loads(written)


NO_JSON = {
    "nothing": b"",
    "a PDF": b"%PDF-1.7\n",
    "bytes that are no UTF-8": b'{"schema": "\xff"}',
    "UTF-16": '{"schema": 1}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"schema": 1}',
    "cut in the middle": b'{"schema": 1, "name": ',
    "two values": b'{"schema": 1} {"schema": 1}',
    "no number": b'{"schema": NaN}',
    "deep nesting": b"[" * 100_000 + b"]" * 100_000,
    "deep nesting of objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a number of a million digits": b'{"schema": ' + b"9" * 1_000_000 + b"}",
    "a key twice": b'{"schema": 1, "schema": 1}',
    "a list": b"[]",
    "null": b"null",
    "a string": b'"schema"',
    "an empty object": b"{}",
    "too large": b" " * (LARGEST + 1),
}


@pytest.mark.parametrize("data", NO_JSON.values(), ids=NO_JSON)
def test_what_is_no_certificate_is_refused_with_its_reason(data: bytes) -> None:
    code, _, reason = refused(data)
    assert code == "V020"
    assert reason


@pytest.mark.parametrize("schema", [0, 2, 10**30, -1])
def test_another_schema_is_refused_as_such(values: Values, schema: int) -> None:
    assert refused(edited(values, lambda copy: copy.update(schema=schema)))[0] == "V021"


ILL_TYPED: dict[str, tuple[Callable[[Values], None], str, str]] = {
    "a schema that is no number": (lambda v: v.update(schema="1"), "schema", "a whole number"),
    "a schema that is true": (lambda v: v.update(schema=True), "schema", "a whole number"),
    "a missing key": (lambda v: v.pop("text"), "text", "missing"),
    "a missing inner key": (lambda v: v["text"].pop("words"), "text.words", "missing"),
    "a key too many": (lambda v: v.update(issued="today"), "issued", "no such key"),
    "an inner key too many": (lambda v: v["pdf"].update(size=1), "pdf.size", "no such key"),
    "text for a count": (lambda v: v["pdf"].update(pages="2"), "pdf.pages", "a whole number"),
    "a fraction for a count": (lambda v: v["pdf"].update(pages=2.0), "pdf.pages", "a whole number"),
    "true for a count": (lambda v: v["text"].update(words=True), "text.words", "a whole number"),
    "less than nothing": (lambda v: v["text"].update(words=-1), "text.words", "from 0 on"),
    "a number for text": (lambda v: v.update(name=1), "name", "a string"),
    "null for a digest": (lambda v: v["pdf"].update(sha256=None), "pdf.sha256", "a string"),
    "an object for a list": (lambda v: v.update(fonts={}), "fonts", "a list"),
    "a list for an object": (lambda v: v.update(versions=[]), "versions", "an object"),
    "an element of another type": (lambda v: v["fonts"].append("PT Serif"), "fonts[2]", "an object"),
    "a kind without a count": (
        lambda v: v["text"]["dashes"][0].pop("count"),
        "text.dashes[0].count",
        "missing",
    ),
    "an outcome that there is not": (
        lambda v: v["proofs"][0].update(outcome="good"),
        "proofs[0].outcome",
        "one of: passed, failed, not verified",
    ),
    "a severity that there is not": (
        lambda v: v["findings"][0].update(severity="fatal"),
        "findings[0].severity",
        "one of: note, warning, error",
    ),
    "a line that is text": (
        lambda v: v["findings"][0]["place"].update(line="1"),
        "findings[0].place.line",
        "a whole number",
    ),
}


@pytest.mark.parametrize(("edit", "key", "reason"), ILL_TYPED.values(), ids=ILL_TYPED)
def test_what_does_not_keep_to_the_schema_is_named_by_its_key(
    values: Values, edit: Callable[[Values], None], key: str, reason: str
) -> None:
    code, place, told = refused(edited(values, edit))
    assert (code, place) == ("V020", key)
    assert reason in told
