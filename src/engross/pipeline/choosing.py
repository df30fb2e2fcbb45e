"""Choosing: the editions that a run makes, by the names that the command line gives them."""

from collections.abc import Iterable
from pathlib import Path

from engross import foreign
from engross.errors import RefusedError, UsageError
from engross.findings import Place, finding
from engross.model.edition import ALL, DISTRIBUTION, TAKEN, WHY, Edition, Use
from engross.model.press import OutputIntent, Press
from engross.model.profile import PROFILES
from engross.model.standards import why_impossible

_USUAL = Press()


def editions(uses: Iterable[str] = (), profile: str = "", press: Press = _USUAL) -> tuple[Edition, ...]:
    """Return the editions for ``uses`` (``all``: every use), the distribution always and first.

    ``profile`` is the key of the profile that the editions beside the distribution are to have, or empty:
    then each has its own. ``press`` is how the print edition is printed. Raise UsageError for a profile that
    no file can have (E010) or that there is not (E004), for one that no edition takes (E005), and for a press
    without a print edition (E008).
    """
    asked = set(uses)
    wanted = [use for use in TAKEN if use is Use.DISTRIBUTION or use in asked or ALL in asked]
    if profile and profile not in PROFILES:
        known = ", ".join(PROFILES)
        if reason := why_impossible(profile):
            raise UsageError(finding("E010", profile=profile, reason=reason, known=known))
        raise UsageError(finding("E004", profile=profile, known=known))
    others = [use for use in wanted if use is not Use.DISTRIBUTION] or wanted
    if profile and not any(profile in TAKEN[use] for use in others):
        reason = "; ".join(WHY[use] for use in others)
        takes = "; ".join(f"{use}: {', '.join(keys)}" for use, keys in TAKEN.items())
        raise UsageError(finding("E005", profile=profile, reason=reason, takes=takes))
    if press != _USUAL and Use.PRINT not in wanted:
        raise UsageError(finding("E008"))
    return tuple(_edition(use, profile, press) for use in wanted)


def output_intent(path: Path) -> OutputIntent:
    """Return the printing condition of the ICC profile at ``path``.

    Raise RefusedError (K010) if it is not the profile of a press, gray or CMYK.
    """
    from engross.verification import icc

    # One byte more tells that it is too large.
    data = foreign.read_head(path, icc.LARGEST + 1)
    try:
        found = icc.for_press(data)
    except ValueError as error:
        raise RefusedError(finding("K010", Place(file=path.name), reason=error)) from error
    return OutputIntent(found.description, found.description, found.components, data)


def _edition(use: Use, profile: str, press: Press) -> Edition:
    if use is Use.DISTRIBUTION:
        return DISTRIBUTION
    chosen = PROFILES[profile if profile in TAKEN[use] else TAKEN[use][0]]
    return Edition(use, chosen, press if use is Use.PRINT else None)
