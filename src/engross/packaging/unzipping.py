"""Unpacks the ZIP of a bag that anyone may have made, in memory and within bounds; nothing is written.

What an archive says of itself is not believed: names are looked at as those of a folder are, and each file
is read to where it should end and no further.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.packaging import names
from engross.packaging.bounds import DEEPEST, LARGEST, LARGEST_RATIO, MOST_FILES, refuse_more
from engross.packaging.tags import DECLARATION

_ENCRYPTED = 0x1 | 0x40 | 0x2000
_NAME_IS_UTF_8 = 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEADER, _END_RECORD = 30, 22
_SMALL = 2**20
"""Bytes below which no ratio of sizes is suspicious."""


def unzip(data: bytes, file: str) -> Mapping[str, bytes]:
    """Return the files of the bag in the archive ``data`` by their paths, in Unicode's composed form.

    The bag is the archive itself or the one folder in it. Raise RefusedError as ``open_folder`` does, and for
    an archive that is damaged, encrypted or built to deceive (B106).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            refuse_more(len(entries), MOST_FILES, "files", file)
            paths = _paths(entries, file)
            _refuse_sizes(entries, archive.start_dir, file)
            _refuse_others(data, archive, file)
            files = {
                path: _content(archive, entry, file) for path, entry in paths.items() if not entry.is_dir()
            }
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise _refused(file, f"it is damaged ({error})") from error
    return _bag_in(files)


def _refused(file: str, reason: str, entry: str = "") -> RefusedError:
    return RefusedError(finding("B106", Place(file, excerpt=entry[:200]), reason=reason))


def _paths(entries: Sequence[zipfile.ZipInfo], file: str) -> dict[str, zipfile.ZipInfo]:
    """Return the entries by their paths; raise RefusedError for any that is not a plain file or folder."""
    paths: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        path = _name(entry)
        names.refuse_outside(path.removesuffix("/"), file)
        refuse_more(path.count("/"), DEEPEST, "folders inside each other", file)
        if path in paths:
            raise _refused(file, "it has a file twice", path)
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            kind = "a link" if stat.S_ISLNK(mode) else "no regular file"
            raise RefusedError(finding("B102", Place(file, excerpt=path), kind=kind))
        if entry.flag_bits & _ENCRYPTED:
            raise _refused(file, "it is encrypted", path)
        if entry.compress_type not in _METHODS:
            raise _refused(file, f"it is compressed by method {entry.compress_type}", path)
        paths[path] = entry
    names.refuse_twins((path.removesuffix("/") for path in paths), file)
    names.refuse_files_as_folders([path for path in paths if not path.endswith("/")], file)
    return paths


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the whole name of ``entry``: zipfile ends it at a NUL, and reads as cp437 what is not marked.

    Many programs write UTF-8 without the mark; what is not UTF-8 stays as it was read.
    """
    name = entry.orig_filename
    if not entry.flag_bits & _NAME_IS_UTF_8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode()
    return name


def _refuse_sizes(entries: Sequence[zipfile.ZipInfo], end: int, file: str) -> None:
    """Raise RefusedError for too much, for a bomb, and for entries that share bytes."""
    refuse_more(sum(entry.file_size for entry in entries), LARGEST, "bytes", file)
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset for entry in ordered[1:]] + [end]
    for entry, limit in zip(ordered, ends, strict=False):
        if entry.file_size > max(_SMALL, LARGEST_RATIO * entry.compress_size):
            ratio = f"more than {LARGEST_RATIO} times larger unpacked"
            raise _refused(file, f"a file would be {ratio}", _name(entry))
        if entry.header_offset + _LOCAL_HEADER + entry.compress_size > limit:
            raise _refused(file, "its files overlap", _name(entry))


def _refuse_others(data: bytes, archive: zipfile.ZipFile, file: str) -> None:
    """Raise RefusedError for bytes before or after the archive: another program may see another one there."""
    end = len(data) - _END_RECORD - len(archive.comment)
    first = min((entry.header_offset for entry in archive.infolist()), default=0)
    if first or not data.startswith(b"PK\x05\x06", max(end, 0)):
        raise _refused(file, "it has other bytes before or after it")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: str) -> bytes:
    """Return the bytes of ``entry``, read no further than it should end; its checksum is compared."""
    with archive.open(entry) as opened:
        data = opened.read(entry.file_size)
        if len(data) != entry.file_size or opened.read(1):
            raise _refused(file, "a file is not as large as the archive says", _name(entry))
    return data


def _bag_in(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return ``files`` as seen from the bag: from the one folder of the archive, if the bag is that."""
    tops = {path.partition("/")[0] for path in files}
    if DECLARATION not in tops and len(tops) == 1:
        top = f"{tops.pop()}/"
        files = {path.removeprefix(top): data for path, data in files.items()}
    return {names.composed(path): data for path, data in files.items()}
