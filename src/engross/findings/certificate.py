"""Findings on a certificate: the file against it (V00), the making of one (V090), one that is none (V02)."""

from engross.findings import Entry, error, note, warning

_NOT_THIS = (
    "Do not rely on the two together: get both again from where they came, or build the file from its source."
)
_EDITED = "Get the certificate again from whoever issued it; one that was edited certifies nothing."
_LATER = "Verify with the version of Engross that issued the certificate, or a later one."

ENTRIES: tuple[Entry, ...] = (
    error(
        "V001",
        "the file is not the one that was certified: its SHA-256 is {actual}, certified is {certified}",
        _NOT_THIS,
        "A certificate is of the bytes of one file. What was saved, signed, compressed or changed later is"
        " another file; the other findings tell whether at least its text is the same.",
    ),
    error(
        "V002",
        "the text is not the certified text: its SHA-256 is {actual}, certified is {certified}",
        _NOT_THIS,
        "The digest is of the whole text in UTF-8, with runs of white space folded to one space and "
        "discretionary hyphens removed. One changed character gives another digest.",
    ),
    error(
        "V003",
        "the certificate says that {key} is {certified}, but it is {actual}",
        _EDITED,
        "Pages, characters, words, paragraphs, dashes, quotation marks and what folding left out are counted "
        "again in the file, and in the source if it is given. If the digests agree and a count does not, the "
        "certificate was edited.",
    ),
    error(
        "V004",
        "the source is not the one that was certified: {key} is {actual}, certified is {certified}",
        "Give the source as it was received, byte for byte, with its metadata file.",
        "The certificate has the SHA-256 of the bytes of the text and of its metadata file. A source that was"
        " saved in another encoding or with other line ends is another file, even if its text is the same.",
    ),
    error(
        "V005",
        "the certificate says that the {key} is {certified}, but it is {actual}",
        _EDITED,
        "Language and profile are read from the file again, the house style from the metadata of the source.",
    ),
    error(
        "V006",
        "certified are the fonts {certified}, but the file has {actual}",
        _NOT_THIS,
        "The certificate names each bundled font that the file has glyphs of, once.",
    ),
    warning(
        "V007",
        "the font {font} was certified from another font file: {certified}; this version has {actual}",
        "If it matters, verify with the version of Engross that issued the certificate.",
        "The certificate has the SHA-256 of each font file that the glyphs were taken from. This version of "
        "Engross was delivered with another file of that font, so the glyphs were not compared with the "
        "certified one.",
    ),
    error(
        "V008",
        "the certificate says of {proof}: {certified}; the file was found: {actual}",
        "If the report names what failed, begin there; otherwise the certificate was edited: get it again.",
        "Every proof is made again on the bytes of the file. No certificate is issued for a file that fails "
        "one. What was measured is compared only when the versions that measured it are the same.",
    ),
    note(
        "V009",
        "the certificate was issued by other versions: {versions}",
        "Nothing needs to be done.",
        "Proofs are made again by the versions that are here. Particulars that depend on the version (what a "
        "check measured, which findings a source has) are then not compared.",
    ),
    note(
        "V010",
        "the certificate is of “{certified}”, the file is called “{name}”",
        "If you did not rename the file, make sure that it is the one you mean.",
        "The name of a file is not part of it, so it proves nothing.",
    ),
    error(
        "V011",
        "the certificate has other findings on the source ({certified}) than the source has ({actual})",
        _EDITED,
        "The same version of Engross says the same of the same source. Where the codes are the same, a place "
        "or a message differs.",
    ),
    error(
        "V020",
        "the file is no certificate: {reason}",
        "Give the NAME.certificate.json that was issued with the PDF, unchanged.",
        "A certificate is JSON in UTF-8 with exactly the keys of its schema (docs/certificate.md). The place "
        "is the key at which the file leaves it.",
    ),
    error(
        "V021",
        "the certificate has schema {schema}, and this version reads schema {known}",
        _LATER,
        "The schema says which keys a certificate has and how things are counted.",
    ),
    error(
        "V022",
        "the certificate names the house style {style}, which this version does not have",
        _LATER,
        "The house style says which fonts the file may use.",
    ),
    error(
        "V090",
        "no certificate can be issued: source and PDF do not have the same {counts}",
        "Report it, with the source: all proofs of the text have passed, and one of them should not have.",
        "What a certificate states of the text is counted in the source and in the PDF, apart from the"
        " proofs. Both must be the same.",
    ),
)
