"""Telling: findings as text for a person, one after another or as a table by file."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from engross.findings import Finding, Severity


def as_text(found: Finding) -> str:
    """Return ``found`` as lines: the message with its code, the place with the text itself, the hint."""
    lines = [f"{found.severity} {found.code}: {found.message}"]
    where = str(found.place)
    if found.place.excerpt:
        where = f"{where}: {found.place.excerpt}" if where else found.place.excerpt
    if where:
        lines.append(f"  at {where}")
    if found.hint:
        lines.append(f"  {found.hint}")
    return "\n".join(lines)


def as_table(found: Sequence[Finding], sources: int) -> str:
    """Return ``found`` as a table for each file, in the order of the findings, and a line that sums it up."""
    files = [list(group) for _, group in groupby(found, key=lambda one: one.place.file)]
    tables = ["".join(f"{line}\n" for line in _table(each)) for each in files]
    return "\n".join([*tables, _summary(found, sources)]) + "\n"


def _table(found: Sequence[Finding]) -> Iterator[str]:
    """Yield the file, then of each finding its place, severity, code and message, and under it the hint."""
    if found[0].place.file:
        yield found[0].place.file
    places = [_place_in_file(one) for one in found]
    width = max(map(len, places))
    margin = " " * (width + len("  ") + len("warning  S001  ") + len("  "))
    for one, place in zip(found, places, strict=True):
        yield f"  {place:<{width}}  {one.severity:<7}  {one.code}  {one.message}"
        if one.place.excerpt and one.place.excerpt not in one.message:
            yield f"{margin}{one.place.excerpt}"
        if one.hint:
            yield f"{margin}{one.hint}"


def _place_in_file(found: Finding) -> str:
    place = found.place
    where = ":".join(str(part) for part in (place.line, place.column) if part)
    page = f"p. {place.page}" if place.page else ""
    return " ".join(part for part in (where, page) if part)


def _summary(found: Sequence[Finding], sources: int) -> str:
    counts = {severity: sum(one.severity is severity for one in found) for severity in reversed(Severity)}
    told = [_counted(count, str(severity)) for severity, count in counts.items() if count]
    return f"{', '.join(told) or 'no findings'} in {_counted(sources, 'source')}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
