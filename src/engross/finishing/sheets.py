"""Sheets: what is around the pages when they are printed (ISO 32000-1, 14.11.2): boxes, marks, the last back.

Within its edges nothing of a page is changed. Marks are drawn before everything else, so that no state of the
page's own drawing reaches them; they are an artifact (ISO 32000-1, 14.8.2.2).
"""

from collections.abc import Iterable, Iterator

import pydyf

from engross.model.press import MARK_WIDTH, Box, Press, Segment, beyond, crop_marks, sheet_margin


def lay_on_sheets(pdf: pydyf.PDF, press: Press) -> None:
    """Give the pages of ``pdf`` the boxes and marks that ``press`` asks for, and an even number of them."""
    pages = [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"]
    if press.duplex and len(pages) % 2:
        pages.append(_back(pdf, pages[-1]))
    for page in pages:
        trim: Box = tuple(page["TrimBox"])
        page.update(_boxes(trim, press))
        if press.marks:
            stream = pdf.objects[int(bytes(page["Contents"]).split()[0])]
            stream.stream[:0] = _marks(trim, press.bleed)


def _back(pdf: pydyf.PDF, front: pydyf.Dictionary) -> pydyf.Dictionary:
    """Add a page with nothing on it, the back of ``front``, and return it."""
    content = pydyf.Stream(compress=True)
    pdf.add_object(content)
    back = pydyf.Dictionary({key: front[key] for key in ("Type", "Parent", "Resources", "TrimBox")})
    back["Contents"] = content.reference
    pdf.add_page(back)
    return back


def _boxes(trim: Box, press: Press) -> dict[str, pydyf.Array]:
    boxes = {
        "MediaBox": beyond(trim, sheet_margin(press)),
        "BleedBox": beyond(trim, press.bleed),
        "TrimBox": trim,
    }
    return {name: pydyf.Array(map(number, box)) for name, box in boxes.items()}


def _marks(trim: Box, bleed: float) -> list[object]:
    return [
        "/Artifact",
        pydyf.Dictionary({"Type": "/Page"}),
        b"BDC",
        b"q",
        b"0 G",
        b"%s w" % number(MARK_WIDTH).encode(),
        *_lines(crop_marks(trim, bleed)),
        b"Q",
        b"EMC",
    ]


def _lines(segments: Iterable[Segment]) -> Iterator[bytes]:
    for x, y, end_x, end_y in segments:
        yield f"{number(x)} {number(y)} m {number(end_x)} {number(end_y)} l S".encode()


def number(value: float) -> str:
    """Return ``value``, in points, as a file has it: to a ten-thousandth, without zeros at the end."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value else "0"
