"""What keeps the code readable: length, contracts, nothing left undone, nothing that cannot be seen."""

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator

from tests.architecture.code import PACKAGE, ROOT, Module, modules, strings

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

# Characters that cannot be seen have a name in engross.characters. Where a string has one all the same:
UNNAMED = {
    "reading/carrying.py": "classes of marks inside regular expressions",
    "reading/lines.py": "what ends a line, as a pattern",
    "reading/inspections/rule.py": "classes of blanks inside regular expressions",
    "reading/inspections/spaces.py": "as above",
    "reading/plausibility.py": "a table of signs by how often texts have them",
}
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff]"
)


def definitions(module: Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Yield the public functions and classes of ``module``, and the public methods of the latter."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (
                    method
                    for method in node.body
                    if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
                )


def test_no_module_is_too_long() -> None:
    assert [module.path for module in modules() if len(module.lines) > LONGEST_MODULE] == []


def test_every_function_fits_a_screen() -> None:
    found = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert found == []


def test_every_module_says_what_it_does() -> None:
    assert [module.path for module in modules() if not ast.get_docstring(module.tree)] == []


def test_every_public_function_and_class_has_its_contract() -> None:
    found = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in modules()
        for node in definitions(module)
        if not ast.get_docstring(node)
    ]
    assert found == []


def test_every_function_is_annotated() -> None:
    found = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is None
    ]
    assert found == []


def test_values_of_the_model_are_frozen_and_have_slots() -> None:
    loose = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in modules()
        if module.part in ("model", "findings")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and not any(isinstance(base, ast.Name) and base.id == "StrEnum" for base in node.bases)
        and "dataclass(frozen=True, slots=True)" not in [ast.unparse(each) for each in node.decorator_list]
    ]
    assert loose == []


def test_nothing_is_left_undone() -> None:
    undone = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    files = [path for folder in ("src", "styles", "templates") for path in (ROOT / folder).rglob("*")]
    found = [
        path.name
        for path in files
        if path.suffix in (".py", ".css", ".html") and undone.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_source_file_holds_a_character_that_cannot_be_seen() -> None:
    files = [
        *PACKAGE.rglob("*.py"),
        *(ROOT / "styles").rglob("*.css"),
        *(ROOT / "templates").glob("*"),
        *(ROOT / "scripts").glob("*.py"),
    ]
    found = [
        f"{path.relative_to(ROOT)}:{number}: U+{ord(match[0]):04X}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (match := _INVISIBLE.search(line))
    ]
    assert found == []


def test_characters_that_cannot_be_seen_are_written_by_their_names() -> None:
    found = [
        f"{module.path}:{line}: {unicodedata.name(match[0], 'a control character')}"
        for module in modules()
        if module.path != "characters.py" and module.path not in UNNAMED
        for line, value in strings(module)
        if (match := re.search("[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060\ufeff]", value))
    ]
    assert found == []


def test_every_rule_of_the_linter_that_is_off_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    off = {*lint["ignore"], *(code for codes in lint["per-file-ignores"].values() for code in codes)}
    explained = set(re.findall(r'^ +"([A-Z]+[0-9]*)", +# \S+', text, re.MULTILINE))
    assert off - explained == set()


def test_every_line_that_silences_a_checker_says_why() -> None:
    silenced = re.compile(r"# (noqa|type: ignore)")
    explained = re.compile(r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z-]+\]) - \S+")
    found = [
        f"{module.path}:{number}"
        for module in modules()
        for number, line in enumerate(module.lines, 1)
        if silenced.search(line)
        and not explained.search(line)
        and not module.lines[number - 2].strip().startswith("#")
    ]
    assert found == []
