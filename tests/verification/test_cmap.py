"""ToUnicode maps are read in all their forms, and what is none is refused."""

import pytest

from engross.verification import cmap


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (b"1 beginbfchar <0003> <0020> endbfchar", {3: " "}),
        (b"2 beginbfchar <0003><0020>\n<01> <00660069> endbfchar", {3: " ", 1: "fi"}),
        (b"1 beginbfchar <0003> <d83dde00> endbfchar", {3: "\U0001f600"}),
        (b"1 beginbfrange <0010> <0012> <0430> endbfrange", {16: "а", 17: "б", 18: "в"}),
        (b"1 beginbfrange <0010> <0011> [<0430> <0451>] endbfrange", {16: "а", 17: "ё"}),
        (b"1 beginbfchar\n% <0003> <0021>\n<0003> <0020>\nendbfchar", {3: " "}),
        (b"/CMapName /Adobe-Identity-UCS def begincodespacerange <0000> <ffff> endcodespacerange", {}),
    ],
)
def test_texts_of_codes(source: bytes, texts: dict[int, str]) -> None:
    assert cmap.parse(source) == texts


@pytest.mark.parametrize(
    "source",
    [
        b"1 beginbfchar <0003> endbfchar",
        b"1 beginbfchar <> <0020> endbfchar",
        b"1 beginbfchar <0003> <00> endbfchar",
        b"1 beginbfrange <0000> <ffffff> <0000> endbfrange",
        b"1 beginbfrange [<00>] <01> <0000> endbfrange",
        b"2 beginbfchar <0003> <0020> <0003> <0021> endbfchar",
        b"1 beginbfrange <0002> <0004> <0020> endbfrange 1 beginbfchar <0003> <0021> endbfchar",
    ],
)
def test_nonsense_is_refused(source: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        cmap.parse(source)
