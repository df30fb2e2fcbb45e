"""``make bench``: Engross against the engine alone, on the founding document.

Machines are shared and noisy, so nothing here is a time to hold on to: what counts is a ratio, and each pair
is measured alternately, round after round, and compared by its medians.
"""

import argparse
import io
import json
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pikepdf
from weasyprint import HTML

from engross import composition, finishing, layout, pipeline, reading, typography
from engross.model.edition import DISTRIBUTION
from engross.model.profile import ARCHIVAL
from engross.reading.sources import discover
from engross.resources import STYLES, TEMPLATES
from tests.bench import paragraphs
from tests.bench.measuring import Comparison, Result, measure, peak_memory, run

STATEMENT = Path(__file__).parents[2] / "data" / "statement-csto-2017-07-17"
MOST_MEMORY = 150
TIMES_AS_LONG = 20
PROGRAMS = Path(sys.executable).parent


def comparisons(folder: Path, rounds: int) -> list[Comparison]:
    """Return what is compared; ``folder`` takes the files."""
    (source,) = discover([STATEMENT])
    document = reading.read(source)
    style = composition.load_style(document.metadata.style, STYLES)
    sheet = composition.style_sheet(style.name, STYLES)
    compose = partial(composition.compose, style=style, templates=TEMPLATES)
    finish = partial(finishing.finish, metadata=document.metadata, edition=DISTRIBUTION)
    html = compose(typography.refine(document)).html
    page = folder / "statement.html"
    page.write_text(html, encoding="utf-8")
    pdf = pipeline.typeset(document).pdf
    css, fonts = layout.loaded_style(sheet, STYLES)

    def raw(variant: str | None = None) -> object:
        return HTML(string=html).write_pdf(stylesheets=[css], font_config=fonts, pdf_variant=variant)

    def typeset() -> bytes:
        return layout.lay_out(html, sheet, STYLES).write(ARCHIVAL, finish)

    def composed() -> str:
        return compose(typography.refine(reading.read(source))).html

    def checked() -> object:
        return pipeline.check(pdf, "statement", document)

    longer = replace(document, body=document.body * TIMES_AS_LONG)
    long_pdf = pipeline.typeset(longer).pdf
    as_many_pages = page_count(long_pdf) // page_count(pdf)

    whole = partial(pipeline.typeset, document)

    def checked_longer() -> object:
        return pipeline.check(long_pdf, "longer", longer)

    def checked_often() -> object:
        return [checked() for _ in range(as_many_pages)]

    build = partial(run, PROGRAMS / "engross", "build", STATEMENT, "-o", folder, "--no-verapdf")
    engine = partial(run, PROGRAMS / "weasyprint", "-q", "-s", sheet, page, folder / "raw.pdf")
    version = partial(run, PROGRAMS / "engross", "--version")
    nothing = partial(run, sys.executable, "-c", "pass")
    return [
        Comparison("cold engross build with its own verification / weasyprint", 1.5, rounds, build, engine),
        Comparison("warm typesetting / raw write_pdf", 1.15, 3 * rounds, typeset, raw),
        Comparison("the same / raw PDF/A-2a", 1.15, 3 * rounds, typeset, partial(raw, "pdf/a-2a")),
        Comparison("engross --version / python -c pass", 3.0, 2 * rounds, version, nothing),
        Comparison("reading to HTML / raw write_pdf", 1.0, rounds, composed, raw),
        Comparison("verification / raw write_pdf", 1.0, rounds, checked, raw),
        Comparison("proof / typesetting, both warm", 1.0, rounds, checked, whole),
        Comparison(
            f"proof of one text {TIMES_AS_LONG} times as long / as many proofs of short ones, by pages",
            1.2,
            max(1, rounds // 5),
            checked_longer,
            checked_often,
        ),
        *paragraphs.comparisons(document, rounds),
    ]


def page_count(pdf: bytes) -> int:
    """Return how many pages ``pdf`` has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def main() -> None:
    """Run all comparisons and print them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(each) for each in comparisons(Path(folder), options.rounds)]
        command = (PROGRAMS / "engross", "build", STATEMENT, "-o", folder, "--no-verapdf")
        memory = peak_memory(*command)
    if options.json:
        ratios = [{"name": each.name, "ratio": each.ratio, "target": each.target} for each in results]
        peak = {"name": "peak memory, MiB", "value": memory, "target": MOST_MEMORY}
        sys.stdout.write(json.dumps([*ratios, peak], indent=2) + "\n")
    else:
        lines = [
            *map(_as_text, results),
            f"{memory:6d}  (at most {MOST_MEMORY})  peak memory of a build, MiB",
        ]
        sys.stdout.write("\n".join(lines) + "\n")


def _as_text(result: Result) -> str:
    spans = "; ".join(
        f"{side} " + "/".join(f"{1000 * seconds:.0f}" for seconds in span) + " ms"
        for side, span in (("ours", result.ours), ("theirs", result.theirs))
    )
    return f"{result.ratio:6.2f}  (at most {result.target})  {result.name}\n        {spans}"


if __name__ == "__main__":
    main()
