"""Findings of verification on fonts: F, their programs, the text that they say, and what they draw."""

from engross.findings import DEFECT, FOREIGN, Entry, error

# F008 is no more: what could not be proved is now an error, F009.
ENTRIES: tuple[Entry, ...] = (
    error(
        "F001",
        "the font {font} is not embedded",
        FOREIGN,
        "An archival file embeds all its fonts (ISO 19005-2, 6.2.11.4): without them it will look "
        "different one day.",
    ),
    error(
        "F002",
        "the font {font} is not a subset",
        FOREIGN,
        "Fonts are embedded with the glyphs that are used and named so, with six letters and a plus sign.",
    ),
    error(
        "F003",
        "the font {font} is of no declared family ({families})",
        "Add a font that has the missing characters to the house style, or correct the text; nothing may "
        "fall back to a font of the system.",
        "Only the fonts that come with the styles are used. Another font means that a character had no "
        "glyph and the engine took one from elsewhere.",
    ),
    error(
        "F004",
        "the font {font} does not say which text it shows for {codes}",
        DEFECT,
        "Every code shown has its text in the font's ToUnicode (ISO 19005-2, 6.2.11.7), or it cannot be "
        "extracted, searched or read aloud.",
    ),
    error(
        "F005",
        "the font {font} is a Type 3 font",
        FOREIGN,
        "Type 3 fonts draw glyphs by page operators: they print and age badly, and Engross never makes them.",
    ),
    error(
        "F006",
        "the font {font} shows the missing-glyph box for {codes}",
        "Use a house style whose fonts have the character, or correct the text.",
        "Glyph 0 (.notdef) is what a font draws for a character that it lacks; archival files may not show"
        " it (ISO 19005-2, 6.2.11.8).",
    ),
    error(
        "F007",
        "the font {font} draws “{drawn}” where the text says “{text}” (the first of {count} such words)",
        FOREIGN,
        "Extractors read the text that ToUnicode gives for a code; readers see what the code draws. The text "
        "of each word is set anew in the bundled font, and the outlines must be the same, one by one; here "
        "they are not. □ stands for an outline that is no letter of the bundled font.",
    ),
    error(
        "F009",
        "the font {font} cannot be compared with the bundled fonts: {reason}",
        FOREIGN,
        "What is drawn is proved by the outlines of TrueType programs, as Engross embeds them, letter by "
        "letter against the font files that come with it. A program of another kind, with bitmaps, colours "
        "or instructions, or of a font that is not bundled, may draw anything.",
    ),
    error(
        "F010",
        "“{text}” is drawn {drawn}; the source has it {wanted}",
        DEFECT,
        "What the source sets off is italic or bold on the page, headings of parts are bold, and all else of"
        " the body is upright and of the usual weight. Italic and bold are no characters, so no proof of the"
        " text sees them; they are told by the outlines of the glyphs.",
    ),
)
