"""Choosing: the editions that a run makes, by the names that the command line gives them."""

from collections.abc import Iterable

from engross.errors import UsageError
from engross.findings import finding
from engross.model.edition import ALL, DISTRIBUTION, TAKEN, WHY, Edition, Use
from engross.model.profile import PROFILES
from engross.model.standards import why_impossible


def editions(uses: Iterable[str] = (), profile: str = "") -> tuple[Edition, ...]:
    """Return the editions for ``uses`` (``all``: every use), the distribution always and first.

    ``profile`` is the key of the profile that the editions beside the distribution are to have, or empty:
    then each has its own. Raise UsageError for a profile that no file can have (E010) or that there is not
    (E004), and for one that no edition takes (E005).
    """
    asked = set(uses)
    wanted = [use for use in TAKEN if use is Use.DISTRIBUTION or use in asked or ALL in asked]
    if profile and profile not in PROFILES:
        known = ", ".join(PROFILES)
        if reason := why_impossible(profile):
            raise UsageError(finding("E010", profile=profile, reason=reason, known=known))
        raise UsageError(finding("E004", profile=profile, known=known))
    if profile and not any(profile in TAKEN[use] for use in wanted):
        reason = "; ".join(WHY[use] for use in wanted)
        takes = "; ".join(f"{use}: {', '.join(keys)}" for use, keys in TAKEN.items())
        raise UsageError(finding("E005", profile=profile, reason=reason, takes=takes))
    return tuple(_edition(use, profile) for use in wanted)


def _edition(use: Use, profile: str) -> Edition:
    if use is Use.DISTRIBUTION:
        return DISTRIBUTION
    return Edition(use, PROFILES[profile if profile in TAKEN[use] else TAKEN[use][0]])
