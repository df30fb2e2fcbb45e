"""The programs that are compared, each told alike: the font, its size, the measure, the indent, the language.

Beyond that each sets as it does by itself. Those that are not installed are left out.
"""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from engross import __version__, pipeline
from engross.model.document import Document
from engross.resources import FONTS

FONT = FONTS / "PTF55F.ttf"
TEX_LANGUAGES = {"ru": "russian", "en": "english", "kk": "kazakh"}

_HTML = """\
<!doctype html><html lang="{language}"><meta charset="utf-8"><title>-</title><style>
@font-face {{ font-family: "PT Serif"; src: url({font}) }}
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm }}
body {{ margin: 0; font: 14pt/18.2pt "PT Serif"; font-variant-ligatures: none }}
p {{ margin: 0; text-indent: 12.5mm; text-align: justify; hyphens: auto; hyphenate-character: "-" }}
</style>{paragraphs}</html>
"""
_TYPST = """\
#set page(paper: "a4", margin: (top: 20mm, right: 15mm, bottom: 20mm, left: 30mm))
#set text(font: "PT Serif", size: 14pt, lang: "{language}", ligatures: false, hyphenate: true)
#set text(top-edge: 14pt, bottom-edge: "baseline")
#set par(justify: true, leading: 4.2pt, spacing: 4.2pt, first-line-indent: (amount: 12.5mm, all: true))
{more}
#for text in json("paragraphs.json") {{
  [#text]
  parbreak()
}}
"""
_LATEX = r"""
\documentclass{article}
\usepackage[a4paper,left=30mm,right=15mm,top=20mm,bottom=20mm,noheadfoot]{geometry}
\usepackage{fontspec,babel}
\setmainfont{FONT}[Path=FOLDER/,Ligatures=NoCommon]
\babelprovide[import,main]{LANGUAGE}
\usepackage[MICROTYPE]{microtype}
\pagestyle{empty}\raggedbottom\parindent=12.5mm \parskip=0pt
\begin{document}\fontsize{14bp}{18.2bp}\selectfont MORE
PARAGRAPHS
\end{document}
"""
_TEX = {
    **{sign: "\\" + sign for sign in "{}#$%&_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Setter:
    """A program and how it is told: its name in the table, what was used, and what makes a PDF of texts."""

    name: str
    version: str
    typeset: Callable[[Document], bytes]

    @property
    def key(self) -> str:
        """The name as a part of file names."""
        return self.name.lower().replace(",", "").replace(" ", "-")


def engross() -> Setter:
    """Return Engross as it is here."""

    def typeset(document: Document) -> bytes:
        return pipeline.typeset(replace(document, heading=())).pdf

    return Setter("Engross", __version__, typeset)


def setters() -> list[Setter]:
    """Return all that are installed."""
    found = [engross(), Setter("WeasyPrint alone", metadata.version("weasyprint"), _weasyprint)]
    if find_spec("typst"):
        version = metadata.version("typst")
        found.append(Setter("Typst", version, _typst("")))
        tracking = "#set par(justification-limits: (tracking: (min: -0.01em, max: 0.01em)))"
        found.append(Setter("Typst, letters too", version, _typst(tracking)))
    if program := shutil.which("lualatex"):
        said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
        version = said.partition("Version ")[2].split()[0]
        found.append(Setter("LuaLaTeX, margins", version, _lualatex("protrusion=true,expansion=false")))
        full = _lualatex("protrusion=true,expansion=false", r"\tolerance=9999 \emergencystretch=3em ")
        found.append(Setter("LuaLaTeX, margins, full lines", version, full))
        found.append(Setter("LuaLaTeX, glyphs too", version, _lualatex("protrusion=true,expansion=true")))
    return found


def _weasyprint(document: Document) -> bytes:
    from weasyprint import HTML

    paragraphs = "".join(f"<p>{escape(paragraph.text)}</p>" for paragraph in document.body)
    html = _HTML.format(language=document.metadata.language, font=FONT.as_uri(), paragraphs=paragraphs)
    written = HTML(string=html).write_pdf()
    assert isinstance(written, bytes)
    return written


def _typst(more: str) -> Callable[[Document], bytes]:
    def typeset(document: Document) -> bytes:
        import typst

        with TemporaryDirectory() as folder:
            texts = [paragraph.text for paragraph in document.body]
            (Path(folder) / "paragraphs.json").write_text(json.dumps(texts), encoding="utf-8")
            source = Path(folder) / "text.typ"
            source.write_text(_TYPST.format(language=document.metadata.language, more=more), encoding="utf-8")
            written = typst.compile(str(source), font_paths=[str(FONTS)], ignore_system_fonts=True)
        assert isinstance(written, bytes)
        return written

    return typeset


def _lualatex(microtype: str, more: str = "") -> Callable[[Document], bytes]:
    def typeset(document: Document) -> bytes:
        texts = ["".join(_TEX.get(sign, sign) for sign in one.text) for one in document.body]
        values = {
            "FONT": FONT.name,
            "FOLDER": str(FONT.parent),
            "LANGUAGE": TEX_LANGUAGES[document.metadata.language],
            "MICROTYPE": microtype,
            "MORE": more,
            "PARAGRAPHS": "\n\n".join(texts),
        }
        latex = _LATEX
        for name, value in values.items():
            latex = latex.replace(name, value)
        with TemporaryDirectory() as folder:
            source = Path(folder) / "text.tex"
            source.write_text(latex, encoding="utf-8")
            command = ["lualatex", "--interaction=batchmode", "--halt-on-error", source.name]
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            return source.with_suffix(".pdf").read_bytes()

    return typeset
