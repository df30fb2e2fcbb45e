"""Findings of reading: R the source as a file, M its metadata. Those on its text are in ``text``."""

from engross.findings import Entry, error, note, warning

_FILES = (
    error(
        "R001",
        "there is no file or folder {path}",
        "Check the spelling of the path; give a .txt or .md file, a document folder, or a folder of those.",
        "The path given on the command line does not exist. It is taken as it is, relative to the current"
        " folder.",
    ),
    error(
        "R002",
        "{path} ({suffix}) is not a kind of file that this version reads; it reads plain text (.txt) and"
        " Markdown (.md)",
        "Save the text as plain text (in a word processor: Save as, Plain text, UTF-8) with the suffix .txt.",
        "Sources are plain text files with the suffix .txt and Markdown files with the suffix .md. Other"
        " formats are refused by their suffix and never guessed: a .docx or .odt file is not text.",
    ),
    error(
        "R003",
        "there is no source in the folder {path}",
        "Put a .txt or .md file into it, or give the folder that has one.",
        "A folder is searched to any depth for .txt and .md files and document folders; hidden files and"
        " links to folders are passed over.",
    ),
    error(
        "R004",
        "the document folder {path} must have exactly one .txt or .md file; it has {count}: {names}",
        "Keep one text in the folder; give other texts folders of their own.",
        "A folder with document.toml is one document: its text is the only .txt or .md file in it.",
    ),
    error(
        "R005",
        "two sources have the name {name}: {first} and {second}",
        "Rename one of them, or build them into different folders.",
        "A source gives its name, the stem of its file or the name of its folder, to all files made from it;"
        " of two with one name, one would overwrite the other.",
    ),
    error(
        "R006",
        "{path} cannot be read: {reason}",
        "Check that it is a regular file and that you may read it.",
        "The system did not let Engross read this file or folder.",
    ),
    error(
        "R007",
        "{path} is a link to a file that is not there",
        "Mend the link, delete it, or put the file itself in its place.",
        "A text or a metadata file is there only as a symbolic link, and what it points to does not exist. It"
        " is not passed over, as the metadata declared in such a file would be lost without a word.",
    ),
    error(
        "R008",
        "{path} is a link out of the folder, to {target}: it is not followed",
        "Put the file itself into the folder, or give it on the command line.",
        "Inside a folder, a link to a file elsewhere is refused: who sends a folder must not choose which"
        " files of this machine are read and published.",
    ),
)

_CONTENT = (
    error(
        "R010",
        "the text is empty",
        "Check that the right file was given, and that it was saved.",
        "The file has no character that is ever printed: it is empty, or has only white space.",
    ),
    error(
        "R011",
        "the text has a heading ({count} lines) but no body",
        "Add the text after the heading; if the body is among these lines, write in the metadata what is not:"
        ' heading = ["kind", "title"], or [] for no heading.',
        "All lines of the text were recognised as its heading block: kind, title, number, date and place. A"
        " document without a body is not typeset.",
    ),
    error(
        "R012",
        "the file is not a text: it is {what}",
        "Save the text as plain text (UTF-8); renaming a file to .txt does not make it one.",
        "The file begins as files of another format do, or has control characters as no text has. Zero bytes"
        " are taken for those of UTF-16 or UTF-32 only if what comes out is a text in an alphabet; any other"
        " text in UTF-16 needs its byte order mark, or its encoding in the metadata.",
    ),
    error(
        "R013",
        "the bytes {bytes} at offset {offset} are not {encoding}",
        'Save the text again as UTF-8, or name its encoding in the metadata: encoding = "...".',
        "The text up to there is in this encoding, or the metadata say that it is, but these bytes have no"
        " meaning in it. Nothing is skipped or replaced, as a letter of an official text may be lost there.",
    ),
    error(
        "R014",
        "the encoding of the text cannot be told",
        'Save the text as UTF-8, or name its encoding in the metadata: encoding = "windows-1251".',
        "The bytes are not UTF-8, and in none of the encodings in which official texts arrive do they make"
        " words.",
    ),
    error(
        "R015",
        "{character} cannot be seen on paper ({count} in the text)",
        "Delete the character in the source, or write what it stands for.",
        "Control and format characters, private and unassigned code points have no faithful form on paper:"
        " the printed copy would not say all that the file says. Discretionary hyphens (U+00AD) and a"
        " leading byte order mark are allowed.",
    ),
    error(
        "R016",
        "“{text}” ({names}; {count} in the text) would not be read from the PDF as it is written",
        "Write the letters themselves, a letter and its mark as one character, or the sign that is meant.",
        "Programs that extract text take ligatures apart, drop a sign that lies on the one before it, and put"
        " spaces beside a mark that reaches beyond its letter. The file would say one thing and be copied,"
        " searched and read aloud as another. A letter may have the marks with which Unicode knows it as one"
        " character, or one accent.",
    ),
    error(
        "R017",
        "{what} cannot be set: “{text}”",
        "To have the text set, {do}.",
        "Markdown knows more than a document of this version has a place for. What is not set is refused, and"
        " never left out or printed with its marks; docs/markdown.md says what is set.",
    ),
    error(
        "R018",
        "a title stands in the text: “{text}”",
        "Give the title (#) at the top of the text, only a date, a number or a place before it; write ## for"
        " the heading of a part.",
        "A document has one title. It is the heading of the first level, and the text begins after it.",
    ),
    error(
        "R019",
        "the heading “{text}” ({marks}) skips a level",
        "Write {least} before it, or give the text the heading between; the title is #.",
        "Readers go through a text by its headings. A level that is left out is one that they look for in"
        " vain, and PDF/UA forbids it (ISO 14289-1, 7.4.2).",
    ),
    error(
        "R090",
        "the text as read differs from the source from character {position} on",
        "This is a defect of Engross: report it, with the source if you can.",
        "After reading, heading and paragraphs must together say what the source says, code point for code"
        " point, with white space folded. This is checked on every run.",
    ),
)

