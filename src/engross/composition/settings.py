"""Settings: the ways in which one paragraph can be set, the best at once, others when a page needs them.

A heading has one.
"""

import re
from dataclasses import replace

from engross.characters import MARKS
from engross.composition.breaking import Breaks, Measure, break_lines, break_otherwise
from engross.composition.breakpoints import breakpoints
from engross.composition.fonts import Fonts
from engross.composition.lines import Line, centred, justified, proven
from engross.composition.paging import Setting
from engross.composition.voices import Voiced

_MARK = re.compile(f"[{MARKS}]")


class Settings:
    """The settings of one paragraph, in the order in which they were found: the best is the first."""

    def __init__(self, text: str, fonts: Fonts | Voiced, measure: Measure) -> None:
        """Find the best setting of ``text``."""
        if _MARK.search(text) or not fonts.runs(text).of_one_piece:
            # A mark over a letter is raised by an operator of its own; that parts a line, as other fonts do.
            measure = replace(measure, spacing=replace(measure.spacing, expansion=0.0))
        self._text, self._fonts, self._measure = text, fonts, measure
        widest = measure.width - measure.indent - fonts.first.metrics.hyphen
        self._points = breakpoints(text, fonts, widest=widest, indent=measure.indent, hangs=measure.hangs)
        best = break_lines(self._points, measure)
        self._breaks = [best]
        self._asked: set[frozenset[int]] = set()
        self.known = [self._setting(best)]

    @property
    def best(self) -> Setting:
        """The best setting of all, whatever is around it."""
        return self.known[0]

    @property
    def in_order(self) -> bool:
        """Whether the best setting keeps all limits."""
        return self._breaks[0].in_order

    def widen(self, vetoed: frozenset[int]) -> bool:
        """Look for settings of about this length, and tell whether there are new ones.

        Their lines in ``vetoed`` end in no hyphen.
        """
        if vetoed in self._asked:
            return False
        self._asked.add(vetoed)
        before = len(self.known)
        for breaks in break_otherwise(self._points, self._measure, self._breaks[0], vetoed):
            setting = self._setting(breaks)
            if not any(_serves(other, setting) for other in self.known):
                self._breaks.append(breaks)
                self.known.append(setting)
        return len(self.known) > before

    def lines(self, number: int) -> tuple[Line, ...]:
        """Return the lines of the setting with ``number``; raise Defect if they do not say the text."""
        breaks = self._breaks[number]
        return proven(justified(self._text, self._points, breaks, self._fonts, self._measure), self._text)

    def _setting(self, breaks: Breaks) -> Setting:
        ends = enumerate(breaks.chosen[1:])
        hyphenated = frozenset(line for line, at in ends if self._points[at].hyphenated)
        price = max(0.0, breaks.demerits - self._breaks[0].demerits)
        return Setting(len(breaks.ratios), hyphenated, price)


class Centred(Settings):
    """The one setting of a heading: even lines, centred, without hyphens."""

    def __init__(self, text: str, fonts: Fonts | Voiced, measure: Measure) -> None:
        """Find the setting of ``text``."""
        self._lines = proven(centred(text, fonts, measure.width), text)
        self.known = [Setting(len(self._lines), frozenset(), 0.0)]

    @property
    def in_order(self) -> bool:
        """Whether its lines keep all limits: they may be as short as they like."""
        return True

    def widen(self, vetoed: frozenset[int]) -> bool:
        """Tell that there are no other settings, whatever is ``vetoed``."""
        del vetoed
        return False

    def lines(self, number: int) -> tuple[Line, ...]:
        """Return the lines; there is no other ``number`` than 0."""
        assert number == 0, "a heading has one setting"
        return self._lines


def _serves(one: Setting, other: Setting) -> bool:
    """Tell whether ``one`` serves wherever ``other`` does, and costs no more."""
    return one.lines == other.lines and one.price <= other.price and one.hyphenated <= other.hyphenated
