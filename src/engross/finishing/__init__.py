"""Finishing: what makes of drawn pages a file for the archive: structure, metadata, aliases, standards.

``finish`` works on the objects of the PDF just before the engine writes them; it adds and changes objects,
never what a page shows. ``written`` takes the bytes that the engine has written, and gives the file.
"""

from collections.abc import Iterable

import pydyf

from engross.finishing.aliases import map_aliases
from engross.finishing.attachments import attach
from engross.finishing.colours import declare_colours
from engross.finishing.compression import compress_once
from engross.finishing.information import describe
from engross.finishing.labels import label_pages
from engross.finishing.structure import add_structure
from engross.finishing.web import keep_apart, written
from engross.model.attachment import Attachment
from engross.model.document import Metadata
from engross.model.profile import Profile
from engross.model.tagging import Tagging

__all__ = ["finish", "written"]


def finish(
    pdf: pydyf.PDF,
    tagging: Tagging,
    *,
    metadata: Metadata,
    profile: Profile,
    attachments: Iterable[Attachment] = (),
) -> None:
    """Make ``pdf`` the file that ``profile`` promises: tagged by ``tagging``, described by ``metadata``.

    ``attachments`` are the files that it carries.
    """
    map_aliases(pdf, tagging.aliases)
    add_structure(pdf, tagging)
    describe(pdf, metadata, profile)
    label_pages(pdf)
    attach(pdf, attachments)
    declare_colours(pdf, profile)
    compress_once(pdf)
    keep_apart(pdf)