_INFERENCES = (
    note(
        "R101",
        "the text is read as {encoding}: “{text}”",
        'If that is wrong, name the right one in the metadata: encoding = "...".',
        "The text is not UTF-8. Its encoding was told from its byte order mark, from the zero bytes in it, or"
        " from how frequent and how neighbourly the letters are that each likely encoding gives.",
    ),
    note(
        "R102",
        "the language is {language}, by the letters and words of the text",
        'If that is wrong, write in the metadata: language = "...".',
        "The language decides on hyphenation and on how a reader's voice pronounces the text. It was inferred"
        " from the script, from letters that only one language has, and from the commonest words.",
    ),
    note(
        "R103",
        "the kind of document is {value}",
        'If that is wrong, write in the metadata: kind = "...".',
        "The kind decides which template is filled. It was read in the heading block.",
    ),
    note(
        "R104",
        "the title is “{title}”",
        'If another is wanted in catalogues and viewers, write in the metadata: title = "...".',
        "The plain title was put together from the lines with kind and title in the heading block, or else"
        " from the first words of the text. It does not change what is printed.",
    ),
    note(
        "R105",
        "the date is {value}",
        "If that is wrong, write in the metadata: date = 2017-07-17 (with the right date).",
        "The date was read in the heading block; of several days the last is taken. The text stays as it is.",
    ),
    note(
        "R106",
        "the place is {value}",
        'If that is wrong, write in the metadata: place = "...".',
        "The place was read in the heading block, without the word for city. The text stays as it is.",
    ),
    note(
        "R107",
        "the number is {value}",
        'If that is wrong, write in the metadata: number = "...".',
        "The number was read in the heading block, without the number sign. The text stays as it is.",
    ),
    note(
        "R108",
        "{words}; paragraphs: {count}",
        'If that is wrong, write in the metadata: paragraphs = "line", "blank" or "wrapped".',
        "Plain text has no mark for a paragraph. Lines of nearly one length that run on into the next are"
        " hard-wrapped and joined with a space; else each line is a paragraph.",
    ),
    note(
        "R109",
        "the heading goes from line {first} to line {last}: {roles}",
        "If that is wrong, write in the metadata what the first lines are: heading = [{roles}].",
        "The heading block was recognised by its words, dates and places, and ends where prose begins. In the"
        ' metadata each line of it can be called "kind", "title", "number", "date" or "place".',
    ),
    note(
        "R110",
        "the text has no heading block",
        'If it has, write in the metadata what its first lines are: heading = ["kind", "title", "date"].',
        "No kind of document, title, date or place was recognised before the first line of prose.",
    ),
    warning(
        "R111",
        "the text is read as {encoding}, which is little more than a guess: “{text}”",
        'Compare the text with the original, or name the encoding in the metadata: encoding = "...".',
        "The text is in none of the encodings that are checked by the letters they give; this one was the"
        " likeliest to charset-normalizer.",
    ),
    warning(
        "R112",
        "the text is read as {encoding}, but {doubt}: “{text}”",
        'Compare the text with the original, and name its encoding in the metadata: encoding = "...".',
        "The encoding was told from the letters that each likely encoding gives, and how frequent they are,"
        " and the evidence is thin: another encoding gives another text that is nearly as likely, or"
        " the letters are not all of one language.",
    ),
    warning(
        "R121",
        "nothing tells the language of the text; {language} is taken",
        'Write in the metadata: language = "..." (a BCP 47 tag, as ru, en, kk).',
        "Neither the letters nor the words of the text are of a language that is known here.",
    ),
    warning(
        "R122",
        "“{text}” is not a day of the calendar",
        "Correct the date in the source, or write in the metadata: date = 2017-07-17 (with the right date).",
        "A line of the heading block reads like a date, but there is no such day. It is printed as it is.",
    ),
    warning(
        "R123",
        "a line that is joined to the next ends in a hyphen: “{text}” and “{next}”",
        "Join the word in the source: only a person knows if the hyphen belongs to it.",
        "The text is hard-wrapped, and a hyphen stands at the end of a line. It may be the word's own or the"
        " mark of a divided word; it is kept, with a space after it, so that nothing is lost or guessed.",
    ),
    warning(
        "R124",
        "the text is hard-wrapped without blank lines or indents; it was divided into {count} paragraphs",
        "Compare the paragraphs with the original; set blank lines between them in the source.",
        "Where nothing marks a paragraph, it is taken to end where a sentence ends on a line that had room"
        " for the next word. A paragraph whose last line is full cannot be told from one that goes on.",
    ),
)

