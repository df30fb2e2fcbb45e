"""What a rule is, and the classes of characters that rules share."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from engross import characters

Hit = tuple[int, Mapping[str, object]]
"""A place where something looks wrong, as an offset in the text, and the particulars of its message."""

Rule = Callable[[str], Iterator[Hit]]
"""A rule takes the whole text, lines parted by line feeds, and yields its hits in the order of the text."""

BLANK = "[ \t\u00a0\u2009\u202f]"
LETTER = r"[^\W\d_]"
DASH = f"[{characters.DASHES}]"


def minority(found: Sequence[tuple[int, str]]) -> Iterator[Hit]:
    """Yield the places in ``found``, each with its sort, that are not of the sort which most of them have.

    Where two sorts are equally many, the one that comes first in the text counts as the usual.
    """
    sorts = Counter(sort for _, sort in found)
    if len(sorts) > 1:
        usual, most = sorts.most_common(1)[0]
        for position, sort in found:
            if sort != usual:
                yield position, {"here": sort, "usual": usual, "count": most}
