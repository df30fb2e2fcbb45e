"""Findings of environment: E1.. is the programs that Engross starts."""

from engross.findings import Entry, Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="E101",
        severity=Severity.ERROR,
        message="{program} cannot be started: {reason}",
        hint="Install the program, or correct the setting that names it.",
        explanation=(
            "Engross starts a few programs that prove its work independently. The one named here is not"
            " where it was looked for, or the system does not let it run. Nothing that it would have checked"
            " is called passed."
        ),
    ),
    Entry(
        code="E102",
        severity=Severity.ERROR,
        message="{program} had not ended after {seconds} seconds and was stopped",
        hint="Try again when the machine is less busy, or with fewer files at once.",
        explanation=(
            "Every program that Engross starts may run for a limited time only, which grows with the number"
            " of files. Beyond it the program and all that it started are stopped, and nothing that it would"
            " have checked is called passed."
        ),
    ),
    Entry(
        code="E103",
        severity=Severity.ERROR,
        message="ENGROSS_VERAPDF names {path}, but {reason}",
        hint="Set it to veraPDF's launcher, or to its jar with Java 11 or newer on the path; or unset it.",
        explanation=(
            "The environment variable ENGROSS_VERAPDF says which veraPDF to use: a launcher, or the jar"
            " greenfield-apps, which needs Java. Whoever sets it relies on it, so a wrong value is an error"
            " and not a reason to go on without the validator."
        ),
    ),
    Entry(
        code="E104",
        severity=Severity.ERROR,
        message="{program} gave no usable report (exit code {exit_code}); it said: {reason}",
        hint="Run it by hand on the same file; if it fails there too, bring it anew with make verapdf.",
        explanation=(
            "veraPDF ended without a report that names every file it was given, so what it thinks of them is"
            " unknown. This is a fault of the validator or of its surroundings (memory, a damaged jar), not"
            " of the document, and nothing that it would have checked is called passed."
        ),
    ),
)
