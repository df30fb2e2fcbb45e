"""Commands, options, exit codes, make targets, keys, kinds and styles are those of the code, both ways."""

import argparse
import re
import signal

from engross import errors
from engross.cli.arguments import EXIT_CODES, parser
from engross.cli.running import INTERRUPTED
from engross.reading import metadata
from engross.reading.metadata import read_metadata
from engross.reading.words import KINDS
from engross.resources import STYLES
from engross.verification import CHECKS, attachments, conformance, printing, setting
from tests.docs.pages import DOCS, README, ROOT, code, table, text

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def subcommands() -> dict[str, argparse.ArgumentParser]:
    (action,) = [each for each in parser()._actions if isinstance(each, argparse._SubParsersAction)]
    return dict(action.choices)


def options(of: argparse.ArgumentParser) -> set[str]:
    return {
        string
        for action in of._actions
        for string in action.option_strings
        if not isinstance(action, argparse._HelpAction)
    }


def test_the_readme_has_the_commands() -> None:
    rows = table(README, "command", "does")
    assert [code(row[0])[0].split()[1] for row in rows] == list(subcommands())


def test_the_readme_has_the_options_of_each_command() -> None:
    documented: dict[str, set[str]] = {}
    for cell, of, _ in table(README, "option", "of", "means"):
        for command in of.replace("`engross` itself", "").split(", "):
            documented.setdefault(command, set()).update(each.split()[0] for each in code(cell))
    found = {name: options(command) for name, command in {"": parser(), **subcommands()}.items()}
    assert documented == {name: names for name, names in found.items() if names}


def test_no_page_names_an_option_that_there_is_not() -> None:
    known = {name for command in (parser(), *subcommands().values()) for name in options(command)}
    named = set(re.findall(r"`(--[a-z][a-z-]+)", README + text(DOCS / "architecture.md")))
    # A token of the style sheets begins as an option does.
    assert named - {f"--{token}" for token in ("leading",)} - known == set()


def test_the_readme_has_the_exit_codes() -> None:
    rows = {int(row[0]): row[1] for row in table(README, "exit code", "means")}
    found = {each.exit_code for each in errors.EngrossError.__subclasses__()} | {0}
    assert rows.keys() == found


def test_the_help_has_the_exit_codes_of_the_readme() -> None:
    rows = {row[0] for row in table(README, "exit code", "means")}
    assert set(re.findall(r"^  (\d+) ", EXIT_CODES, re.MULTILINE)) == rows


def test_the_readme_and_the_help_say_what_a_signal_ends_with() -> None:
    for code_of_signal in (INTERRUPTED, 128 + signal.SIGTERM):
        assert str(code_of_signal) in README
        assert str(code_of_signal) in EXIT_CODES


def test_every_target_of_make_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[0].split())
    pages = README + text(ROOT / "CONTRIBUTING.md") + "".join(text(page) for page in DOCS.rglob("*.md"))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", pages, re.MULTILINE))
    assert named - targets == set()


def test_every_target_of_make_that_a_user_needs_is_in_a_page() -> None:
    pages = README + text(ROOT / "CONTRIBUTING.md")
    for target in ("test", "check", "verapdf", "bench", "golden", "wheel", "lock", "help"):
        assert re.search(rf"(?:^|`)make {target}\b", pages, re.MULTILINE), target


def test_the_readme_has_the_keys_of_the_metadata() -> None:
    keys = [code(row[0])[0] for row in table(README, "key", "is")]
    assert sorted(keys) == sorted(metadata._KEYS)


def test_the_module_that_reads_metadata_explains_the_same_keys() -> None:
    explained = re.findall(r"^    (\w+) = ", metadata.__doc__ or "", re.MULTILINE)
    assert sorted(explained) == sorted(metadata._KEYS)


def test_the_values_of_keys_in_the_readme_are_taken() -> None:
    lines = []
    for cell, explanation in table(README, "key", "is"):
        examples = [each for each in code(explanation) if each[0] in '"[' or each[0].isdigit()]
        lines += [f"{code(cell)[0]} = {examples[0]}"] if examples else []
    assert read_metadata("\n".join(lines).encode(), "README.toml").lists is not None


def test_the_readme_has_the_kinds_of_document() -> None:
    (paragraph,) = re.findall(r"^Kinds: (.*?)\n\n", README, re.MULTILINE | re.DOTALL)
    assert sorted(code(paragraph)) == sorted(KINDS)


def test_the_readme_the_metadata_and_the_style_sheets_have_the_same_house_styles() -> None:
    sheets = {sheet.stem for sheet in (STYLES / "house").glob("*.css")}
    (style,) = [row[1] for row in table(README, "key", "is") if row[0] == "`style`"]
    assert set(metadata.STYLES) == sheets
    assert {name.strip('"') for name in code(style)} == sheets


def test_the_page_of_the_archive_has_the_checks_of_a_bag_in_their_order() -> None:
    from engross.packaging import descriptions, fixity
    from engross.pipeline import archived

    names = [fixity.BAG, fixity.COMPLETENESS, fixity.FIXITY, archived.JUDGEMENT, descriptions.NAME]
    assert [row[0] for row in table(text(DOCS / "archive.md"), "check", "says")] == names


def test_the_readme_has_the_checks_in_their_order() -> None:
    import sys

    names = [sys.modules[check.__module__].NAME for check in CHECKS]
    names += [attachments.NAME, sys.modules[conformance.__module__].NAME, printing.NAME, setting.NAME]
    assert [row[0] for row in table(README, "check", "proves")] == names
