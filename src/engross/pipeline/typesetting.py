"""Typesetting: a document to the PDF of one edition, through the stages from typography to finishing."""

from dataclasses import dataclass
from functools import partial

from engross import composition, finishing, layout, typography
from engross.findings import Finding, Place, finding
from engross.model.attachment import attachments
from engross.model.document import Document
from engross.model.edition import DISTRIBUTION, Edition
from engross.model.press import Press
from engross.model.style import Style
from engross.resources import STYLES, TEMPLATES


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF that nobody has checked yet, its edition, and the findings on its way here."""

    document: Document
    edition: Edition
    pdf: bytes
    findings: tuple[Finding, ...]


def typeset(document: Document, edition: Edition = DISTRIBUTION) -> Typeset:
    """Return ``document`` as the PDF of ``edition``; pure but for the resources it reads."""
    style = composition.load_style(document.metadata.style, STYLES)
    composition.require_glyphs(document, style)
    refined = typography.refine(document, hyphenation=style.hyphenates)
    pages, findings = _laid_out(refined, style, edition.press)
    profile = edition.profile
    finish = partial(
        finishing.finish,
        metadata=document.metadata,
        edition=edition,
        attachments=attachments(document) if profile.carries_source else (),
    )
    if profile.undated and document.metadata.date is None:
        findings = (*findings, finding("K020", Place(document.source), date=profile.undated))
    pdf = finishing.written(pages.write(profile, finish), profile)
    return Typeset(document, edition, pdf, (*document.findings, *findings))


def _laid_out(
    refined: Document, style: Style, press: Press | None
) -> tuple[layout.Pages, tuple[Finding, ...]]:
    """Return ``refined`` in pages for ``press``, and what could not be had in them.

    Composition chooses where pages end, unless the engine breaks some of the lines. Should the engine not end
    them there, it is left to choose by itself, and a finding says so.
    """
    sheet = composition.style_sheet(style.name, STYLES)
    further = (STYLES / "print.css",) if press and press.duplex else ()
    composed = composition.compose(refined, style, templates=TEMPLATES)
    pages = layout.lay_out(composed.html, sheet, STYLES, *further)
    if not composed.pages or pages.beginnings() == tuple(range(2, composed.pages + 1)):
        return pages, composed.findings
    composed = composition.compose(refined, style, templates=TEMPLATES, paged=False)
    unplanned = finding("L027", Place(refined.source))
    return layout.lay_out(composed.html, sheet, STYLES, *further), (*composed.findings, unplanned)
