"""The resources are found beside the code in a checkout; tests/packaging holds that a wheel has its own."""

import subprocess
import sys
from pathlib import Path

from engross import resources

ROOT = Path(__file__).resolve().parent.parent


def test_in_a_checkout_the_top_level_folders_are_used() -> None:
    assert resources.CHECKOUT == ROOT
    assert resources.TEMPLATES == ROOT / "templates"
    assert resources.STYLES == ROOT / "styles"


def test_every_font_has_a_licence_beside_it() -> None:
    assert list(resources.FONTS.glob("*.ttf"))
    assert "ParaType" in (resources.FONTS / "PT-Serif.LICENSE.txt").read_text(encoding="utf-8")


def test_knowing_the_paths_imports_nothing_of_weight() -> None:
    code = (
        "import sys; import pathlib; before = set(sys.modules); import engross.resources;"
        "print(sorted(set(sys.modules) - before))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src"
    ).stdout
    assert printed.strip() == "['engross', 'engross.resources']"
