"""Findings on what a file claims to be: X metadata, C conformance."""

from engross.findings import FOREIGN, Entry, error, warning

_METADATA = (
    error(
        "X001",
        "the file has no readable XMP metadata: {reason}",
        FOREIGN,
        "What a file claims to be is said in its XMP metadata (ISO 19005-2, 6.6.2), well-formed XML "
        "without entities, and without anything beside the texts and lists of texts that describe the file.",
    ),
    error(
        "X002",
        "the XMP metadata have {count} rdf:RDF and not exactly one",
        FOREIGN,
        "Validators read the first rdf:RDF only; what a second one says is not claimed.",
    ),
    error(
        "X003",
        "{key} is {actual} and not {expected}",
        "Build the file again with the profile that is wanted, or verify it against its own.",
        "The identification in the XMP metadata must be that of the profile.",
    ),
    error(
        "X004",
        "the catalogue has no {key}",
        FOREIGN,
        "Lang names the language for screen readers, DisplayDocTitle lets viewers show the title and not "
        "the file name, Marked says that the file is tagged (ISO 14289-1, 7.1 and 7.2).",
    ),
    error(
        "X005",
        "{key} in Info is “{info}”, but {name} in XMP is “{xmp}”",
        FOREIGN,
        "The two places for metadata in a PDF must agree, or each catalogue shows another thing. What only "
        "Info says, XMP does not confirm.",
    ),
    error(
        "X006",
        "{name} is “{actual}” and not “{expected}”",
        FOREIGN,
        "Title, language, kind, date, authors, subject, identifier and rights in the file are those of the "
        "document; what the document does not have is absent.",
    ),
    error(
        "X007",
        "the file is PDF {actual}, and {profile} is made as PDF {expected}",
        FOREIGN,
        "Each profile is of one version of PDF: PDF/A-1 knows nothing that came after PDF 1.4. The head of"
        " the file says which it is.",
    ),
)
_CONFORMANCE = (
    warning(
        "C001",
        "conformance was not verified: veraPDF did not run",
        "Verify the file again, without --no-verapdf, where veraPDF is: let ENGROSS_VERAPDF name its launcher"
        " or its jar (in a checkout “make verapdf” brings it; it needs Java 11 or later).",
        "Conformance to PDF/A and PDF/UA is proved by veraPDF, an independent validator. Where it is "
        "missing the report says “not verified”, never “passed”.",
    ),
    error(
        "C002",
        "veraPDF says that the file does not conform to {flavour}: {failures}",
        "Do not send the file to an archive. Build it again; if this stays, report it with the source.",
        "A file that claims a standard must conform to it; an archive may refuse the file.",
    ),
)

ENTRIES: tuple[Entry, ...] = (*_METADATA, *_CONFORMANCE)