_METADATA = (
    error(
        "M001",
        "the metadata are not valid TOML: {reason}: {text}",
        'Correct the line: key = "text", with the quotes closed.',
        "Metadata are written in TOML: a key, an equals sign, and a text in quotes, a date, or a list of"
        " texts in brackets, each on a line.",
    ),
    error(
        "M002",
        "the metadata are not UTF-8 (byte at offset {offset})",
        "Save the file as UTF-8.",
        "TOML files are UTF-8, whatever the encoding of the text they belong to.",
    ),
    error(
        "M003",
        "{key} is not a key of the metadata{close}",
        "Correct or delete the key. The keys are: {known}.",
        "Unknown keys are errors, so that a misspelt one is not passed over.",
    ),
    error(
        "M004",
        "{key} must be {wanted}, but it is {given}",
        "Correct the value of {key}.",
        "Each key takes one type of value: a text in quotes, a list of texts in brackets, or a date.",
    ),
    error(
        "M005",
        "language is not a language tag: {value}",
        'Write a BCP 47 tag: "ru", "en", "kk", "sr-Latn", "zh-Hans".',
        "The language is a tag after BCP 47 (RFC 5646): a code of two or three letters, and where needed a"
        " script and a region.",
    ),
    error(
        "M006",
        "there is no house style {value}{close}",
        "Write one of the house styles: {known}.",
        "A house style decides how the pages look.",
    ),
    error(
        "M007",
        "there is no kind of document {value}{close}",
        "Write one of the kinds: {known}.",
        "The kind decides which template is filled; the word printed in the heading is the text's.",
    ),
    error(
        "M008",
        "{value} is not an encoding of texts",
        'Write a name as "utf-8", "windows-1251", "koi8-r", "cp866" or "utf-16"; or delete the key.',
        "The encoding of the text, by a name that Python knows. Codecs that are no encoding of texts (base64,"
        " rot13) and those in which no document arrives (utf-7, punycode) are refused.",
    ),
    error(
        "M009",
        "paragraphs cannot be {value}{close}",
        "Write one of: {known}.",
        "How the source shows its paragraphs: a line each, blank lines between them, or hard-wrapped.",
    ),
    error(
        "M010",
        "a line of the heading cannot be {value}",
        "Write one of these for each of the first lines: {known}.",
        "The key heading says what the first lines of the text are, blank lines not counted.",
    ),
    error(
        "M011",
        "{key} has a character that cannot be seen: {character}",
        "Delete the character.",
        "Metadata are shown in catalogues and viewers; control and format characters do not belong there.",
    ),
    error(
        "M012",
        "date is not a date: {value}",
        "Write the year, month and day: date = 2017-07-17.",
        "The date of the document as a TOML date, or the same in quotes.",
    ),
    error(
        "M013",
        "the metadata stand in two places: in the front matter and in {file}",
        "Keep one of them: move the keys of one into the other.",
        "The front matter of a Markdown file says what its metadata file would say. With both, one could"
        " contradict the other, and nobody would know which holds.",
    ),
    error(
        "M014",
        "{key} is not for Markdown: {why}",
        "Delete the key.",
        "The keys encoding and paragraphs say how a plain text is read.",
    ),
    error(
        "M015",
        "the front matter is not valid YAML: {reason}: {text}",
        "Correct the line: key: value, with quotes around a value that has a colon, and each key once.",
        "Front matter stands between two lines of three hyphens at the top of a Markdown file, a key and its"
        " value on each line.",
    ),
    warning(
        "M101",
        "{file} says that the {key} is {declared}, the text says {read}",
        "Correct the metadata, if the text is right; they are used as they are.",
        "Metadata overrule what is inferred from the text. Here they contradict a line of the heading block.",
    ),
)

ENTRIES: tuple[Entry, ...] = (*_FILES, *_CONTENT, *_INFERENCES, *_METADATA)
