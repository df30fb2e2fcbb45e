"""An imposed file against the file for print that it was made of: every page in its place, and nothing else.

The file for print has been proved already. So it is enough that each page is drawn as it stands there, byte
for byte and where the plan has it, that what describes the file is the same, and that PDFium reads the same.
"""

import io
from collections.abc import Iterator, Sequence

import pikepdf

from engross.findings import Finding, Place, finding
from engross.model.imposition import Placed, Side
from engross.model.report import Check, Outcome
from engross.model.style import Style
from engross.verification import pdfium
from engross.verification.evidence import PdfObject
from engross.verification.strays import strays

NAME = "imposition"
_PAGE = frozenset(("/Type", "/Parent", "/MediaBox", "/BleedBox", "/TrimBox", "/Resources", "/Contents"))
_FORM = frozenset(("/Type", "/Subtype", "/BBox", "/Resources", "/Length", "/Filter"))
_ROOT = frozenset(("/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents"))
_TOLERANCE = 0.001
_DEEPEST = 12


def check(pdf: bytes, printed: bytes, sides: Sequence[Side], name: str, style: Style) -> Check:
    """Compare ``pdf``, called ``name``, with the plan of its ``sides`` and with ``printed``, of ``style``."""
    with pikepdf.open(io.BytesIO(pdf)) as file, pikepdf.open(io.BytesIO(printed)) as source:
        wrong = (
            *_around(file, source, pdf),
            *_counts(file, source, sides),
            *(
                (number, problem)
                for number, (page, side) in enumerate(zip(file.pages, sides, strict=False), 1)
                for problem in _side(page, side, source)
            ),
        )
        pages = len(source.pages)
    found = (
        *(finding("K030", Place(file=name, page=page), problem=problem) for page, problem in wrong),
        *_texts(pdf, printed, sides, name, style),
    )
    measured = f"{_counted(pages, 'page')} on {_counted(len(sides), 'side')}"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, measured, found)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _around(file: pikepdf.Pdf, source: pikepdf.Pdf, data: bytes) -> Iterator[tuple[int | None, str]]:
    """Yield what of the file, its pages apart, is not that of ``source``."""
    root: PdfObject = file.Root
    yield from ((None, f"it has {key}") for key in sorted(root.keys() - _ROOT))
    yield from ((None, f"it has {stray}") for stray in strays(data, file))
    if file.pdf_version != source.pdf_version:
        yield None, f"it is PDF {file.pdf_version}"
    for key, ours, theirs in (
        ("output intent", root.get("/OutputIntents"), source.Root.get("/OutputIntents")),
        ("Info", file.trailer.get("/Info"), source.trailer.get("/Info")),
    ):
        if not _same(ours, theirs):
            yield None, f"its {key} is not that of the file for print"


def _counts(
    file: pikepdf.Pdf, source: pikepdf.Pdf, sides: Sequence[Side]
) -> Iterator[tuple[int | None, str]]:
    if len(file.pages) != len(sides):
        yield None, f"it has {len(file.pages)} sides and not {len(sides)}"
    placed = sorted(at.page for side in sides for at in side.placed)
    if placed != list(range(1, len(source.pages) + 1)):
        yield None, "not every page is placed once"


def _side(page: pikepdf.Page, side: Side, source: pikepdf.Pdf) -> Iterator[str]:
    yield from (f"it has {key}" for key in sorted(page.obj.keys() - _PAGE))
    for box in ("/MediaBox", "/BleedBox", "/TrimBox"):
        if not _near(page.obj.get(box, ()), (0, 0, side.width, side.height)):
            yield f"its {box[1:]} is not the sheet"
    resources: PdfObject = page.obj.get("/Resources", {})
    yield from (f"it has {key}" for key in sorted(resources.keys() - {"/XObject"}))
    forms: PdfObject = resources.get("/XObject", {})
    names = {f"/P{at.page}" for at in side.placed}
    if forms.keys() != names:
        yield "it can draw other pages than it should"
        return
    if not _draws(page, side.placed):
        yield "a page is not in its place"
    for at in side.placed:
        yield from _form(forms[f"/P{at.page}"], source.pages[at.page - 1], at)


def _draws(page: pikepdf.Page, placed: Sequence[Placed]) -> bool:
    """Tell whether ``page`` draws exactly the pages ``placed``, and does nothing else."""
    expected = [
        step
        for at in placed
        for step in (
            ("q", ()),
            ("cm", (at.scale, 0, 0, at.scale, at.x, at.y)),
            ("Do", f"/P{at.page}"),
            ("Q", ()),
        )
    ]
    found = pikepdf.parse_content_stream(page)
    return len(found) == len(expected) and all(
        str(one.operator) == operator
        and (list(one.operands) == [wanted] if isinstance(wanted, str) else _near(one.operands, wanted))
        for one, (operator, wanted) in zip(found, expected, strict=True)
    )


def _form(form: PdfObject, original: pikepdf.Page, at: Placed) -> Iterator[str]:
    if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != "/Form":
        yield f"page {at.page} is no form"
        return
    yield from (f"page {at.page} has {key}" for key in sorted(form.keys() - _FORM))
    trim = [float(side) for side in original.trimbox]
    if not _near(form.get("/BBox", ()), trim):
        yield f"page {at.page} is cut elsewhere than at its trim"
    if form.read_bytes() != original.obj.Contents.read_bytes():
        yield f"page {at.page} is not drawn as in the file for print"
    if not _same(form.get("/Resources"), original.resources):
        yield f"page {at.page} is drawn with other fonts than in the file for print"


def _same(one: PdfObject, other: PdfObject) -> bool:
    """Tell whether two objects of two files say the same, with all that they refer to."""
    return _value(one) == _value(other)


def _value(source: PdfObject, depth: int = 0) -> object:
    """Return ``source`` as values that can be compared; raise ValueError when it is nested too deep."""
    if depth > _DEEPEST:
        raise ValueError("objects are nested too deep")
    if isinstance(source, pikepdf.Array):
        return [_value(each, depth + 1) for each in source]
    if isinstance(source, pikepdf.Dictionary | pikepdf.Stream):
        data = source.read_raw_bytes() if isinstance(source, pikepdf.Stream) else None
        return data, {key: _value(source[key], depth + 1) for key in map(str, source.keys())}
    return source.unparse() if isinstance(source, pikepdf.Object) else source


def _texts(pdf: bytes, printed: bytes, sides: Sequence[Side], name: str, style: Style) -> Iterator[Finding]:
    """Yield each side on which PDFium reads something else than on its pages in the file for print."""
    read, pages = _by_page(pdf, name, style), _by_page(printed, name, style)
    for number, side in enumerate(sides, 1):
        if read.get(number, "") != "".join(pages.get(at.page, "") for at in side.placed):
            yield finding("K031", Place(file=name, page=number))


def _by_page(pdf: bytes, name: str, style: Style) -> dict[int, str]:
    texts: dict[int, str] = {}
    for run in pdfium.read(pdf, name, style.spacing.expansion):
        texts[run.page] = texts.get(run.page, "") + run.text
    return texts


def _near(found: PdfObject, wanted: Sequence[float]) -> bool:
    return len(found) == len(wanted) and all(
        abs(float(one) - other) < _TOLERANCE for one, other in zip(found, wanted, strict=True)
    )
