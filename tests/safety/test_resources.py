"""The engine reads the resource folders and nothing else, and what it would only warn of is an error."""

import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from engross.composition.html import fill
from engross.errors import RefusedError
from engross.layout import lay_out
from engross.layout.fetcher import ResourceFetcher
from engross.resources import STYLES

PAGE = "<!doctype html><html lang=ru><title>т</title><body><p>Текст.</p></body></html>"


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    """A copy of the style sheets that a test may spoil."""
    return Path(shutil.copytree(STYLES, tmp_path / "styles"))


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine that redirects to a file, and what it was asked for."""
    asked: list[str] = []

    class Redirecting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", (STYLES / "core.css").as_uri())
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Redirecting) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/a.css", asked
        listening.shutdown()


def test_a_file_of_the_folder_is_read() -> None:
    assert ResourceFetcher(STYLES).fetch((STYLES / "core.css").as_uri()).read()


@pytest.mark.parametrize(
    "url",
    [
        "http://example.invalid/a.css",
        "https://example.invalid/a.css",
        "ftp://example.invalid/a.css",
        "data:text/css,p{}",
        "file:///etc/passwd",
        f"{STYLES.as_uri()}/../pyproject.toml",
        f"{STYLES.as_uri()}/%2e%2e/pyproject.toml",
        f"file://localhost.invalid{STYLES}/core.css",
        f"file://{STYLES}-not/core.css",
        str(STYLES / "core.css"),
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(PermissionError):
        ResourceFetcher(STYLES).fetch(url)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, styles: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p {}", encoding="utf-8")
    (styles / "link.css").symlink_to(secret)
    with pytest.raises(PermissionError):
        ResourceFetcher(styles).fetch((styles / "link.css").as_uri())


def test_no_server_is_asked_so_none_can_redirect(server: tuple[str, list[str]], styles: Path) -> None:
    url, asked = server
    (styles / "core.css").write_text(f"@import url({url});", encoding="utf-8")
    with pytest.raises(RefusedError):
        lay_out(PAGE, styles / "core.css", styles)
    assert asked == []


SPOILT = {
    "an unknown property": "p { text-wrapp: pretty }",
    "an unknown value": "p { text-align: middling }",
    "a missing font": '@font-face { font-family: "Other"; src: url(fonts/none.ttf) }',
    "a font from the network": '@font-face { font-family: "Other"; src: url(http://example.invalid/a.ttf) }',
    "a font of the system": '@font-face { font-family: "Other"; src: local("DejaVu Serif") }',
    "a missing picture": "p { background: url(none.png) }",
    "a picture of another folder": "p { background: url(../../secret.png) }",
    "a picture within": "p { background: url(data:image/png;base64,AAAA) }",
    "a rule that does not parse": "p { color: red; } } {",
}


@pytest.mark.parametrize("rule", SPOILT.values(), ids=SPOILT)
def test_a_style_sheet_with_a_fault_is_an_error(rule: str, styles: Path) -> None:
    with (styles / "core.css").open("a", encoding="utf-8") as sheet:
        sheet.write(f"\n{rule}\n")
    with pytest.raises(RefusedError) as caught:
        lay_out(PAGE, styles / "core.css", styles)
    assert {found.code for found in caught.value.findings} <= {"L001", "L002"}


def test_a_missing_style_sheet_is_an_error(styles: Path) -> None:
    (styles / "core.css").write_text("@import url(none.css);", encoding="utf-8")
    with pytest.raises(RefusedError):
        lay_out(PAGE, styles / "core.css", styles)


def test_a_picture_in_the_page_is_refused() -> None:
    with pytest.raises(RefusedError):
        lay_out(PAGE.replace("Текст.", "<img src=file:///etc/passwd alt=x>"), STYLES / "core.css", STYLES)


def test_a_name_that_a_template_does_not_know_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "document.html").write_text("{{ nosuch }}", encoding="utf-8")
    with pytest.raises(jinja2.UndefinedError):
        fill("statement", tmp_path)


def test_values_in_a_template_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "document.html").write_text("{{ value }}", encoding="utf-8")
    assert fill("statement", tmp_path, value="<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"
