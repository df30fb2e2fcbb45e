"""Findings about use (E0), programs (E1), files (E2) and defects (E9): family E."""

from engross.findings import Entry, error

ENTRIES: tuple[Entry, ...] = (
    error(
        "E001",
        "there is no finding with the code {code}",
        "The codes are: {known}.",
        "``engross explain`` was asked for a code that the catalogue does not have.",
    ),
    error(
        "E002",
        "--source names {count} documents, and a PDF is verified against one",
        "Name the one document that the PDF was made from.",
        "``engross verify`` compares a file with one source; a folder of documents has several.",
    ),
    error(
        "E003",
        "here are {count} documents, and one version is compared with one other",
        "Name one document: a text, a document folder, or a PDF.",
        "``engross diff`` compares two versions of a text; a folder of documents has several.",
    ),
    error(
        "E004",
        "there is no profile {profile}",
        "The profiles are: {known}.",
        "A profile is a set of standards that one file can claim together; ``--profile`` names one.",
    ),
    error(
        "E005",
        "no edition of this run can be of the profile {profile}: {reason}",
        "Ask for an edition that takes it with --edition, or leave --profile out. What each takes: {takes}.",
        "Each edition is for one use, and takes the profiles that serve it; ``--profile`` chooses one.",
    ),
    error(
        "E006",
        "a bag has its own source and certificate, so --source and --certificate are not for it",
        "Leave them out; or verify the PDF in the bag as a file.",
        "``engross verify`` proves the PDF in a bag against the source and the certificate that lie there.",
    ),
    error(
        "E007",
        "SOURCE_DATE_EPOCH is “{value}”, and that is no time",
        "Set it to seconds since 1970 as a whole number, or unset it.",
        "The events of an archive edition have a time: that of the clock, or the one that this variable of"
        " the environment gives.",
    ),
    error(
        "E008",
        "options of the print edition are given, as --bleed or --booklet, and it is not made",
        "Add --edition print, or leave them out.",
        "--bleed, --crop-marks, --simplex, --output-intent, --booklet and --sheets say how the print edition"
        " is printed; the other editions have no bleed, no marks and no backs of sheets.",
    ),
    error(
        "E010",
        "no file can be {profile}: {reason}",
        "Choose one of the profiles: {known}.",
        "Standards that are defined on different versions of PDF, or exclude each other, cannot hold together"
        " in one file. Which pairs these are is in docs/profiles.md.",
    ),
    error(
        "E011",
        "--creep and --signature say how a booklet is made, and no booklet is",
        "Add --booklet, or leave them out.",
        "They are nothing without a booklet.",
    ),
    error(
        "E201",
        "the output cannot be written: {reason}",
        "Choose a folder that may be written to, with room for the files.",
        (
            "The folder for the output cannot be made, or a file cannot be put into it. A file that was there"
            " before is as it was."
        ),
    ),
    error(
        "E202",
        "the file cannot be read: {reason}",
        "Check the path, and whether you may read the file.",
        "A file that was named on the command line does not exist or cannot be opened.",
    ),
    error(
        "E203",
        "{first} and {second} would both write a file called {name}",
        "Rename one of the sources, or build them into different folders.",
        "The name of a source may be what another edition or report adds to the name of another source.",
    ),
    error(
        "E900",
        "a defect of Engross: {error}",
        "Run the command again with --debug and report what it prints, with the source.",
        (
            "Something happened that Engross did not foresee. Nothing was put in place for the document, and"
            " earlier files are as they were."
        ),
    ),
    error(
        "E101",
        "{program} cannot be started: {reason}",
        "Install the program, or correct the setting that names it.",
        (
            "Engross starts a few programs that prove its work independently. The one named here is not"
            " where it was looked for, or the system does not let it run. Nothing that it would have checked"
            " is called passed."
        ),
    ),
    error(
        "E102",
        "{program} had not ended after {seconds} seconds and was stopped",
        "Try again when the machine is less busy, or with fewer files at once.",
        (
            "Every program that Engross starts may run for a limited time only, which grows with the number"
            " of files. Beyond it the program and all that it started are stopped, and nothing that it would"
            " have checked is called passed."
        ),
    ),
    error(
        "E103",
        "ENGROSS_VERAPDF names {path}, but {reason}",
        "Set it to veraPDF's launcher, or to its jar with Java 11 or newer on the path; or unset it.",
        (
            "The environment variable ENGROSS_VERAPDF says which veraPDF to use: a launcher, or the jar"
            " greenfield-apps, which needs Java. Whoever sets it relies on it, so a wrong value is an error"
            " and not a reason to go on without the validator."
        ),
    ),
    error(
        "E104",
        "{program} gave no usable report (exit code {exit_code}); it said: {reason}",
        "Run it by hand on the same file; if it fails there too, bring it anew with make verapdf.",
        (
            "veraPDF ended without a report that names every file it was given, so what it thinks of them is"
            " unknown. This is a fault of the validator or of its surroundings (memory, a damaged jar), not"
            " of the document, and nothing that it would have checked is called passed."
        ),
    ),
)
