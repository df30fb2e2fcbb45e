"""Findings of reading."""

from engross.findings import Entry

ENTRIES: tuple[Entry, ...] = ()
