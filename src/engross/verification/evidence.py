"""The evidence that the checks weigh: a finished file as frozen values, and what it must agree with.

Two readers fill it, ``reading_pdf`` (pikepdf: objects, tags, fonts) and ``pdfium`` (PDFium: what a viewer
sees), so that no text is proved by one library alone. It does not judge anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from engross.model.document import Document
from engross.model.profile import Profile
from engross.model.style import Style

PdfObject: TypeAlias = Any
"""An object of pikepdf or of PDFium: of what type it is, only the file says."""

BLOCK_ENDS = "\n"
INLINE = frozenset(
    ("Span", "Em", "Strong", "Quote", "Code", "Link", "Reference", "Annot", "NonStruct", "Sub", "Lbl")
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number (from 1), boxes in points (left, bottom, right, top), rotation in degrees."""

    number: int
    boxes: Mapping[str, tuple[float, float, float, float]]
    rotation: int


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Where marked content is: its page (from 1), the form's object number (0: the page itself), its MCID."""

    page: int
    form: int
    mcid: int


class Origin(NamedTuple):
    """Where text begins, in points from the lower left corner of the page, and its size in points."""

    x: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Show:
    """Something painted: text, or an empty text for ink that is none; its mark, or that it is an artifact.

    ``font`` is the index of its font, and ``codes`` what is shown of it. ``moves`` are the adjustments before
    each code and after the last, in thousandths of an em, against the direction of writing; ``continues``
    says that nothing stands between it and what was shown before. ``origin`` is where it begins, None where
    what was shown before it ends; ``stretch`` is how much wider than tall its letters are drawn, ``rise``
    how far they are raised, in parts of their size.
    """

    page: int
    mark: Mark | None
    artifact: bool
    text: str
    font: int | None = None
    codes: tuple[int, ...] = ()
    moves: tuple[float, ...] = (0.0,)
    continues: bool = False
    origin: Origin | None = None
    stretch: float = 1.0
    rise: float = 0.0

    def places(self, widths: Mapping[int, float]) -> tuple[float, ...]:
        """Return where each code begins, and the pen is in the end, in thousandths of an em from the start.

        ``widths`` are those of the codes (ISO 32000-1, 9.4.4).
        """
        pen, places = 0.0, []
        for code, move in zip(self.codes, self.moves, strict=False):
            pen -= move
            places.append(pen)
            pen += widths.get(code, 0.0)
        return (*places, pen - self.moves[-1])


@dataclass(frozen=True, slots=True)
class Extra:
    """Something that Engross never writes: its key or operator, and its page (from 1) or None."""

    what: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent: its kind, its identifier, what it says in words, and the description of its profile.

    ``description`` is None, and ``problem`` says why, if its profile is not that of a press.
    """

    subtype: str
    identifier: str
    info: str
    description: str | None
    problem: str


@dataclass(frozen=True, slots=True)
class Prepress:
    """What a printer's equipment goes by: the version in the head, and the identifiers in the trailer.

    ``colours`` are the operators that choose a colour, with their numbers; ``spaces`` the colour spaces that
    pages could use by name; ``blends`` what would mix colours.
    """

    version: str
    identifiers: tuple[bytes, ...]
    intents: tuple[Intent, ...]
    colours: tuple[Extra, ...]
    spaces: tuple[str, ...]
    blends: tuple[Extra, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element: its standard role, its object number, and its elements and marks in order.

    ``replacement`` is its ActualText, or None.
    """

    role: str
    number: int
    kids: tuple["Element | Mark", ...]
    replacement: str | None = None

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


