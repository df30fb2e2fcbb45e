"""Work that may not be trusted to end, in a forked process of bounded memory and time.

The libraries that read PDF are written in C: over a hostile file they may loop, crash, or take all the
memory there is, and nothing in the same process can stop them. Here the work is done in a copy of this
process, which sends its answer back and is gone. It is no sandbox: the copy may do whatever this process may.

It needs a system with ``fork``. A program with several threads may use it, if none of them holds a lock that
the work needs; if one does, the work ends at its bound.
"""

import faulthandler
import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

from engross.errors import Defect, EngrossError, RefusedError
from engross.findings import Finding, Place, finding

_T = TypeVar("_T")

PATIENCE = 5
"""How many seconds may pass for each of processor time: the machine may be busy with other things."""

_OUT_OF_MEMORY = 3
_STATUS = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the work may take: memory in bytes beyond what this process has, processor time in seconds."""

    memory: int
    seconds: int


def bounded(work: Callable[[], _T], bounds: Bounds, place: Place) -> _T:
    """Return what ``work`` returns, or raise the EngrossError that it raises, in a process of its own.

    Raise RefusedError at ``place`` when it takes more than ``bounds`` (P005), or when a library crashes over
    it (P006), and Defect for any other exception. What ``work`` returns must be picklable.
    """
    reader, writer = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(reader)
        _be_the_worker(work, bounds, place, writer)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as answer:
            said = answer.read()
        _, status = os.waitpid(worker, 0)
    except BaseException:
        _end(worker)
        raise
    if status:
        raise RefusedError(_ended(os.waitstatus_to_exitcode(status), bounds, place))
    answered: _T | EngrossError = pickle.loads(said)  # noqa: S301 - our own copy has written it
    if isinstance(answered, EngrossError):
        raise answered
    return answered


def _end(worker: int) -> None:
    """Leave nothing behind, whatever has interrupted us."""
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)


def _ended(code: int, bounds: Bounds, place: Place) -> Finding:
    """Return the finding on a worker that has ended with ``code``, or by the signal ``-code``."""
    if code == _OUT_OF_MEMORY:
        return finding("P005", place, bound=f"{bounds.memory // 2**20} MiB of memory")
    if -code in (signal.SIGXCPU, signal.SIGALRM):
        kind = "of processor time" if -code == signal.SIGXCPU else f"times {PATIENCE}"
        return finding("P005", place, bound=f"{bounds.seconds} seconds {kind}")
    return finding("P006", place, end=signal.Signals(-code).name if code < 0 else f"exit code {code}")


def _be_the_worker(work: Callable[[], object], bounds: Bounds, place: Place, writer: int) -> NoReturn:
    """Do the work within its bounds, send the answer and end; nothing that this process began goes on."""
    code = 1
    try:
        _confine(bounds)
        with os.fdopen(writer, "wb") as answer:
            answer.write(_answer(work, place))
        code = 0
    except MemoryError:
        code = _OUT_OF_MEMORY
    finally:
        os._exit(code)


def _answer(work: Callable[[], object], place: Place) -> bytes:
    try:
        return pickle.dumps(work())
    except MemoryError:
        raise
    except EngrossError as error:
        return pickle.dumps(error)
    except Exception as error:  # noqa: BLE001 - it crosses to the other process, and is raised there
        defect = Defect(finding("E900", place, error=f"{type(error).__name__}: {error}"))
        defect.add_note("".join(traceback.format_exception(error)))
        return pickle.dumps(defect)


def _confine(bounds: Bounds) -> None:
    """Bound this process, and let it end in silence: without a core file, a message or a handler of ours."""
    faulthandler.disable()
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    for number in (signal.SIGTERM, signal.SIGALRM, signal.SIGXCPU):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for us has it too, and ends us
    signal.alarm(bounds.seconds * PATIENCE)
    in_use = int(_STATUS.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_CPU, bounds.seconds)
    _limit(resource.RLIMIT_AS, in_use + bounds.memory)


def _limit(what: int, value: int) -> None:
    """Lower the limit on ``what`` to ``value``; a limit that is lower already stays."""
    soft, hard = resource.getrlimit(what)
    known = [limit for limit in (soft, hard, value) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(what, (min(known), hard))
