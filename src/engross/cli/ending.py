"""How a command ended, as a value: what it prints, and the errors that give the exit code."""

from dataclasses import dataclass

from engross.errors import EngrossError


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a command. ``failed`` is for a report or finding with an error that is no exception."""

    output: str = ""
    errors: tuple[EngrossError, ...] = ()
    failed: bool = False

    @property
    def code(self) -> int:
        """The exit code: that of the first error, else 1 if the command failed, else 0."""
        return next((error.exit_code for error in self.errors), int(self.failed))
