"""The events and agents of PREMIS: what was done with the files of a bag, when, by what, and how it ended.

Only what happened is an event: where no validator ran there is none of it. The types of events are those of
the vocabulary of the Library of Congress.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from engross.model.deposit import Deposit
from engross.model.report import Check, Outcome
from engross.packaging.elements import element
from engross.packaging.identifiers import PATH, document_path, identifier, source_path

CREATION, VALIDATION, CONFORMANCE, DIGESTS = "creation", "validation", "conformance", "digests"
_VOCABULARY = "http://id.loc.gov/vocabulary/preservation/eventType"
_TYPES = {
    CREATION: ("creation", "cre"),
    VALIDATION: ("validation", "val"),
    CONFORMANCE: ("validation", "val"),
    DIGESTS: ("message digest calculation", "mes"),
}
_WORST_FIRST = (Outcome.FAILED, Outcome.NOT_VERIFIED, Outcome.PASSED)


@dataclass(frozen=True, slots=True)
class _Event:
    """What was done, when, how it ended, what is noted of that, by which agents, with which files."""

    name: str
    moment: datetime.datetime
    detail: str
    outcome: str
    notes: tuple[str, ...]
    agents: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


def events(deposit: Deposit, paths: Sequence[str]) -> Iterator[Element]:
    """Yield the events of ``deposit``; ``paths`` are the files whose digests were calculated."""
    versions, moments = deposit.certificate.versions, deposit.moments
    own = f"Engross {versions.engross}"
    pdf = (document_path(deposit), "outcome")
    sources = tuple((source_path(source.name), "source") for source in deposit.source)
    engine = f"WeasyPrint {versions.weasyprint}"
    typeset = "The PDF was typeset from the source."
    yield _element(_Event(CREATION, moments.created, typeset, "success", (), (own, engine), (pdf, *sources)))
    yield _element(_proof(deposit, own))
    if versions.verapdf:
        yield _element(_conformance(deposit, f"veraPDF {versions.verapdf}"))
    calculated = "SHA-256 and SHA-512 of each file were calculated."
    files = tuple((path, "source") for path in paths)
    yield _element(_Event(DIGESTS, moments.packed, calculated, "success", (), (own,), files))


def agents(deposit: Deposit) -> Iterator[Element]:
    """Yield the programs that the events name."""
    versions = deposit.certificate.versions
    known = {"Engross": versions.engross, "WeasyPrint": versions.weasyprint, "veraPDF": versions.verapdf}
    for name, version in known.items():
        if version:
            yield element(
                "premis:agent",
                identifier("agent", "local", f"{name} {version}"),
                element("premis:agentName", name),
                element("premis:agentType", "software"),
                element("premis:agentVersion", version),
            )


def told(moment: datetime.datetime) -> str:
    """Return ``moment``, which is in UTC, as ``2017-07-17T09:30:00Z``."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _proof(deposit: Deposit, agent: str) -> _Event:
    """Return the event of the proofs that Engross makes itself."""
    checks = [check for check in deposit.report.checks if check.name != CONFORMANCE]
    worst = next(outcome for outcome in _WORST_FIRST if any(each.outcome is outcome for each in checks))
    return _Event(
        VALIDATION,
        deposit.moments.created,
        "Text, structure, fonts and metadata of the PDF were proved against the source.",
        str(worst),
        tuple(map(_noted, checks)),
        (agent,),
        ((document_path(deposit), "source"),),
    )


def _conformance(deposit: Deposit, agent: str) -> _Event:
    """Return the event of the validation against the standards that the PDF claims."""
    (check,) = [check for check in deposit.report.checks if check.name == CONFORMANCE]
    return _Event(
        CONFORMANCE,
        deposit.moments.validated,
        f"The PDF was validated against {deposit.profile.name}.",
        str(check.outcome),
        (_noted(check),),
        (agent,),
        ((document_path(deposit), "source"),),
    )


def _noted(check: Check) -> str:
    told = f"{check.name}: {check.outcome}"
    return f"{told} ({check.detail})" if check.detail else told


def _element(event: _Event) -> Element:
    words, code = _TYPES[event.name]
    return element(
        "premis:event",
        identifier("event", "local", event.name),
        element(
            "premis:eventType",
            words,
            authority="eventType",
            authorityURI=_VOCABULARY,
            valueURI=f"{_VOCABULARY}/{code}",
        ),
        element("premis:eventDateTime", told(event.moment)),
        element("premis:eventDetailInformation", element("premis:eventDetail", event.detail)),
        element(
            "premis:eventOutcomeInformation",
            element("premis:eventOutcome", event.outcome),
            *(
                element("premis:eventOutcomeDetail", element("premis:eventOutcomeDetailNote", note))
                for note in event.notes
            ),
        ),
        *(_link("Agent", "local", agent, "executing program") for agent in event.agents),
        *(_link("Object", PATH, path, role) for path, role in event.files),
    )


def _link(to: str, kind: str, value: str, role: str) -> Element:
    """Return the link to an object or agent, and the role that it has in the event."""
    link = identifier(f"linking{to}", kind, value)
    link.append(element(f"premis:linking{to}Role", role))
    return link
