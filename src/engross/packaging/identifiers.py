"""What the metadata of a bag call its files, and how PREMIS refers to them."""

from xml.etree.ElementTree import Element

from engross.model.deposit import Deposit
from engross.packaging.elements import element, verbatim
from engross.packaging.names import PAYLOAD, composed

PATH = "path in the bag"
"""The type of the identifiers of files."""

METADATA = f"{PAYLOAD}metadata/"
SOURCE = f"{PAYLOAD}source/"


def document_path(deposit: Deposit) -> str:
    """Return the path of the PDF in the bag."""
    return composed(f"{PAYLOAD}{deposit.name}.pdf")


def source_path(name: str) -> str:
    """Return the path in the bag of the file of the source called ``name``."""
    return composed(f"{SOURCE}{name}")


def identifier(of: str, kind: str, value: str) -> Element:
    """Return the identifier of an object, event or agent, or that of a link to one."""
    return element(
        f"premis:{of}Identifier",
        element(f"premis:{of}IdentifierType", kind),
        verbatim(f"premis:{of}IdentifierValue", value),
    )
