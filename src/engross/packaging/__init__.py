"""Packaging: a document and all that proves it to a bag as archives take it (BagIt 1.0, RFC 8493), and back.

``bag`` is pure: a deposit to the files of its bag, which the pipeline writes and puts in place as one folder.
``open_folder`` and ``unzip`` read a bag that anyone may have made, within bounds; ``check`` says of what they
give whether it is complete and unchanged. ``judge`` asks the library of the Library of Congress.
"""

from engross.packaging.bagging import bag
from engross.packaging.descriptions import check_descriptions
from engross.packaging.fixity import check
from engross.packaging.judging import can_judge, judge, library
from engross.packaging.licences import licences
from engross.packaging.opening import open_folder
from engross.packaging.parts import Parts, parts_of
from engross.packaging.unzipping import unzip

__all__ = [
    "Parts",
    "bag",
    "can_judge",
    "check",
    "check_descriptions",
    "judge",
    "library",
    "licences",
    "open_folder",
    "parts_of",
    "unzip",
]
