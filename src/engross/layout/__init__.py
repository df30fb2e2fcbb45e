"""Layout: HTML and CSS to pages. The only stage that knows WeasyPrint.

The engine is isolated: it sees the bundled fonts and no others, reads the resource folders and nothing else,
and what it would only warn of is an error. Style sheets and fonts are loaded once a process.
"""

import atexit
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from engross.layout.textlayer import TextLayer
from engross.model.profile import Profile
from engross.model.tagging import Tagging

if TYPE_CHECKING:
    import pydyf
    from weasyprint import CSS, HTML, Document
    from weasyprint.text.fonts import FontConfiguration

    Finish = Callable[[pydyf.PDF, Tagging], None]

_NO_FONTS = "fonts.conf"


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out in pages, ready to be written."""

    _html: "HTML"
    _document: "Document"

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self._document.pages)

    def beginnings(self) -> tuple[int, ...]:
        """Return the page that the markup (``data-page``) says begins where each page but the first does.

        0 is where it says nothing: there the engine ended a page by itself.
        """
        from engross.layout.engine import first_element

        first = map(first_element, self._document.pages[1:])
        return tuple(0 if element is None else int(element.get("data-page", 0)) for element in first)

    def write(self, profile: Profile, finish: "Finish") -> bytes:
        """Return the PDF; ``finish`` gets it with its tagging just before it is written."""
        from engross.layout.engine import TaggingPage
        from engross.layout.strict import strict

        root = self._html.etree_element
        layer = TextLayer({child: parent for parent in root.iter() for child in parent})
        pages = [TaggingPage(page, number, layer) for number, page in enumerate(self._document.pages)]

        def finisher(_: Any, pdf: "pydyf.PDF") -> None:
            layer.finished()
            finish(pdf, Tagging(_body(root), tuple(layer.marks), layer.aliases))

        with strict():
            written = self._document.copy(pages).write_pdf(
                finisher=finisher,
                # What is no PDF/A gets its claims from the finisher alone: the engine would ask the clock.
                # What PDF/A-4 has otherwise is mended by the finisher, too.
                pdf_variant=f"pdf/a-{min(profile.pdfa_part, 3)}b" if profile.pdfa_part else None,
                pdf_identifier=True,
                pdf_version=profile.pdf_version,
                # The finisher writes the tags: those of the engine break elements at page ends.
                pdf_tags=False,
            )
        assert isinstance(written, bytes)
        return written


def lay_out(html: str, sheet: Path, resources: Path, *further: Path) -> Pages:
    """Return ``html`` laid out by the style sheet ``sheet``, and ``further`` ones that declare no fonts.

    Files are read under ``resources`` only.

    Raises RefusedError if the engine warns of anything.
    """
    from engross.layout.strict import strict

    with strict():
        css, fonts = loaded_style(sheet, resources)
        added = [_loaded_sheet(each, resources) for each in further]
        from engross.layout.engine import PlainHTML

        parsed = PlainHTML(string=html, base_url=resources.as_uri(), url_fetcher=_fetcher(resources))
        return Pages(parsed, parsed.render(font_config=fonts, stylesheets=[css, *added]))


def versions() -> dict[str, str]:
    """Return the versions of the engine and of what it draws and writes with, by their names."""
    import pydyf
    import weasyprint

    from engross.layout.engine import pango_version

    return {
        "weasyprint": weasyprint.__version__,
        "pydyf": pydyf.__version__,
        "pango": pango_version(),
    }


@cache
def loaded_style(sheet: Path, resources: Path) -> "tuple[CSS, FontConfiguration]":
    """Return the style sheet and the fonts it declares, loaded once a process."""
    with _bundled_fonts_only(resources / "fonts" / _NO_FONTS):
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
        css = CSS(url=sheet.as_uri(), url_fetcher=_fetcher(resources), font_config=fonts)
    return css, fonts


@cache
def _loaded_sheet(sheet: Path, resources: Path) -> "CSS":
    from weasyprint import CSS

    return CSS(url=sheet.as_uri(), url_fetcher=_fetcher(resources))


# The engine keeps its copies of the fonts in a folder of its own until the configuration is gone.
atexit.register(loaded_style.cache_clear)


@cache
def _fetcher(resources: Path) -> Any:
    from engross.layout.fetcher import ResourceFetcher

    return ResourceFetcher(resources)


@contextmanager
def _bundled_fonts_only(configuration: Path) -> Iterator[None]:
    """Let fontconfig start with an empty configuration: the fonts of the system are not there."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=".*(No fonts configured|cannot load default).*")
            yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def _body(root: Element) -> Element:
    body = root.find("body")
    assert body is not None
    return body
