"""Booklets and proofs: the plan folds into a book; an imposed file has every page in its place once."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engross import pipeline, reading, verification
from engross.cli import main
from engross.errors import RefusedError, UsageError
from engross.finishing import impose
from engross.model.edition import Edition, Use
from engross.model.imposition import PROOF_GRIDS, Booklet, Side, booklet, proofs
from engross.model.press import Press
from engross.model.profile import PRINTING
from engross.model.report import Check, Outcome
from engross.pipeline import proving
from tests.engrossing import TEXTS

A4 = (595.2756, 841.8898)
EIGHT = TEXTS / "ru-8.txt"


def folded(sides: tuple[Side, ...], width: float, sheets: int) -> list[int]:
    """Return the pages in the order in which a reader of the folded and stitched sheets turns them."""
    leaves: list[int] = []
    for first in range(0, len(sides), 2 * sheets):
        fronts, backs = sides[first : first + 2 * sheets : 2], sides[first + 1 : first + 2 * sheets : 2]
        half = [each for pair in zip(fronts, backs, strict=True) for each in ((pair[0], 1), (pair[1], 0))]
        other = [
            each
            for pair in reversed([*zip(fronts, backs, strict=True)])
            for each in ((pair[1], 1), (pair[0], 0))
        ]
        leaves += [_at(side, right, width) for side, right in (*half, *other)]
    return leaves


def _at(side: Side, right: int, width: float) -> int:
    (page,) = [at.page for at in side.placed if (at.x > width / 2) == bool(right)] or [0]
    return page


@given(st.integers(min_value=1, max_value=200), st.integers(min_value=0, max_value=8), st.floats(0, 0.5))
def test_a_booklet_folds_into_pages_in_order_with_blanks_at_the_end(
    pages: int, signature: int, creep: float
) -> None:
    sides = booklet(pages, *A4, Booklet(creep, signature))
    sheets = len(sides) // 2
    turned = folded(sides, A4[0], signature or sheets)
    assert turned[:pages] == list(range(1, pages + 1))
    assert set(turned[pages:]) <= {0}
    assert len(turned) == 4 * sheets < pages + 4


def test_creep_moves_both_pages_of_each_further_sheet_to_the_fold() -> None:
    sides = booklet(12, *A4, Booklet(creep=0.5))
    gaps = [[at.x for at in side.placed] for side in sides]
    assert gaps == [[shift, A4[0] - shift] for shift in (0.0, 0.0, 0.5, 0.5, 1.0, 1.0)]


@pytest.mark.parametrize("each", PROOF_GRIDS)
def test_proofs_have_every_page_once_within_its_sheet_and_none_over_another(each: int) -> None:
    sides = proofs(37, *A4, each)
    assert [at.page for side in sides for at in side.placed] == list(range(1, 38))
    for side in sides:
        boxes = [(at.x, at.y, at.x + at.scale * A4[0], at.y + at.scale * A4[1]) for at in side.placed]
        for index, (left, bottom, right, top) in enumerate(boxes):
            assert min(left, bottom, side.width - right, side.height - top) > -0.001
            for others in boxes[:index]:
                apart = (left - others[2], others[0] - right, bottom - others[3], others[1] - top)
                assert max(apart) > -0.001


@pytest.fixture(scope="module")
def printed() -> bytes:
    document = reading.read(*reading.discover([EIGHT]))
    return pipeline.typeset(document, Edition(Use.PRINT, PRINTING, Press())).pdf


SIDES = booklet(8, *A4, Booklet(creep=0.5))


def checked(pdf: bytes, printed: bytes) -> Check:
    return verification.imposed(pdf, printed, SIDES, "x.booklet.pdf", proving.style_of(None))


def test_an_imposed_file_passes_and_is_the_same_each_time(printed: bytes) -> None:
    pdf = impose(printed, SIDES)
    check = checked(pdf, printed)
    assert check.outcome is Outcome.PASSED, check.findings
    assert check.detail == "8 pages on 4 sides"
    assert impose(printed, SIDES) == pdf


def _content(change: Callable[[bytes], bytes]) -> Callable[[pikepdf.Pdf], None]:
    def changed(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].obj.Contents
        stream.write(change(stream.read_bytes()))

    return changed


def _form(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj.Resources.XObject["/P1"]


def _other_words(pdf: pikepdf.Pdf) -> None:
    form = _form(pdf)
    form.write(form.read_bytes().replace(b"TJ", b"TJ TJ", 1))


def _swapped(pdf: pikepdf.Pdf) -> None:
    drawn = pdf.pages[0].obj.Resources.XObject
    drawn["/P1"], drawn["/P8"] = drawn["/P8"], drawn["/P1"]


def _other_letters(pdf: pikepdf.Pdf) -> None:
    fonts = _form(pdf).Resources.Font
    first, second, *_ = fonts.keys()
    fonts[first], fonts[second] = fonts[second], fonts[first]


def _cut(pdf: pikepdf.Pdf) -> None:
    _form(pdf).BBox = pikepdf.Array([0, 0, 300, 300])


def _no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _note(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot)])


def _one_side_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


MUTANTS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a page is not in its place": _content(lambda data: data.replace(b" cm", b" cm 1 0 0 1 3 0 cm", 1)),
    "a page is drawn twice": _content(lambda data: data + data),
    "a rule is drawn": _content(lambda data: data + b"0 0 m 9 9 l S"),
    "nothing is drawn": _content(lambda _: b""),
    "a page says something else": _other_words,
    "two pages have changed places": _swapped,
    "a page is drawn with other fonts": _other_letters,
    "a page is cut": _cut,
    "there is no output intent": _no_intent,
    "there is a note": _note,
    "a side is missing": _one_side_less,
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_what_is_done_to_an_imposed_file_is_found(mutant: str, printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(impose(printed, SIDES))) as pdf:
        MUTANTS[mutant](pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    assert checked(out.getvalue(), printed).outcome is Outcome.FAILED


def test_bytes_after_the_end_of_an_imposed_file_are_found(printed: bytes) -> None:
    assert checked(impose(printed, SIDES) + b"x", printed).outcome is Outcome.FAILED


def test_booklet_and_proofs_stand_beside_the_print_edition_and_are_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--edition", "print", "--booklet", "--creep", "0.1mm", "--signature", "1", "--sheets", "4"]
    assert main(["build", str(EIGHT), "-o", str(tmp_path), "--no-verapdf", *words]) == 0
    assert {path.name for path in tmp_path.glob("*.pdf")} == {
        "ru-8.pdf",
        "ru-8.print.pdf",
        "ru-8.booklet.pdf",
        "ru-8.sheets.pdf",
    }
    told = capsys.readouterr().out
    assert "ru-8.booklet.pdf: passed (PDF/X-4, imposed)" in told
    assert "imposition  passed        8 pages on 2 sides" in told
    with pytest.raises(RefusedError) as caught:
        pipeline.verify(tmp_path / "ru-8.booklet.pdf", conformance=False)
    assert [found.code for found in caught.value.findings] == ["K032"]


@pytest.mark.parametrize(
    "words", [["--booklet"], ["--sheets", "4"], ["--edition", "print", "--creep", "1mm"]]
)
def test_options_that_would_do_nothing_are_refused(words: list[str], tmp_path: Path) -> None:
    assert main(["build", str(EIGHT), "-o", str(tmp_path), "--no-verapdf", *words]) == 2


def test_two_documents_with_one_file_are_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "a.booklet.txt"):
        (tmp_path / name).write_text("ЗАЯВЛЕНИЕ\n\nТекст.\n", encoding="utf-8")
    editions = pipeline.editions(["print"], press=Press(booklet=Booklet()))
    with pytest.raises(UsageError) as caught:
        pipeline.build(reading.discover([tmp_path]), tmp_path / "out", editions=editions)
    assert [found.code for found in caught.value.findings] == ["E203"]
