"""What a printer's equipment goes by in a file: its version, identifiers, output intents and colours.

It collects for ``printing``, which judges; what a page paints is from ``content``.
"""

from collections.abc import Iterable

import pikepdf

from engross.verification import icc
from engross.verification.evidence import Extra, Intent, PdfObject, Prepress
from engross.verification.streams import measure

_OPAQUE = 1
_STATE = ("/ca", "/CA")


def read(pdf: pikepdf.Pdf, colours: Iterable[Extra]) -> Prepress:
    """Return what ``pdf`` has; ``colours`` are the operators by which its pages choose one."""
    root: PdfObject = pdf.Root
    spaces: dict[str, None] = {}
    blends: dict[Extra, None] = {}
    for number, page in enumerate(pdf.pages, 1):
        resources: PdfObject = page.obj.get("/Resources", {})
        spaces |= dict.fromkeys(str(name) for name, _ in resources.get("/ColorSpace", {}).items())
        blends |= dict.fromkeys(_blends(page.obj, resources, number))
    return Prepress(
        version=pdf.pdf_version,
        identifiers=tuple(bytes(part) for part in pdf.trailer.get("/ID", ())),
        intents=tuple(_intent(source) for source in root.get("/OutputIntents", ())),
        colours=tuple(colours),
        spaces=tuple(spaces),
        blends=tuple(blends),
    )


def _blends(page: PdfObject, resources: PdfObject, number: int) -> Iterable[Extra]:
    """Yield what mixes colours on a page: a group, and states that are not opaque."""
    if "/Group" in page:
        yield Extra("/Group", number)
    for state in resources.get("/ExtGState", {}).values():
        for key, value in state.items():
            if key != "/Type" and not (key in _STATE and value == _OPAQUE):
                yield Extra(f"{key} {value}", number)


def _intent(source: PdfObject) -> Intent:
    stream = source.get("/DestOutputProfile")
    subtype, identifier = str(source.get("/S", "")), str(source.get("/OutputConditionIdentifier", ""))
    info = str(source.get("/Info", ""))
    if not isinstance(stream, pikepdf.Stream):
        return Intent(subtype, identifier, info, None, "it has no profile embedded")
    measure(stream)
    try:
        profile = icc.for_press(bytes(stream.read_bytes()))
    except ValueError as error:
        return Intent(subtype, identifier, info, None, f"of its profile: {error}")
    stated = stream.get("/N")
    wrong = (
        ""
        if stated == profile.components
        else f"its profile has {profile.components} inks, and N is {stated}"
    )
    return Intent(subtype, identifier, info, profile.description, wrong)
