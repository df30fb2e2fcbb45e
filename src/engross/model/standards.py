"""Standards that cannot hold together in one file, as a table of pairs with the reason."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_ONE_PDFA = "a file claims one part of PDF/A (ISO 19005-2, 6.6.4)"
_ONE_PDFUA = "a file claims one part of PDF/UA (ISO 14289-2, 5)"
_PAIRS = (
    ("PDF/A-1", "PDF/UA-1", "PDF/A-1 is defined on PDF 1.4 and PDF/UA-1 on PDF 1.7"),
    ("PDF/A-1", "PDF/UA-2", "PDF/A-1 is defined on PDF 1.4 and PDF/UA-2 on PDF 2.0"),
    ("PDF/A-2", "PDF/UA-2", "PDF/A-2 is defined on PDF 1.7 and PDF/UA-2 on PDF 2.0"),
    ("PDF/A-3", "PDF/UA-2", "PDF/A-3 is defined on PDF 1.7 and PDF/UA-2 on PDF 2.0"),
    ("PDF/A-4", "PDF/UA-1", "PDF/A-4 is defined on PDF 2.0 and PDF/UA-1 on PDF 1.7"),
    ("PDF/A-1", "PDF/X-4", "PDF/A-1 is defined on PDF 1.4 and PDF/X-4 on PDF 1.6"),
    ("PDF/A-4", "PDF/X-4", "PDF/A-4 is defined on PDF 2.0 and PDF/X-4 on PDF 1.6"),
    ("PDF/UA-2", "PDF/X-4", "PDF/UA-2 is defined on PDF 2.0 and PDF/X-4 on PDF 1.6"),
    ("PDF/A-1", "PDF/A-2", _ONE_PDFA),
    ("PDF/A-1", "PDF/A-3", _ONE_PDFA),
    ("PDF/A-1", "PDF/A-4", _ONE_PDFA),
    ("PDF/A-2", "PDF/A-3", _ONE_PDFA),
    ("PDF/A-2", "PDF/A-4", _ONE_PDFA),
    ("PDF/A-3", "PDF/A-4", _ONE_PDFA),
    ("PDF/UA-1", "PDF/UA-2", _ONE_PDFUA),
)

IMPOSSIBLE: Mapping[frozenset[str], str] = MappingProxyType(
    {frozenset((first, second)): reason for first, second, reason in _PAIRS}
)
"""The pairs, each with the reason."""

_NAMED = re.compile(r"(?<![a-z])(?:pdf/?)?(ua|a|x)-?(\d)")


def why_impossible(profile: str) -> str:
    """Return why no file can have all standards that the key ``profile`` names; empty if one could."""
    named = [f"PDF/{family.upper()}-{part}" for family, part in _NAMED.findall(profile.lower())]
    pairs = (frozenset((first, second)) for at, first in enumerate(named) for second in named[at + 1 :])
    return next((IMPOSSIBLE[pair] for pair in pairs if pair in IMPOSSIBLE), "")
