"""Page make-up: the settings of paragraphs that make good pages, looked for only where pages need them.

Most pages end well with the best setting of every paragraph. Where one does not, the paragraphs on it are
asked for their other settings, and pages are planned anew with all that is known. A few rounds are enough:
what is not found then is bought by a page that is a row short.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from engross.composition.paging import Block, Flaw, Grid, PageEnd, Plan, plan
from engross.composition.settings import Settings

_MOST_ROUNDS = 4


def make_up(
    paragraphs: Sequence[Settings], flaws_after: Sequence[Flaw | None], gaps: Sequence[int], grid: Grid
) -> Plan:
    """Return how to set ``paragraphs`` in pages.

    ``flaws_after`` has for each that of a page end after it, ``gaps`` the rows left free before it.
    """
    known = [paragraph.known for paragraph in paragraphs]
    blocks = [Block(*each) for each in zip(known, flaws_after, gaps, strict=True)]
    for _ in range(_MOST_ROUNDS):
        found = plan(blocks, grid)
        # All are asked, for each may help: no short cut.
        new = [paragraphs[number].widen(vetoed) for number, vetoed in _wanted(found, blocks)]
        if not any(new):
            return found
    return plan(blocks, grid)


def _wanted(found: Plan, blocks: Sequence[Block]) -> Iterator[tuple[int, frozenset[int]]]:
    """Yield the paragraphs of each page that ends badly, and which of their lines should have no hyphen.

    A paragraph is named at most twice, over however many pages it goes: each time costs a look at all of it.
    """
    vetoed: dict[int, set[int]] = {}
    for before, end in pairwise((PageEnd(0, 0, 0, ()), *found.ends)):
        if not (end.short or end.flaws):
            continue
        for number in range(before.paragraph, min(end.paragraph + 1, len(blocks))):
            vetoed.setdefault(number, set())
        # The line that would fill the page. If that has a hyphen, it may be what the page is short for.
        line = end.line + end.short - 1
        if line in blocks[end.paragraph].settings[found.settings[end.paragraph]].hyphenated:
            vetoed.setdefault(end.paragraph, set()).add(line)
    for number, lines in vetoed.items():
        yield number, frozenset()
        if lines:
            yield number, frozenset(lines)
