"""What a hostile source or its metadata say is text, whatever it looks like, or it is refused."""

import socket
from pathlib import Path
from typing import NoReturn

import pikepdf
import pypdf
import pytest

from engross.cli import main
from tests.acceptance.test_file import DC, PDFAID, RDF, text, xmp
from tests.conftest import RequireTool
from tests.extractors import EXTRACTORS, Extractor, assert_same_text

HEADING = "ЗАЯВЛЕНИЕ\nо безопасности текста\n17 июля 2017 года\nгород Минск\n\n"
HOSTILE = {
    "an image of a local file": "Смотри <img src=file:///etc/passwd> здесь.",
    "a template expression": "Смотри {{7*7}} и {{ ''.__class__ }} здесь.",
    "a template block": "Смотри {% raw %} и {% include 'document.html' %} и {# нет #} здесь.",
    "a style element": "Смотри </style><style>*{display:none}</style> здесь.",
    "entities": "Смотри &lt;b&gt; и &amp;amp; и &#49; и &nosuch; здесь.",
    "an open comment": "Смотри <!-- здесь.",
    "an end of character data": "Смотри ]]> и <![CDATA[ здесь.",
    "a script": "Смотри <script>alert(1)</script> здесь.",
    "an end of the paragraph": "Смотри </p></body></html><p>и здесь.",
    "a style sheet's address": "Смотри url(http://example.invalid/a.css) и @import 'file:///etc/x'; здесь.",
    "an attachment": "Смотри <link rel=attachment href=file:///etc/passwd> здесь.",
    "a path": "../../../etc/passwd и /etc/passwd и C:\\boot.ini",
    "escapes that are none": "Смотри \\0 и \\x00 и %00 и %s и $HOME и `id` здесь.",
    "an end of a PDF string": "Смотри ) Tj ET EMC endstream endobj (и здесь.",
    "data attributes": 'Смотри <span data-text="x">y</span><br data-line="0.1" data-hyphen> здесь.',
}
INJECTED = "</rdf:li></rdf:Alt></dc:title><pdfaid:part>4</pdfaid:part><!-- {{7*7}} ]]> & \"q\" 'a'"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF of all hostile paragraphs, built while every connection is refused."""
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "hostile.txt"
    source.write_text(HEADING + "\n\n".join(HOSTILE.values()) + "\n", encoding="utf-8")

    def refuse(*_: object) -> NoReturn:
        pytest.fail("a connection was tried")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        assert main(["build", "--no-verapdf", "-o", str(folder), str(source)]) == 0
    return folder / "hostile.pdf"


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_all_hostile_paragraphs_come_out_as_text(
    hostile: Path, extractor: Extractor, require_tool: RequireTool
) -> None:
    if extractor.program:
        require_tool(extractor.program)
    source = hostile.with_suffix(".txt").read_text(encoding="utf-8")
    assert_same_text(source, extractor.extract(hostile), extractor.quirks)


def test_nothing_is_embedded_linked_or_run(hostile: Path) -> None:
    with pikepdf.open(hostile) as pdf:
        assert not pdf.attachments
        assert not {"/AF", "/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        for page in pdf.pages:
            assert "/Annots" not in page
            assert not list(page.Resources.get("/XObject", {}))


def built_with(folder: Path, metadata: str) -> tuple[int, Path]:
    document = folder / "doc"
    document.mkdir()
    (document / "text.txt").write_text(HEADING + "Текст.\n", encoding="utf-8")
    (document / "document.toml").write_text(metadata, encoding="utf-8")
    return main(
        ["build", "--no-verapdf", "-o", str(folder / "out"), str(document)]
    ), folder / "out" / "doc.pdf"


def test_markup_in_the_metadata_stays_text(tmp_path: Path) -> None:
    quoted = f'"""{INJECTED}"""'
    code, pdf = built_with(
        tmp_path, f"title = {quoted}\nsubject = {quoted}\nauthors = [{quoted}]\nidentifier = {quoted}\n"
    )
    assert code == 0
    packet = xmp(pdf)
    assert text(packet, PDFAID + "part") == "2"
    for name in ("title", "creator", "description", "identifier"):
        assert text(packet, DC + name) == INJECTED
    assert len(list(packet.iter(RDF + "RDF"))) == 1
    info = pypdf.PdfReader(pdf).metadata
    assert info is not None
    assert (info.title, info.author, info.subject) == (INJECTED, INJECTED, INJECTED)


@pytest.mark.parametrize(
    ("metadata", "code"),
    [
        ('style = "../../etc"', "M006"),
        ('style = "/etc/passwd"', "M006"),
        ('kind = "../secret"', "M007"),
        ('kind = "_head"', "M007"),
        ('language = "ru\\"><script>"', "M005"),
        ('encoding = "../../x"', "M008"),
        ('title = "a\\u0000b"', "M011"),
        ('title = "a\\u202Eb"', "M011"),
        ('template = "x"', "M003"),
        ('title = ["x"]', "M004"),
        ('title = "x', "M001"),
        ("[title]\nx = 1", "M004"),
    ],
)
def test_metadata_that_name_a_path_or_worse_are_refused(
    metadata: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code, pdf = built_with(tmp_path, metadata)
    said = capsys.readouterr().err
    assert exit_code == 3
    assert f"error {code}" in said
    assert "document.toml:1" in said
    assert not pdf.exists()


@pytest.mark.parametrize(
    "name", ["a b", "'q'", '"d"', "$(id)", "{{7*7}}", "<b>&amp;", "-o", "ж", "%00", "a.b", "\\"]
)
def test_a_file_may_have_any_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(f"{name}.txt").write_text(HEADING + "Текст.\n", encoding="utf-8")
    assert main(["build", "--no-verapdf", "-o", "out", "--", f"{name}.txt"]) == 0
    assert sorted(file.name for file in Path("out").iterdir()) == sorted(
        [f"{name}.pdf", f"{name}.report.json", f"{name}.certificate.json"]
    )


@pytest.mark.parametrize(
    ("text", "exit_code", "code"),
    [
        ("Текст \x00 здесь.", 3, "R012"),
        ("Текст \x1b[31m здесь.", 4, "R015"),
        ("Текст \u202eьседз\u202c.", 4, "R015"),
        ("Текст 漢字 здесь.", 5, "G001"),
        ("Текст \ue000 здесь.", 4, "R015"),
    ],
)
def test_what_cannot_reach_paper_is_refused_with_its_place(
    text: str, exit_code: int, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "bad.txt"
    source.write_text(HEADING + text + "\n", encoding="utf-8")
    assert main(["build", "--no-verapdf", "-o", str(tmp_path / "out"), str(source)]) == exit_code
    said = capsys.readouterr().err
    assert f"error {code}" in said
    assert "bad.txt:6" in said
    assert not list((tmp_path / "out").iterdir())


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(HEADING + "Тайна.\n", encoding="utf-8")
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "a.txt").symlink_to(secret)
    (folder / "b.txt").write_text(HEADING + "Текст.\n", encoding="utf-8")
    assert main(["build", "--no-verapdf", "-o", str(tmp_path / "out"), str(folder)]) == 4
    assert "error R008" in capsys.readouterr().err
    assert not (tmp_path / "out" / "a.pdf").exists()
