"""Findings about use (E0), programs (E1), files (E2) and defects (E9): family E."""

from engross.findings import Entry, Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="E001",
        severity=Severity.ERROR,
        message="there is no finding with the code {code}",
        hint="The codes are: {known}.",
        explanation="``engross explain`` was asked for a code that the catalogue does not have.",
    ),
    Entry(
        code="E002",
        severity=Severity.ERROR,
        message="--source names {count} documents, and a PDF is verified against one",
        hint="Name the one document that the PDF was made from.",
        explanation="``engross verify`` compares a file with one source; a folder of documents has several.",
    ),
    Entry(
        code="E201",
        severity=Severity.ERROR,
        message="the output cannot be written: {reason}",
        hint="Choose a folder that may be written to, with room for the files.",
        explanation=(
            "The folder for the output cannot be made, or a file cannot be put into it. A file that was there"
            " before is as it was."
        ),
    ),
    Entry(
        code="E202",
        severity=Severity.ERROR,
        message="the file cannot be read: {reason}",
        hint="Check the path, and whether you may read the file.",
        explanation="A file that was named on the command line does not exist or cannot be opened.",
    ),
    Entry(
        code="E900",
        severity=Severity.ERROR,
        message="a defect of Engross: {error}",
        hint="Run the command again with --debug and report what it prints, with the source.",
        explanation=(
            "Something happened that Engross did not foresee. Nothing was put in place for the document, and"
            " earlier files are as they were."
        ),
    ),
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
