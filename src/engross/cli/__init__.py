"""The command line: arguments to calls to exit codes, and nothing else.

``main`` is the edge where errors become text and an exit code. Commands are imported when they run, so that
``engross --version`` costs no more than starting Python.
"""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``engross`` with ``arguments``, by default as the process itself; return its exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words in (["--version"], ["-V"]):
        from engross import __version__

        print(f"engross {__version__}")
        return 0
    if arguments is None:
        from engross.cli.process import prepare

        prepare()
    from engross.cli.running import run

    return run(words)
