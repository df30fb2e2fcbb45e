"""What PDFium, the engine of a widespread viewer, sees of a file: its runs of text, by page objects.

It shares no code with ``reading_pdf``. Text is as PDFium gives it, quirks included: see ``comparison``.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as api

from engross.characters import EXTRACTED_HYPHENS, SPACE, has_right_to_left
from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.verification.evidence import BLOCK_ENDS, PdfObject, Run

VERSION = str(pypdfium2.PYPDFIUM_INFO)
PDFIUM_VERSION = str(pypdfium2.PDFIUM_INFO).partition("@")[0]
_SAME_LINE = 1.0
# White that is wider than this, in parts of the size, is taken for a space by whoever reads it; signs that
# fill their width badly leave nearly as much.
_WIDE_GAP = 0.45
_SLANT = 0.01
# Raised and lowered text is nearer to its line, in points, than any other line; the next line is well below,
# in parts of the size, or it would stand on top of this one.
_NEXT_LINE = 7.0
_CLOSEST_LINE = 0.9
# What rounding may add to how much wider or narrower than in its font text is drawn.
_ROUNDING = 1e-4
# Letters and the fraction slash may hang over what is before them by as much, in parts of the smaller size.
_OVERHANG = 0.36
_DEEPEST_FORM = 16
# The text rendering mode that fills glyphs and does nothing else (ISO 32000-1, 9.3.6).
_FILLING = 0
_OPAQUE_BLACK = [0, 0, 0, 255]
# The smallest type, in points, that anyone can be asked to read.
_LEAST_SIZE = 4.0
_HYPHEN_MARK = re.compile(rf"[{EXTRACTED_HYPHENS}](?!\n)")
_MOST_OBJECTS = 2_000_000


def read(pdf: bytes, name: str, expansion: float) -> tuple[Run, ...]:
    """Read the runs of ``pdf`` in the order of its content; raise RefusedError when PDFium cannot.

    Letters may be drawn wider or narrower by the part ``expansion`` of their width.
    """
    runs: list[Run] = []
    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in range(len(document)):
                page = document[number]
                runs.extend(_page_runs(page, number + 1, expansion))
                page.close()
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise RefusedError(finding("P003", Place(file=name), reason=f"PDFium: {error}")) from error
    return tuple(runs)


def lines(pdf: bytes, name: str) -> tuple[str, ...]:
    """Return the text of each page as PDFium puts it together, a line end after each line.

    A line that ends inside a word ends with a hyphen or with a mark for one: see ``forgiving``. Raise
    RefusedError when PDFium cannot read the file.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(_page_lines(document[number]) for number in range(len(document)))
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise RefusedError(finding("P003", Place(file=name), reason=f"PDFium: {error}")) from error


def _page_lines(page: PdfObject) -> str:
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    text_page.close()
    page.close()
    # Between the halves of a word PDFium gives its mark without a line end.
    return _HYPHEN_MARK.sub(lambda mark: mark[0] + "\n", text.replace("\r\n", "\n"))


def _page_runs(page: PdfObject, number: int, expansion: float) -> Iterator[Run]:
    text_page = page.get_textpage()
    baseline, end = float("inf"), float("inf")
    # Where the last text that can be seen stands: its baseline and its right end; and its size.
    before = float("inf"), 0.0, 0.0
    for source, text, leftward in _texts(page, text_page):
        if not text:
            continue
        matrix = _matrix(source)
        bounds = _bounds(source)
        size = _size(source, matrix)
        raised = leftward and unicodedata.combining(text[0]) > 0
        gap = 0.0 if leftward else bounds[0] - end
        between = "" if raised else _between(abs(matrix.f - baseline), gap, size)
        legible = _is_painted(source) and _is_legible(source, matrix, bounds, expansion)
        visible = not text.strip() or legible
        artifact, in_order = _is_artifact(source), True
        if text.strip() and not artifact and not raised:
            on_its_line = leftward and abs(before[0] - matrix.f) < _NEXT_LINE
            in_order = on_its_line or _is_after(before, matrix.f, bounds[0], size)
            before = matrix.f, bounds[2], size
        yield Run(number, text, bounds, size, between, artifact, visible, in_order)
        # A mark over a letter, in a font of its own, ends before the letter does.
        end = bounds[2] if between == BLOCK_ENDS else max(end, bounds[2])
        baseline = baseline if raised else matrix.f
    text_page.close()


def _texts(page: PdfObject, text_page: PdfObject) -> Iterator[tuple[PdfObject, str, bool]]:
    """Yield the text objects of ``page`` with their texts, and whether their lines run to the left in part.

    On such a line PDFium puts spaces at the ends of texts, where it guesses them, and gives none of a space
    that is shown alone: there the characters are asked for, each of which knows its object.
    """
    found = [(source, _text(source, text_page)) for source in _text_objects(page, 0)]
    if not any(has_right_to_left(text) for _, text in found):
        yield from ((source, text, False) for source, text in found)
        return
    own = _own_texts(text_page)
    lines: list[list[tuple[PdfObject, str]]] = []
    baseline = float("inf")
    for source, text in found:
        here = _matrix(source).f
        if abs(here - baseline) > _NEXT_LINE:
            lines.append([])
            baseline = here
        lines[-1].append((source, text))
    for line in lines:
        # Numbers alone on a line run to the left too; that they do so rightly, ``directions`` proves.
        places = [_bounds(source)[0] for source, text in line if text.strip()]
        leftward = any(has_right_to_left(text) for _, text in line) or places != sorted(places)
        for source, text in line:
            yield source, own.get(_address(source), SPACE) if leftward else text, leftward


