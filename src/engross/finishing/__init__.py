"""Finishing: what makes of drawn pages a file for its use: structure, metadata, aliases, standards, sheets.

``finish`` works on the objects of the PDF just before the engine writes them; it adds and changes objects,
never what a page shows within its edges. ``written`` takes the bytes that the engine has written, and gives
the file.
"""

from collections.abc import Iterable

import pydyf

from engross.finishing.aliases import map_aliases
from engross.finishing.attachments import attach
from engross.finishing.black import black_ink
from engross.finishing.colours import declare_colours, forget_spaces
from engross.finishing.compression import compress_once
from engross.finishing.imposition import impose
from engross.finishing.information import describe
from engross.finishing.intent import intend
from engross.finishing.labels import label_pages
from engross.finishing.pdf_2 import divide, lead_to_structure, name_types
from engross.finishing.sheets import lay_on_sheets
from engross.finishing.structure import add_structure
from engross.finishing.web import keep_apart, written
from engross.model.attachment import Attachment
from engross.model.document import Metadata
from engross.model.edition import Edition
from engross.model.tagging import Tagging

__all__ = ["finish", "impose", "written"]


def finish(
    pdf: pydyf.PDF,
    tagging: Tagging,
    *,
    metadata: Metadata,
    edition: Edition,
    attachments: Iterable[Attachment] = (),
) -> None:
    """Make ``pdf`` the file of ``edition``: tagged by ``tagging``, described by ``metadata``.

    ``attachments`` are the files that it carries.
    """
    profile, press = edition.profile, edition.press
    map_aliases(pdf, tagging.aliases)
    add_structure(pdf, tagging)
    if profile.is_of_pdf_2:
        divide(pdf)
        name_types(pdf)
        lead_to_structure(pdf)
    if press:
        lay_on_sheets(pdf, press)
    label_pages(pdf)
    attach(pdf, attachments)
    if press:
        intend(pdf, press.intent or black_ink())
        forget_spaces(pdf)
    else:
        declare_colours(pdf, profile)
    describe(pdf, metadata, profile)
    compress_once(pdf)
    keep_apart(pdf)
