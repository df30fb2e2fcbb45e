"""The certificate of a file: what was proved of which bytes, for whoever has only the file and this.

Its JSON has these classes as objects and these fields as keys, in this order: see docs/certificate.md.
Nothing in it depends on the time, the machine or the folder.
"""

from dataclasses import dataclass

from engross.findings import Place, Severity
from engross.model.report import Outcome


@dataclass(frozen=True, slots=True)
class Kind:
    """How often a text has one character: its code point as ``U+2013``, its name, the count."""

    character: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Folding:
    """What folding leaves out of a text before it is compared, ends of paragraphs and headings apart.

    ``line_ends`` are those within them; ``white_space_runs`` are runs on one line that are more, or another
    character, than U+0020; ``spaces`` are the white space other than U+0020 in any run, line ends apart.
    """

    line_ends: int
    white_space_runs: int
    spaces: tuple[Kind, ...]
    discretionary_hyphens: int


@dataclass(frozen=True, slots=True)
class SourceStatement:
    """The source as received: digests of its text and of its metadata file (None: it has none)."""

    sha256: str
    metadata_sha256: str | None
    heading_lines: int
    folding: Folding


@dataclass(frozen=True, slots=True)
class FileStatement:
    """The PDF: the digest of its bytes, its pages, and what folding leaves out of its text."""

    sha256: str
    pages: int
    folding: Folding


@dataclass(frozen=True, slots=True)
class TextStatement:
    """The text that source and PDF have in common: the digest of its UTF-8 when folded, and its counts.

    ``characters`` are code points; ``words`` are what stands between spaces and has a letter or a digit;
    ``headings`` are the titles and the lines of the heading block that are none.
    """

    sha256: str
    characters: int
    letters: int
    words: int
    headings: int
    paragraphs: int
    dashes: tuple[Kind, ...]
    quotation_marks: tuple[Kind, ...]
    yo: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class FontFile:
    """A bundled font file that the PDF has glyphs of: the name of the font, of its file, the digest."""

    name: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of what made and what proved a file; empty is what did not run."""

    engross: str
    weasyprint: str
    pydyf: str
    pango: str
    harfbuzz: str
    fonttools: str
    pikepdf: str
    qpdf: str
    pypdfium2: str
    pdfium: str
    verapdf: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as it was reported."""

    code: str
    severity: Severity
    message: str
    hint: str
    place: Place


@dataclass(frozen=True, slots=True)
class Proof:
    """A check as it was reported."""

    name: str
    outcome: Outcome
    detail: str
    findings: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What a PDF says of itself: the parts of a certificate that can be had from the PDF alone."""

    pdf: FileStatement
    text: TextStatement
    language: str
    fonts: tuple[FontFile, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The whole certificate of one PDF, made from one source.

    ``profile`` names the standards, ``style`` the house style; ``proofs`` are the checks of the report, and
    ``findings`` those of reading and typesetting.
    """

    schema: int
    name: str
    profile: str
    style: str
    language: str
    source: SourceStatement
    pdf: FileStatement
    text: TextStatement
    fonts: tuple[FontFile, ...]
    versions: Versions
    proofs: tuple[Proof, ...]
    findings: tuple[Remark, ...]
