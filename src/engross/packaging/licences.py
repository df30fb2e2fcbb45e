"""The licences of the bundled fonts, as they go with a document that has glyphs of them."""

from collections.abc import Iterable
from pathlib import Path

from engross.model.certificate import FontFile
from engross.model.deposit import NamedFile

_SUFFIX = ".LICENSE.txt"


def licences(fonts: Iterable[FontFile], folder: Path) -> tuple[NamedFile, ...]:
    """Return the licences of ``fonts`` that lie in ``folder``, each once, ordered by name.

    ``PT-Serif.LICENSE.txt`` is that of every font whose name begins with PT Serif.
    """
    wanted = [_plain(font.name) for font in fonts]
    files = sorted(folder.glob(f"*{_SUFFIX}"))
    return tuple(
        NamedFile(file.name, file.read_bytes())
        for file in files
        if any(name.startswith(_plain(file.name.removesuffix(_SUFFIX))) for name in wanted)
    )


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
