"""The page on certificates has every key of the schema, and its examples hold."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from engross.cli import main
from engross.model import certificate
from tests.docs.pages import DOCS, blocks, code, table, text

PAGE = text(DOCS / "certificate.md")
TEXT = "ЗАЯВЛЕНИЕ\r\nо тексте\r\n\r\n17 июля\u00a02017 года\r\n\r\nСтороны — обе —  согласны с\u00adним.\r\n"


def keys() -> Iterator[str]:
    """Yield the keys of a certificate, and those of its source, its PDF and its text."""
    parts = {
        "source": certificate.SourceStatement,
        "pdf": certificate.FileStatement,
        "text": certificate.TextStatement,
    }
    for field in fields(certificate.Certificate):
        yield field.name
        if field.name in parts:
            yield from (f"{field.name}.{inner.name}" for inner in fields(parts[field.name]))


def test_the_page_has_the_keys_in_their_order() -> None:
    assert [code(row[0])[0] for row in table(PAGE, "key", "is")] == list(keys())


def test_the_page_has_the_keys_of_folding() -> None:
    rows = table(PAGE, "key of `folding`", "is")
    assert [code(row[0])[0] for row in rows] == [field.name for field in fields(certificate.Folding)]


def test_the_digest_of_a_text_is_that_of_the_example(tmp_path: Path) -> None:
    (program,) = blocks(PAGE, "python")
    (tmp_path / "my.txt").write_bytes(TEXT.encode())
    assert main(["build", "--no-verapdf", "-o", str(tmp_path), str(tmp_path / "my.txt")]) == 0
    printed = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.strip()
    written = (tmp_path / "my.certificate.json").read_text(encoding="utf-8")
    assert f'"text": {{\n    "sha256": "{printed}"' in written
