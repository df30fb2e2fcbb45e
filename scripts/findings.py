"""Print docs/findings.md from the catalogue of findings.

    python scripts/findings.py > docs/findings.md

It needs the package to be importable, as in the checkout's own environment. A test compares the page with
what this prints.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from engross.findings import Entry, catalogue

OPENING = """\
# Findings

What Engross has to say about a source, a page or a file, it says as a *finding*: a code, a place, a message
and what to do. A code is a letter for the family and a number. It is never reused, so it can be cited in
instructions and letters; `engross explain CODE` prints what stands here.

| severity | means |
| --- | --- |
| note | what was inferred or is worth a look; nothing has to be done |
| warning | something that a person should decide; the file is put in place |
| error | no file is put in place |

Words in braces stand for the particulars of the case. This page is made by `python scripts/findings.py` from
the catalogue, `src/engross/findings`.
"""


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield OPENING
    families = dict(re.findall(r"\b([A-Z]) ([a-z][^,.]*)", catalogue.__doc__ or ""))
    entries = sorted(catalogue.ENTRIES.values(), key=lambda entry: entry.code)
    for family, members in groupby(entries, key=lambda entry: entry.code[0]):
        yield f"## {family}: {' '.join(families[family].split())}\n"
        for entry in members:
            yield from section(entry)


def section(entry: Entry) -> Iterator[str]:
    """Yield the lines on one code."""
    yield f"### {entry.code}\n"
    yield f"**{entry.severity}**: {escaped(entry.message)}\n"
    yield f"{escaped(entry.explanation)}\n"
    yield f"*What to do:* {escaped(entry.hint)}\n"


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is; ``code`` of docstrings becomes that of Markdown."""
    return re.sub(r"(?<!`)([<*\[])", r"\\\1", text.replace("``", "`"))


if __name__ == "__main__":
    print("\n".join(page()).rstrip())
