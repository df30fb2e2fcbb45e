"""A PDF that nobody knows: whatever it does to the libraries, the command ends in time, with a finding."""

import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross import foreign, pipeline
from engross.cli import main
from engross.errors import RefusedError
from engross.model.report import Report
from engross.tools.bounded import Bounds
from tests.verification import samples

_MIB = 2**20
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
DRAWN = b"<</Length 24>>\nstream\nBT /F 12 Tf <0001> Tj ET\nendstream"
FONT = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<<>>]>>"


def flate(mebibytes: int) -> bytes:
    """Return what unpacks to so many MiB of zeros: one packed block, again and again."""
    packer = zlib.compressobj(9)
    start = packer.compress(bytes(_MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(_MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + again * (mebibytes - 2) + packer.flush()


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def file(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of ``objects``, numbered from 1, with a table of references."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>" % (
        size,
        rows,
        size,
        trailer,
    )
    return bytes(out) + table + b"\nstartxref\n%d\n%%%%EOF\n" % len(out)


def references(packed: bytes) -> bytes:
    """Return a PDF whose stream of references is ``packed``."""
    entries = b"/Type/XRef/Root 1 0 R/Size 4/W[1 2 2]/Filter/FlateDecode"
    head = b"%PDF-1.7\n"
    return head + b"3 0 obj\n" + stream(entries, packed) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def in_objects(packed: bytes) -> bytes:
    """Return a PDF whose catalogue and pages are in the object stream ``packed``."""
    head = b"%PDF-1.7\n"
    out = (
        head + b"4 0 obj\n" + stream(b"/Type/ObjStm/N 3/First 15/Filter/FlateDecode", packed) + b"\nendobj\n"
    )
    places = [(0, 0, 0), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, len(head), 0), (1, len(out), 0)]
    rows = b"".join(bytes([kind]) + at.to_bytes(3, "big") + bytes([last]) for kind, at, last in places)
    table = stream(b"/Type/XRef/Root 1 0 R/Size 6/W[1 3 1]", rows)
    return out + b"5 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(out)


def forms(number: int) -> list[bytes]:
    """Return ``number`` forms from object 5 on, each of which draws the next ten times."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    return [stream(entries % (at + 1), b"/F Do " * 10) for at in range(5, 5 + number)]


def bookmarks(key: bytes, number: int) -> list[bytes]:
    chain = [b"<</Title(%d)/%b %d 0 R>>" % (at, key, at + 6) for at in range(number)]
    return [CATALOGUE.replace(b"/Pages", b"/Outlines 4 0 R/Pages"), PAGES, PAGE, b"<</First 5 0 R>>", *chain]


def pages(count: int) -> bytes:
    """Return a PDF of ``count`` pages, each with its own object and a word on it."""
    kids = b" ".join([b"3 0 R", *(b"%d 0 R" % (7 + at) for at in range(count - 1))])
    unicode = stream(b"", b"1 beginbfchar <0001> <0041> endbfchar")
    node = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
    return file(CATALOGUE, node, PAGE, DRAWN, FONT, unicode, *[PAGE] * (count - 1))


DEEP = 120_000
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an empty file": ("P001", lambda: b""),
    "a picture": ("P001", lambda: b"\x89PNG\r\n\x1a\n" + bytes(4096)),
    "the mark of a PDF and nothing else": ("P003", lambda: b"%PDF-1.7\n"),
    "content of ten gigabytes": ("P003", lambda: file(CATALOGUE, PAGES, PAGE, _bomb(), FONT)),
    "references of gigabytes": ("P003 P005 P006", lambda: references(flate(4096))),
    "an object stream of gigabytes": ("P003 P005 P006", lambda: in_objects(flate(4096))),
    "references that refer to themselves": (
        "P003",
        lambda: file(CATALOGUE, PAGES, PAGE, DRAWN, trailer=b"/Prev 9"),
    ),
    "a length that is the stream's own": (
        "P003",
        lambda: file(CATALOGUE, PAGES, PAGE, b"<</Length 4 0 R>>\nstream\nq Q\nendstream"),
    ),
    "pages that run in circles": ("P003", lambda: file(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>")),
    "pages that double at every level": (
        "P003",
        lambda: file(
            CATALOGUE, *(b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 9>>" % (n, n) for n in range(3, 36))
        ),
    ),
    "a page a hundred thousand times": (
        "P003 P005",
        lambda: file(
            CATALOGUE, b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>", PAGE, DRAWN
        ),
    ),
    "dictionaries without end": (
        "P003",
        lambda: file(
            CATALOGUE, PAGES, PAGE[:-2] + b"/A" + b"<</A" * DEEP + b" 1" + b">>" * DEEP + b">>", DRAWN
        ),
    ),
    "brackets without end in the content": (
        "P003",
        lambda: file(CATALOGUE, PAGES, PAGE, stream(b"", b"[" * DEEP), FONT),
    ),
    "forms that multiply": (
        "P003 P005",
        lambda: file(
            CATALOGUE,
            PAGES,
            PAGE.replace(b"/Font<</F 5 0 R>>", b"/XObject<</F 5 0 R>>"),
            stream(b"", b"/F Do"),
            *forms(12),
        ),
    ),
    "a chain of bookmarks": ("P003", lambda: file(*bookmarks(b"Next", DEEP))),
    "bookmarks of bookmarks": ("P003", lambda: file(*bookmarks(b"First", DEEP))),
    "thousands of the widest ToUnicode ranges": (
        "P003 P005",
        lambda: file(CATALOGUE, PAGES, PAGE, DRAWN, FONT, _ranges()),
    ),
    "a million operators that fit into kilobytes": (
        "P003 P005 P006",
        lambda: file(
            CATALOGUE, PAGES, PAGE, stream(b"/Filter/FlateDecode", zlib.compress(b"q Q " * (_MIB - 1)))
        ),
    ),
    "a page wider than numbers go": (
        "P003",
        lambda: file(CATALOGUE, PAGES, PAGE.replace(b"595", b"9" * 400), DRAWN),
    ),
}


def _bomb() -> bytes:
    return stream(b"/Filter/FlateDecode", flate(10_240))


def _ranges() -> bytes:
    return stream(b"", b"1 beginbfrange <0000> <ffff> <0000> endbfrange " * 3000)


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every file of these tests little room, so that none takes long to reach it."""
    monkeypatch.setattr(foreign, "bounds_of", lambda _: Bounds(memory=256 * _MIB, seconds=2))


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_file_is_refused_by_a_finding(
    attack: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    codes, make = HOSTILE[attack]
    pdf = tmp_path / "foreign.pdf"
    pdf.write_bytes(make())
    assert main(["verify", "--no-verapdf", str(pdf)]) == 4
    said = capfd.readouterr()
    assert said.out == ""
    assert any(said.err.startswith(f"error {code}: ") for code in codes.split()), said.err
    assert "at foreign.pdf" in said.err
    assert " at 0x" not in said.err


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_that_ends_early_is_refused(tenth: int, statement_pdf: Path, tmp_path: Path) -> None:
    whole = statement_pdf.read_bytes()
    pdf = tmp_path / "foreign.pdf"
    pdf.write_bytes(whole[: len(whole) * tenth // 10])
    with pytest.raises(RefusedError, match="damaged"):
        pipeline.verify(pdf, conformance=False)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "LARGEST", 2 * _MIB)
    pdf = tmp_path / "foreign.pdf"
    pdf.write_bytes(b"%PDF-1.7\n" + bytes(2 * _MIB))
    with pytest.raises(RefusedError, match="the file is larger than 2 MiB"):
        pipeline.verify(pdf, conformance=False)


def test_a_file_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "LARGEST", 2 * _MIB)
    with pytest.raises(RefusedError, match="the file is larger than 2 MiB"):
        pipeline.verify(Path("/dev/zero"), conformance=False)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="the file cannot be read"):
        pipeline.verify(tmp_path, conformance=False)


def test_two_thousand_pages_are_within_the_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    pdf = tmp_path / "foreign.pdf"
    pdf.write_bytes(pages(2000))
    assert pipeline.verify(pdf, conformance=False).pages == 2000


def test_the_bounds_grow_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    small, large = foreign.bounds_of(20_000), foreign.bounds_of(8 * _MIB)
    assert small.memory < large.memory < 2**31
    assert 10 <= small.seconds < large.seconds < 300


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32))
def test_flipped_bytes_of_a_real_file_end_as_a_report_or_a_refusal(seed: int, statement_pdf: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - it is no secret
    broken = bytearray(statement_pdf.read_bytes())
    for _ in range(chance.randint(1, 20)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    survive(bytes(broken))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32))
def test_flipped_bytes_of_a_font_end_as_a_report_or_a_refusal(seed: int, statement_pdf: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - it is no secret

    def flip(pdf: pikepdf.Pdf) -> None:
        program = samples.font(pdf).DescendantFonts[0].FontDescriptor.FontFile2
        font = bytearray(program.read_bytes())
        # The tables are found by the first bytes, so half of the flips go there.
        for _ in range(chance.randint(1, 20)):
            font[chance.randrange(chance.choice([200, len(font)]))] = chance.randrange(256)
        program.write(bytes(font))

    survive(samples.changed(statement_pdf.read_bytes(), flip))


def survive(data: bytes) -> None:
    """Judge ``data`` within bounds; a refusal is as good as a report, and anything else is raised."""

    def judge(pdf: bytes) -> Report:
        return pipeline.check(pdf, "foreign.pdf")

    refused = ""
    try:
        foreign.apart(data, "foreign.pdf", judge)
    except RefusedError as error:
        refused = error.findings[0].code
    assert refused in ("", "P001", "P002", "P003")
