"""Bagging: a deposit to the files of its bag (RFC 8493), as values; nothing is written here.

bagit.txt  bag-info.txt
manifest-sha256.txt  manifest-sha512.txt  tagmanifest-sha256.txt  tagmanifest-sha512.txt
data/NAME.pdf  data/NAME.report.json  data/NAME.certificate.json
data/source/     the files as they were received
data/metadata/   dublin-core.xml, premis.xml
data/fonts/      the licences, and fonts.sha256: the digests of the font files
"""

from collections.abc import Iterable, Iterator, Mapping

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.model.certificate import FontFile
from engross.model.deposit import Deposit
from engross.packaging import dublin_core, manifests, names, premis, tags
from engross.packaging.bounds import LARGEST_SOURCE, refuse_more
from engross.packaging.identifiers import METADATA, document_path, source_path

FONTS = "data/fonts/"
FONT_DIGESTS = f"{FONTS}fonts.sha256"

_UNIT = 1000
_UNITS = ("bytes", "kB", "MB", "GB")


def bag(deposit: Deposit) -> Mapping[str, bytes]:
    """Return every file of the bag of ``deposit`` by its path, the payload first.

    Raise RefusedError for a name that not all programs would read alike (B109), and for a source that is
    larger than what is read of a bag (B105).
    """
    payload = _payload(deposit)
    described = {
        tags.DECLARATION: tags.declaration(),
        tags.INFO: tags.info(_info(deposit, payload)),
        **_manifests(payload, manifests.PAYLOAD_KIND),
    }
    return {**payload, **described, **_manifests(described, manifests.TAG_KIND)}


def payload_oxum(payload: Iterable[bytes]) -> str:
    """Return how many bytes there are in how many files, as bag-info.txt has it."""
    sizes = [len(data) for data in payload]
    return f"{sum(sizes)}.{len(sizes)}"


def _payload(deposit: Deposit) -> dict[str, bytes]:
    for file in deposit.source:
        refuse_more(len(file.data), LARGEST_SOURCE, "bytes in a source", file.name)
    own = {names.composed(f"data/{paper.name}"): paper.data for paper in deposit.papers}
    own[document_path(deposit)] = deposit.pdf
    own[f"{METADATA}{dublin_core.FILE}"] = dublin_core.write(
        deposit.metadata, deposit.profile.name, deposit.report.pages
    )
    own[FONT_DIGESTS] = _font_digests(deposit.certificate.fonts)
    given = {source_path(file.name): file.data for file in deposit.source}
    given |= {f"{FONTS}{licence.name}": licence.data for licence in deposit.licences}
    files = {**own, **given}
    for path in files:
        if not names.is_portable(path):
            raise RefusedError(finding("B109", Place(deposit.name), name=path.rpartition("/")[2]))
    return {**files, f"{METADATA}{premis.FILE}": premis.write(deposit, files, frozenset(own))}


def _manifests(files: Mapping[str, bytes], kind: str) -> dict[str, bytes]:
    return {
        manifests.file_of(kind, algorithm): manifests.write(files, algorithm)
        for algorithm in manifests.REQUIRED
    }


def _font_digests(fonts: Iterable[FontFile]) -> bytes:
    """Return the digests of the font files, in the form that sha256sum reads."""
    return "".join(f"{font.sha256}  {font.file}\n" for font in fonts).encode()


def _info(deposit: Deposit, payload: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the labels of bag-info.txt (RFC 8493, 2.2.2) and their values."""
    known = deposit.metadata
    yield from (("Source-Organization", author) for author in known.authors)
    yield "External-Description", ". ".join(filter(None, (known.title, known.subject)))
    yield "External-Identifier", known.identifier or known.number
    yield "Bagging-Date", deposit.moments.packed.date().isoformat()
    yield "Bag-Size", _size(sum(map(len, payload.values())))
    yield "Payload-Oxum", payload_oxum(payload.values())
    yield "Internal-Sender-Identifier", deposit.name
    yield "Internal-Sender-Description", f"{known.kind}, {deposit.profile.name}, {known.language}"
    yield "Bag-Software-Agent", f"Engross {deposit.certificate.versions.engross}"


def _size(count: int) -> str:
    """Return ``count`` bytes as people say it."""
    size, unit = float(count), 0
    while size >= _UNIT and unit < len(_UNITS) - 1:
        size, unit = size / _UNIT, unit + 1
    return f"{size:.1f} {_UNITS[unit]}" if unit else f"{count} {_UNITS[0]}"
