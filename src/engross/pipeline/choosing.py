"""Choosing: the editions that a run makes, by the names that the command line gives them."""

from collections.abc import Iterable

from engross.errors import UsageError
from engross.findings import finding
from engross.model.edition import ALL, DISTRIBUTION, TAKEN, Edition, Use
from engross.model.profile import PROFILES


def editions(uses: Iterable[str] = (), profile: str = "") -> tuple[Edition, ...]:
    """Return the editions for ``uses`` (``all``: every use), the distribution always and first.

    ``profile`` is the key of the profile that the editions beside the distribution are to have, or empty:
    then each has its own. Raise UsageError for a profile that there is not (E004), and for one that a use
    does not take (E005).
    """
    asked = set(uses)
    wanted = [use for use in TAKEN if use is Use.DISTRIBUTION or use in asked or ALL in asked]
    if profile and profile not in PROFILES:
        raise UsageError(finding("E004", profile=profile, known=", ".join(PROFILES)))
    if profile and not any(profile in TAKEN[use] for use in wanted):
        reason = f"none of {', '.join(wanted)} takes it"
        takes = "; ".join(f"{use}: {', '.join(keys)}" for use, keys in TAKEN.items())
        raise UsageError(finding("E005", profile=profile, reason=reason, takes=takes))
    return tuple(_edition(use, profile) for use in wanted)


def _edition(use: Use, profile: str) -> Edition:
    if use is Use.DISTRIBUTION:
        return DISTRIBUTION
    return Edition(use, PROFILES[profile if profile in TAKEN[use] else TAKEN[use][0]])
