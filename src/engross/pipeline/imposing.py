"""Imposing: a proven file for print to the booklet and the proofs that are made of it, proven in turn."""

import hashlib
from collections.abc import Iterator, Sequence

from engross import finishing, verification
from engross.model.edition import Edition
from engross.model.imposition import BOOKLET, PROOFS, Side, booklet, imposed_file, proofs
from engross.model.press import Press
from engross.model.report import Report
from engross.verification.evidence import Evidence


def imposed(name: str, pdf: bytes, found: Evidence, edition: Edition) -> Iterator[tuple[str, bytes, Report]]:
    """Yield what the press of ``edition`` wants to be made of ``pdf``, its file of the document ``name``.

    Each has the name of its file, its bytes and the report on it. ``found`` is the evidence of ``pdf``.
    """
    profile = f"{edition.profile.name}, imposed"
    for kind, sides in _plans(found, edition.press or Press()):
        file = imposed_file(name, kind)
        data = finishing.impose(pdf, sides)
        check = verification.imposed(data, pdf, sides, file, found.style)
        yield (
            file,
            data,
            Report(file, hashlib.sha256(data).hexdigest(), len(sides), profile, (check,)),
        )


def _plans(found: Evidence, press: Press) -> Iterator[tuple[str, Sequence[Side]]]:
    pages = found.tagged.pages
    left, bottom, right, top = pages[0].boxes["TrimBox"]
    size = right - left, top - bottom
    if press.booklet:
        yield BOOKLET, booklet(len(pages), *size, press.booklet)
    if press.proofs:
        yield PROOFS, proofs(len(pages), *size, press.proofs)
