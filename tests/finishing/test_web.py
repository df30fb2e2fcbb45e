"""The finished bytes: laid out for the web, not much larger than the engine's, with the same colours."""

import hashlib
import io
import re
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms
from weasyprint import HTML

from engross import composition, layout, pipeline, reading, typography
from engross.finishing import written
from engross.finishing.colours import srgb
from engross.model.profile import ARCHIVAL
from engross.resources import STYLES, TEMPLATES
from tests.engrossing import SAMPLES, Sample
from tests.verification import byte_mutants

MOST = 1.15
"""How many times as large as the engine's own file, of the same text and standard, a file may be."""


def _by_the_engine(sample: Sample) -> bytes:
    """Return the text of ``sample`` as the engine alone makes a PDF/A-2a of it."""
    document = reading.read(*reading.discover([sample.source]))
    style = composition.load_style(document.metadata.style, STYLES)
    refined = typography.refine(document, hyphenation=style.hyphenates)
    html = composition.compose(refined, style, templates=TEMPLATES).html
    css, fonts = layout.loaded_style(composition.style_sheet(style.name, STYLES), STYLES)
    made = HTML(string=html).write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/a-2a")
    assert isinstance(made, bytes)
    return made


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    """Give the file of every sample."""
    sources = reading.discover([sample.source for sample in SAMPLES])
    documents = [reading.read(source) for source in sources]
    return {document.name: pipeline.typeset(document).pdf for document in documents}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_file_is_hardly_larger_than_that_of_the_engine_alone(
    sample: Sample, made: Mapping[str, bytes]
) -> None:
    assert len(made[sample.name]) <= MOST * len(_by_the_engine(sample))


def test_the_first_page_comes_first(statement_pdf: Path) -> None:
    pdf = statement_pdf.read_bytes()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.is_linearized
        first, second = (page.obj.objgen[0] for page in opened.pages)
    assert pdf.index(b"\n%d 0 obj" % first) < pdf.index(b"\n%d 0 obj" % second)


def test_written_anew_it_has_the_same_objects(statement_pdf: Path) -> None:
    pdf = statement_pdf.read_bytes()
    with (
        pikepdf.open(io.BytesIO(pdf)) as once,
        pikepdf.open(io.BytesIO(written(pdf, ARCHIVAL))) as twice,
    ):
        for one, other in zip(once.pages, twice.pages, strict=True):
            assert one.Contents.read_bytes() == other.Contents.read_bytes()


def _small(title: str) -> bytes:
    """Return a file of one page whose hints depend on ``title``."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Contents = pdf.make_stream(b"% " + title.encode())
        pdf.Root.Lang = title
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _ends_its_line(pdf: bytes) -> bool:
    """Tell whether the data of the hints of ``pdf`` are followed by a line end."""
    head = re.search(rb"/S \d+ (?:/O \d+ )?/Length (\d+) >>\nstream\n", pdf)
    assert head
    end = head.end() + int(head[1])
    return pdf[end : end + 1] == b"\n"


def test_the_hints_are_followed_by_a_line_end_even_if_they_end_with_one() -> None:
    some = (_small(hashlib.sha256(b"%d" % number).hexdigest() * (number % 50)) for number in range(5000))
    pdf = next(pdf for pdf in some if not _ends_its_line(byte_mutants.saved(pdf, linearize=True)))
    assert _ends_its_line(written(pdf, ARCHIVAL))


def test_no_colour_is_another_than_in_the_profile_of_littlecms() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    transform = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    steps = range(0, 256, 51)
    colours = [(red, green, blue) for red in steps for green in steps for blue in steps]
    picture = Image.new("RGB", (len(colours), 1))
    for at, colour in enumerate(colours):
        picture.putpixel((at, 0), colour)
    shown = ImageCms.applyTransform(picture, transform)
    assert shown is not None
    for at, colour in enumerate(colours):
        other = shown.getpixel((at, 0))
        assert isinstance(other, tuple)
        assert max(abs(one - two) for one, two in zip(colour, other, strict=True)) <= 1
