"""The attachments of a file: exactly the files of the source, byte for byte, each listed and associated once.

Against a document they are its files as received. Of a file alone they are what it says, told with their
digests: one text, and metadata at most.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from engross.findings import Finding, Place, finding
from engross.model.attachment import Attachment, Relationship, attachments
from engross.model.report import Check, Outcome
from engross.verification import xmp
from engross.verification.evidence import Carried, Evidence

NAME = "attachments"


def check(evidence: Evidence) -> Check:
    """Check which files the PDF carries, what is said of them, and where they are listed."""
    file, place = evidence.tagged, Place(file=evidence.name)
    expected = _expected(evidence)
    found = (
        *_files(file.carried, expected, place),
        *_whole(expected, place),
        *_lists(file.carried, file.associated, place),
    )
    told = ", ".join(f"{_name(each)} (SHA-256 {sha256(each.data).hexdigest()})" for each in file.carried)
    return Check(NAME, Outcome.FAILED if found else Outcome.PASSED, told or "none", found)


def _expected(evidence: Evidence) -> tuple[Attachment, ...]:
    """Return the files of the document; of a file alone, those that it names, with the date of its XMP."""
    if evidence.document is not None:
        return attachments(evidence.document)
    date = _date(evidence.tagged.xmp)
    return tuple(Attachment(_name(each), each.data, date) for each in evidence.tagged.carried)


def _files(carried: Sequence[Carried], expected: Sequence[Attachment], place: Place) -> Iterator[Finding]:
    """Yield what is missing and too much, and what is said of the others and is not so."""
    wanted = {each.name: each for each in expected}
    for name in sorted(wanted.keys() - set(map(_name, carried))):
        yield finding("D002", place, name=name)
    for each in carried:
        name = _name(each)
        if name not in wanted:
            yield finding("D001", place, name=name)
            continue
        digests = [sha256(data).hexdigest() for data in (each.data, wanted[name].data)]
        if digests[0] != digests[1]:
            yield finding("D003", place, name=name, actual=digests[0], expected=digests[1])
        yield from _said(each, wanted[name], place)


def _said(carried: Carried, expected: Attachment, place: Place) -> Iterator[Finding]:
    wanted = {
        "AFRelationship": str(expected.relationship),
        "Desc": expected.description,
        "F": expected.name,
        "Size": str(len(expected.data)),
        "Subtype": expected.media_type,
        "Type": "Filespec",
        "UF": expected.name,
    }
    if expected.date:
        day = "D:" + expected.date.isoformat().replace("-", "")
        wanted |= {"CreationDate": day, "ModDate": day}
    for key in sorted(wanted.keys() | carried.said.keys()):
        actual, own = carried.said.get(key, ""), wanted.get(key, "")
        if actual != own:
            told = {"actual": actual or "nothing", "expected": own or "nothing"}
            code = "D004" if key == "AFRelationship" else "D005"
            yield finding(code, place, name=expected.name, key=key, **told)


def _whole(expected: Sequence[Attachment], place: Place) -> Iterator[Finding]:
    count = Counter(each.relationship for each in expected)
    if count[Relationship.SOURCE] != 1 or count[Relationship.DATA] > 1:
        yield finding("D008", place, texts=count[Relationship.SOURCE], metadata=count[Relationship.DATA])


def _lists(carried: Sequence[Carried], associated: Sequence[int], place: Place) -> Iterator[Finding]:
    """Yield what is wrong with the order of names, and with what is in one list and not in the other."""
    keys = [each.key for each in carried]
    # One name in two encodings is the same for whoever opens it.
    if keys != sorted(set(keys)) or len(set(map(_name, carried))) != len(keys):
        yield finding("D006", place, names=", ".join(map(_name, carried)))
    numbers = Counter(each.number for each in carried)
    counted = Counter(associated)
    if numbers != counted or 0 in numbers or numbers.total() != len(numbers):
        yield finding("D007", place, listed=numbers.total(), associated=counted.total())


def _name(carried: Carried) -> str:
    """Return the name under which viewers list a file."""
    if carried.key.startswith(b"\xfe\xff"):
        return carried.key[2:].decode("utf-16-be", errors="replace")
    return carried.key.decode("ascii", errors="replace")


def _date(packet: bytes) -> datetime.date | None:
    """Return the day of the document by its XMP, or None."""
    try:
        (day,) = xmp.parse(packet).properties.get("xmp:CreateDate", ("",))
        return datetime.date.fromisoformat(day)
    except ValueError:
        return None