@dataclass(frozen=True, slots=True)
class Font:
    """A font as used: names, what is embedded, and, for each code shown, its glyph, its text and its width.

    ``texts`` lacks the codes that ToUnicode does not map; ``glyphs`` and ``widths`` (thousandths of an em)
    are empty for fonts whose codes are not CIDs (Identity-H). ``program`` is the embedded TrueType program,
    empty if there is none.
    """

    name: str
    subtype: str
    embedded: bool
    has_to_unicode: bool
    texts: Mapping[int, str]
    glyphs: Mapping[int, int]
    widths: Mapping[int, float]
    program: bytes
    codes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that a PDF carries: its key in the list of names, and the number of its file specification.

    ``said`` is what the specification and the stream say of it, by their keys, without the slash of a name.
    """

    key: bytes
    number: int
    said: Mapping[str, str]
    data: bytes


@dataclass(frozen=True, slots=True)
class TaggedFile:
    """A PDF read by its objects. ``parents`` is the ParentTree: the element number of each mark.

    ``drawings`` are the operators, and ``entries`` the keys, that Engross never writes; ``bookmarks`` are the
    titles of the outline. ``objects`` is their number, ``strays`` what is in the file and no part of it;
    ``version`` is that of PDF, as its head says. ``carried`` are the files in the list of names,
    ``associated`` the numbers of those in AF; ``leads`` the titles of bookmarks that lead to elements, with
    the numbers of these.
    """

    version: str
    objects: int
    strays: tuple[str, ...]
    pages: tuple[Page, ...]
    shows: tuple[Show, ...]
    drawings: tuple[Extra, ...]
    entries: tuple[Extra, ...]
    bookmarks: tuple[str, ...]
    fonts: tuple[Font, ...]
    tree: tuple[Element, ...]
    parents: Mapping[Mark, int]
    xmp: bytes
    info: Mapping[str, str]
    language: str
    marked: bool
    displays_title: bool
    prepress: Prepress
    leads: tuple[tuple[str, int], ...] = ()
    carried: tuple[Carried, ...] = ()
    associated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text as PDFium sees it: its page, its bounds (left, bottom, right, top) in points.

    ``before`` is what parts it from the run before: BLOCK_ENDS if that is on another line, a space if it is
    well away on the same one, else nothing; ``size`` is that of its type in points; ``visible`` says that
    it is painted in opaque black, upright and large enough to be read; ``in_order``, that it stands to the
    right of the text before it, or below.
    """

    page: int
    text: str
    bounds: tuple[float, float, float, float]
    size: float
    before: str
    artifact: bool
    visible: bool
    in_order: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file read twice, the SHA-256 of its bytes, and what it must agree with.

    ``style`` has the fonts that it may use.
    """

    name: str
    sha256: str
    tagged: TaggedFile
    runs: tuple[Run, ...]
    document: Document | None
    profile: Profile
    style: Style


def text_by_mark(file: TaggedFile) -> dict[Mark, str]:
    """Return the text of every mark, in the order in which it is shown."""
    texts: dict[Mark, list[str]] = {}
    for show in file.shows:
        if show.mark is not None:
            texts.setdefault(show.mark, []).append(show.text)
    return {mark: "".join(parts) for mark, parts in texts.items()}


def pieces(file: TaggedFile) -> tuple[tuple[str, int], ...]:
    """Return the text of the structure tree in order, as (text, page), a line end after every block."""
    by_mark = text_by_mark(file)
    return tuple(piece for root in file.tree for piece in _pieces(root, by_mark))


def element_text(element: Element, by_mark: Mapping[Mark, str]) -> str:
    """Return the text of ``element`` and all below it."""
    return "".join(text for text, _ in _pieces(element, by_mark))


def element_page(element: Element) -> int | None:
    """Return the page on which ``element`` begins."""
    return next((kid.page for part in element.walk() for kid in part.kids if isinstance(kid, Mark)), None)


def _pieces(element: Element, by_mark: Mapping[Mark, str]) -> Iterator[tuple[str, int]]:
    page = element_page(element) or 0
    if element.replacement is not None:
        yield element.replacement, page
    else:
        for kid in element.kids:
            inner = ((by_mark.get(kid, ""), kid.page),) if isinstance(kid, Mark) else _pieces(kid, by_mark)
            for text, page in inner:
                yield text, page
    if element.role not in INLINE:
        yield BLOCK_ENDS, page
