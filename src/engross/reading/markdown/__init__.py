"""Markdown: sources with markup, read by markdown-it-py. Only a ``.md`` file brings any of it in.

The text of such a source is what is left when the markup is gone (docs/markdown.md). What no page of a
document has a place for is refused by its name and line, and never left out.
"""

from engross.reading.markdown.parsing import parse

__all__ = ["parse"]
