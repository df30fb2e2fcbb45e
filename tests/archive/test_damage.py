"""Each kind of damage to a bag has its finding, and the library of the Library of Congress agrees on it."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from engross.packaging import manifests, tags
from engross.pipeline.archived import JUDGEMENT, verify_bag
from tests.archive.bags import NAME

PDF = f"data/{NAME}.pdf"
TEXT = "data/source/000_6e9320f1fd6442df.txt"


def append(path: str, data: bytes = b" ") -> Callable[[Path], object]:
    return lambda bag: (bag / path).write_bytes((bag / path).read_bytes() + data)


def flip(path: str) -> Callable[[Path], object]:
    def change(bag: Path) -> None:
        data = bytearray((bag / path).read_bytes())
        data[len(data) // 2] ^= 1
        (bag / path).write_bytes(data)

    return change


def drop(path: str) -> Callable[[Path], object]:
    return lambda bag: (bag / path).unlink()


def write(path: str, data: bytes) -> Callable[[Path], object]:
    return lambda bag: (bag / path).write_bytes(data)


def rename(path: str, new: str) -> Callable[[Path], object]:
    return lambda bag: (bag / path).rename(bag / new)


def without_line(file: str, path: str) -> Callable[[Path], object]:
    def change(bag: Path) -> None:
        lines = (bag / file).read_text(encoding="utf-8").splitlines(keepends=True)
        (bag / file).write_text("".join(line for line in lines if path not in line), encoding="utf-8")

    return change


def consistently(change: Callable[[Path], object]) -> Callable[[Path], object]:
    """Return ``change``, after which the tag manifests are made to fit again."""

    def both(bag: Path) -> None:
        change(bag)
        for algorithm in ("sha256", "sha512"):
            files = sorted(
                path for path in bag.iterdir() if path.is_file() and "tagmanifest" not in path.name
            )
            lines = [
                f"{hashlib.new(algorithm, path.read_bytes()).hexdigest()}  {path.name}\n" for path in files
            ]
            (bag / f"tagmanifest-{algorithm}.txt").write_text("".join(lines), encoding="utf-8")

    return both


# What is done, the finding that names it, and whether the library sees it: it knows no rule that a bag has
# manifests by both algorithms, or that the tag manifests list all that stands beside the payload.
DAMAGES: dict[str, tuple[Callable[[Path], object], str, bool]] = {
    "missing": (drop(f"data/{NAME}.report.json"), "B001", True),
    "missing PDF": (drop(PDF), "B001", True),
    "extra": (write("data/more.txt", b"more"), "B002", True),
    "hidden extra": (write("data/.hidden", b""), "B002", True),
    "changed": (append("data/metadata/premis.xml"), "B003", True),
    "one bit of the PDF": (flip(PDF), "B003", True),
    "one bit of the source": (flip(TEXT), "B003", True),
    "renamed": (rename(TEXT, "data/source/other.txt"), "B004", True),
    "changed manifest": (append("manifest-sha256.txt", b"\n"), "B005", True),
    "changed digest": (flip("manifest-sha512.txt"), "B005", True),
    "changed tag file": (append("bag-info.txt", b"Contact-Name: N\n"), "B006", True),
    "changed declaration": (append("bagit.txt", b"\n"), "B006", True),
    "missing tag file": (drop("bag-info.txt"), "B007", True),
    "missing manifest": (drop("manifest-sha512.txt"), "B008", True),
    "missing tag manifest": (drop("tagmanifest-sha256.txt"), "B008", False),
    "no manifest by SHA-512": (consistently(drop("manifest-sha512.txt")), "B008", False),
    "incomplete manifest": (consistently(without_line("manifest-sha512.txt", PDF)), "B009", False),
    "incomplete tag manifest": (without_line("tagmanifest-sha256.txt", "bag-info"), "B009", False),
    "no declaration": (drop("bagit.txt"), "B010", True),
    "declaration of another version": (write("bagit.txt", b"BagIt-Version: 9.0\n"), "B010", True),
    "no tags": (consistently(write("bag-info.txt", b"no label\n")), "B010", True),
    "wrong Payload-Oxum": (consistently(write("bag-info.txt", b"Payload-Oxum: 1.1\n")), "B011", True),
    "no line": (consistently(append("manifest-sha256.txt", b"no line\n")), "B012", True),
    "not UTF-8": (consistently(append("manifest-sha256.txt", b"\xff\n")), "B012", True),
    "a file twice": (
        consistently(append("manifest-sha256.txt", b"0" * 64 + f"  {PDF}\n".encode())),
        "B012",
        True,
    ),
}


def codes(bag: Path) -> list[str]:
    report = verify_bag(bag, conformance=False)
    found = [each.code for check in report.checks for each in check.findings if each.code != "C001"]
    assert report.failed is any(each.severity == "error" for each in report.all_findings)
    return found


def says_valid(bag: Path) -> bool:
    try:
        return bool(bagit.Bag(str(bag)).validate())
    except (bagit.BagError, UnicodeDecodeError):
        return False


def test_a_bag_that_is_whole_has_no_finding(bag: Path) -> None:
    assert codes(bag) == []
    assert says_valid(bag)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_has_its_finding(bag: Path, damage: str) -> None:
    change, code, _ = DAMAGES[damage]
    change(bag)
    assert code in codes(bag)


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_library_agrees_on_damage(bag: Path, damage: str) -> None:
    change, _, seen = DAMAGES[damage]
    change(bag)
    assert says_valid(bag) is not seen


def test_a_renamed_file_is_named_with_both_names(bag: Path) -> None:
    rename(TEXT, "data/source/other.txt")(bag)
    (found,) = [each for each in verify_bag(bag, conformance=False).all_findings if each.code == "B004"]
    assert found.particulars == {"file": TEXT, "renamed": "data/source/other.txt"}


def test_an_unknown_algorithm_is_told_and_no_error(bag: Path) -> None:
    consistently(write("manifest-blake9.txt", b""))(bag)
    assert codes(bag) == ["B013"]


def test_a_file_beside_the_payload_that_nothing_protects_is_told(bag: Path) -> None:
    write("notes.txt", b"")(bag)
    assert codes(bag) == ["B014"]
    assert says_valid(bag)


def test_a_pdf_that_was_exchanged_with_all_its_digests_is_not_of_the_source(bag: Path) -> None:
    """Whoever changes the payload and every manifest is found out by the certificate and the proofs."""
    flip(TEXT)(bag)
    for algorithm in ("sha256", "sha512"):
        files = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
        lines = [
            f"{hashlib.new(algorithm, path.read_bytes()).hexdigest()}  {path.relative_to(bag)}\n"
            for path in files
        ]
        (bag / f"manifest-{algorithm}.txt").write_text("".join(lines), encoding="utf-8")
    consistently(lambda _: None)(bag)
    assert says_valid(bag)
    assert verify_bag(bag, conformance=False).failed


def exchanged(path: str, change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    """Return what changes ``path`` of the payload and makes every manifest fit again."""

    def both(bag: Path) -> None:
        (bag / path).write_bytes(change((bag / path).read_bytes()))
        for algorithm in ("sha256", "sha512"):
            files = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
            lines = [
                f"{hashlib.new(algorithm, path.read_bytes()).hexdigest()}  {path.relative_to(bag)}\n"
                for path in files
            ]
            (bag / f"manifest-{algorithm}.txt").write_text("".join(lines), encoding="utf-8")
        write("bag-info.txt", b"")(bag)
        consistently(lambda _: None)(bag)

    return both


@pytest.mark.parametrize("outcome", ["listed as it is", "listed with its letters apart"])
def test_a_judgement_that_was_not_asked_for_is_not_passed(bag: Path, outcome: str) -> None:
    """Neither for a percent sign in a name, nor for decomposed letters: the library misreads both."""
    name = "data/100%.txt" if outcome == "listed as it is" else "data/й.txt"
    write(name, b"")(bag)
    exchanged(TEXT, lambda data: data)(bag)
    for manifest in bag.glob("manifest-*.txt"):
        text = manifest.read_text(encoding="utf-8").replace("100%", "100%25").replace("й.txt", "и\u0306.txt")
        manifest.write_text(text, encoding="utf-8")
    consistently(lambda _: None)(bag)
    report = verify_bag(bag, conformance=False)
    assert [check.outcome for check in report.checks if check.name == JUDGEMENT] == ["not verified"]
    assert [found.code for found in report.all_findings if found.code.startswith("B02")] == ["B021"]


@pytest.mark.parametrize(
    "change",
    [
        append("bagit.txt", b"BagIt-Version: 1.0\n"),
        write("tagmanifest-shake_128.txt", b"00  bagit.txt\n"),
    ],
    ids=["a label twice", "an algorithm without a length"],
)
def test_a_bag_that_the_library_ends_over_fails(bag: Path, change: Callable[[Path], object]) -> None:
    change(bag)
    assert "B020" in codes(bag)


def test_of_many_lines_that_are_none_a_few_are_told(bag: Path) -> None:
    append("manifest-sha256.txt", b"no line\n" * 1000)(bag)
    assert codes(bag).count("B012") == 21


def test_every_file_that_might_be_a_renamed_one_is_digested_once(
    bag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a few hundred lines and one large file would take hours."""
    write("data/large", b"large")(bag)
    append("manifest-sha256.txt", b"".join(b"%064x  data/%d\n" % (each, each) for each in range(500)))(bag)
    digested: list[bytes] = []
    digest = manifests.digest

    def noted(data: bytes, algorithm: str) -> str:
        digested.append(data)
        return digest(data, algorithm)

    monkeypatch.setattr(manifests, "digest", noted)
    verify_bag(bag, conformance=False)
    assert digested.count(b"large") == 2


