"""Binding: which spaces must not become a line end.

A binding is a regular expression with one group, ``space``, around the space to glue. Those that hold
*always* make it a no-break space. Those that hold *usually* make it a reluctant space, where a line ends at a
price, and only while the run stays short (docs/house-style.md: under 26 characters).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from engross.characters import NO_BREAK_SPACE, RELUCTANT_SPACE, SPACE

LONGEST_RUN = 25
"""The most characters that bindings of the usual kind may glue together."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A named rule for the space between ``before`` and ``after``; ``always``: no run is too long for it."""

    name: str
    before: str
    after: str
    flags: re.RegexFlag
    always: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the space to glue: compiled when needed, for a text needs those of one language."""
        return _compiled(f"(?:{self.before})(?P<space> )(?={self.after})", self.flags)


def always(name: str, before: str, after: str, flags: re.RegexFlag = re.NOFLAG) -> Binding:
    """Return the binding of a space between ``before`` and ``after`` that always holds."""
    return Binding(name, before, after, flags, always=True)


def usually(name: str, before: str, after: str, flags: re.RegexFlag = re.NOFLAG) -> Binding:
    """Return the binding of a space between ``before`` and ``after`` that holds in short runs."""
    return Binding(name, before, after, flags, always=False)


def bind(text: str, bindings: Iterable[Binding]) -> str:
    """Return ``text`` with every space that a binding glues replaced; those that always hold go first."""
    characters = list(text)
    for binding in sorted(bindings, key=lambda binding: not binding.always):
        for match in binding.pattern.finditer(text):
            at = match.start("space")
            if binding.always:
                characters[at] = NO_BREAK_SPACE
            elif characters[at] == SPACE and _run_length(characters, at) <= LONGEST_RUN:
                characters[at] = RELUCTANT_SPACE
    return "".join(characters)


@cache
def _compiled(expression: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(expression, flags)


def _run_length(characters: list[str], at: int) -> int:
    """Return the length of the run that gluing the space at ``at`` would make."""
    start = at
    while start > 0 and characters[start - 1] != SPACE:
        start -= 1
    end = at + 1
    while end < len(characters) and characters[end] != SPACE:
        end += 1
    return end - start
