"""docs/acceptance.md, A14 to A17: fonts, conformance, catalogue and metadata of the file."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdf
import pytest

from tests.acceptance.measure import Measured
from tests.conftest import RequireTool
from tests.engrossing import FOUNDING, SAMPLES, Sample

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUAID = "{http://www.aiim.org/pdfua/ns/id/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
FLAVOURS = ("2a", "ua1")


def xmp(pdf: Path) -> ElementTree.Element:
    with pikepdf.open(pdf) as opened:
        return ElementTree.fromstring(  # noqa: S314 - our own file, and what breaks a reader must fail
            opened.Root.Metadata.read_bytes()
        )


def text(packet: ElementTree.Element, name: str) -> str:
    """Return the text of the only property ``name``, of its only item if it is a list."""
    (found,) = packet.iter(name)
    items = list(found.iter(RDF + "li"))
    return (items[0] if items else found).text or ""


def test_a14_every_font_is_embedded_subset_and_mapped_to_unicode(
    pdf: Path, require_tool: RequireTool
) -> None:
    require_tool("pdffonts")
    listed = subprocess.run(["pdffonts", pdf], capture_output=True, check=True, text=True)
    fonts = [line.rsplit(maxsplit=6) for line in listed.stdout.splitlines()[2:]]
    assert fonts
    for name, _, embedded, subset, to_unicode, *_ in fonts:
        assert (embedded, subset, to_unicode) == ("yes", "yes", "yes"), name


def test_a14_only_the_families_of_the_text_are_used(pdf: Path, sample: Sample) -> None:
    names = set()
    for page in pypdf.PdfReader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            names.add(font.get_object()["/BaseFont"])
    families = {re.sub(r"^/[A-Z]{6}\+|-Bold$", "", name) for name in names}
    assert families == sample.families


def test_a14_every_glyph_is_mapped_to_unicode(measured: Measured) -> None:
    unmapped = [glyph for page in measured.glyphs for glyph in page if "(cid:" in glyph.text]
    assert not unmapped


@pytest.fixture(scope="session")
def verdicts(all_measured: Mapping[str, Measured], require_tool: RequireTool) -> dict[str, list[str]]:
    """What veraPDF says of all samples, a line for each, by flavour; both are asked at once."""
    tool = require_tool("verapdf")
    start = ["java", "-cp", str(tool), "org.verapdf.apps.GreenfieldCliWrapper"]
    command = start if tool.suffix == ".jar" else [str(tool)]
    files = [measured.path for measured in all_measured.values()]
    runs = {
        flavour: subprocess.Popen(
            [*command, "-f", flavour, "--format", "text", *map(str, files)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for flavour in FLAVOURS
    }
    return {flavour: run.communicate()[0].splitlines() for flavour, run in runs.items()}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a15_verapdf_passes(flavour: str, pdf: Path, verdicts: Mapping[str, list[str]]) -> None:
    assert [line.split()[0] for line in verdicts[flavour] if str(pdf) in line] == ["PASS"], verdicts[flavour]


def test_a15_qpdf_finds_no_fault(pdf: Path, require_tool: RequireTool) -> None:
    done = subprocess.run([require_tool("qpdf"), "--check", pdf], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a15_qpdf_finds_each_file_laid_out_for_the_web(pdf: Path, require_tool: RequireTool) -> None:
    done = subprocess.run(
        [require_tool("qpdf"), "--check-linearization", pdf], capture_output=True, check=False, text=True
    )
    assert (done.returncode, "no linearization errors" in done.stdout) == (0, True), done.stdout + done.stderr


def test_a16_the_pages_are_labelled_by_their_numbers(pdf: Path) -> None:
    read = pypdf.PdfReader(pdf)
    assert read.page_labels == [str(number) for number in range(1, len(read.pages) + 1)]


def test_a16_the_catalogue_says_language_title_and_tags(pdf: Path, sample: Sample) -> None:
    with pikepdf.open(pdf) as opened:
        root = opened.Root
        assert str(root.Lang) == sample.language
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert bool(root.MarkInfo.Marked)


def test_a16_the_first_element_is_the_only_h1_and_no_level_is_skipped(measured: Measured) -> None:
    roles = [role for role, _ in measured.elements]
    assert roles[0] == "H1"
    levels = [int(role[1:]) for role in roles if re.fullmatch(r"H\d", role)]
    assert levels.count(1) == 1
    assert set(levels) == set(range(1, max(levels) + 1))


def test_a16_the_outline_says_the_title_as_the_source_does(pdf: Path, sample: Sample) -> None:
    (entry,) = pypdf.PdfReader(pdf).outline
    assert isinstance(entry, pypdf.generic.Destination)
    title = " ".join((entry.title or "").split())
    assert title
    assert " ".join(sample.heading).startswith(title)


def test_a17_the_packet_has_one_rdf(pdf: Path) -> None:
    packet = xmp(pdf)
    assert packet.tag == "{adobe:ns:meta/}xmpmeta"
    assert len(list(packet.iter(RDF + "RDF"))) == 1
    assert len(list(packet)) == 1


def test_a17_the_packet_claims_pdfa_2a_and_pdfua_1(pdf: Path) -> None:
    packet = xmp(pdf)
    assert text(packet, PDFAID + "part") == "2"
    assert text(packet, PDFAID + "conformance") == "A"
    assert text(packet, PDFUAID + "part") == "1"


def test_a17_the_packet_describes_the_schema_of_pdfua(pdf: Path) -> None:
    (schemas,) = xmp(pdf).iter(EXTENSION + "schemas")
    assert [found.text for found in schemas.iter(SCHEMA + "prefix")] == ["pdfuaid"]
    assert [found.text for found in schemas.iter(SCHEMA + "namespaceURI")] == [PDFUAID.strip("{}")]


def test_a17_dublin_core_says_title_language_and_format(pdf: Path, sample: Sample) -> None:
    packet = xmp(pdf)
    title = text(packet, DC + "title")
    assert title
    assert " ".join(sample.heading).startswith(title)
    assert text(packet, DC + "language") == sample.language
    assert text(packet, DC + "format") == "application/pdf"


def test_a17_the_founding_document_says_what_its_metadata_say(all_measured: Mapping[str, Measured]) -> None:
    packet = xmp(all_measured[FOUNDING.name].path)
    assert text(packet, DC + "identifier") == "000_6e9320f1fd6442df"
    assert text(packet, DC + "date") == "2017-07-17"
    assert text(packet, DC + "creator").startswith("Министры иностранных дел")
    assert text(packet, DC + "rights").startswith("Официальный документ")
    assert text(packet, DC + "description").startswith("Совместные меры")


def test_a17_the_info_dictionary_agrees(pdf: Path) -> None:
    packet, info = xmp(pdf), pypdf.PdfReader(pdf).metadata
    assert info is not None
    assert info.title == text(packet, DC + "title")
    assert info.producer == text(packet, PDF + "Producer")
    assert info.creator == text(packet, XMP + "CreatorTool")
    date = text(packet, XMP + "CreateDate")
    assert str(info["/CreationDate"]) == "D:" + date.replace("-", "")
    assert str(info["/ModDate"]) == "D:" + text(packet, XMP + "ModifyDate").replace("-", "")
    if "/Author" in info:
        assert info.author == text(packet, DC + "creator")


def test_the_samples_have_the_pages_they_are_meant_to_have(all_measured: Mapping[str, Measured]) -> None:
    assert {sample.name: len(all_measured[sample.name].glyphs) for sample in SAMPLES} == {
        sample.name: sample.pages for sample in SAMPLES
    }
