"""What holds of every text, whoever wrote it."""

from hypothesis import given
from hypothesis import strategies as st

from engross.characters import fold
from engross.errors import EngrossError, RefusedError, SourceError
from engross.reading import parse

_PIECES = st.sampled_from(
    [
        "ЗАЯВЛЕНИЕ",
        "JOINT STATEMENT",
        "министров",
        "17 июля 2017 года",
        "31.02.2017",
        "№ 5",
        "город Минск",
        "Minsk",
        "Стороны договорились.",
        "Стороны договорились продолжать сотрудничество и впредь",
        "военно-",
        "– да",
        "1. ",
        "а) пункт;",
        "«",
        "»",
        "(",
        '"',
        "—",
        "\xa0",
        "\xad",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\x0b",
        "\u2028",
        "{{7*7}}",
        "<img src=file:///etc/passwd>",
        "</style>",
        "è",
        "й",
        "։",
        "。",
        "�",
    ]
)
_OFFICIAL = st.lists(_PIECES, max_size=60).map("".join)
_ANY = st.text(max_size=200)
_METADATA = st.sampled_from(
    [
        None,
        b'paragraphs = "line"',
        b'paragraphs = "blank"',
        b'paragraphs = "wrapped"',
        b"heading = []",
        b'heading = ["kind", "title"]',
    ]
)


@given(st.one_of(_OFFICIAL, _ANY), _METADATA)
def test_no_character_is_lost_added_or_moved(text: str, metadata: bytes | None) -> None:
    try:
        data = text.encode()
        document = parse(data, name="x", file="x.txt", metadata=metadata, metadata_file="x.toml")
    except (SourceError, RefusedError, UnicodeEncodeError):
        return
    assert fold(document.text) == fold(text.removeprefix("\ufeff"))


@given(_OFFICIAL)
def test_every_paragraph_and_heading_line_has_text_on_one_line(text: str) -> None:
    try:
        document = parse(text.encode(), name="x", file="x.txt")
    except (SourceError, RefusedError):
        return
    texts = [line.text for line in document.heading] + [paragraph.text for paragraph in document.body]
    for part in texts:
        assert fold(part)
        assert part == part.strip()
        assert len(part.splitlines()) == 1


@given(st.binary(max_size=200), st.one_of(st.none(), st.binary(max_size=60)))
def test_whatever_bytes_come_the_outcome_is_a_document_or_findings(
    data: bytes, metadata: bytes | None
) -> None:
    try:
        findings = parse(data, name="x", file="x.txt", metadata=metadata, metadata_file="x.toml").findings
    except (SourceError, RefusedError) as error:
        findings = error.findings
        assert findings
    for found in findings:
        assert found.message
        assert found.hint
        assert str(found.place)


@given(_OFFICIAL)
def test_every_finding_can_be_said(text: str) -> None:
    try:
        findings = parse(text.encode(), name="x", file="x.txt").findings
    except EngrossError as error:
        findings = error.findings
    for found in findings:
        assert found.message
        assert found.hint
        assert found.entry.explanation
