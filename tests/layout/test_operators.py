"""Operators that show text: their codes, their width, and nothing that does not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engross.layout.operators import Showing

WIDTHS = {1: 500.0, 2: 600.0, 3: 250.0}
_NUMBERS = st.one_of(st.integers(-900, 900), st.floats(-900, 900).map(lambda number: round(number, 6)))
_PARTS = st.lists(st.tuples(st.lists(st.sampled_from(sorted(WIDTHS))), _NUMBERS), min_size=1)


def _operator(parts: list[tuple[list[int], float]]) -> bytes:
    shown = b"".join(
        b"<" + b"".join(b"%04x" % code for code in run) + b">" + str(number).encode() for run, number in parts
    )
    return b"[" + shown + b"] TJ"


def _extent(operator: bytes) -> float:
    """Return the advance of ``operator`` in thousandths of an em, by reading it naively."""
    inner = operator.removeprefix(b"[").removesuffix(b"] TJ").replace(b"<", b" <").replace(b">", b"> ")
    extent = 0.0
    for part in inner.split():
        if part.startswith(b"<"):
            extent += sum(WIDTHS[int(part[at : at + 4], 16)] for at in range(1, len(part) - 1, 4))
        else:
            extent -= float(part)
    return extent


def _fitted(operator: bytes, glyphs: float, width: float) -> bytes:
    showing = Showing.read(operator)
    showing.fit(glyphs, width)
    return bytes(showing)


@given(parts=_PARTS, stretch=st.floats(-40, 400))
def test_a_fitted_operator_is_as_wide_as_asked_and_shows_the_same(
    parts: list[tuple[list[int], float]], stretch: float
) -> None:
    operator = _operator([*parts, ([1], 1), ([2], 100)])
    codes = Showing.read(operator).codes
    width = _extent(operator) + stretch
    made = _fitted(operator, sum(WIDTHS[code] for code in codes), width)
    assert Showing.read(made).codes == codes
    assert _extent(made) == pytest.approx(width, abs=1.01)


@given(parts=_PARTS)
def test_reading_and_writing_changes_neither_codes_nor_width(parts: list[tuple[list[int], float]]) -> None:
    operator = _operator(parts)
    again = bytes(Showing.read(operator))
    assert again.replace(b"<>", b"").count(b"<") <= operator.count(b"<")
    assert _extent(again) == pytest.approx(_extent(operator))
    assert Showing.read(again).codes == tuple(code for run, _ in parts for code in run)


def test_whole_adjustments_only_and_none_of_nothing() -> None:
    operator = b"[<0001>0<0002>0<>-112.50392382546825<0003>-107<0001>0] TJ"
    assert _fitted(operator, 1850, 2069.5) == b"[<00010002>-113<0003>-107<0001>] TJ"


def test_adjustments_without_codes_between_them_are_added_up() -> None:
    operator = b"[<0001>-3<>-112<0002>-107<0001>] TJ"
    assert bytes(Showing.read(operator)) == b"[<0001>-3 -112<0002>-107<0001>] TJ"
    assert _fitted(operator, 1600, 1822) == b"[<0001>-115<0002>-107<0001>] TJ"


def test_a_lead_stays_before_the_first_glyph() -> None:
    assert _fitted(b"[-50<0001>] TJ", 500, 550) == b"[-50<0001>] TJ"


def test_glyphs_without_adjustments_stay_as_they_are() -> None:
    assert _fitted(b"[<0001>0<0002>0] TJ", 1100, 1103) == b"[<00010002>] TJ"


def test_recoding_changes_codes_and_nothing_else() -> None:
    showing = Showing.read(b"[<00010002>-9<0003>] TJ")
    showing.recode([16, 17, 18])
    assert bytes(showing) == b"[<00100011>-9<0012>] TJ"


@given(parts=_PARTS, more=st.floats(-400, 400))
def test_an_operator_fitted_by_its_spaces_is_as_wide_as_asked_and_moves_nothing_else(
    parts: list[tuple[list[int], float]], more: float
) -> None:
    operator = _operator([*parts, ([1, 3, 2], -50), ([2, 1], 0)])
    showing = Showing.read(operator)
    codes, glyphs = showing.codes, sum(WIDTHS[code] for code in showing.codes)
    width = _extent(operator)
    showing.fit_by_spaces(glyphs, width, width + more, 3)
    assert Showing.read(bytes(showing)).codes == codes
    assert _extent(bytes(showing)) == pytest.approx(width + more, abs=1.01)


def test_spaces_give_alike_and_letters_keep_their_places() -> None:
    showing = Showing.read(b"[<0001000300020001>-5<0002>-100<0003>-20<0001>] TJ")
    glyphs = sum(WIDTHS[code] for code in showing.codes)
    showing.fit_by_spaces(glyphs, glyphs + 125, glyphs + 325, 3)
    assert bytes(showing) == b"[<0001>-50<0003>-50<00020001>-5<0002>-150<0003>-70<0001>] TJ"
