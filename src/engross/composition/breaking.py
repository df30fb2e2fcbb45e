"""Line breaking: the breakpoints that make the best paragraph as a whole, not line by line.

The theory is that of Knuth and Plass, "Breaking paragraphs into lines" (Software: Practice and Experience 11,
1981): every line has a ratio, how far it is stretched (above 0) or shrunk (below); a line's badness grows with
the cube of it; demerits add the price of hyphens; the set of lines with the fewest demerits wins, found by
dynamic programming. What differs here:

- letters are spaced with the words, within what no eye sees (Hàn Thế Thành, "Micro-typographic extensions to
  the TeX typesetting system", 2000): Russian lines have few spaces and long words;
- the state of a node includes the hyphens in a row, so that "never three" (STANDARDS, A9) holds exactly and
  not as a price;
- lines are looked for only in the window of breakpoints that can make one, which keeps the work linear in the
  length of the paragraph.

Passes are tried in order, and the first that succeeds is taken: without hyphens, with them, looser, and last
whatever fits. Widths are in points.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from engross.composition.breakpoints import Breakpoint, Kind

SPACE_STRETCH, SPACE_SHRINK = 0.157, 0.08
"""What a word space gives at ratio 1 and -1, in em: from PT Serif's 0.243 em to the 0.4 em of STANDARDS, A13."""
LETTER_STRETCH, LETTER_SHRINK = 0.006, 0.006
"""What every character gives at ratio 1 and -1, in em."""
LOOSEST = 3.1
"""The ratio that no line exceeds but in the last resort: a word space of 0.73 em (STANDARDS, A13: 0.75)."""
MOST_HYPHENS_IN_A_ROW = 2

_PENALTY = {
    Kind.SPACE: 0.0,
    Kind.RELUCTANT_SPACE: 70.0,
    Kind.REAL_HYPHEN: 30.0,
    Kind.DISCRETIONARY: 60.0,
    Kind.DISCRETIONARY_IN_COMPOUND: 250.0,
    Kind.END: 0.0,
}
_LINE = 10.0
_HYPHENS_IN_A_ROW = 6_000.0
_HYPHEN_BEFORE_THE_LAST_LINE = 10_000.0
_CONTRAST = 3_000.0
_SHORT_LAST_LINE = 15_000.0
_IMPOSSIBLE = 1e12


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are fitted to: the ``width`` of the column, the ``indent`` of its first line, the ``em``; points."""

    width: float
    indent: float
    em: float


@dataclass(frozen=True, slots=True)
class _Pass:
    hyphens: bool
    loosest: float
    last_resort: bool = False


_PASSES = (
    _Pass(hyphens=False, loosest=0.8),
    _Pass(hyphens=True, loosest=1.3),
    _Pass(hyphens=True, loosest=LOOSEST),
    _Pass(hyphens=True, loosest=_IMPOSSIBLE, last_resort=True),
)


@dataclass(slots=True)
class _Node:
    """The best way found to end a line at a breakpoint with so many hyphens in a row."""

    at: int
    hyphens: int
    demerits: float
    ratio: float
    before: "_Node | None"


def break_lines(
    points: Sequence[Breakpoint], measure: Measure, vetoed: Collection[int] = ()
) -> tuple[list[int], list[float]]:
    """Return the chosen breakpoints (indexes into ``points``, start and end included) and each line's ratio.

    ``vetoed`` holds the offsets at which no line may end with a discretionary hyphen.
    """
    for attempt in _PASSES:
        usable = [
            index
            for index, point in enumerate(points)
            if not point.hyphenated or (attempt.hyphens and point.end not in vetoed)
        ]
        last = _best(points, usable, measure, attempt)
        if last is not None:
            return _path(last)
    raise AssertionError("the last resort takes every breakpoint")


def _best(
    points: Sequence[Breakpoint], usable: Sequence[int], measure: Measure, attempt: _Pass
) -> _Node | None:
    nodes: list[list[_Node]] = [[_Node(0, 0, 0.0, 0.0, None)]]
    em, width = measure.em, measure.width
    oldest = 0
    for number in range(1, len(usable)):
        here = points[usable[number]]
        found: dict[int, _Node] = {}
        for earlier in range(oldest, number):
            start = points[usable[earlier]]
            spaces = here.spaces_end - start.spaces_start
            characters = here.characters - start.characters
            natural = here.x_end - start.x_start
            shrink = (spaces * SPACE_SHRINK + characters * LETTER_SHRINK) * em
            if natural - shrink > width and earlier < number - 1:
                oldest = earlier + 1
                continue
            slack = width - natural - here.width
            if slack < -shrink and not (attempt.last_resort and earlier == number - 1):
                continue
            stretch = (spaces * SPACE_STRETCH + characters * LETTER_STRETCH) * em
            if here.kind is Kind.END and slack >= 0:
                ratio = 0.0
            elif slack > stretch * attempt.loosest:
                break
            else:
                ratio = slack / (stretch if slack > 0 else shrink) if slack else 0.0
            for node in nodes[earlier]:
                _consider(node, here, usable[number], ratio, natural, measure, attempt, found)
        nodes.append(list(found.values()))
    return min(nodes[-1], key=lambda node: node.demerits, default=None)


def _consider(
    node: _Node,
    here: Breakpoint,
    at: int,
    ratio: float,
    natural: float,
    measure: Measure,
    attempt: _Pass,
    found: dict[int, _Node],
) -> None:
    """Keep the line from ``node`` to ``here`` if it is the best that ends here with as many hyphens in a row."""
    hyphens = node.hyphens + 1 if here.hyphenated or here.kind is Kind.REAL_HYPHEN else 0
    demerits = (_LINE + 100.0 * abs(ratio) ** 3 + _PENALTY[here.kind]) ** 2
    if hyphens > 1:
        if hyphens > MOST_HYPHENS_IN_A_ROW:
            if not attempt.last_resort:
                return
            demerits += _IMPOSSIBLE
        demerits += _HYPHENS_IN_A_ROW
    if here.kind is Kind.END:
        if node.before is not None:
            if natural <= measure.indent + measure.em:
                if not attempt.last_resort:
                    return
                demerits += _IMPOSSIBLE
            elif natural < 2 * measure.indent:
                demerits += _SHORT_LAST_LINE
            if node.hyphens:
                demerits += _HYPHEN_BEFORE_THE_LAST_LINE
    elif node.before is not None and abs(ratio - node.ratio) > 1.0:
        demerits += _CONTRAST
    total = node.demerits + demerits
    rival = found.get(hyphens)
    if rival is None or total < rival.demerits:
        found[hyphens] = _Node(at, hyphens, total, ratio, node)


def _path(last: _Node) -> tuple[list[int], list[float]]:
    chosen, ratios = [], []
    node: _Node | None = last
    while node is not None:
        chosen.append(node.at)
        ratios.append(node.ratio)
        node = node.before
    return chosen[::-1], ratios[::-1][1:]
