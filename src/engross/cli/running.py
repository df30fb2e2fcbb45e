"""Running a command: its exit code, and its errors as text. The only place that prints to standard error."""

import gc
import io
import sys
import traceback
from collections.abc import Sequence

from engross.cli.arguments import parser
from engross.cli.telling import tell
from engross.errors import EngrossError
from engross.findings import finding

DEFECT = 70
INTERRUPTED = 130


COLLECTOR = (50_000, 20, 100)
"""When the garbage collector looks: most objects of a run live until its end, so it seldom finds any."""


def run(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name and return its exit code."""
    gc.set_threshold(*COLLECTOR)
    for stream in (sys.stdout, sys.stderr):
        # What a terminal cannot show, or a file name that is no text, is no reason to fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        from engross.cli import commands

        return int(getattr(commands, options.command)(options))
    except EngrossError as error:
        if options.debug:
            traceback.print_exc()
        tell(error.findings)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; nothing more can be said to it, not even at exit.
        sys.stdout = None
        return 0
    except Exception as error:  # noqa: BLE001 - the edge: no traceback reaches a user without --debug
        if options.debug:
            traceback.print_exc()
        tell((finding("E900", error=f"{type(error).__name__}: {error}"),))
        return DEFECT
