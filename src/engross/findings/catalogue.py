"""The catalogue of findings: every code that Engross can report, by family.

Families: R reading, M metadata, S source text, G glyphs and resources, L layout, T text proof,
U structure, F fonts, P page boxes, X metadata of the PDF, C conformance, K print, V certificates,
B bags, D files that a PDF carries, E environment and use.
"""

from engross.findings import (
    Entry,
    attachments,
    bag,
    certificate,
    claims,
    environment,
    fonts,
    printing,
    reading,
    setting,
    text,
    typesetting,
    verification,
)

ENTRIES: dict[str, Entry] = {
    entry.code: entry
    for family in (
        reading,
        setting,
        text,
        typesetting,
        verification,
        fonts,
        claims,
        printing,
        certificate,
        bag,
        attachments,
        environment,
    )
    for entry in family.ENTRIES
}
