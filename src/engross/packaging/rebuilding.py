"""Rebuilding: the PDF in a bag against the one that its source gives now, as a check.

If they are not the same bytes it says what differs: versions, fonts, pages; and whether the text does.
"""

from collections.abc import Iterator
from dataclasses import asdict

from engross.findings import Finding, Place, Severity, finding
from engross.model.certificate import Account, Certificate, FontFile, Versions
from engross.model.report import Check, Outcome

NAME = "rebuild"
_PROVERS = ("pypdfium2", "pdfium", "verapdf")
"""What proves a file and has no part in making it."""


def compare(stated: Certificate, archived: Account, rebuilt: Account, here: Versions) -> Check:
    """Return the check that ``rebuilt`` is the ``archived`` file, byte for byte.

    ``stated`` is the certificate of the archived file, and ``here`` are the versions that rebuilt it.
    """
    if archived.pdf.sha256 == rebuilt.pdf.sha256:
        return Check(NAME, Outcome.PASSED, f"the same bytes, SHA-256 {archived.pdf.sha256}")
    place = Place(f"{stated.name}.pdf")
    causes = (*_versions(stated.versions, here), *_fonts(stated.fonts, rebuilt.fonts))
    if not causes:
        causes = (finding("B036", place),)
    digests = finding("B030", place, actual=rebuilt.pdf.sha256, archived=archived.pdf.sha256)
    found = (digests, *causes, *_results(archived, rebuilt, place))
    same_text = not any(one.severity is Severity.ERROR and one.code == "B034" for one in found)
    detail = f"other bytes, {'the same' if same_text else 'another'} text"
    return Check(NAME, Outcome.FAILED, detail, found)


def _versions(archived: Versions, here: Versions) -> Iterator[Finding]:
    ours = asdict(here)
    for name, theirs in asdict(archived).items():
        if name not in _PROVERS and theirs != ours[name]:
            yield finding("B031", name=name, archived=theirs or "none", actual=ours[name])


def _fonts(archived: tuple[FontFile, ...], here: tuple[FontFile, ...]) -> Iterator[Finding]:
    ours, theirs = ({font.name: font for font in fonts} for fonts in (here, archived))
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            yield finding("B032", archived=_told(theirs.get(name)), actual=_told(ours.get(name)))


def _told(font: FontFile | None) -> str:
    return f"{font.name}, {font.file}, {font.sha256}" if font else "none of that name"


def _results(archived: Account, rebuilt: Account, place: Place) -> Iterator[Finding]:
    """Yield what the difference comes to: the text, the number of pages."""
    if archived.text.sha256 == rebuilt.text.sha256:
        yield finding("B033", place)
    else:
        yield finding("B034", place, actual=rebuilt.text.sha256, archived=archived.text.sha256)
    if archived.pdf.pages != rebuilt.pdf.pages:
        yield finding("B035", place, actual=rebuilt.pdf.pages, archived=archived.pdf.pages)
