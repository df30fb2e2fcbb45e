"""The parts of a bag that prove its document: the PDF, its certificate, the source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from engross.findings import Finding, finding
from engross.model.deposit import NamedFile
from engross.packaging import names
from engross.packaging.bounds import LARGEST_SOURCE, refuse_more
from engross.packaging.identifiers import SOURCE

_CERTIFICATE = ".certificate.json"
_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a bag is proved; ``pdf`` and ``certificate`` are None if they are not there, or not alone."""

    name: str
    pdf: NamedFile | None
    certificate: NamedFile | None
    source: tuple[NamedFile, ...]

    @property
    def missing(self) -> tuple[Finding, ...]:
        """A finding for each part that is not there (B015)."""
        return tuple(self._missing())

    def _missing(self) -> Iterator[Finding]:
        for part, what in (
            (self.pdf, "PDF of its own at the head of the payload"),
            (self.certificate, "certificate beside the PDF"),
            (self.source, "source in data/source"),
        ):
            if not part:
                yield finding("B015", what=what)


def parts_of(contents: Mapping[str, bytes]) -> Parts:
    """Return the parts of the bag with ``contents``.

    The certificate names the document; should the PDF be another's, the proof of the certificate says so.
    Raise RefusedError for a source that is too large (B105).
    """
    head = {
        path.removeprefix(names.PAYLOAD): data
        for path, data in contents.items()
        if path.startswith(names.PAYLOAD) and path.count("/") == 1
    }
    certificate = _only(head, _CERTIFICATE)
    name = certificate.name.removesuffix(_CERTIFICATE) if certificate else ""
    own = f"{name}{_PDF}"
    pdf = NamedFile(own, head[own]) if own in head else _only(head, _PDF)
    for path, data in contents.items():
        if path.startswith(SOURCE):
            refuse_more(len(data), LARGEST_SOURCE, "bytes in a source", path)
    return Parts(
        name or (pdf.name.removesuffix(_PDF) if pdf else ""),
        pdf,
        certificate,
        tuple(
            NamedFile(PurePosixPath(path).name, data)
            for path, data in contents.items()
            if path.startswith(SOURCE) and path.count("/") == SOURCE.count("/")
        ),
    )


def _only(files: Mapping[str, bytes], suffix: str) -> NamedFile | None:
    """Return the one file whose name ends with ``suffix``, and None if there is none or more than one."""
    found = [NamedFile(name, data) for name, data in files.items() if name.endswith(suffix)]
    return found[0] if len(found) == 1 else None
