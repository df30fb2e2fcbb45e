"""Texts from right to left: whole, in order, and proved; what is out of place in them is found."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from engross import pipeline, reading
from engross.errors import RefusedError
from engross.model.document import Document
from tests.conftest import RequireTool
from tests.extractors import assert_same_text, mupdf
from tests.verification import samples

TEXTS = Path(__file__).parent / "leftward"
NAMES = ("ar", "ru")


@cache
def document(name: str) -> Document:
    (source,) = reading.discover([TEXTS / f"{name}.txt"])
    return reading.read(source)


@cache
def pdf(name: str) -> bytes:
    return pipeline.typeset(document(name)).pdf


def codes(changed: bytes, name: str = "ar") -> set[str]:
    return {found.code for found in pipeline.check(changed, "changed.pdf", document(name)).errors}


def in_content(change: Callable[[bytes], bytes]) -> Callable[[pikepdf.Pdf], None]:
    def change_page(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        page.Contents = file.make_stream(change(page.Contents.read_bytes()))

    return change_page


def moved(content: bytes) -> bytes:
    """Move the Latin words, which have the rarest font, over what is read after them."""
    places = list(re.finditer(rb"1 0 0 -1 ([\d.]+) [\d.]+ Tm\s+/(\w+) ", content))
    fonts = Counter(place[2] for place in places[2:])
    place = next(place for place in places if place[2] == min(fonts, key=lambda font: fonts[font]))
    return content[: place.start(1)] + b"%.3f" % (float(place[1]) - 60) + content[place.end(1) :]


def pulled_apart(content: bytes) -> bytes:
    """Move a letter within its word to the left, and all that follow."""
    steps = list(re.finditer(rb"\[(\d{3})<", content))
    step = steps[2]
    return content[: step.start(1)] + b"%d" % (int(step[1]) + 90) + content[step.end(1) :]


def raised(content: bytes) -> bytes:
    """Raise the first mark to twice its height."""
    mark = re.search(rb"([\d.]+) Ts", content)
    assert mark
    return content[: mark.start(1)] + b"%.3f" % (2 * float(mark[1])) + content[mark.end(1) :]


@pytest.mark.parametrize("name", NAMES)
def test_every_proof_passes(name: str) -> None:
    assert codes(pdf(name), name) == set()


@pytest.mark.parametrize(("name", "lines"), [("ar", "1, 3, 4, 6, 7, 9, 10"), ("ru", "1")])
def test_a_note_names_the_lines_that_the_engine_breaks(name: str, lines: str) -> None:
    notes = [found for found in pipeline.typeset(document(name)).findings if found.code.startswith("L0")]
    assert [note.code for note in notes] == ["L028"]
    assert f"lines {lines} of the source" in notes[0].message


def test_the_same_source_gives_the_same_bytes() -> None:
    assert pipeline.typeset(document("ar")).pdf == pdf("ar")


def test_who_reads_pages_in_the_order_of_their_content_reads_the_text(
    require_tool: RequireTool, tmp_path: Path
) -> None:
    require_tool("mutool")
    path = tmp_path / "ar.pdf"
    path.write_bytes(pdf("ar"))
    assert_same_text(document("ar").text, mupdf(path))


@pytest.mark.parametrize(
    ("change", "code"),
    [(moved, "P020"), (pulled_apart, "P019"), (raised, "P019")],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_what_stands_elsewhere_is_found(change: Callable[[bytes], bytes], code: str) -> None:
    assert code in codes(samples.changed(pdf("ar"), in_content(change)))


def test_two_texts_that_change_places_are_found() -> None:
    def exchanged(content: bytes) -> bytes:
        first, second = re.findall(rb"\[<\w{4}>\] TJ", content)[1:3]
        assert first != second
        return content.replace(first, b"!", 1).replace(second, first, 1).replace(b"!", second, 1)

    assert {"T001", "F007"} & codes(samples.changed(pdf("ar"), in_content(exchanged)))


def test_lines_and_pages_of_other_documents_are_chosen_as_before() -> None:
    plain = reading.parse("Заголовок\n\nТекст.\n".encode(), name="a", file="a.txt")
    assert not [found for found in pipeline.typeset(plain).findings if found.code == "L028"]


def test_emphasis_that_the_page_would_lose_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Заголовок\n\nСлово *важно* и السلام.\n", encoding="utf-8")
    (source,) = reading.discover([path])
    with pytest.raises(RefusedError) as raised:
        pipeline.typeset(reading.read(source))
    assert [found.code for found in raised.value.findings] == ["L029"]
