"""Differences: where two texts part, paragraph by paragraph, word by word, letter by letter, and in words.

Theory. A text is folded first (``characters.fold``) and then compared exactly; nothing else is forgiven.
``rows`` puts the paragraphs of two texts side by side. ``edits`` lists what must be done to the left text to
get the right one: longest common subsequence of words, then of letters where the words are alike. To do all
of them gives the right text, character for character, and there are none exactly when the texts are equal.

Everything here is pure, and linear for texts that are equal or nearly so. Texts that have nothing in common
are compared in blocks, so that time and memory stay bounded. RapidFuzz, which aligns sequences in C++, is
imported only when texts differ.
"""

from engross.differences.edits import Edit, begins, edits, letters
from engross.differences.excerpts import BREAK, excerpt, visible
from engross.differences.naming import described, named, told
from engross.differences.paragraphs import Row, cuts, rows
from engross.differences.words import Words, spaced, stretches

__all__ = [
    "BREAK",
    "Edit",
    "Row",
    "Words",
    "begins",
    "cuts",
    "described",
    "edits",
    "excerpt",
    "letters",
    "named",
    "rows",
    "spaced",
    "stretches",
    "told",
    "visible",
]
