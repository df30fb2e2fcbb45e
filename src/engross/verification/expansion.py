"""Expansion: how much wider or narrower than in their font letters are drawn (ISO 32000-1, 9.3.4).

A justified line may be drawn so within the limit of the style, and all of it alike; nothing else may.
"""

from collections.abc import Iterator

from engross.characters import DISCRETIONARY_HYPHEN
from engross.findings import Finding, Place, finding
from engross.verification.evidence import Evidence, Show
from engross.verification.lines import SAME_LINE, blocks_of

_JUSTIFIED = "P"
_ROUNDING = 1e-6
_UNSEEN = 0.001
"""What stands for white space, or for a hyphen that is not drawn, is drawn in so much of its width."""


def problems(evidence: Evidence) -> Iterator[Finding]:
    """Yield the first text that is drawn too wide or too narrow, and the first that differs from its line."""
    seen: set[str] = set()
    for show, kind, how in _drawn_otherwise(evidence):
        if kind not in seen:
            seen.add(kind)
            text = show.text.strip()[:60]
            yield finding("P021", Place(file=evidence.name, page=show.page, excerpt=text), text=text, how=how)


def _drawn_otherwise(evidence: Evidence) -> Iterator[tuple[Show, str, str]]:
    """Yield what is drawn otherwise than it may be: of which kind it is, and how it is drawn."""
    limit = evidence.style.spacing.expansion
    blocks = dict(blocks_of(evidence.tagged.tree))
    line: tuple[int, float, float] | None = None
    page, baseline, size = 0, 0.0, 0.0
    for show in evidence.tagged.shows:
        if show.font is None:
            continue
        if show.origin is not None:
            page, _, baseline, size = show.page, *show.origin
        if not show.text.strip() or (show.text == DISCRETIONARY_HYPHEN and show.stretch <= _UNSEEN):
            continue
        justified = show.mark in blocks and blocks[show.mark][1] == _JUSTIFIED and not show.artifact
        if abs(show.stretch - 1) > (limit if justified else 0.0) + _ROUNDING:
            yield show, "limit", f"in {_percent(show.stretch)} of their width"
        same_line = line and line[0] == page and abs(line[1] - baseline) < SAME_LINE * size
        if line and same_line and abs(show.stretch - line[2]) > _ROUNDING:
            how = f"in {_percent(show.stretch)} of their width, others of their line in {_percent(line[2])}"
            yield show, "line", how
        line = page, baseline, show.stretch


def _percent(part: float) -> str:
    return f"{100 * part:.2f} %"
