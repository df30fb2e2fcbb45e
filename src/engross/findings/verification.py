"""Findings of verification."""

from engross.findings import Entry

ENTRIES: tuple[Entry, ...] = ()
