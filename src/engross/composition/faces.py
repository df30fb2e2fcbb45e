"""The bundled font files of a house style, as certificates name them: name, file, digest of its bytes."""

import hashlib
from functools import cache
from pathlib import Path

import uharfbuzz

from engross.model.certificate import FontFile
from engross.model.style import Style


def font_files(style: Style) -> tuple[FontFile, ...]:
    """Return the font files that the sheets of ``style`` declare, in their order."""
    return tuple(map(_font_file, style.faces))


@cache
def _font_file(path: Path) -> FontFile:
    """Return what is to be said of the font file at ``path``, read once a process."""
    data = path.read_bytes()
    name = uharfbuzz.Face(data).get_name(uharfbuzz.OTNameIdPredefined.FULL_NAME)
    return FontFile(str(name), path.name, hashlib.sha256(data).hexdigest())
