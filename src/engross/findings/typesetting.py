"""Findings of typesetting."""

from engross.findings import Entry

ENTRIES: tuple[Entry, ...] = ()
