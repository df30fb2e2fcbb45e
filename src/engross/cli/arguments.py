"""What may be written on the command line: what README.md promises, in terms of argparse."""

import argparse
import re
from pathlib import Path
from typing import TypeAlias

from engross import __version__
from engross.model.edition import ALL, TAKEN
from engross.model.imposition import MOST_SHEETS, PROOF_GRIDS
from engross.model.press import LARGEST_BLEED, MM
from engross.model.profile import PROFILES

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no other name for it

_LENGTH = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)(mm|pt)")
_POINTS = {"mm": MM, "pt": 1.0}

EXIT_CODES = """\
exit codes:
  0   done
  1   done, but a report has an error (that PDF is not put in place), or two versions differ
  2   wrong usage
  3   the source cannot be read, or has bad metadata
  4   an input or a resource was refused
  5   a needed program or font is missing
  70  a defect of Engross
A command that is interrupted ends with 130, one that is stopped (SIGTERM) with 143.
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="engross",
        description="Typeset official documents from their text into archival, accessible PDF, and prove it.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("-V", "--version", action="version", version=f"engross {__version__}")
    top.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    _add_build(commands)
    _add_verify(commands)
    _add_rebuild(commands)
    _add_lint(commands)
    _add_diff(commands)

    explain = commands.add_parser("explain", help="say what a finding means and what to do")
    explain.add_argument("code", metavar="CODE", help="the code of a finding, as T001")
    return top


def _add_build(commands: _Commands) -> None:
    build = commands.add_parser("build", help="typeset sources, prove the PDFs, put them in place")
    build.add_argument(
        "sources",
        nargs="+",
        type=Path,
        metavar="SOURCE",
        help="a .txt or .md file, a document folder, or a folder of those",
    )
    build.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="where NAME.pdf, NAME.report.json and NAME.certificate.json go (default: here)",
    )
    build.add_argument(
        "--edition",
        action="append",
        default=[],
        choices=(*TAKEN, ALL),
        dest="editions",
        help="an edition to make beside the distribution; can be given more than once",
    )
    build.add_argument(
        "--profile",
        default="",
        metavar="PROFILE",
        help=f"the standards that the other editions claim: {', '.join(PROFILES)}",
    )
    _add_press(build)
    _add_no_verapdf(build)
    build.add_argument("--json", action="store_true", help="print the reports as JSON, one a line")


def _add_press(build: argparse.ArgumentParser) -> None:
    press = build.add_argument_group("the print edition")
    press.add_argument(
        "--bleed",
        type=_length,
        default=0.0,
        metavar="LENGTH",
        help="how far beyond the page the sheet may be printed, as 3mm (default: not at all)",
    )
    press.add_argument(
        "--crop-marks", action="store_true", help="draw marks beside the page that show where to cut"
    )
    press.add_argument(
        "--simplex",
        dest="duplex",
        action="store_false",
        help="print one side of each sheet: no mirrored margins, no blank page at the end",
    )
    press.add_argument(
        "--output-intent",
        type=Path,
        metavar="FILE.icc",
        help="the ICC profile of the press, gray or CMYK (default: black ink alone, dot gain 20 %%)",
    )
    press.add_argument(
        "--booklet",
        action="store_true",
        help="also write NAME.booklet.pdf: two pages side by side, to be folded and stitched",
    )
    press.add_argument(
        "--creep",
        type=_length,
        metavar="LENGTH",
        help="of a booklet: how much nearer to the fold each further sheet has its pages, as 0.1mm",
    )
    press.add_argument(
        "--signature",
        type=int,
        choices=range(1, MOST_SHEETS + 1),
        metavar="SHEETS",
        help="of a booklet: how many sheets are folded together (default: all)",
    )
    press.add_argument(
        "--sheets",
        type=int,
        choices=PROOF_GRIDS,
        default=0,
        dest="proofs",
        help="also write NAME.sheets.pdf: proofs with so many pages on a side",
    )


def _length(text: str) -> float:
    """Return the length ``text``, as ``3mm`` or ``8.5pt``, in points."""
    match = _LENGTH.fullmatch(text)
    if match is None or (points := float(match[1]) * _POINTS[match[2]]) > LARGEST_BLEED:
        largest = round(LARGEST_BLEED / MM)
        raise argparse.ArgumentTypeError(f"{text} is no length from 0mm to {largest}mm")
    return points


def _add_verify(commands: _Commands) -> None:
    verify = commands.add_parser("verify", help="prove a finished PDF again, or a bag and the PDF in it")
    verify.add_argument(
        "pdf", type=Path, metavar="FILE.pdf|BAG", help="a PDF, or a bag: a folder or a ZIP of it"
    )
    verify.add_argument("--source", type=Path, metavar="SOURCE", help="the source that the text must equal")
    verify.add_argument(
        "--certificate",
        type=Path,
        metavar="FILE.json",
        help="the certificate that the PDF must agree with",
    )
    _add_no_verapdf(verify)
    verify.add_argument("--json", action="store_true", help="print the report as JSON")


def _add_rebuild(commands: _Commands) -> None:
    rebuild = commands.add_parser(
        "rebuild", help="typeset the source in a bag again and compare the PDFs; makes no file"
    )
    rebuild.add_argument("bag", type=Path, metavar="BAG", help="the folder of a bag, or a ZIP of it")
    rebuild.add_argument("--json", action="store_true", help="print the report as JSON")


def _add_lint(commands: _Commands) -> None:
    lint = commands.add_parser(
        "lint", help="say what looks wrong in a source and on its pages; makes no file"
    )
    lint.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    form = lint.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the findings as JSON, one a line")
    form.add_argument(
        "--sarif", action="store_true", help="print the findings as SARIF 2.1.0, for editors and CI"
    )


def _add_diff(commands: _Commands) -> None:
    diff = commands.add_parser("diff", help="compare two versions of a text, sources or PDFs")
    for name in ("a", "b"):
        diff.add_argument(name, type=Path, metavar=name.upper(), help="a source or a PDF")
    shown = diff.add_mutually_exclusive_group()
    shown.add_argument(
        "--html",
        type=Path,
        metavar="FILE",
        help="write a page with both versions side by side; - writes it to standard output",
    )
    shown.add_argument("--json", action="store_true", help="print the differences as JSON")


def _add_no_verapdf(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--no-verapdf",
        dest="conformance",
        action="store_false",
        help="do not start veraPDF; the report then says that conformance is not verified",
    )
