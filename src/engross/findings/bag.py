"""Findings on a bag: damage (B00), rebuilding (B03), what is refused, in reading or making one (B10)."""

from engross.findings import Entry, error, note, warning

_AGAIN = "Get the bag again from where it came, or build it again from its source; do not repair it by hand."
_REPACK = "Have the bag made and sent again as plain files, by a program that follows RFC 8493."

ENTRIES: tuple[Entry, ...] = (
    error(
        "B001",
        "{file} is missing: the manifests list it, and nothing in the payload has its bytes",
        _AGAIN,
        "A bag is complete when every file of every manifest is there.",
    ),
    error(
        "B002",
        "{file} is in the payload, but no manifest lists it",
        "Find out who has put it there. If it belongs to the document, build the bag again with it.",
        "Every file of the payload must stand in every manifest; one that does not is protected by nothing.",
    ),
    error(
        "B003",
        "{file} was changed: its digest is not the listed one ({algorithms})",
        _AGAIN,
        "One changed bit gives another digest. If only one of several algorithms differs, its manifest was "
        "changed and not the file.",
    ),
    error(
        "B004",
        "{file} was renamed: its bytes are there as {renamed}",
        "Give the file its name again, and find out how it lost it.",
        "A file that is missing and a file that nobody lists have the same digests, so they are one file.",
    ),
    error(
        "B005",
        "the manifest {file} was changed: its digest is not the listed one ({algorithms})",
        _AGAIN,
        "The tag manifests have the digests of the manifests, so that nobody changes a file and its digest "
        "together.",
    ),
    error(
        "B006",
        "the tag file {file} was changed: its digest is not the listed one ({algorithms})",
        _AGAIN,
        "The tag manifests protect what a bag says of itself, bagit.txt and bag-info.txt.",
    ),
    error(
        "B007",
        "the tag file {file} is missing: the tag manifests list it",
        _AGAIN,
        "The tag manifests list every other file that stands beside the payload.",
    ),
    error(
        "B008",
        "there is no {manifest}",
        _AGAIN,
        "A bag of Engross has manifests and tag manifests by SHA-256 and by SHA-512, all of them complete.",
    ),
    error(
        "B009",
        "not every manifest lists {file}: it is not in {manifest}",
        _AGAIN,
        "Each manifest must list every file (RFC 8493, 2.1.3), or a file is protected by less than it seems.",
    ),
    error(
        "B010",
        "the tag file cannot be read: {reason}",
        _AGAIN,
        "bagit.txt has two lines, with the version of BagIt and the encoding UTF-8; bag-info.txt has lines of"
        " a label, a colon and a value.",
    ),
    error(
        "B011",
        "Payload-Oxum is {stated}, but the payload has {actual} (bytes, a full stop, files)",
        _AGAIN,
        "The number of bytes and of files of the payload shows without any digest whether all has come.",
    ),
    error(
        "B012",
        "this is no line of a manifest: {reason}",
        _AGAIN,
        "A line of a manifest is a digest and a path, in UTF-8, each path once.",
    ),
    warning(
        "B013",
        "the manifest was not compared: Engross does not know the algorithm {algorithm}",
        "Nothing needs to be done if the manifests by SHA-256 and SHA-512 are in order.",
        "A bag may have manifests by any algorithm; these two are enough.",
    ),
    warning(
        "B014",
        "the file beside the payload is in no tag manifest",
        "Find out who has put it there. It is no part of what was archived.",
        "The standard allows other files beside the payload, but nothing protects this one.",
    ),
    error(
        "B015",
        "the bag has no {what}",
        "Only a bag that engross build --edition archive has made can be proved and rebuilt.",
        "A bag of Engross has one PDF at the head of its payload, its certificate beside it, and its source"
        " in data/source.",
    ),
    error(
        "B016",
        "{file} is not of this bag: {reason}",
        "Do not rely on what the file says. Get the bag again from where it came, or build it again.",
        "PREMIS has size and digests of every other file of the payload, Dublin Core what the metadata of the"
        " source say, and the report the digest of the PDF; all are compared with the files themselves.",
    ),
    error(
        "B020",
        "{library} does not call the bag valid: {reason}",
        _AGAIN,
        "The BagIt library of the Library of Congress judges each bag once more, independently.",
    ),
    warning(
        "B021",
        "{library} was not asked for its judgement: it does not read all names in the bag as the standard"
        " does",
        "Nothing needs to be done if the checks of the bag have passed; ask another program for a second"
        " judgement.",
        "BagIt writes a percent sign as %25, and two forms of a letter may be one name. The library knows"
        " neither, and would call a bag with such names damaged.",
    ),
    error(
        "B030",
        "the source gives another PDF now: its SHA-256 is {actual}, archived is {archived}",
        "See which version differs. The same source gives the same bytes with the same versions only.",
        "The source in the bag was typeset again, in the same profile, and compared byte for byte.",
    ),
    note(
        "B031",
        "the PDF was made by {name} {archived}; here is {actual}",
        "To get the same bytes, install the versions that the certificate in the bag names.",
        "The certificate in the bag has the versions of everything that made the PDF.",
    ),
    note(
        "B032",
        "the PDF was made with another font file: {archived}; here is {actual}",
        "To get the same bytes, use the version of Engross that the certificate in the bag names.",
        "The certificate in the bag has the digest of every font file that the PDF has glyphs of.",
    ),
    note(
        "B033",
        "both PDFs have the same text",
        "Nothing needs to be done: what differs is how the text is set or written.",
        "The text of both was read by the structure tree, folded and compared by its SHA-256.",
    ),
    error(
        "B034",
        "the two PDFs have not the same text: its SHA-256 is {actual}, archived is {archived}",
        "Do not rely on the bag before you know which is right: engross diff shows where they part.",
        "The text of both was read by the structure tree, folded and compared by its SHA-256.",
    ),
    note(
        "B035",
        "the PDF has {actual} pages now, and {archived} in the bag",
        "Nothing needs to be done: where lines and pages end may change from version to version.",
        "Both files were read again to count their pages.",
    ),
    error(
        "B036",
        "no version and no font differs, and yet the bytes do",
        "Verify the bag: the archived file may have been changed. If it was not, report it with the source.",
        "With the same versions and fonts the same source gives the same bytes. Either the certificate is not"
        " of this file, or that promise is broken.",
    ),
    error(
        "B101",
        "the bag has a path that may lead out of it: {reason}",
        _REPACK,
        "Paths come from whoever made the bag. One that is absolute, goes up, or is none on some system is "
        "refused, and nothing is read or written by it.",
    ),
    error(
        "B102",
        "the bag has something in it that is {kind}",
        _REPACK,
        "A link may lead to any file of this machine, and reading a device may never end. A bag has regular "
        "files and folders only.",
    ),
    error(
        "B103",
        "the bag has two names that some systems take for one: {first} and {second}",
        _REPACK,
        "Where case, or the form of accented letters, does not count, one of the files would hide the other.",
    ),
    error(
        "B104",
        "the bag is not all here: it has a fetch.txt",
        "Let whoever sent the bag complete it, and send it whole.",
        "A fetch.txt says where the missing files would have to be fetched. Engross opens no connections.",
    ),
    error(
        "B105",
        "the bag is larger than what is read: more than {bound}",
        "Make sure that this is the bag you mean.",
        "A bag of unknown origin is read within bounds, far above what the bag of a document needs.",
    ),
    error(
        "B106",
        "the archive is refused: {reason}",
        _REPACK,
        "An archive may be damaged, or built to fill the memory or the disk of whoever unpacks it. Nothing of"
        " it was written.",
    ),
    error(
        "B107",
        "this is no bag: it has neither bagit.txt nor a manifest",
        "Give the folder NAME.archive that engross build --edition archive makes, or a ZIP of it.",
        "A bag is a folder with bagit.txt, manifests and data/ (RFC 8493).",
    ),
    error(
        "B108",
        "the tag files of the bag are in {encoding}; only UTF-8 is read",
        _REPACK,
        "BagIt allows other encodings and recommends UTF-8 (RFC 8493, 2.1.1).",
    ),
    error(
        "B109",
        "no bag can hold a file called {name}: programs read that name differently",
        "Rename the source, without %, backslashes and what cannot be seen, and build it again.",
        "BagIt writes a percent sign as %25, but hardly any program in use reads it so: the bag would be"
        " called damaged where it arrives. The same holds for backslashes, control characters and line ends"
        " of Unicode.",
    ),
)
