"""The output intent (ISO 32000-1, 14.11.5; ISO 15930-7): the printing condition that a file is made for."""

import pydyf

from engross.model.press import OutputIntent


def intend(pdf: pydyf.PDF, intent: OutputIntent) -> None:
    """Make ``intent`` the one output intent of ``pdf``, with its profile embedded."""
    profile = pydyf.Stream([intent.profile], pydyf.Dictionary({"N": intent.components}), compress=True)
    pdf.add_object(profile)
    pdf.catalog["OutputIntents"] = pydyf.Array(
        [
            pydyf.Dictionary(
                {
                    "Type": "/OutputIntent",
                    "S": "/GTS_PDFX",
                    "OutputConditionIdentifier": pydyf.String(intent.identifier),
                    "Info": pydyf.String(intent.condition),
                    "DestOutputProfile": profile.reference,
                }
            )
        ]
    )
