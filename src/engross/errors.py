"""The errors of Engross: each carries the finding that caused it and the exit code it ends with.

    EngrossError
    ├── ReportError     1   the document was made, but its report has an error
    ├── UsageError      2   wrong usage
    ├── SourceError     3   the source cannot be read, or has bad metadata
    ├── RefusedError    4   an input or a resource was refused
    ├── MissingError    5   a needed program or font is missing
    └── Defect         70   a defect of Engross

Only the command line turns them into text and an exit code; nothing below it prints.
"""

from typing import ClassVar

from engross.findings import Finding


class EngrossError(Exception):
    """Base of all errors that Engross raises on purpose."""

    exit_code: ClassVar[int]

    def __init__(self, *findings: Finding) -> None:
        """Take the findings that caused this error, the gravest first."""
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings

    def __reduce__(self) -> tuple[type["EngrossError"], tuple[Finding, ...], dict[str, object]]:
        """Let an error go to another process with its findings and its notes."""
        return type(self), self.findings, self.__dict__


class ReportError(EngrossError):
    """The document was typeset, but the proof of it has an error."""

    exit_code = 1


class UsageError(EngrossError):
    """The command was called wrongly."""

    exit_code = 2


class SourceError(EngrossError):
    """The source cannot be read, or its metadata are wrong."""

    exit_code = 3


class RefusedError(EngrossError):
    """An input or a resource was refused."""

    exit_code = 4


class MissingError(EngrossError):
    """A program or font that is needed is not there."""

    exit_code = 5


class Defect(EngrossError):
    """Engross did something that it promises never to do."""

    exit_code = 70
