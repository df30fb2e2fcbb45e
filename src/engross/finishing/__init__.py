"""Finishing: what makes of drawn pages a file for the archive: structure, metadata, aliases, standards.

``finish`` works on the objects of the PDF just before they are written; it adds and changes objects, never
what a page shows.
"""

import pydyf

from engross.finishing.aliases import map_aliases
from engross.finishing.compression import compress_once
from engross.finishing.information import describe
from engross.finishing.structure import add_structure
from engross.model.document import Metadata
from engross.model.profile import Profile
from engross.model.tagging import Tagging


def finish(pdf: pydyf.PDF, tagging: Tagging, *, metadata: Metadata, profile: Profile) -> None:
    """Make ``pdf`` the file that ``profile`` promises: tagged by ``tagging``, described by ``metadata``."""
    map_aliases(pdf, tagging.aliases)
    add_structure(pdf, tagging)
    describe(pdf, metadata, profile)
    compress_once(pdf)