def test_a_long_value_of_many_lines_is_read_in_one_go() -> None:
    lines = 20_000
    info = tags.read_info(b"A: b\n" + b" x\n" * lines)
    assert info["a"] == (" ".join(["b", *["x"] * lines]),)


@pytest.mark.parametrize("name", [".hidden.txt", "--help.txt"])
def test_a_source_is_proved_whatever_it_is_called(bag: Path, name: str) -> None:
    rename(TEXT, f"data/source/{name}")(bag)
    exchanged(f"data/source/{name}", lambda data: data.replace("атаки".encode(), "атаке".encode()))(bag)
    assert {"T001", "T002"} <= set(codes(bag))


def test_files_of_a_source_that_are_none_are_told(bag: Path) -> None:
    rename(TEXT, "data/source/text.doc")(bag)
    exchanged("data/source/text.doc", bytes)(bag)
    assert "B015" in codes(bag)


PREMIS, DUBLIN_CORE = "data/metadata/premis.xml", "data/metadata/dublin-core.xml"
REPORT = f"data/{NAME}.report.json"


def replacing(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(old.encode(), new.encode(), 1)


# Which file, how it is changed; every manifest fits again, so only what the file says gives it away.
UNTRUE: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "another digest": (PREMIS, lambda data: re.sub(rb"(<premis:messageDigest>)\w", rb"\1x", data, count=1)),
    "another size": (PREMIS, replacing("<premis:size>", "<premis:size>1")),
    "a file that is not there": (PREMIS, replacing(f">{PDF}<", ">data/other.pdf<")),
    "PREMIS that is no XML": (PREMIS, lambda data: data[:-20]),
    "PREMIS with a document type": (PREMIS, replacing("?>", "?><!DOCTYPE a>")),
    "PREMIS that is too large": (PREMIS, lambda data: data + b" " * 2**22),
    "another title": (DUBLIN_CORE, replacing('<dc:title xml:lang="ru">', '<dc:title xml:lang="ru">Не ')),
    "another author": (DUBLIN_CORE, replacing("<dc:creator>", "<dc:creator>Не ")),
    "a report on another PDF": (REPORT, lambda data: re.sub(rb'("sha256": ")\w', rb"\1x", data, count=1)),
    "a report that is none": (REPORT, lambda _: b"[]"),
    "a report that is no JSON": (REPORT, lambda _: b"[" * 100_000),
}


@pytest.mark.parametrize("what", UNTRUE)
def test_a_description_that_is_not_of_the_bag_is_told(bag: Path, what: str) -> None:
    path, change = UNTRUE[what]
    exchanged(PREMIS, lambda data: data)(bag)
    assert codes(bag) == []
    before = (bag / path).read_bytes()
    exchanged(path, change)(bag)
    assert (bag / path).read_bytes() != before
    report = verify_bag(bag, conformance=False)
    assert {found.particulars["file"] for found in report.all_findings if found.code == "B016"} >= {path}
    assert report.failed


@pytest.mark.parametrize("path", [PREMIS, DUBLIN_CORE, REPORT])
def test_a_description_that_is_missing_is_told(bag: Path, path: str) -> None:
    drop(path)(bag)
    exchanged(TEXT, lambda data: data)(bag)
    assert "B016" in codes(bag)


def test_the_library_keeps_no_log_of_what_it_finds(bag: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Its log has an entry for each of the million lines that a manifest may have."""
    append("manifest-sha256.txt", b"no line\n")(bag)
    assert "B020" in codes(bag)
    assert caplog.records == []
    assert not bagit.LOGGER.disabled
