"""Findings on the text of a source: S, what looks wrong in it. Nothing of it is ever changed."""

from engross.findings import Entry, note, warning

ENTRIES: tuple[Entry, ...] = (
    warning(
        "S001",
        "a hyphen between spaces, where a dash may be meant: “{text}”",
        "Write a dash (– or —) in the source, if one is meant.",
        "A hyphen joins, a dash parts. Typewritten texts often have the one for the other.",
    ),
    warning(
        "S002",
        "a dash without spaces, though others in the text have them: “{text}”",
        "Set spaces at all dashes between words, or at none.",
        "Dashes between words are written in one way throughout a text. Between numbers they need no spaces.",
    ),
    warning(
        "S003",
        "a dash with a space on one side only: “{text}”",
        "Add the missing space, or delete the other.",
        "A dash between words has a space on both sides, or none.",
    ),
    warning(
        "S004",
        "a straight quotation mark: “{text}”",
        "Write the quotation marks of the language, as «» or “”.",
        "Straight quotes come from keyboards; printed texts have marks that open and close.",
    ),
    warning(
        "S005",
        "a {character} without its other half: “{text}”",
        "Close, open or delete it.",
        "Quotation marks and brackets come in pairs; one is missing, or stands in the wrong order.",
    ),
    warning(
        "S006",
        "{count} spaces in a row: “{text}”",
        "Leave one of them, unless they are meant to align something.",
        "Several spaces in a row are printed as one, as in the proof of the text.",
    ),
    warning(
        "S007",
        "no space after “{character}”: “{text}”",
        "Add the space, if one is missing.",
        "A letter follows a punctuation mark at once.",
    ),
    warning(
        "S008",
        "letters of two alphabets in one word, “{word}” (Latin: {latin}): “{text}”",
        "Write the word anew in one alphabet.",
        "Some Latin and Cyrillic letters look alike (c, o, p). A word with both looks right, but cannot be"
        " found or read aloud, and may be a forgery.",
    ),
    note(
        "S009",
        "a dash with {here}; elsewhere {usual} ({count} in all): “{text}”",
        "Set the same spaces at all dashes.",
        "No-break spaces at dashes are uneven in the text. They are printed as the style has it, so only the"
        " source shows the difference.",
    ),
    note(
        "S010",
        "white space at the end of the line: “{text}”",
        "Delete it.",
        "White space at a line's end is not printed.",
    ),
    warning(
        "S011",
        "a character was lost before the text arrived (U+FFFD): “{text}”",
        "Find the character in the original and write it.",
        "U+FFFD is what programs put where they could not read a character. It is printed as it is.",
    ),
    warning(
        "S012",
        "a letter is written in parts, from {character} on: “{text}”",
        "Save the text in Unicode normalization form C.",
        "Letters as й and é have one code point, or two (a letter and its mark). Pages are made of the first;"
        " a text with the second may fail its proof.",
    ),
    warning(
        "S013",
        "a hyphen between two years, where a dash may be meant: “{text}”",
        "Write an en dash without spaces (2017–2018), if the years from one to the other are meant.",
        "A hyphen joins two words to one, a dash means from and to.",
    ),
    note(
        "S014",
        "{here} between spaces; elsewhere {usual} ({count} in all): “{text}”",
        "Write one dash throughout the text.",
        "Dashes between words are of one length in a text. Engross prints each as the source has it.",
    ),
    note(
        "S015",
        "{here} {where}; elsewhere {usual} ({count} in all): “{text}”",
        "Write it in one way throughout the text; Engross keeps such words together in any case.",
        "What belongs together (№ 5, 2017 г., initials) is written now with a no-break space and now with"
        " another space or none. A space is printed as the style has it; where one text has a space and the"
        " other none, the difference is seen.",
    ),
    warning(
        "S016",
        "a word that is one Latin letter among Cyrillic words ({character}): “{text}”",
        "Write the Cyrillic letter, if one is meant.",
        "Latin a, c, o, y and k look like Cyrillic letters that are words. A text with the wrong one cannot"
        " be searched or read aloud.",
    ),
    warning(
        "S017",
        "“{here}” here, but “{usual}” elsewhere ({count} in all): “{text}”",
        "Write ё in this word everywhere, or nowhere.",
        "The same word is written with ё and with е. Words that the two letters tell apart (все and всё) are"
        " not counted, nor are words with a capital letter.",
    ),
    note(
        "S018",
        "“{word}” is written with е, though the text has ё in other words, as in “{example}”: “{text}”",
        "Write ё in all words that have it, or in none.",
        "The text uses ё, but not in this word, which has it wherever ё is written. Words with a capital"
        " letter are not counted: names have ё in every text.",
    ),
    note(
        "S020",
        "the same ({of}) in {count} more places",
        "See what is said of the first ones.",
        "Of more than ten findings of one code the first three are shown, and the others counted.",
    ),
    warning(
        "S030",
        "the heading has no {missing}",
        "Add it to the heading of the source; if a line was not recognised, write in the metadata what it is:"
        ' heading = ["kind", "title", "date"], or the date itself.',
        "An official document says what it is, what it is about, and of what day it is (ГОСТ Р 7.0.97-2025"
        " requires a title for every document). Letters and notes need no title. The text is printed as it"
        " stands.",
    ),
    warning(
        "S031",
        "the title ends with a full stop: “{text}”",
        "Delete the full stop in the source; a line that ends as a sentence is read as a paragraph.",
        "No full stop follows a title (ГОСТ Р 7.0.97-2025). It is printed as the source has it.",
    ),
    warning(
        "S032",
        "the title has {count} lines, more than {most}",
        "Shorten the title, or join its lines.",
        "A title says in a few words what the document is about: four or five lines are the most (ГОСТ Р"
        " 7.0.97-2025).",
    ),
)
