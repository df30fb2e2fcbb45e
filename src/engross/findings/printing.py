"""Findings on files for print: family K."""

from engross.findings import DEFECT, FOREIGN, Entry, error, note

ENTRIES: tuple[Entry, ...] = (
    error(
        "K001",
        "the file is of PDF {version} and not {expected}",
        FOREIGN,
        "PDF/X-4 is built on PDF 1.6 (ISO 15930-7).",
    ),
    error(
        "K002",
        "the file has no identifier",
        FOREIGN,
        "A file for print has an ID in its trailer, two strings that are not empty (ISO 15930-7), so that"
        " nobody mixes up two versions.",
    ),
    error(
        "K003",
        "the boxes of the page are not those of a page for print: {problem}",
        FOREIGN,
        "A printer cuts at the TrimBox, prints as far as the BleedBox, and on a sheet of the MediaBox: each"
        " lies inside the next (ISO 15930-7). A page has a TrimBox or an ArtBox and never both, and nothing"
        " of it is cropped.",
    ),
    error(
        "K004",
        "the page is painted in more than black ink: {colours}",
        FOREIGN,
        "Text is black, and black is one ink: DeviceGray, 0, which is 100 % K on every press. RGB, or a black"
        " of four inks, prints with coloured edges and wet paper.",
    ),
    error(
        "K005",
        "pages may use the colour spaces {spaces}",
        FOREIGN,
        "A file for print uses DeviceGray alone, which needs no colour space of its own in the resources.",
    ),
    error(
        "K006",
        "the page mixes colours: {blend}",
        FOREIGN,
        "Everything is opaque: neither transparency, nor blending, nor overprinting changes what black is.",
    ),
    error(
        "K007",
        "the output intent does not serve: {problem}",
        FOREIGN,
        "A file for print says for which printing condition it is made: exactly one output intent of the kind"
        " GTS_PDFX, with an identifier, words, and the embedded ICC profile of an output device, gray or CMYK"
        " (ISO 15930-7).",
    ),
    error(
        "K008",
        "{key} is not what a file for print says there: {actual}",
        FOREIGN,
        "A file for print has a title, dates, whether it is trapped, and identifiers of document, version and"
        " rendition (ISO 15930-7).",
    ),
    error(
        "K010",
        "the file does not serve as an output intent: {reason}",
        "Ask the printer for the ICC profile of the press, or leave --output-intent out: then the file is"
        " made for black ink alone.",
        "An output intent is the ICC profile of an output device (class prtr) for gray or CMYK, whole, and"
        " not larger than 4 MiB. A profile of a monitor, or for RGB, does not say what black is on paper.",
    ),
    note(
        "K020",
        "the document has no date, so its file for print carries {date}",
        "If the document has a date, write it in the metadata: date = 2017-07-17 (with the right date).",
        "PDF/X demands dates of creation and change. An undated document has none, and the time of"
        " typesetting would make every build another file. So such a file carries a day that is no"
        " document's; dc:date stays absent.",
    ),
    error(
        "K030",
        "the pages are not imposed as they should be: {problem}",
        DEFECT,
        "A booklet or a sheet of proofs has each page of the file for print once, in its place, drawn byte"
        " for byte as it is there, and nothing else.",
    ),
    error(
        "K031",
        "this side does not say what its pages say in the file for print",
        DEFECT,
        "What PDFium reads on a side of an imposed file is what it reads on the pages that stand there.",
    ),
    error(
        "K032",
        "this is an imposed file, a booklet or proofs, and has no structure to prove its text by",
        "Verify the print edition that it was made of; what is proved of this one is in its report.",
        "An imposed file is for the machine that prints it: its pages stand in the order of the sheets."
        " Engross proves it against the print edition when both are made.",
    ),
)
