"""Bags and archives that were made to deceive: refused with the reason, and nothing is written or left."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engross import foreign, packaging
from engross.errors import RefusedError
from engross.findings import Place
from engross.packaging import bounds
from engross.pipeline.archived import rebuild, verify_bag
from engross.tools.bounded import Bounds, bounded
from tests.archive import bags

OUTSIDE = "/etc/passwd"
DIGEST = "0" * 64


def refusal(path: Path) -> tuple[str, ...]:
    """Verify the bag at ``path``, which is refused, and return the codes of the reasons."""
    with pytest.raises(RefusedError) as refused:
        verify_bag(path, conformance=False)
    with pytest.raises(RefusedError) as again:
        rebuild(path)
    assert again.value.findings == refused.value.findings
    return tuple(found.code for found in refused.value.findings)


def listing(path: str) -> Callable[[Path], object]:
    def change(bag: Path) -> None:
        with (bag / "manifest-sha256.txt").open("ab") as manifest:
            manifest.write(f"{DIGEST}  {path}\n".encode())

    return change


def link(path: str, target: str) -> Callable[[Path], object]:
    def change(bag: Path) -> None:
        (bag / path).unlink(missing_ok=True)
        (bag / path).symlink_to(target)

    return change


def linked_folder(bag: Path) -> None:
    (bag / "data").rename(bag.parent / "elsewhere")
    (bag / "data").symlink_to(bag.parent / "elsewhere")


def named(path: str) -> Callable[[Path], object]:
    return lambda bag: (bag / path).write_bytes(b"")


def both(*paths: str) -> Callable[[Path], object]:
    return lambda bag: [(bag / path).write_bytes(b"") for path in paths]


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a path that goes up": (listing("data/../../x"), "B101"),
    "an absolute path": (listing(OUTSIDE), "B101"),
    "a home": (listing("~/x"), "B101"),
    "a drive": (listing("C:/x"), "B101"),
    "a backslash": (listing("data\\..\\x"), "B101"),
    "an encoded line end": (listing("data/%0Ax"), "B101"),
    "an encoded percent before a path that goes up": (listing("data/%25/../../x"), "B101"),
    "a part that is nothing": (listing("data//x"), "B101"),
    "a path of one dot": (listing("./data/x"), "B101"),
    "a name with a control character": (named("data/a\x1bb"), "B101"),
    "a name that is no text": (lambda bag: Path(os.fsdecode(bytes(bag / "data") + b"/\xff")).touch(), "B101"),
    "a link to a file outside": (link("data/x.txt", OUTSIDE), "B102"),
    "a link to a file inside": (link("data/x.txt", "source/document.toml"), "B102"),
    "a link instead of a tag file": (link("bag-info.txt", OUTSIDE), "B102"),
    "a link to nothing": (link("data/x.txt", "nothing"), "B102"),
    "a link instead of the payload": (linked_folder, "B102"),
    "a pipe": (lambda bag: os.mkfifo(bag / "data" / "x"), "B102"),
    "names that differ in case": (both("data/x.txt", "data/X.txt"), "B103"),
    "names that differ in their form": (both("data/й.txt", "data/и\u0306.txt"), "B103"),
    "listed names that differ in case": (lambda bag: [listing(f"data/{x}")(bag) for x in "aA"], "B103"),
    "files to be fetched": (named("fetch.txt"), "B104"),
    "another encoding": (
        lambda bag: (bag / "bagit.txt").write_text(
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n", encoding="utf-8"
        ),
        "B108",
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_bag_is_refused(bag: Path, what: str) -> None:
    change, code = HOSTILE[what]
    change(bag)
    assert refusal(bag) == (code,)


def test_a_device_is_refused_before_it_is_opened(bag: Path) -> None:
    try:
        os.mknod(bag / "data" / "zero", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")
    assert refusal(bag) == ("B102",)


def test_a_folder_that_is_no_bag_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == ("B107",)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing.zip") == ("E202",)


@pytest.mark.parametrize(
    ("bound", "value"),
    [
        ("MOST_FILES", 5),
        ("LARGEST", 1000),
        ("DEEPEST", 0),
        ("LARGEST_TAG_FILE", 100),
        ("LARGEST_SOURCE", 100),
    ],
)
def test_a_bag_beyond_a_bound_is_refused(
    bag: Path, monkeypatch: pytest.MonkeyPatch, bound: str, value: int
) -> None:
    assert getattr(bounds, bound) > value
    for module in ("opening", "fixity", "unzipping", "parts"):
        monkeypatch.setattr(f"engross.packaging.{module}.{bound}", value, raising=False)
    assert refusal(bag) == ("B105",)


def pack(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return packed.getvalue()


def whole() -> dict[str, bytes]:
    return dict(packaging.bag(bags.deposit()))


@pytest.mark.parametrize("top", ["", "bag.archive/"], ids=["the bag itself", "its folder"])
def test_a_zip_of_a_bag_is_proved_as_the_bag_is(tmp_path: Path, top: str) -> None:
    file = tmp_path / "bag.zip"
    file.write_bytes(pack({top + path: data for path, data in whole().items()}))
    report = verify_bag(file, conformance=False)
    assert [found.code for found in report.all_findings if found.severity == "error"] == []
    assert "certificate" in [check.name for check in report.checks]
    assert list(tmp_path.iterdir()) == [file]


def test_damage_in_a_zip_has_its_finding(tmp_path: Path) -> None:
    file = tmp_path / "bag.zip"
    file.write_bytes(pack(whole() | {"data/more.txt": b"more"}))
    assert "B002" in [found.code for found in verify_bag(file, conformance=False).all_findings]


def test_names_in_utf_8_without_the_mark_are_read(tmp_path: Path) -> None:
    data = pack({"bagit.txt": b"", "data/имя.txt": b""})
    unmarked = bytearray(data)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(signature, start + 1)) >= 0:
            flags = struct.unpack_from("<H", unmarked, start + at)[0]
            struct.pack_into("<H", unmarked, start + at, flags & ~0x800)
    assert set(packaging.unzip(bytes(unmarked), "a.zip")) == {"bagit.txt", "data/имя.txt"}
    assert list(tmp_path.iterdir()) == []


def with_flag(data: bytes, flag: int) -> bytes:
    changed = bytearray(data)
    changed[data.find(b"PK\x01\x02") + 8] |= flag
    return bytes(changed)


def with_mode(mode: int) -> bytes:
    packed = io.BytesIO()
    entry = zipfile.ZipInfo("data/x")
    entry.external_attr = mode << 16
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("bagit.txt", b"")
        archive.writestr(entry, OUTSIDE)
    return packed.getvalue()


def twice() -> bytes:
    return pack({"bagit.txt": b"1", "bagix.txt": b"2"}).replace(b"bagix.txt", b"bagit.txt")


def overlapping() -> bytes:
    """Return an archive two of whose entries are the same bytes."""
    data = bytearray(pack({"a": b"x" * 500, "b": b"y" * 500}, zipfile.ZIP_STORED))
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    return bytes(data)


def lying(size: int) -> bytes:
    """Return an archive one of whose files is 5000 bytes and said to be ``size``."""
    data = bytearray(pack({"bagit.txt": os.urandom(5000)}))
    struct.pack_into("<I", data, data.rfind(b"PK\x01\x02") + 24, size)
    return bytes(data)


def many() -> bytes:
    return pack({f"data/{number}": b"" for number in range(bounds.MOST_FILES + 1)}, zipfile.ZIP_STORED)


ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a path that goes up": (lambda: pack({"../x": b""}), "B101"),
    "a path that goes up later": (lambda: pack({"data/../../x": b""}), "B101"),
    "an absolute path": (lambda: pack({OUTSIDE: b""}), "B101"),
    "a path of another system": (lambda: pack({"..\\x": b""}), "B101"),
    "a name with a NUL": (lambda: pack({"data/aXb": b""}).replace(b"aXb", b"a\0b"), "B101"),
    "a file that is a folder": (lambda: pack({"a": b"", "a/b": b""}), "B101"),
    "a link": (lambda: with_mode(stat.S_IFLNK | 0o777), "B102"),
    "a device": (lambda: with_mode(stat.S_IFCHR | 0o666), "B102"),
    "names that differ in case": (lambda: pack({"a": b"", "A": b""}), "B103"),
    "too many files": (many, "B105"),
    "too deep": (lambda: pack({"a/" * 40 + "b": b""}), "B105"),
    "a bomb": (lambda: pack({"data/zeros": bytes(50 * 2**20)}), "B106"),
    "encrypted": (lambda: with_flag(pack({"a": b"1"}), 1), "B106"),
    "another method": (lambda: pack({"a": b"1" * 99}, zipfile.ZIP_LZMA), "B106"),
    "a file twice": (twice, "B106"),
    "overlapping files": (overlapping, "B106"),
    "a file said to be smaller": (lambda: lying(10), "B106"),
    "a file said to be larger": (lambda: lying(6000), "B106"),
    "more bytes than the bound": (lambda: lying(2**31), "B105"),
    "cut off": (lambda: pack(whole())[:-40], "B106"),
    "changed": (lambda: pack({"a": b"1" * 500}, zipfile.ZIP_STORED).replace(b"1111", b"1121"), "B106"),
    "no archive": (lambda: b"no archive", "B106"),
    "bytes before it": (lambda: b"MZ" + pack({"a": b""}), "B106"),
    "bytes after it": (lambda: pack({"a": b""}) + b"more", "B106"),
    "an archive after it": (lambda: pack({"a": b""}) + pack({"b": b""}), "B106"),
    "empty": (lambda: pack({}), "B107"),
    "an archive of something else": (lambda: pack({"letter.txt": b""}), "B107"),
}


@pytest.mark.parametrize("what", ARCHIVES)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_hostile_archive_is_refused_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    make, code = ARCHIVES[what]
    (tmp_path / "in").mkdir()
    (tmp_path / "temporary").mkdir()
    file = tmp_path / "in" / "bag.zip"
    file.write_bytes(make())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path / "in")
    assert refusal(Path("bag.zip")) == (code,)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert left == ["in", "in/bag.zip", "temporary"]


def test_what_unpacking_may_take_does_not_grow_with_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of millions of empty files is large in memory before the first of them is looked at."""
    given: list[Bounds] = []

    def noted(work: Callable[[], object], bounds: Bounds, place: Place) -> object:
        given.append(bounds)
        return bounded(work, bounds, place)

    monkeypatch.setattr(foreign, "bounded", noted)
    monkeypatch.setattr(foreign, "bounds_of", lambda _: pytest.fail("the bounds of a PDF"))
    (tmp_path / "bag.zip").write_bytes(pack({"letter.txt": b""}))
    assert refusal(tmp_path / "bag.zip") == ("B107",)
    assert given == [foreign.UNPACKING] * 2
    assert foreign.UNPACKING.memory <= 2**30
