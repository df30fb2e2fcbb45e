"""Finds the sources under given paths, and opens their files: the only place of reading that does.

A source is a text file, with ``NAME.toml`` beside it if it has metadata, or a document folder: one text
file, with ``document.toml``. A folder of those is searched to any depth; hidden files and links to
folders are passed over. A path is never taken from a text.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engross.errors import RefusedError, SourceError, UsageError
from engross.findings import Place, finding
from engross.model.document import Document
from engross.reading.parsing import parse

SUFFIX = ".txt"
METADATA_FILE = "document.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read: the name of the files made from it, its text, its metadata file if there is one."""

    name: str
    text: Path
    metadata: Path | None

    @property
    def in_folder(self) -> bool:
        """Whether this is a document folder, so that messages name the folder too."""
        return self.text.stem != self.name


def discover(paths: Sequence[Path]) -> tuple[Source, ...]:
    """Find the sources under ``paths``: in the order given, those of a folder by name.

    Raises ``SourceError`` for a path that is not there or holds no source, ``RefusedError`` for a link
    that leads out of its folder, ``UsageError`` for two sources of one name. A source given twice is one.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _under(path):
            found.setdefault(source.text.resolve(), source)
    _refuse_same_names(found.values())
    return tuple(found.values())


def read(source: Source) -> Document:
    """Open the files of ``source`` and parse them; raises what ``parse`` does, and ``SourceError`` (R006)."""
    folder = f"{source.name}/" if source.in_folder else ""
    metadata = source.metadata
    return parse(
        _bytes(source.text),
        name=source.name,
        file=folder + source.text.name,
        metadata=_bytes(metadata) if metadata else None,
        metadata_file=folder + metadata.name if metadata else "",
    )


def _under(path: Path) -> Iterable[Source]:
    try:
        path.stat()
    except OSError as error:
        dangling = isinstance(error, FileNotFoundError) and path.is_symlink()
        code = "R007" if dangling else "R001"
        raise SourceError(finding(code, Place(str(path)), path=path)) from error
    if path.is_dir():
        found = list(_in_folder(path, root=path.resolve()))
        if not found:
            raise SourceError(finding("R003", Place(str(path)), path=path))
        return sorted(found, key=lambda source: source.name)
    if path.suffix.lower() != SUFFIX:
        raise SourceError(finding("R002", Place(str(path)), path=path, suffix=path.suffix or "no suffix"))
    return (Source(path.stem, path, _metadata_beside(path)),)


def _metadata_beside(text: Path) -> Path | None:
    """Return ``NAME.toml``, or the ``document.toml`` of the document folder that ``text`` is the text of."""
    own, shared = text.with_suffix(".toml"), text.with_name(METADATA_FILE)
    if own.exists():
        return own
    return shared if shared.exists() and len(_texts(text.parent)) == 1 else None


def _in_folder(folder: Path, root: Path) -> Iterator[Source]:
    texts, metadata = _texts(folder), folder / METADATA_FILE
    folders = [entry for entry in _entries(folder) if entry.is_dir() and not entry.is_symlink()]
    declared = os.path.lexists(metadata)
    for file in (*texts, metadata) if declared else texts:
        _refuse_stray_link(file, root)
    if declared and len(texts) != 1:
        names = ", ".join(text.name for text in texts) or "none"
        raise SourceError(finding("R004", Place(str(folder)), path=folder, count=len(texts), names=names))
    alone = len(texts) == 1 and not folders and not texts[0].with_suffix(".toml").exists()
    if declared or alone:
        # Not resolve: a link to a folder keeps the name by which it was given.
        name = Path(os.path.abspath(folder)).name  # noqa: PTH100
        yield Source(name, texts[0], metadata if declared else None)
        return
    for text in texts:
        beside = text.with_suffix(".toml")
        if os.path.lexists(beside):
            _refuse_stray_link(beside, root)
        yield Source(text.stem, text, beside if beside.exists() else None)
    for inner in folders:
        yield from _in_folder(inner, root)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise SourceError(finding("R006", Place(str(folder)), path=folder, reason=error.strerror)) from None


def _texts(folder: Path) -> list[Path]:
    return [entry for entry in _entries(folder) if entry.suffix.lower() == SUFFIX and not entry.is_dir()]


def _refuse_stray_link(file: Path, root: Path) -> None:
    """Refuse a link out of the folder: who sends a folder must not choose what is read here."""
    if file.is_symlink() and not file.resolve().is_relative_to(root):
        raise RefusedError(finding("R008", Place(str(file)), path=file, target=file.readlink()))


def _refuse_same_names(sources: Iterable[Source]) -> None:
    seen: dict[str, Source] = {}
    for source in sources:
        other = seen.setdefault(source.name, source)
        if other is not source:
            raise UsageError(
                finding(
                    "R005", Place(str(source.text)), name=source.name, first=other.text, second=source.text
                )
            )


def _bytes(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():
            raise SourceError(finding("R006", Place(str(file)), path=file, reason="it is not a regular file"))
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(finding("R006", Place(str(file)), path=file, reason=reason)) from None
