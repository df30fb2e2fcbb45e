"""Findings on the files that a PDF carries: family D."""

from engross.findings import FOREIGN, Entry, error

_ALL = "A file of this profile carries the files of its source as they were received, and nothing else."

ENTRIES: tuple[Entry, ...] = (
    error(
        "D001",
        "the PDF carries {name}, which is no file of the source",
        FOREIGN,
        _ALL + " What else is inside travels with an official document and is no part of it.",
    ),
    error(
        "D002",
        "the PDF does not carry {name}, a file of the source",
        FOREIGN,
        _ALL + " A file that was renamed is missing by its name, and too much by the other.",
    ),
    error(
        "D003",
        "{name} in the PDF has other bytes than in the source: SHA-256 {actual} and not {expected}",
        FOREIGN,
        _ALL + " Not a byte of them is another.",
    ),
    error(
        "D004",
        "{name} is in the PDF as {actual} and not as {expected}",
        FOREIGN,
        "The text is the Source of what the pages show, and the metadata file is Data that decided how they "
        "do (AFRelationship in ISO 19005-3, 6.8). An archive takes the files out by these words.",
    ),
    error(
        "D005",
        "{key} of {name} in the PDF is {actual} and not {expected}",
        FOREIGN,
        "A file in a PDF has its name twice, its size, its media type, what it is in words, and the date of "
        "the document, if that has one. Nothing else is known of it, so nothing else is said.",
    ),
    error(
        "D006",
        "the files in the PDF are listed out of order, or one of them twice: {names}",
        FOREIGN,
        "Programs look for a name by halves (ISO 32000-1, 7.9.6): in a list that is not in order some find "
        "what others do not.",
    ),
    error(
        "D007",
        "of the files in the PDF {listed} are listed and {associated} belong to the document, not the same",
        FOREIGN,
        "Each file is listed once under EmbeddedFiles, by which viewers show it, and once under AF, by which "
        "it belongs to the document. What is in one alone is hidden from some programs.",
    ),
    error(
        "D008",
        "the PDF carries {texts} texts and {metadata} metadata files, not a text and its metadata",
        FOREIGN,
        _ALL + " Those are one text, and its metadata where they are in a file of their own.",
    ),
    error(
        "D009",
        "no PDF can carry a file called {name}: that name is no text",
        "Rename the source, and build it again.",
        "The name has bytes that are no characters of Unicode. In a PDF the name of a file is text.",
    ),
)
