"""Telling: findings as text for a person, and as values for a program."""

from engross.findings import Finding


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
