"""Fixity: whether the files of a bag are those, and all those, that its manifests list (RFC 8493, 3).

Three checks over its contents: that it is a bag at all, that it is complete, and that nothing was changed.
Each kind of damage has a finding of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engross.errors import RefusedError
from engross.findings import Finding, Place, Severity, finding
from engross.model.report import Check, Outcome
from engross.packaging import manifests, names, tags
from engross.packaging.bagging import payload_oxum
from engross.packaging.bounds import LARGEST_TAG_FILE, refuse_more
from engross.packaging.manifests import PAYLOAD_KIND, TAG_KIND, Manifest
from engross.packaging.parts import parts_of

BAG, COMPLETENESS, FIXITY = "bag", "completeness", "fixity"
_OXUM = "payload-oxum"
_EVERY_BAG_LISTS = (tags.DECLARATION, tags.INFO)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The files that the manifests of one kind list, or should, and those manifests."""

    files: Mapping[str, bytes]
    manifests: tuple[Manifest, ...]

    @property
    def paths(self) -> list[str]:
        """Every path that any of the manifests lists."""
        return sorted({path for manifest in self.manifests for path in manifest.digests})

    def digests(self, path: str) -> dict[str, str]:
        """Return the digests of ``path`` that are listed, by algorithm."""
        return {each.algorithm: each.digests[path] for each in self.manifests if path in each.digests}

    def by_digest(self, paths: Iterable[str]) -> dict[tuple[str, str], dict[str, None]]:
        """Return which of ``paths`` have a digest, by its algorithm and value; each is calculated once."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for path in paths:
            for each in self.manifests:
                value = manifests.digest(self.files[path], each.algorithm)
                found.setdefault((each.algorithm, value), {})[path] = None
        return found


def check(contents: Mapping[str, bytes], file: str) -> tuple[Check, ...]:
    """Return the checks of the bag called ``file`` with ``contents``: bag, completeness, fixity.

    Raise RefusedError for what is no bag (B107), is not all here (B104), is in another encoding (B108), has a
    tag file that is too large (B105) or a path that leads out of it (B101, B103).
    """
    _refuse(contents, file)
    payload = {path: data for path, data in contents.items() if path.startswith(names.PAYLOAD)}
    others = {path: data for path, data in contents.items() if path not in payload}
    listed, tagged = (
        _Listed(files, _read(contents, kind)) for files, kind in ((payload, PAYLOAD_KIND), (others, TAG_KIND))
    )
    bag = (
        *_declaration(contents, file),
        *_information(contents, payload),
        *_manifests(contents, (listed, tagged)),
        *parts_of(contents).missing,
    )
    complete = (*_payload(listed), *_tag_files(tagged))
    changed = (*_changed(listed), *_changed(tagged))
    algorithms = ", ".join(sorted({each.algorithm for each in listed.manifests})) or "nothing"
    return (
        _check(BAG, f"BagIt {tags.VERSION}, {len(payload)} files in the payload", bag, file),
        _check(COMPLETENESS, f"{len(listed.paths)} files listed", complete, file),
        _check(FIXITY, f"every file compared by {algorithms}", changed, file),
    )


def _check(name: str, detail: str, found: Iterable[Finding], file: str) -> Check:
    told = tuple(
        finding(one.code, one.place if str(one.place) else Place(file), **one.particulars) for one in found
    )
    failed = any(one.severity is Severity.ERROR for one in told)
    return Check(name, Outcome.FAILED if failed else Outcome.PASSED, detail, told)


def _refuse(contents: Mapping[str, bytes], file: str) -> None:
    """Raise RefusedError for what cannot be judged as a bag."""
    found = [manifests.find(contents, kind) for kind in (PAYLOAD_KIND, TAG_KIND)]
    if tags.DECLARATION not in contents and not any(found):
        raise RefusedError(finding("B107", Place(file)))
    if tags.FETCH in contents:
        raise RefusedError(finding("B104", Place(file)))
    for path, data in contents.items():
        if not path.startswith(names.PAYLOAD):
            refuse_more(len(data), LARGEST_TAG_FILE, "bytes in a tag file", f"{file}/{path}")


def _read(contents: Mapping[str, bytes], kind: str) -> tuple[Manifest, ...]:
    return tuple(
        manifests.read(contents[manifests.file_of(kind, algorithm)], kind, algorithm)
        for algorithm in manifests.find(contents, kind)
        if algorithm in manifests.KNOWN
    )


def _declaration(contents: Mapping[str, bytes], file: str) -> Iterator[Finding]:
    if tags.DECLARATION not in contents:
        yield finding("B010", Place(tags.DECLARATION), reason="it is missing")
        return
    try:
        _, encoding = tags.read_declaration(contents[tags.DECLARATION])
    except tags.TagError as error:
        yield finding("B010", Place(tags.DECLARATION), reason=error)
        return
    if encoding.upper() != tags.ENCODING:
        raise RefusedError(finding("B108", Place(file), encoding=encoding))


def _information(contents: Mapping[str, bytes], payload: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield what is wrong in bag-info.txt, which a bag may lack; fixity misses it if it was listed."""
    if tags.INFO not in contents:
        return
    try:
        info = tags.read_info(contents[tags.INFO])
    except tags.TagError as error:
        yield finding("B010", Place(tags.INFO), reason=error)
        return
    actual = payload_oxum(payload.values())
    for stated in info.get(_OXUM, ()):
        if stated != actual:
            yield finding("B011", Place(tags.INFO), stated=stated, actual=actual)