def _own_texts(text_page: PdfObject) -> dict[int | None, str]:
    """Return the characters of each text object of a page, by its address."""
    own: dict[int | None, str] = {}
    for index in range(api.FPDFText_CountChars(text_page)):
        address = _address(api.FPDFText_GetTextObject(text_page, index))
        own[address] = own.get(address, "") + chr(api.FPDFText_GetUnicode(text_page, index))
    return own


def _address(source: PdfObject) -> int | None:
    return ctypes.cast(source, ctypes.c_void_p).value


def _matrix(source: PdfObject) -> PdfObject:
    matrix = api.FS_MATRIX()
    api.FPDFPageObj_GetMatrix(source, matrix)
    return matrix


def _text_objects(page: PdfObject, depth: int) -> Iterator[PdfObject]:
    """Yield the text objects of ``page`` in content order, those of forms in their place."""
    count = api.FPDFPage_CountObjects(page)
    if count > _MOST_OBJECTS:
        raise ValueError("a page has too many objects")
    for index in range(count):
        yield from _flattened(api.FPDFPage_GetObject(page, index), depth)


def _flattened(source: PdfObject, depth: int) -> Iterator[PdfObject]:
    kind = api.FPDFPageObj_GetType(source)
    if kind == api.FPDF_PAGEOBJ_TEXT:
        yield source
    elif kind == api.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
        for index in range(api.FPDFFormObj_CountObjects(source)):
            yield from _flattened(api.FPDFFormObj_GetObject(source, index), depth + 1)


def _text(source: PdfObject, text_page: PdfObject) -> str:
    size = api.FPDFTextObj_GetText(source, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    api.FPDFTextObj_GetText(source, text_page, ctypes.cast(buffer, ctypes.POINTER(api.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _bounds(source: PdfObject) -> tuple[float, float, float, float]:
    sides = [ctypes.c_float() for _ in range(4)]
    api.FPDFPageObj_GetBounds(source, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _size(source: PdfObject, matrix: PdfObject) -> float:
    """Return the size of the type in points, as it is on the page."""
    size = ctypes.c_float()
    api.FPDFTextObj_GetFontSize(source, size)
    return float(matrix.d * size.value)


def _between(lower: float, gap: float, size: float) -> str:
    """Return what parts two runs, ``lower`` and ``gap`` points from each other, the second of ``size``."""
    if lower > _SAME_LINE:
        return BLOCK_ENDS
    return SPACE if gap > _WIDE_GAP * abs(size) else ""


def _is_after(before: tuple[float, float, float], baseline: float, left: float, size: float) -> bool:
    """Tell whether text from ``left`` on ``baseline`` is read after what ends at ``before``, not over it."""
    line, end, size_before = before
    below = line - baseline
    if abs(below) < _NEXT_LINE:
        return left >= end - _OVERHANG * min(size, size_before)
    return below >= _CLOSEST_LINE * size


def _is_painted(source: PdfObject) -> bool:
    """Tell whether the glyphs are filled in opaque black, with nothing mixed in or cut away."""
    parts = [ctypes.c_uint() for _ in range(4)]
    return (
        api.FPDFTextObj_GetTextRenderMode(source) == _FILLING
        and bool(api.FPDFPageObj_GetFillColor(source, *parts))
        and [part.value for part in parts] == _OPAQUE_BLACK
        and not api.FPDFPageObj_HasTransparency(source)
    )


def _is_legible(
    source: PdfObject, matrix: PdfObject, bounds: tuple[float, float, float, float], expansion: float
) -> bool:
    """Tell whether the text is upright, neither mirrored nor pressed together, and of a size for reading."""
    left, bottom, right, top = bounds
    return (
        _size(source, matrix) >= _LEAST_SIZE
        and abs(matrix.a - matrix.d) < (expansion + _ROUNDING) * matrix.d
        and max(abs(matrix.b), abs(matrix.c)) < _SLANT * matrix.a
        and left < right
        and bottom < top
    )


def _is_artifact(source: PdfObject) -> bool:
    return any(
        _mark_name(api.FPDFPageObj_GetMark(source, index)) == "Artifact"
        for index in range(api.FPDFPageObj_CountMarks(source))
    )


def _mark_name(mark: PdfObject) -> str:
    size = ctypes.c_ulong()
    buffer = ctypes.create_string_buffer(128)
    api.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, ctypes.POINTER(api.FPDF_WCHAR)), 128, size)
    return buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")
