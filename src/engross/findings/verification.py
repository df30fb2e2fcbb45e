"""Findings of verification: T text, U structure, P file and pages."""

from engross.findings import DEFECT, FOREIGN, Entry, error

_TEXT = (
    error(
        "T001",
        "the structure tree does not say what the source says: {kind}; expected “{expected}”, found "
        "“{actual}”",
        DEFECT,
        "The text that assistive technology reads, taken from the tags of the PDF in order, must equal the "
        "source code point for code point, with runs of white space folded to one space and discretionary "
        "hyphens removed. Each difference is a finding of its own, up to ten.",
    ),
    error(
        "T002",
        "the pages do not show what the source says: {kind}; expected “{expected}”, found “{actual}”",
        DEFECT,
        "The text that PDFium, the engine of a widespread viewer, extracts from the pages must equal the "
        "source. Only this is forgiven: at a line end PDFium gives one mark for any hyphen, and it knows "
        "no paragraphs. A hyphen that divides a word inside a line, or white that tears one apart, is not "
        "forgiven. Each difference is a finding of its own, up to ten.",
    ),
    error(
        "T003",
        "{reader} finds no text in the file",
        "If the pages are pictures of text, no proof is possible: " + FOREIGN,
        "A file without extractable text cannot be proved, searched or read aloud.",
    ),
    error(
        "T004",
        "the pages and the structure tree differ: {kind}; tags “{expected}”, pages “{actual}”",
        FOREIGN,
        "Without a source the two independent readings of a file are compared with each other: what the "
        "pages show, by PDFium, and what the tags say. One who reads and one who listens must get the same"
        " text.",
    ),
    error(
        "T005",
        "the H1 is not the heading: {kind}; expected “{expected}”, found “{actual}”",
        DEFECT,
        "The kind of document and its title lines are the one H1 of the file, so that navigation by "
        "headings and lists of headings show the document's name.",
    ),
    error(
        "T006",
        "the source has {paragraphs} paragraphs, the file {elements} P elements",
        DEFECT,
        "Each paragraph of the source is one P element, also when a page ends inside it.",
    ),
    error(
        "T007",
        "paragraph {number} and its P element differ: {kind}; expected “{expected}”, found “{actual}”",
        DEFECT,
        "Each P element holds exactly the text of its paragraph, in the order of the source. The first "
        "difference of each paragraph is named, up to ten paragraphs; a paragraph in two elements has the "
        "end of a paragraph (¶) too many.",
    ),
    error(
        "T008",
        "there are {count} more differences than the {listed} that are listed",
        "Look at all of them with engross diff.",
        "Of each kind of difference ten are listed, each with its place; the rest is counted.",
    ),
    error(
        "T009",
        "a P element says what no paragraph of the source says: “{actual}”",
        DEFECT,
        "Each P element holds exactly the text of one paragraph of the source; this one is between or after "
        "those that do.",
    ),
    error(
        "T010",
        "the source has {expected} “{text}” where the file has {actual} “{read}”",
        DEFECT,
        "The elements of the file are those of the source, one by one: the first titles are the H1, later"
        " ones H2, each other line of the heading is a Div, each paragraph a P. A right text in a wrong "
        "element is read aloud as what it is not. The first that differs is named.",
    ),
    error(
        "T012",
        "“{text}” is in {actual}; the source has it in {expected}",
        DEFECT,
        "Lists (L), their items (LI, LBody) and quotations (BlockQuote) are numbered as they come. Assistive"
        " technology tells of them; what belongs together in the source must do so in the file.",
    ),
    error(
        "T011",
        "this edition does not say what {first} says: {kind}; there “{expected}”, here “{actual}”",
        DEFECT,
        "The editions of a document are made for different uses from one source, and must say the same. Their"
        " files are compared with each other, by the tags and by the pages. The first differences of each"
        " edition are listed, up to ten.",
    ),
)
_STRUCTURE = (
    error(
        "U001",
        "the file is not tagged",
        FOREIGN,
        "A structure tree and MarkInfo/Marked are required by PDF/A-2a (ISO 19005-2, 6.7) and PDF/UA-1.",
    ),
    error(
        "U002",
        "the structure tree does not have one Document at its top, but: {roles}",
        FOREIGN,
        "The structure tree has one root element, Document, that holds everything (ISO 32000-1, 14.8.4.2).",
    ),
    error(
        "U003",
        "the file has {count} H1 elements and not exactly one",
        FOREIGN,
        "The kind and title of the document together are its one heading of the first level.",
    ),
    error(
        "U004",
        "the first element is {role} and not the H1",
        FOREIGN,
        "The heading of a document comes first in its reading order.",
    ),
    error(
        "U005",
        "a heading level is skipped: {role} follows {before}",
        FOREIGN,
        "Heading levels go down by one at a time (ISO 14289-1, 7.4.2).",
    ),
    error(
        "U006",
        "a {role} element is empty",
        FOREIGN,
        "An empty element is read aloud as a pause or as “blank” and tells nothing.",
    ),
    error(
        "U007",
        "{count} things on the pages are neither tagged nor artifacts; the first is “{text}”",
        FOREIGN,
        "All content is either in the structure tree or marked as an artifact (ISO 14289-1, 7.1): "
        "otherwise nobody can tell whether it belongs to the text.",
    ),
    error(
        "U008",
        "“{text}” is tagged as text and as an artifact at once",
        FOREIGN,
        "An artifact inside tagged content, or tagged content inside an artifact, is read by some software"
        " and skipped by other (ISO 14289-1, 7.1).",
    ),
    error(
        "U009",
        "the structure tree holds content {mcid} of this page twice",
        FOREIGN,
        "Marked content belongs to one element; twice in the tree it is read twice.",
    ),
    error(
        "U010",
        "{count} pieces of tagged content are not in the structure tree, the first is {mcid}",
        FOREIGN,
        "Marked content outside the tree is not read by assistive technology; page numbers and the like "
        "are artifacts instead (ISO 14289-1, 7.8).",
    ),
    error(
        "U011",
        "the structure tree names {count} pieces of content that no page has, the first is {mcid}",
        FOREIGN,
        "A mark in the tree without content on its page means that something was lost after tagging.",
    ),
    error(
        "U012",
        "the ParentTree leads {count} pieces of content to another element than the tree, the first is "
        "{mcid}",
        FOREIGN,
        "Viewers go from content to its element by the ParentTree (ISO 32000-1, 14.7.4.4); both ways must "
        "agree.",
    ),
    error(
        "U013",
        "the artifact “{text}” is not the number of the page in its top margin",
        FOREIGN,
        "Artifacts are left out when the text is proved, so they may hold nothing but the number of the "
        "page, above its text, from page 2 on. Anything else would be seen and be in no source.",
    ),
    error(
        "U014",
        "the file has {entry}, which files of this version of Engross never have",
        FOREIGN,
        "Annotations, actions, scripts, attachments, forms, layers, descriptions in the place of text, and "
        "bookmarks that are neither a heading nor the title, show or do something that no proof of the text "
        "looks at.",
    ),
    error(
        "U015",
        "the page is drawn with more than text: {drawings}",
        FOREIGN,
        "The pages of this version of Engross show text and nothing else. A line or a surface, a picture, a "
        "clip, a pattern or a form may show something that the source does not say, or hide what it says; "
        "so may replacement text (ActualText) in the page, and a TJ that steps back over its own letters. "
        "Named are the operators and keys (ISO 32000-1, annex A).",
    ),
)
_FILE = (
    error(
        "P001",
        "the file is not a PDF",
        "Give a PDF file.",
        "The first 1024 bytes of the file do not hold the mark of a PDF, %PDF-.",
    ),
    error(
        "P002",
        "the file is encrypted",
        "Get the file without a password: archival files are never encrypted (ISO 19005-2, 6.1.3).",
        "An encrypted file cannot be proved and no archive takes it.",
    ),
    error(
        "P003",
        "the file is damaged or beyond what Engross reads: {reason}",
        "Get the file again from where it came, or build it again from its source.",
        "The file breaks the PDF syntax, would have to be repaired before reading, or is larger or more "
        "deeply nested than any document of Engross. A repaired file is another file, so nothing is proved"
        " about it.",
    ),
    error(
        "P004",
        "the file is larger than {size}",
        "Give the PDF that Engross made; it is smaller by far.",
        "A file of that size holds more than any document does, and reading it might take all the memory of "
        "the machine.",
    ),
    error(
        "P005",
        "reading the file takes more than {bound}",
        "Get the file again from where it came. If Engross made it, and the machine was not short of memory, "
        "report it with its source.",
        "A file that Engross did not just make is read in a process of its own, within bounds that grow with "
        "its size and leave an honest file ample room. A small file that unpacks to gigabytes, or that runs "
        "in circles, reaches them. Nothing is proved about it.",
    ),
    error(
        "P006",
        "reading the file crashed a library ({end})",
        "Get the file again from where it came, or build it again from its source. Other programs may crash "
        "over it too.",
        "A file that Engross did not just make is read in a process of its own, and that process was ended "
        "by what it met in the file, or by the system for want of memory. The file is damaged or hostile. "
        "Nothing is proved about it.",
    ),
    error(
        "P007",
        "the file holds {stray}",
        FOREIGN,
        "Engross writes a file in one go: a head, objects that all belong to it, one table of references, "
        "one end. A PDF may be continued after its end, which replaces what it shows and keeps what it "
        "showed; bytes or objects that nothing refers to are read by some programs and not by others. No "
        "proof of the text looks at them, so there may be none.",
    ),
    error(
        "P010",
        "the file has no page",
        "Build the file again from its source.",
        "A document without a page shows nothing.",
    ),
    error(
        "P018",
        "the page shows nothing of the document",
        FOREIGN,
        "A page without text was not made by Engross; someone added or emptied it.",
    ),
    error(
        "P011",
        "the page is {width}×{height} mm and not A4",
        "Set the page size of the house style to A4.",
        "The MediaBox is 210×297 mm, to a tenth of a millimetre.",
    ),
    error(
        "P012",
        "the page has no TrimBox",
        FOREIGN,
        "The TrimBox says where the paper ends after cutting; printers need it.",
    ),
    error(
        "P013",
        "the {box} is empty or reaches beyond the MediaBox",
        FOREIGN,
        "All boxes of a page lie within its MediaBox (ISO 32000-1, 14.11.2).",
    ),
    error(
        "P014",
        "the page is turned by {degrees} degrees",
        FOREIGN,
        "Pages are upright in themselves: a rotation is lost or doubled by some printing software.",
    ),
    error(
        "P015",
        "the text “{text}” reaches beyond the page",
        "Let the line break: give it a place to break, or a smaller size in the house style.",
        "Text outside the MediaBox, the CropBox or the TrimBox is extracted, but nobody sees it in a viewer, "
        "or on paper once that is cut.",
    ),
    error(
        "P016",
        "the text “{text}” is on the page, but is not painted to be seen",
        FOREIGN,
        "All text is filled in opaque black, upright, and not smaller than 4 points or half the size of the "
        "style. Invisible, white, transparent, distorted or tiny text is extracted, but nobody reads it on "
        "paper: the proof of the text would prove nothing.",
    ),
    error(
        "P017",
        "the text “{text}” stands to the left of, above, or over what comes before it",
        FOREIGN,
        "Programs read a page in the order in which it is drawn, people from left to right and from line to "
        "line. Words that are drawn in another order than they stand would be read differently by the two.",
    ),
    error(
        "P019",
        "the letters of “{text}” stand {how}",
        FOREIGN,
        "Inside a word letters stand where the font puts them, give or take the spacing of a line (0.05 em "
        "less, 0.15 em more), and between words there is a gap of 0.1 em at least. Letters on top of each "
        "other, or so far apart that they are no word, are read by programs and not by people.",
    ),
    error(
        "P020",
        "the text “{text}” does not stand where its line is read, which runs to the left in part",
        "Move a word, so that the line ends elsewhere; else do not use the file.",
        "Where letters run from right to left, the text of the paragraph decides which of them stand where "
        "in a line (Unicode Standard Annex #9). In this file something stands elsewhere: a number or a sign "
        "at the end of a line may be one that the layout engine has put on the wrong side.",
    ),
    error(
        "P021",
        "the letters of “{text}” are drawn {how}",
        FOREIGN,
        "The letters of a justified line are drawn wider or narrower than the font has them by no more than "
        "the limit of the style (the token --expansion-limit), and all letters of the line alike. Headings "
        "and page numbers are drawn as the font has them. What is drawn otherwise was changed by somebody.",
    ),
)

ENTRIES: tuple[Entry, ...] = (*_TEXT, *_STRUCTURE, *_FILE)
