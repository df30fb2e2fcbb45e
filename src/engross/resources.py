"""Where the templates, the style sheets and the fonts are: beside the code, or inside the wheel.

It knows the paths only and reads nothing: reading is for the stage that needs the resource.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_resources"

# The checkout that this code runs from, or None when it runs from an installed wheel.
CHECKOUT: Path | None = None if _SHIPPED.is_dir() else _PACKAGE.parent.parent

_ROOT = CHECKOUT or _SHIPPED

TEMPLATES: Path = _ROOT / "templates"
STYLES: Path = _ROOT / "styles"
FONTS: Path = STYLES / "fonts"
