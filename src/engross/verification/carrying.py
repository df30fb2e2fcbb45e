"""What a PDF carries: the files in its list of names, and those associated with the document.

ISO 32000-1, 7.7.4 and 7.11; ISO 19005-3, 6.8. It is read to values, in the one form in which Engross writes
it; what else stands there is noted. Whether these are the right files is for ``attachments``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from engross.verification.evidence import Carried, Extra, PdfObject
from engross.verification.streams import measure

_MOST = 64
_SPECIFICATION = frozenset(("/Type", "/F", "/UF", "/EF", "/AFRelationship", "/Desc"))
_FILE = frozenset(("/Type", "/Subtype", "/Params", "/Length", "/Filter"))
_PARAMETERS = frozenset(("/Size", "/CreationDate", "/ModDate"))


@dataclass(frozen=True, slots=True)
class Held:
    """The files in the list of names, the numbers of those in AF, and what Engross never writes there."""

    files: tuple[Carried, ...] = ()
    associated: tuple[int, ...] = ()
    extras: tuple[Extra, ...] = ()


NOTHING = Held()


def read(root: PdfObject) -> Held:
    """Return what the catalogue ``root`` leads to; raise ValueError for more than any document has."""
    lists = root.get("/Names", pikepdf.Dictionary())
    tree = lists.get("/EmbeddedFiles", pikepdf.Dictionary())
    extras = [*_unknown(lists, frozenset(("/EmbeddedFiles",))), *_unknown(tree, frozenset(("/Names",)))]
    names, associated = list(tree.get("/Names", ())), list(root.get("/AF", ()))
    if max(len(names), len(associated)) > 2 * _MOST:
        raise ValueError(f"it carries more than {_MOST} files")
    files = []
    for key, specification in zip(names[::2], names[1::2], strict=True):
        files.append(_carried(bytes(key), specification))
        extras += _extras(specification)
    return Held(tuple(files), tuple(each.objgen[0] for each in associated), tuple(extras))


def _carried(key: bytes, specification: PdfObject) -> Carried:
    file = specification.EF.F
    measure(file)
    parameters = file.get("/Params", pikepdf.Dictionary())
    said = {
        name[1:]: str(source[name]).removeprefix("/")
        for source, known in (
            (specification, _SPECIFICATION - {"/EF"}),
            (file, frozenset(("/Subtype",))),
            (parameters, _PARAMETERS),
        )
        for name in sorted(known)
        if name in source
    }
    return Carried(key, specification.objgen[0], said, bytes(file.read_bytes()))


def _extras(specification: PdfObject) -> Iterator[Extra]:
    """Yield what Engross never writes of a file; that another stream has the data for some programs, too."""
    file = specification.EF.F
    yield from _unknown(specification, _SPECIFICATION)
    yield from _unknown(specification.EF, frozenset(("/F", "/UF")))
    yield from _unknown(file, _FILE)
    yield from _unknown(file.get("/Params", pikepdf.Dictionary()), _PARAMETERS)
    if file.get("/Type") != "/EmbeddedFile":
        yield Extra("/EF that is no embedded file", None)
    if "/UF" not in specification.EF or specification.EF.UF.objgen != file.objgen:
        yield Extra("/UF of another file than /F", None)


def _unknown(source: PdfObject, known: frozenset[str]) -> Iterator[Extra]:
    return (Extra(key, None) for key in sorted(source.keys()) if key not in known)
