"""Engross: the authoritative copy of an official document, typeset and proven.

The folders of this package are the stages of the pipeline, in the order of docs/architecture.md.
Nothing is imported here, so that ``engross --version`` costs no more than starting Python.
"""

__version__ = "0.2.0"
