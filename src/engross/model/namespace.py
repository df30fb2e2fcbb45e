"""Namespaces of structure types (ISO 32000-2, 14.8.6): which standard type is of which."""

PDF_2 = "http://iso.org/pdf2/ssn"
"""The name of that of PDF 2.0."""

_LEFT_OUT = frozenset(("BlockQuote",))


def is_of_pdf_2(role: str) -> bool:
    """Tell whether the standard type ``role`` is of PDF 2.0; what that left out is of PDF 1.7."""
    return role not in _LEFT_OUT
