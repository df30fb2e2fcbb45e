"""Findings of environment."""

from engross.findings import Entry

ENTRIES: tuple[Entry, ...] = ()
