"""A file for print against ISO 15930-7 (PDF/X-4): boxes, black ink alone, output intent, and what it says.

No free program validates PDF/X-4, so this is measured by Engross itself: docs/print.md says of each demand of
the standard which check has it, and what nothing checks.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from engross.findings import Finding, Place, finding
from engross.model.report import Check, Outcome
from engross.verification import xmp
from engross.verification.evidence import Evidence, Intent, Page, Prepress

NAME = "print"
_SUBTYPE = "/GTS_PDFX"
_BOXES = ("TrimBox", "BleedBox", "MediaBox")
_TOLERANCE = 0.001
_BLACK = frozenset(("0 g", "0 G"))
_MOST_SHOWN = 5
# What the packet must say beside the claim, and how (XMP Specification Part 2; RFC 9562).
_SAID = {
    "pdf:Trapped": r"True|False",
    "xmp:CreateDate": r"\d{4}-\d\d-\d\d.*",
    "xmp:ModifyDate": r"\d{4}-\d\d-\d\d.*",
    "xmp:MetadataDate": r"\d{4}-\d\d-\d\d.*",
    "xmpMM:DocumentID": r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "xmpMM:InstanceID": r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "xmpMM:VersionID": r".+",
    "xmpMM:RenditionClass": r".+",
}
_IN_INFO = ("Title", "CreationDate", "ModDate", "Trapped")


def check(evidence: Evidence) -> Check:
    """Check all that a file for print must have beside its text, its fonts and its claim."""
    place, prepress = Place(file=evidence.name), evidence.tagged.prepress
    found = (
        *_version(prepress, evidence.profile.pdf_version, place),
        *(problem for page in evidence.tagged.pages for problem in _boxes(page, evidence.name)),
        *_inks(prepress, evidence.name),
        *_intents(prepress, place),
        *_said(evidence, place),
    )
    told = ", ".join(intent.description or "no profile" for intent in prepress.intents) or "no output intent"
    colours = ", ".join(sorted({colour.what for colour in prepress.colours})) or "no colour"
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, f"{colours}; {told}", found)


def _version(prepress: Prepress, expected: str, place: Place) -> Iterator[Finding]:
    if prepress.version != expected:
        yield finding("K001", place, version=prepress.version, expected=expected)
    if len(prepress.identifiers) != 2 or not all(prepress.identifiers):
        yield finding("K002", place)


def _boxes(page: Page, name: str) -> Iterator[Finding]:
    """Yield each box that is missing, or that is not inside the one that must hold it."""
    place = Place(file=name, page=page.number)
    for box in _BOXES:
        if box not in page.boxes:
            yield finding("K003", place, problem=f"it has no {box}")
    if "ArtBox" in page.boxes:
        yield finding("K003", place, problem="it has an ArtBox beside its TrimBox")
    for inner, outer in pairwise(box for box in _BOXES if box in page.boxes):
        if not _inside(page.boxes[inner], page.boxes[outer]):
            yield finding("K003", place, problem=f"the {inner} reaches beyond the {outer}")
    if page.boxes.get("CropBox", page.boxes.get("MediaBox")) != page.boxes.get("MediaBox"):
        yield finding("K003", place, problem="its CropBox is not its MediaBox")


def _inside(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    left, bottom, right, top = (one - other for one, other in zip(inner, outer, strict=True))
    return left >= -_TOLERANCE and bottom >= -_TOLERANCE and right <= _TOLERANCE and top <= _TOLERANCE


def _inks(prepress: Prepress, name: str) -> Iterator[Finding]:
    by_page: dict[int | None, dict[str, None]] = {}
    for colour in prepress.colours:
        if colour.what not in _BLACK:
            by_page.setdefault(colour.page, {})[colour.what] = None
    for page, wrong in by_page.items():
        yield finding("K004", Place(file=name, page=page), colours=", ".join(list(wrong)[:_MOST_SHOWN]))
    if prepress.spaces:
        yield finding("K005", Place(file=name), spaces=", ".join(prepress.spaces[:_MOST_SHOWN]))
    for blend in prepress.blends:
        yield finding("K006", Place(file=name, page=blend.page), blend=blend.what)


def _intents(prepress: Prepress, place: Place) -> Iterator[Finding]:
    ours = [intent for intent in prepress.intents if intent.subtype == _SUBTYPE]
    others = [intent for intent in prepress.intents if intent.subtype != _SUBTYPE]
    if len(ours) != 1:
        yield finding("K007", place, problem=f"there are {len(ours)} output intents for PDF/X and not one")
    for intent in others:
        yield finding("K007", place, problem=f"an output intent is of the kind {intent.subtype or 'none'}")
    for intent in ours:
        yield from (finding("K007", place, problem=problem) for problem in _problems(intent))


def _problems(intent: Intent) -> Iterator[str]:
    if intent.problem:
        yield intent.problem
    if not intent.identifier:
        yield "it has no OutputConditionIdentifier"
    if not intent.info:
        yield "it does not say in words (Info) which printing condition it is"


def _said(evidence: Evidence, place: Place) -> Iterator[Finding]:
    """Yield what XMP or Info do not say, or not so; an unreadable packet is for ``metadata``."""
    for key in _IN_INFO:
        if not evidence.tagged.info.get(key):
            yield finding("K008", place, key=f"{key} of Info", actual="nothing")
    try:
        properties = xmp.parse(evidence.tagged.xmp).properties
    except ValueError:
        return
    for key, pattern in _SAID.items():
        values = properties.get(key, ())
        if len(values) != 1 or not re.fullmatch(pattern, values[0]):
            yield finding("K008", place, key=f"{key} of XMP", actual=", ".join(values) or "nothing")
