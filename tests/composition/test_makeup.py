"""Page make-up: other settings are asked for where pages need them, and nowhere else."""

from dataclasses import dataclass, field
from typing import Any

from engross.composition.makeup import make_up
from engross.composition.paging import Grid, Setting

TEN = Grid(rows=10, heading=0, fewest=2)


@dataclass
class Fake:
    """A paragraph that has another setting if it is asked, and keeps what it is asked for."""

    known: list[Setting]
    other: Setting | None = None
    asked: list[frozenset[int]] = field(default_factory=list)

    def widen(self, vetoed: frozenset[int]) -> bool:
        self.asked.append(vetoed)
        if self.other is None or self.other in self.known:
            return False
        self.known.append(self.other)
        return True


def _made_up(*paragraphs: Fake) -> Any:
    return make_up(paragraphs, [None] * len(paragraphs), [0] * len(paragraphs), TEN)  # type: ignore[arg-type]


def _setting(lines: int, *hyphenated: int, price: float = 0.0) -> Setting:
    return Setting(lines, frozenset(hyphenated), price)


def test_pages_that_end_well_ask_nobody() -> None:
    paragraphs = Fake([_setting(10)]), Fake([_setting(4)])
    _made_up(*paragraphs)
    assert [paragraph.asked for paragraph in paragraphs] == [[], []]


def test_a_page_that_is_short_takes_what_fills_it() -> None:
    first, second = Fake([_setting(9)], _setting(10, price=1.0)), Fake([_setting(3)])
    assert _made_up(first, second).settings == (1, 0)


def test_only_paragraphs_of_the_page_that_ends_badly_are_asked() -> None:
    paragraphs = [Fake([_setting(lines)]) for lines in (10, 9, 3, 2)]
    _made_up(*paragraphs)
    assert [bool(paragraph.asked) for paragraph in paragraphs] == [False, True, True, False]


def test_a_hyphen_that_would_end_the_page_is_vetoed_in_its_line() -> None:
    paragraph = Fake([_setting(14, 9)], _setting(14, 3, price=1.0))
    assert _made_up(paragraph).settings == (1,)
    assert frozenset({9}) in paragraph.asked


def test_a_paragraph_over_many_pages_is_asked_at_most_twice_a_round() -> None:
    long = Fake([_setting(40, *range(40))])
    _made_up(long)
    assert len(long.asked) == 2
    assert max(long.asked, key=len) == {9, 19, 29}
