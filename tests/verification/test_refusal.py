"""What cannot be read as it stands is refused with a reason; a hostile file neither crashes it nor passes."""

import contextlib
import random
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from engross.errors import RefusedError
from engross.model.profile import ARCHIVAL
from engross.model.report import Report
from engross.verification import content, streams
from tests.verification import samples


def verified(pdf: bytes, *, source: bool = True) -> Report:
    document = samples.document() if source else None
    return samples.verify(pdf, name="sample.pdf", document=document, profile=ARCHIVAL, style=samples.STYLE)


def refusal(pdf: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        verified(pdf)
    (finding,) = caught.value.findings
    assert finding.place.file == "sample.pdf"
    assert finding.hint
    return f"{finding.code} {finding.message}"


@pytest.mark.parametrize("data", [b"", b"Hello", b"\0" * 4096, "ЗАЯВЛЕНИЕ".encode(), b"PK\x03\x04"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("P001")


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_file_is_refused(password: str) -> None:
    encryption = pikepdf.Encryption(owner="owner", user=password)
    assert refusal(samples.changed(samples.typeset(), lambda _: None, encryption=encryption)).startswith(
        "P002"
    )


def test_a_truncated_file_is_refused() -> None:
    assert refusal(samples.typeset()[:-200]).startswith("P003")


def circle(pdf: pikepdf.Pdf) -> None:
    element = samples.element(pdf, "P")
    element.K.append(element.P)


def deep(pdf: pikepdf.Pdf) -> None:
    inner = samples.element(pdf, "P")
    for _ in range(100):
        kid = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Span, K=pikepdf.Array()))
        inner.K.append(kid)
        inner = kid


def number_tree_circle(pdf: pikepdf.Pdf) -> None:
    tree = pdf.make_indirect(pikepdf.Dictionary())
    tree.Kids = pikepdf.Array([tree])
    samples.structure(pdf).ParentTree = tree


def role_circle(pdf: pikepdf.Pdf) -> None:
    samples.structure(pdf).RoleMap = pikepdf.Dictionary(P=pikepdf.Name.A, A=pikepdf.Name.P)


def form_circle(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"/F Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    pdf.pages[0].resources.XObject.F = form
    draw(pdf)


def form_bomb(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"q Q")
    for _ in range(12):
        inner = form
        form = pdf.make_stream(
            b"/F Do " * 10, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
        inner.Subtype = pikepdf.Name.Form
    pdf.pages[0].resources.XObject.F = form
    draw(pdf)


def draw(pdf: pikepdf.Pdf) -> None:
    samples.change_content(b"BT", b"/F Do BT")(pdf)


def content_bomb(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(b"q Q " * (streams.LARGEST_STREAM // 2), 9)
    pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, packed, Filter=pikepdf.Name.FlateDecode)


def other_filter(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, b"00>", Filter=pikepdf.Name.ASCIIHexDecode)


def wide_range(pdf: pikepdf.Pdf) -> None:
    samples.font(pdf).ToUnicode.write(b"1 beginbfrange <0000> <ffffffff> <0000> endbfrange")


HOSTILE: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a structure tree that runs in circles": circle,
    "a structure tree that is too deep": deep,
    "a ParentTree that runs in circles": number_tree_circle,
    "a role map that runs in circles": role_circle,
    "a form that draws itself": form_circle,
    "content that swells": content_bomb,
    "a filter that Engross never uses": other_filter,
    "a ToUnicode wider than any font": wide_range,
    "marked content that never ends": samples.change_content(b"EMC", b""),
    "marked content that never began": samples.change_content(b"EMC", b"EMC EMC"),
    "text without a font": samples.change_content(b"BT", b"BT (a) Tj"),
    "a tree of numbers": lambda pdf: pdf.Root.__setitem__("/StructTreeRoot", 7),
    "bookmarks that run in circles": lambda pdf: pdf.Root.Outlines.First.__setitem__(
        "/Next", pdf.Root.Outlines.First
    ),
    "a page box of names": lambda pdf: pdf.pages[0].obj.__setitem__(
        "/TrimBox", pikepdf.Array([pikepdf.Name.A])
    ),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_file_is_refused(attack: str) -> None:
    assert refusal(samples.changed(samples.typeset(), HOSTILE[attack])).startswith("P003")


def test_forms_that_multiply_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "_MOST_OPERATORS", 10_000)
    assert refusal(samples.changed(samples.typeset(), form_bomb)).startswith("P003")


def test_how_the_caller_has_set_pikepdf_does_not_matter() -> None:
    with pikepdf.explicit_conversion():
        assert not verified(samples.typeset()).failed


@settings(max_examples=60, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32), source=st.booleans())
def test_flipped_bytes_are_refused_or_reported_and_never_crash(seed: int, source: bool) -> None:
    chance = random.Random(seed)  # noqa: S311 - it is no secret
    broken = bytearray(samples.typeset())
    for _ in range(chance.randint(1, 20)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    survive(bytes(broken), source=source)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32))
def test_objects_of_the_wrong_type_are_refused_or_reported_and_never_crash(seed: int) -> None:
    try:
        broken = samples.changed(samples.typeset(), wrong_type(random.Random(seed)))  # noqa: S311
    except pikepdf.PdfError:
        reject()  # it is broken so much that pikepdf does not write it
    survive(broken, source=True)


def wrong_type(chance: random.Random) -> Callable[[pikepdf.Pdf], None]:
    """Return a change that puts a value of another type somewhere."""

    def change(pdf: pikepdf.Pdf) -> None:
        places = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream)]
        target = chance.choice(places)
        key = chance.choice(sorted(target.keys()))
        if key not in ("/Type", "/Length", "/Filter"):
            values = [7, -1, 10**9, 0.5, True, pikepdf.Name.A, pikepdf.String("a"), pikepdf.Array()]
            target[key] = chance.choice([*values, pikepdf.Dictionary(), pdf.Root, target])

    return change


def survive(pdf: bytes, *, source: bool) -> None:
    """Verify ``pdf``; a refusal is as good as a report."""
    with contextlib.suppress(RefusedError):
        assert verified(pdf, source=source).checks
