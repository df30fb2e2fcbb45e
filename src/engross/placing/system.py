"""The operations of the system that placing is made of: each is done whole or not at all.

All that placing changes on a disk it changes by one of these, so that tests can count them, let the process
be killed before and after each, and let each fail. They raise OSError.
"""

import ctypes
import errno
import fcntl
import os
from functools import cache
from pathlib import Path

_HERE = -100
_EXCHANGE = 2
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM})


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; that it is on the disk is for ``sync``."""
    path.write_bytes(data)


def sync(path: Path) -> None:
    """Bring the file ``path`` to the disk; of a folder the names in it, where its file system can do that."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EOPNOTSUPP) or not path.is_dir():
            raise
    finally:
        os.close(descriptor)


def move(path: Path, target: Path) -> None:
    """Give ``path`` the name ``target``; a file that had it is gone, a folder is only if it was empty."""
    path.rename(target)


def name_twice(path: Path, other: Path) -> None:
    """Give the file ``path`` the name ``other`` too."""
    other.hardlink_to(path)


def exchange(one: Path, other: Path) -> bool:
    """Let two names, of files or folders, change places in one step; return False where that cannot be."""
    renameat2 = _renameat2()
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def remove(path: Path) -> None:
    """Take the file ``path`` away, if it is there."""
    path.unlink(missing_ok=True)


def lock(descriptor: int, *, wait: bool) -> bool:
    """Lock an open folder until it is closed or this process ends; return False if that cannot be had.

    With ``wait`` it waits for another process that holds it. Some network file systems know no such locks.
    """
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@cache
def _renameat2() -> "ctypes._NamedFuncPointer | None":
    """Return the function of the C library, or None where it has none (Linux before 3.15, other systems)."""
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is not None:
        function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return function