def _manifests(contents: Mapping[str, bytes], read: Iterable[_Listed]) -> Iterator[Finding]:
    """Yield the manifests that are missing, cannot be compared, or are none."""
    for kind in (PAYLOAD_KIND, TAG_KIND):
        present = manifests.find(contents, kind)
        for algorithm in manifests.REQUIRED:
            if algorithm not in present:
                yield finding("B008", manifest=manifests.file_of(kind, algorithm))
        for algorithm in present:
            if algorithm not in manifests.KNOWN:
                file = manifests.file_of(kind, algorithm)
                yield finding("B013", Place(file), algorithm=algorithm)
    yield from (found for each in read for manifest in each.manifests for found in manifest.findings)


def _payload(listed: _Listed) -> Iterator[Finding]:
    """Yield what of the payload is missing, was renamed, is listed nowhere, or not everywhere."""
    missing = [path for path in listed.paths if path not in listed.files]
    extra = dict.fromkeys(sorted(listed.files.keys() - set(listed.paths)))
    by_digest = listed.by_digest(extra) if missing else {}
    for path in missing:
        candidates = [by_digest.get(each, {}) for each in listed.digests(path).items()]
        renamed = next((each for each in candidates[0] if all(each in other for other in candidates)), None)
        if renamed is None:
            yield finding("B001", file=path)
        else:
            del extra[renamed]
            for each in candidates:
                del each[renamed]
            yield finding("B004", file=path, renamed=renamed)
    yield from (finding("B002", file=path) for path in extra)
    yield from _incomplete(listed, listed.paths)


def _tag_files(tagged: _Listed) -> Iterator[Finding]:
    """Yield the tag files that are missing, and those that no manifest, or not every one, protects."""
    listed = set(tagged.paths)
    yield from (finding("B007", file=path) for path in sorted(listed - tagged.files.keys()))
    must = {path for path in tagged.files if path in _EVERY_BAG_LISTS or path.startswith(f"{PAYLOAD_KIND}-")}
    yield from _incomplete(tagged, sorted(listed | must))
    others = {path for path in tagged.files if not path.startswith(f"{TAG_KIND}-")} - listed - must
    yield from (finding("B014", Place(path)) for path in sorted(others))


def _incomplete(listed: _Listed, paths: Iterable[str]) -> Iterator[Finding]:
    for path in paths:
        lacking = [each.file for each in listed.manifests if path not in each.digests]
        if lacking:
            yield finding("B009", manifest=", ".join(lacking), file=path)


def _changed(listed: _Listed) -> Iterator[Finding]:
    """Yield a finding for each file that has not all the digests that are listed for it."""
    for path in listed.paths:
        if path in listed.files:
            data, digests = listed.files[path], listed.digests(path)
            differing = [each for each, value in digests.items() if manifests.digest(data, each) != value]
            if differing:
                yield finding(_changed_code(path), file=path, algorithms=", ".join(differing))


def _changed_code(path: str) -> str:
    if path.startswith(names.PAYLOAD):
        return "B003"
    return "B005" if path.startswith(f"{PAYLOAD_KIND}-") else "B006"
