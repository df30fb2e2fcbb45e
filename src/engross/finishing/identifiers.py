"""Identifiers of files for print: they follow from what a file is made of, so the same file has the same."""


def identifier_of(digest: str) -> str:
    """Return the identifier (RFC 9562, version 8) that follows from a SHA-256 ``digest`` in hexadecimal."""
    return f"uuid:{digest[:8]}-{digest[8:12]}-8{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"
