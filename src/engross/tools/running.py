"""Run programs safely: without a shell, in a known locale, for a limited time, leaving nothing behind.

It knows no program and judges no exit code: that is for the module of the program.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engross.errors import MissingError
from engross.findings import finding

# C, so that messages and numbers are the same everywhere; UTF-8, because with plain C a program in Java
# cannot open a file whose name is in Cyrillic.
_LOCALE = {"LC_ALL": "C.UTF-8", "LANGUAGE": ""}


@dataclass(frozen=True, slots=True)
class Completed:
    """A program that has ended: its exit code, and what it printed on each stream."""

    exit_code: int
    output: bytes
    errors: str


def run(command: Sequence[str | Path], *, timeout: float) -> Completed:
    """Run ``command`` for at most ``timeout`` seconds; raise as ``run_together`` does."""
    return run_together([command], timeout=timeout)[0]


def run_together(commands: Sequence[Sequence[str | Path]], *, timeout: float) -> list[Completed]:
    """Run ``commands`` side by side, for at most ``timeout`` seconds in all; return them in their order.

    Raises MissingError when one cannot be started (E101) or has not ended in time (E102); the others are
    then stopped.
    """
    deadline = time.monotonic() + timeout
    with ExitStack() as running:
        started = [running.enter_context(_start(command)) for command in commands]
        return [_wait(program, deadline, timeout) for program in started]


@dataclass(frozen=True, slots=True)
class _Started:
    """A program that was started; its streams go to files, so that none of several waits to be read."""

    name: str
    process: subprocess.Popen[bytes]
    output: IO[bytes]
    errors: IO[bytes]


@contextmanager
def _start(command: Sequence[str | Path]) -> Iterator[_Started]:
    """Start ``command`` in a session of its own; at the end stop it, with every program that it started."""
    name = str(command[0])
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                env=os.environ | _LOCALE,
                start_new_session=True,
            )
        except OSError as error:
            raise MissingError(finding("E101", program=name, reason=error.strerror or error)) from error
        try:
            yield _Started(name, process, output, errors)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _wait(program: _Started, deadline: float, timeout: float) -> Completed:
    """Wait until ``program`` ends, or raise MissingError (E102) at ``deadline``."""
    try:
        exit_code = program.process.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired as error:
        raise MissingError(finding("E102", program=program.name, seconds=f"{timeout:g}")) from error
    program.output.seek(0)
    program.errors.seek(0)
    return Completed(exit_code, program.output.read(), program.errors.read().decode("utf-8", "replace"))
