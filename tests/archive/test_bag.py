"""The bag that is made: its files, that another program calls it valid, that it is always the same."""

from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from engross import packaging
from engross.errors import Defect, RefusedError
from engross.model.deposit import NamedFile
from engross.packaging import names, tags
from engross.pipeline import archiving
from engross.pipeline.archived import JUDGEMENT, verify_bag
from tests.archive import bags
from tests.engrossing import FOUNDING

SOURCES = sorted(FOUNDING.source.iterdir())


def test_the_library_of_congress_calls_it_valid(bag: Path) -> None:
    opened = bagit.Bag(str(bag))
    assert opened.validate()
    assert opened.version_info == (1, 0)
    assert sorted(opened.algorithms) == ["sha256", "sha512"]


def test_it_has_the_files_that_its_page_tells(bag: Path) -> None:
    found = {path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()}
    manifests = {
        f"{kind}-{each}.txt" for kind in ("manifest", "tagmanifest") for each in ("sha256", "sha512")
    }
    own = {f"data/{bags.NAME}{suffix}" for suffix in (".pdf", ".report.json", ".certificate.json")}
    sources = {f"data/source/{path.name}" for path in SOURCES}
    metadata = {"data/metadata/premis.xml", "data/metadata/dublin-core.xml"}
    fonts = {"data/fonts/PT-Serif.LICENSE.txt", "data/fonts/fonts.sha256"}
    assert found == {"bagit.txt", "bag-info.txt"} | manifests | own | sources | metadata | fonts


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.suffix)
def test_the_source_is_in_it_byte_for_byte(bag: Path, source: Path) -> None:
    assert (bag / "data" / "source" / source.name).read_bytes() == source.read_bytes()


def test_the_same_deposit_gives_the_same_files_in_the_same_order() -> None:
    first, second = (packaging.bag(bags.deposit()) for _ in range(2))
    assert list(first.items()) == list(second.items())


def test_the_manifests_are_ordered_by_path(bag: Path) -> None:
    for manifest in bag.glob("*manifest-*.txt"):
        paths = [line.partition("  ")[2] for line in manifest.read_text(encoding="utf-8").splitlines()]
        assert paths == sorted(paths)


def test_bag_info_is_of_the_document_and_of_the_moment() -> None:
    info = tags.read_info(packaging.bag(bags.deposit())["bag-info.txt"])
    known = bags.deposit().metadata
    assert info["source-organization"] == known.authors
    assert info["external-identifier"] == (known.identifier,)
    assert info["bagging-date"] == ("2026-11-24",)
    assert info["bag-software-agent"][0].startswith("Engross ")


@pytest.mark.parametrize(
    "name", ["100%", "a\nb", "a\rb", "a\udc80", "a\\b", "a\tb", "a\u2028b", "a\x85b", "a\ufffe"]
)
def test_a_name_that_programs_read_differently_is_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        packaging.bag(replace(bags.deposit(), name=name))
    assert [found.code for found in refused.value.findings] == ["B109"]


@pytest.mark.parametrize("path", ["data/a", "data/100%", "data/a%0Ab", "data/a\r\nb", "data/%25"])
def test_a_name_is_decoded_to_what_was_encoded(path: str) -> None:
    assert names.decoded(names.encoded(path)) == path


def test_a_bag_that_another_program_refuses_is_a_defect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engross.packaging.bagging.payload_oxum", lambda _: "1.1")
    with pytest.raises(Defect) as defect:
        archiving.fill(tmp_path / "a.archive", bags.deposit())
    assert [found.code for found in defect.value.findings] == ["B020"]


def test_a_file_of_the_source_keeps_its_place_whatever_its_name() -> None:
    deposit = replace(bags.deposit(), source=(NamedFile("premis.xml", b"1"),))  # type: ignore[arg-type]
    assert packaging.bag(deposit)["data/source/premis.xml"] == b"1"


@pytest.mark.parametrize("name", ["a  b", "a\u00a0b"])
def test_premis_names_a_file_as_it_is_called_to_the_last_blank(name: str) -> None:
    files = packaging.bag(replace(bags.deposit(), name=name))
    assert f"<premis:originalName>{name}.pdf<" in files["data/metadata/premis.xml"].decode()
    assert f">data/{name}.pdf<" in files["data/metadata/premis.xml"].decode()


def test_a_name_in_decomposed_letters_is_composed_and_its_bag_is_in_order(tmp_path: Path) -> None:
    """As file systems of one maker give it: every program must find the file that the manifests list."""
    (source,) = bags.deposit().source[:1]
    deposit = replace(
        bags.deposit(),
        name="и\u0306",
        source=(replace(source, name="и\u0306.txt"), *bags.deposit().source[1:]),
        papers=tuple(
            replace(paper, name=paper.name.replace(bags.NAME, "и\u0306")) for paper in bags.deposit().papers
        ),
    )
    archiving.fill(tmp_path / "a.archive", deposit)
    assert (tmp_path / "a.archive" / "data" / "й.pdf").is_file()
    report = verify_bag(tmp_path / "a.archive", conformance=False)
    assert [found.code for found in report.all_findings if found.severity == "error"] == []
    assert [check.outcome for check in report.checks if check.name == JUDGEMENT] == ["passed"]


def test_a_source_that_could_not_be_verified_again_goes_into_no_bag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engross.packaging.bagging.LARGEST_SOURCE", 100)
    with pytest.raises(RefusedError) as refused:
        packaging.bag(bags.deposit())
    assert [found.code for found in refused.value.findings] == ["B105"]
