"""Findings of typesetting: glyphs (family G), layout and what stands behind it (L)."""

from engross.findings import Entry, error, note, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "G001",
        "no bundled font has {character}; it occurs {times}",
        "Replace the character if it is a slip; else its script needs a font that is not bundled.",
        (
            "Engross draws with the fonts in styles/fonts and with no others: a font that only one machine"
            " has would make another file of the same source there. A character that none has is refused"
            " before anything is typeset, with the place of its first occurrence. A letter with a combining"
            " mark needs one font that has both."
        ),
    ),
    error(
        "G002",
        "the house style {style} has no font with {character}; it occurs {times}",
        "Add {family}, which has it, to the families of the style, or use a style that lists it.",
        (
            "A house style lists the families that its pages may use, in the order in which they are asked"
            " for a character. None of them has this one, but another font that is bundled has."
        ),
    ),
    error(
        "G003",
        "characters that cannot be drawn: {count} more",
        "Mend those that are named first; where a whole script is missing, that is all of them.",
        "Of the characters that no font of the style has, only the first few are named one by one.",
    ),
    error(
        "G004",
        "no font of the style {style} has {character} as it is set off in the text, italic or bold"
        " (it occurs so {times})",
        "Take the marks of emphasis away from it; its upright form is in the fonts.",
        "What is set off is drawn by an italic or a bold font of the style. For some scripts there is none,"
        " and an upright letter is never made to lean or to be bolder.",
    ),
    error(
        "L001",
        "the layout engine warns: {warning}",
        "Correct the style sheet or the template that the warning is about.",
        (
            "The layout engine only warns of what it cannot do: a property it does not know, a file it cannot"
            " read. What it leaves out would be missing from the page, so Engross takes every warning as an"
            " error and writes nothing."
        ),
    ),
    error(
        "L002",
        "a resource was refused: {reason}",
        "Use files under the folder of the style sheets only; nothing else is ever read.",
        (
            "Style sheets may use files of the resource folders: fonts, other style sheets, images. Any other"
            " address, above all one on the network or elsewhere on the disk, is refused."
        ),
    ),
    error(
        "L003",
        "there is no house style {style}",
        "Use one of: {known}.",
        "The metadata or the command names a house style that styles/house does not have.",
    ),
    warning(
        "L020",
        "a page ends with a divided word",
        "Add or take away a word near the page's end, or use a style with another measure.",
        (
            "No page but the last should end with a hyphen, whether of a divided word or of the source."
            " Engross chooses the lines of each paragraph, and where pages end, over the whole document; here"
            " no choice avoids the hyphen without a fault that is worse."
        ),
    ),
    warning(
        "L021",
        "a paragraph cannot be set within the limits of the house style",
        "Look at the paragraph on its page; a word less or more, or another measure, may help.",
        (
            "Every line has word spaces within limits, and no more than two hyphens follow each other. For"
            " this paragraph no line breaks keep all limits (a word wider than the column, a long run of"
            " words that belong together), so the least bad ones were taken."
        ),
    ),
    warning(
        "L022",
        "a page begins with the last line of a paragraph",
        "Add or take away a word or two before the page's end.",
        (
            "At least two lines of a paragraph stand after a page end in it (the token --fewest-lines)."
            " Engross chooses the lines of each paragraph, and where pages end, over the whole document; here"
            " no choice avoids the widow without a fault that is as bad."
        ),
    ),
    warning(
        "L023",
        "a page ends with the first line of a paragraph",
        "Add or take away a word or two before the page's end.",
        (
            "At least two lines of a paragraph stand before a page end in it (the token --fewest-lines)."
            " Engross chooses the lines of each paragraph, and where pages end, over the whole document; here"
            " no choice avoids the orphan without a fault that is as bad."
        ),
    ),
    warning(
        "L024",
        "a page ends with a heading, and what belongs to it is on the next page",
        "Shorten the heading block, or look whether the lines before the page's end are headings at all.",
        (
            "The heading block stays with the first lines of the text, and a line that leads in a paragraph"
            " stays with that. Engross found no place for them on one page, as with a heading block that"
            " fills a page by itself."
        ),
    ),
    warning(
        "L025",
        "a page end parts the signatures from the text, or from each other",
        "Look whether the short lines at the end of the text are its signatures.",
        (
            "Short lines at the end that end no sentence are signatures. They stay on one page with at least"
            " two lines of the text, lest somebody sign a sheet that says nothing. Engross found no place for"
            " them so."
        ),
    ),
    warning(
        "L026",
        "the last page has fewer than two lines of the text",
        "Add or take away a word or two near the end of the text.",
        (
            "The last page holds at least two lines of the text, signatures not counted. Engross chooses the"
            " lines of each paragraph, and where pages end, over the whole document; here no choice gives the"
            " last page two lines without a fault that is as bad."
        ),
    ),
    warning(
        "L027",
        "pages do not end where they were chosen to end",
        "Look at the ends of the pages; if the heading block is not longer than a page, report this.",
        (
            "Engross counts the lines of a page by the sizes of the house style and chooses its end, and then"
            " looks whether the layout engine made the same pages. It did not, so the document was laid out"
            " anew with pages that end where the engine ends them: some may end with a divided word, or a"
            " line or two short. The text is not touched by that."
        ),
    ),
    note(
        "L028",
        "the engine breaks the lines of what is written from right to left: {count} of {all} paragraphs"
        " and lines of the heading (lines {lines} of the source)",
        "Look at the pages: lines there are looser than others, and pages end where they are full.",
        (
            "Engross chooses lines for text that runs from left to right. Where some letters run from right"
            " to left, the order of words in a line follows from the whole line, and words are shaped as one,"
            " so the layout engine gets such a paragraph whole: it breaks line after line, without hyphens,"
            " and ends the pages of the document. The text is proved as any other."
        ),
    ),
    error(
        "L029",
        "a paragraph with letters that are written from right to left has emphasis in it",
        "Take the emphasis away, or set it apart in a paragraph of its own script.",
        (
            "The layout engine gets such a paragraph whole, to put its letters in order; parts of it cannot"
            " be set off. Emphasis that would be lost on the page is refused."
        ),
    ),
    error(
        "L900",
        "the stage {stage} changed the text",
        "Report this with the source: it is a defect of Engross, and no file was written.",
        (
            "Typography and composition may only choose where lines end. Each proves so for every paragraph;"
            " this proof failed."
        ),
    ),
    error(
        "L901",
        "the text of <{element}> has no place in the structure tree",
        "Report this with the source: the template or Engross has a defect; no file was written.",
        "A template put text into an element for which the table of structure roles has no role.",
    ),
    error(
        "L902",
        "the file could not be laid out for the web: {reason}",
        "Report this with the source: it is a defect of Engross, and no file was written.",
        "A file for readers is linearised by qpdf, and what qpdf writes must be what PDF/A allows.",
    ),
    error(
        "L910",
        "the layout engine did not draw the text as it was given",
        "Report this with the source: it is a defect of Engross, and no file was written.",
        (
            "While pages are painted, what is drawn is compared with the text of each element, piece by"
            " piece. Something was drawn that is not there, or left out, or out of order."
        ),
    ),
)
