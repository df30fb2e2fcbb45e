"""The process of a command: what is set once for it, and never for a program that calls ``main`` itself."""

import gc
import io
import os
import signal
import sys
from typing import NoReturn

COLLECTOR = (50_000, 20, 100)
"""When the garbage collector looks: most objects of a run live until its end, so it seldom finds any."""


def prepare() -> None:
    """Set up this process: its collector, its streams, and an end that leaves nothing behind."""
    gc.set_threshold(*COLLECTOR)
    signal.signal(signal.SIGTERM, _end)
    for stream in (sys.stdout, sys.stderr):
        # What a terminal cannot show, or a file name that is no text, is no reason to fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def takes_colours() -> bool:
    """Tell whether standard output is a terminal that shows colours, and the user has not declined them."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _end(number: int, _: object) -> NoReturn:
    """Leave by an exception, so that temporary files go and programs that were started are stopped."""
    raise SystemExit(128 + number)
