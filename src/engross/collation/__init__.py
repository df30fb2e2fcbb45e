"""Collation: two versions of a text compared, and the outcome shown to people and programs.

``collate`` is pure; ``as_text``, ``as_json`` and ``as_html`` show what it found. What counts as equal is what
the proofs call equal: see ``characters.fold``. Only the page for a browser has files, its template and style
sheets; how versions are read is not known here.
"""

from engross.collation.collating import Collation, Difference, collate
from engross.collation.sides import of_document

__all__ = ["Collation", "Difference", "collate", "of_document"]
