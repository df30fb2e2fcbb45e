"""``make compare``: the same texts, font, measure and language, set by several programs and measured by one.

Typst is of the dependency group ``compare``; LuaLaTeX (with microtype, babel) is used where it is installed.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.compare.figures import Figures, figures
from tests.compare.page import ROWS, cells, update
from tests.compare.setters import Setter, setters
from tests.compare.texts import texts

Results = dict[str, dict[str, Figures]]
"""The figures by the name of the text and of the setter."""


def compare(folder: Path, chosen: list[Setter], given: Path | None = None) -> Results:
    """Set every text by each of ``chosen`` into ``folder``, and measure."""
    results: Results = {}
    for document in texts(given):
        for setter in chosen:
            pdf = folder / f"{document.name}-{setter.key}.pdf"
            pdf.write_bytes(setter.typeset(document))
            results.setdefault(document.name, {})[setter.name] = figures(pdf)
    return results


def main() -> None:
    """Compare, and print the tables or write them into docs/comparison.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.compare", description=__doc__)
    parser.add_argument("--texts", type=Path, help="a folder of other texts (Russian, English or Kazakh)")
    parser.add_argument("--keep", type=Path, help="where the PDFs go; else they are not kept")
    parser.add_argument("--update", action="store_true", help="write docs/comparison.md and its pictures")
    options = parser.parse_args()
    chosen = setters()
    with TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        results = compare(folder, chosen, options.texts)
        if options.update:
            update(results, chosen, folder)
    for name, columns in results.items():
        sys.stdout.write(f"\n{name}\n")
        rows = [["", *columns], *([row.label, *cells(row, columns)] for row in ROWS)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        for row in rows:
            sys.stdout.write(
                "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + "\n"
            )


if __name__ == "__main__":
    main()
