"""Finds the sources under given paths, and opens their files: the only place of reading that does.

A source is a text file (plain or Markdown), with ``NAME.toml`` beside it if it has metadata, or a document
folder: one text file, with ``document.toml``. Any other folder is a folder of those, however few, and is
searched to any depth; hidden files and links to folders are passed over. A path is never taken from a text.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engross.errors import RefusedError, SourceError, UsageError
from engross.findings import Place, finding
from engross.model.document import Document
from engross.reading.parsing import parse

PLAIN, MARKDOWN = ".txt", ".md"
SUFFIXES = (PLAIN, MARKDOWN)
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

    @property
    def files(self) -> dict[str, Path]:
        """The files of this source by the names that findings call them."""
        return {self.called(path): path for path in (self.text, self.metadata) if path}

    def called(self, file: Path) -> str:
        """Return what findings call ``file`` of this source."""
        return f"{self.name}/{file.name}" if self.in_folder else file.name


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
    metadata = source.metadata
    return _parser(source.text)(
        _bytes(source.text),
        name=source.name,
        file=source.called(source.text),
        metadata=_bytes(metadata) if metadata else None,
        metadata_file=source.called(metadata) if metadata else "",
    )


def _parser(text: Path) -> Callable[..., Document]:
    """Return what parses the file ``text``."""
    if text.suffix.lower() != MARKDOWN:
        return parse
    # Only what has markup needs a parser of markup.
    from engross.reading.markdown import parse as parse_markdown

    return parse_markdown


def _under(path: Path) -> Iterable[Source]:
    if not _is_there(path):
        raise SourceError(finding("R001", Place(str(path)), path=path))
    if _is_folder(path):
        found = list(_in_folder(path, root=path.resolve()))
        if not found:
            raise SourceError(finding("R003", Place(str(path)), path=path))
        return sorted(found, key=lambda source: source.name)
    if path.suffix.lower() not in SUFFIXES:
        raise SourceError(finding("R002", Place(str(path)), path=path, suffix=path.suffix or "no suffix"))
    return (Source(path.stem, path, _metadata_beside(path)),)


def _metadata_beside(text: Path) -> Path | None:
    """Return ``NAME.toml``, or the ``document.toml`` of the document folder that ``text`` is the text of."""
    own, shared = text.with_suffix(".toml"), text.with_name(METADATA_FILE)
    if _is_there(own):
        return own
    return shared if _is_there(shared) and len(_texts(text.parent)) == 1 else None


def _in_folder(folder: Path, root: Path) -> Iterator[Source]:
    texts, shared = _texts(folder), folder / METADATA_FILE
    if _is_there(shared):
        if len(texts) != 1:
            names = ", ".join(text.name for text in texts) or "none"
            raise SourceError(finding("R004", Place(str(folder)), path=folder, count=len(texts), names=names))
        # Not resolve: a link to a folder keeps the name by which it was given.
        name = Path(os.path.abspath(folder)).name  # noqa: PTH100
        yield _within(root, Source(name, texts[0], shared))
        return
    for text in texts:
        beside = text.with_suffix(".toml")
        yield _within(root, Source(text.stem, text, beside if _is_there(beside) else None))
    for entry in _entries(folder):
        if _is_folder(entry, follow_links=False):
            yield from _in_folder(entry, root)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise _unreadable(folder, error) from None


def _texts(folder: Path) -> list[Path]:
    return [entry for entry in _entries(folder) if entry.suffix.lower() in SUFFIXES and not _is_folder(entry)]


def _is_there(path: Path) -> bool:
    """Tell whether ``path`` exists; a link to nothing is an error, as something was meant by it."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise SourceError(finding("R007", Place(str(path)), path=path)) from None
        return False
    except OSError as error:
        raise _unreadable(path, error) from None
    return True


def _is_folder(path: Path, *, follow_links: bool = True) -> bool:
    try:
        return stat.S_ISDIR(path.stat(follow_symlinks=follow_links).st_mode)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> SourceError:
    return SourceError(finding("R006", Place(str(path)), path=path, reason=error.strerror or str(error)))


def _within(root: Path, source: Source) -> Source:
    """Return ``source`` unless a link leads out of ``root``: its sender must not choose what is read."""
    for file in (source.text, source.metadata):
        if file and _is_there(file) and file.is_symlink() and not file.resolve().is_relative_to(root):
            raise RefusedError(finding("R008", Place(str(file)), path=file, target=file.readlink()))
    return source


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
        raise _unreadable(file, error) from None
