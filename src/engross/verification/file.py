"""The file as such: made in one go, with nothing in it that is no part of it.

ISO 32000-1, 7.5.6, lets a PDF be continued after its end, so that what was proved once is still inside and
something else is shown. Engross never does, so whatever is beside its one section has come from elsewhere.
"""

from engross.findings import Place, finding
from engross.model.report import Check, Outcome
from engross.verification.evidence import Evidence

NAME = "file"


def check(evidence: Evidence) -> Check:
    """Check that every byte and every object belongs to the file."""
    file = evidence.tagged
    place = Place(file=evidence.name)
    found = tuple(finding("P007", place, stray=stray) for stray in file.strays)
    outcome = Outcome.FAILED if found else Outcome.PASSED
    return Check(NAME, outcome, f"{file.objects} objects in one section" if not found else "strays", found)
