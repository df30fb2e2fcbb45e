"""Findings on the setting: L101 to L120, where lines and pages end and how wide words stand apart."""

from engross.findings import Entry, note, warning

_BREAK = "Look at the place: a word more or less before it gives other line breaks."

ENTRIES: tuple[Entry, ...] = (
    warning(
        "L101",
        "line {line} of page {page} ends with a word of one letter: “{text}”",
        _BREAK,
        "A preposition or an article stays with the word that it belongs to (docs/acceptance.md, A8).",
    ),
    warning(
        "L102",
        "line {line} of page {page} ends with a number or section sign: “{text}”",
        _BREAK,
        "№ and § stay with their number (docs/acceptance.md, A8).",
    ),
    warning(
        "L103",
        "line {line} of page {page} ends with an initial: “{text}”",
        _BREAK,
        "Initials stay with the name (docs/acceptance.md, A8).",
    ),
    warning(
        "L104",
        "line {line} of page {page} ends with a number that belongs to the next word: “{text}”",
        _BREAK,
        "A number stays with what it counts, and with the rest of its digits (docs/acceptance.md, A8).",
    ),
    warning(
        "L105",
        "the line after line {line} of page {page} starts with a dash: “{text}”",
        _BREAK,
        "A dash inside a paragraph stays with the word before it (docs/acceptance.md, A8).",
    ),
    warning(
        "L106",
        "{count} lines in a row end with a hyphen, from line {line} of page {page} on: “{text}”",
        _BREAK,
        "More than two hyphens one under another make a ladder (docs/acceptance.md, A9).",
    ),
    warning(
        "L107",
        "a part of a divided word has fewer than {fewest} letters, line {line} of page {page}: “{text}”",
        _BREAK,
        "The parts of a divided word have three letters at least (docs/acceptance.md, A9).",
    ),
    warning(
        "L108",
        "page {page} ends with a hyphen: “{text}”",
        _BREAK,
        "No page but the last ends inside a word (docs/acceptance.md, A9).",
    ),
    warning(
        "L109",
        "a line of the heading ends with a hyphen, line {line} of page {page}: “{text}”",
        "Break the line in the source, or shorten it.",
        "Headings are not hyphenated (docs/acceptance.md, A9). One is, if a word is wider than the measure.",
    ),
    warning(
        "L110",
        "a single line of a paragraph stands on page {page}: “{text}”",
        _BREAK,
        "A page end leaves two lines of a paragraph on each side (docs/acceptance.md, A10).",
    ),
    warning(
        "L111",
        "the last line of a paragraph is not longer than the indent, line {line} of page {page}: “{text}”",
        _BREAK,
        "Under the indent of the next paragraph a shorter line leaves a gap (docs/acceptance.md, A10).",
    ),
    warning(
        "L112",
        "the last page, {page}, has {count} lines of the text, fewer than {fewest}",
        "Shorten or lengthen the text by a line or two.",
        "A last page has at least two lines of the text beside signatures (docs/acceptance.md, A11).",
    ),
    warning(
        "L113",
        "a line has {mean} characters in the mean, not {least} to {most}",
        "Use a style with another measure or size.",
        "Lines of 45 to 75 characters are read best (docs/acceptance.md, A12).",
    ),
    warning(
        "L114",
        "a word space of {width} em, wider than {most}, in line {line} of page {page}: “{text}”",
        _BREAK,
        "Wide spaces make holes in the text (docs/acceptance.md, A13).",
    ),
    warning(
        "L115",
        "the word spaces are {width} em in the mean, wider than {most}",
        "Let words be divided, or use a style with a wider measure.",
        "Spaces that are wide throughout make a grey page spotty (docs/acceptance.md, A13).",
    ),
    note(
        "L120",
        "the same ({of}) in {count} more places",
        "See what is said of the first ones.",
        "Of more than ten findings of one code on the pages the first three are shown, the others counted.",
    ),
)
