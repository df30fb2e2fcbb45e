"""Running a command: its output, its errors as text, its exit code. The only place that prints."""

import os
import sys
import traceback
from collections.abc import Sequence

from engross.cli.arguments import parser
from engross.cli.ending import Ending
from engross.cli.telling import as_text
from engross.errors import Defect, EngrossError
from engross.findings import finding

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name and return its exit code."""
    options = parser().parse_args(arguments)
    try:
        from engross.cli import commands

        ending: Ending = getattr(commands, options.command)(options)
    except EngrossError as error:
        ending = Ending(errors=(error,))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: no traceback reaches a user without --debug
        defect = Defect(finding("E900", error=f"{type(error).__name__}: {error}"))
        defect.__cause__ = error
        ending = Ending(errors=(defect,))
    _tell(ending, debug=options.debug)
    return ending.code


def _tell(ending: Ending, *, debug: bool) -> None:
    """Print what the command has to say: its output, and the errors to standard error."""
    try:
        if ending.output:
            print(ending.output, end="", flush=True)
        for error in ending.errors:
            if debug:
                traceback.print_exception(error)
            for found in error.findings:
                print(as_text(found), file=sys.stderr)
    except BrokenPipeError:
        # The reader of our output has gone, and Python would complain of it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
