"""The pipeline: the only part that knows the order of the stages, and the edge where files are written.

    source --read--> Document
    for each edition:
      Document --refine--> Document
        --compose--> HTML --lay out--> pages --finish--> PDF --verify--> Report, Certificate

Documents of one run are independent: one that fails leaves the others, and every earlier file, alone. What is
made of a document is put in place only when no report on it has an error.
"""

from engross.pipeline.building import Built, build
from engross.pipeline.choosing import editions, output_intent
from engross.pipeline.comparing import collate
from engross.pipeline.proving import check, lint, verify
from engross.pipeline.typesetting import Typeset, typeset

__all__ = [
    "Built",
    "Typeset",
    "build",
    "check",
    "collate",
    "editions",
    "lint",
    "output_intent",
    "typeset",
    "verify",
]
