"""The page on the house style has the tokens, the bindings and the hyphens of the code, and its rows hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from engross.characters import DISCRETIONARY_HYPHEN, HYPHEN, NO_BREAK_HYPHEN, SPACE
from engross.composition import breaking, load_style
from engross.composition.margins import GROUPS
from engross.reading.inspections.requisites import LONGEST_TITLE
from engross.resources import STYLES
from engross.typography import hyphenation
from engross.typography.binding import LONGEST_RUN, Binding, bind
from engross.typography.hyphenation import hyphenate
from engross.typography.languages import BODY, COMMON, HEADINGS, bindings_for
from tests.docs.pages import DOCS, README, code, table, tables, text

PAGE = text(DOCS / "house-style.md")
TOKENS = dict(re.findall(r"^\s*(--[\w-]+):\s*([^;]+);", text(STYLES / "tokens.css"), re.MULTILINE))
LINE_END = " / "
LANGUAGES = {
    "Russian": "ru",
    "Belarusian": "be",
    "Ukrainian": "uk",
    "English": "en",
    "French": "fr",
    "Dutch": "nl",
    "German": "de",
    "Spanish": "es",
    "Italian": "it",
    "Polish": "pl",
    "Portuguese": "pt",
}

# In the order of the page, with the language whose text the rows are in.
BINDINGS: tuple[tuple[str, tuple[Binding, ...], tuple[Binding, ...]], ...] = (
    ("every language", COMMON, COMMON),
    *(
        (f"{tag} {where}", named, bindings_for(tag) + more)
        for tag in BODY
        for where, named, more in (
            ("text", BODY[tag], ()),
            ("headings", HEADINGS.get(tag, ()), HEADINGS.get(tag, ())),
        )
        if named
    ),
)
BINDING_TABLES = [rows[1:] for rows in tables(PAGE) if rows[0] == ["rule", "holds", "wrong", "right"]]


@dataclass(frozen=True)
class Row:
    """A row of the page: a binding, all bindings of its language, and where a line must not and may end."""

    binding: Binding
    all_of_them: tuple[Binding, ...]
    wrong: str
    right: str


def binding_rows() -> Iterator[tuple[str, Row]]:
    """Yield every row with a name for its test."""
    for (language, named, all_of_them), cells in zip(BINDINGS, BINDING_TABLES, strict=True):
        for binding, (rule, _, wrong, right) in zip(named, cells, strict=True):
            yield f"{language}: {rule}", Row(binding, all_of_them, wrong, right)


def test_every_token_is_on_the_page_with_its_value() -> None:
    rows = [row for rows in tables(PAGE) if rows[0][0] == "token" for row in rows[1:]]
    documented = {code(row[0])[0]: code(row[1])[0] for row in rows}
    assert documented == TOKENS


def test_every_binding_is_on_the_page_in_its_table() -> None:
    documented = [[(row[0], row[1] == "always") for row in rows] for rows in BINDING_TABLES]
    assert documented == [[(each.name, each.always) for each in named] for _, named, _ in BINDINGS]


@pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in binding_rows()])
def test_a_line_ends_where_it_is_right_and_not_where_it_is_wrong(row: Row) -> None:
    bound = bind(row.wrong.replace(LINE_END, SPACE), [row.binding])
    assert bound[row.wrong.index(LINE_END)] != SPACE
    bound = bind(row.right.replace(LINE_END, SPACE), row.all_of_them)
    assert bound[row.right.index(LINE_END)] == SPACE


def test_the_longest_title_is_that_of_the_page() -> None:
    assert LONGEST_TITLE == 5
    assert "the title has five lines at most" in " ".join(PAGE.split())


def test_the_longest_run_is_that_of_the_page() -> None:
    assert f"under {LONGEST_RUN + 1} characters" in " ".join(PAGE.split())


@pytest.mark.parametrize(("rule", "wrong", "right"), table(PAGE, "rule", "wrong", "right"))
def test_a_word_is_divided_where_it_is_right_and_not_where_it_is_wrong(
    rule: str, wrong: str, right: str
) -> None:
    def places(word: str, mark: str) -> set[int]:
        parts = word.split(mark)
        return {len("".join(parts[:number])) for number in range(1, len(parts))}

    plain = right.replace("-", "")
    found = places(hyphenate(plain, "ru"), DISCRETIONARY_HYPHEN)
    assert wrong.replace("-", "") == plain, rule
    assert places(wrong, "-").isdisjoint(found), rule
    assert places(right, "-") <= found, rule


def test_the_readme_names_the_languages_in_which_words_are_divided() -> None:
    (sentence,) = re.findall(r"Words are divided in ([^;]+);", " ".join(README.split()))
    tags = [LANGUAGES[name] for name in re.split(r", | and ", sentence)]
    assert sorted(tags) == sorted(hyphenation.PATTERNS)


def test_the_numbers_of_line_breaking_are_those_of_the_page() -> None:
    flat = " ".join(PAGE.split())
    space, spacing = 0.243, load_style("intergovernmental", STYLES).spacing
    assert f"a word space is {space} em" in flat
    assert f"from {space - spacing.shrink:.3f} to {space + spacing.stretch:.1f} em" in flat
    assert f"of {space + spacing.tolerance * spacing.stretch:.2f} em" in flat
    assert space + spacing.stretch * spacing.loosest < 0.75
    assert breaking.MOST_HYPHENS_IN_A_ROW == 2


def test_the_signs_that_hang_are_those_of_the_page() -> None:
    rows = {
        code(row[0])[0]: code(row[2])
        for rows in tables(PAGE)
        for row in rows
        if row[0].startswith("`--hang-")
    }
    assert {name: "".join(signs) for name, signs in rows.items()} == {
        f"--hang-{group}": signs.replace(NO_BREAK_HYPHEN, "").replace(HYPHEN, "")
        for group, signs in GROUPS.items()
    }
