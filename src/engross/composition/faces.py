"""The bundled font files of a house style, as certificates name them: name, file, digest of its bytes."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import uharfbuzz

from engross.model.certificate import FontFile
from engross.model.style import Style


def font_files(style: Style, names: Iterable[str]) -> tuple[FontFile, ...]:
    """Return the font files of ``style`` for the fonts that a PDF calls ``names``, subsets or not.

    They are in the order in which the sheets of the style declare them.
    """
    wanted = {_plain(name.rpartition("+")[2]) for name in names}
    return tuple(_font_file(face) for face in style.faces if _plain(_name(face)) in wanted)


def _plain(name: str) -> str:
    """Return ``name`` without what fonts and PDF write differently: the engine says PT-Serif-Bold."""
    return "".join(filter(str.isalnum, name)).casefold().removesuffix("regular")


@cache
def _name(path: Path) -> str:
    """Return the full name that the font at ``path`` gives itself."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    return str(face.get_name(uharfbuzz.OTNameIdPredefined.FULL_NAME))


@cache
def _font_file(path: Path) -> FontFile:
    """Return what is to be said of the font at ``path``, read once a process."""
    return FontFile(_name(path), path.name, hashlib.sha256(path.read_bytes()).hexdigest())
