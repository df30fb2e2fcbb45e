"""The lock names no place, is hashed throughout, and agrees with the ranges of the package."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# One entry: a name, a version, perhaps a marker, and the hashes on lines of their own.
ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ;[^\n]*?)?((?: \\\n +--hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE
)
NOT_LOCKED = {"compare"}
"""Groups that neither the package nor any test needs: who wants them brings them."""
PINS = {name: version for name, version, _ in ENTRY.findall(LOCK)}


def requirements() -> Iterator[Requirement]:
    """Yield what the package, its build and its development ask for."""
    yield from map(Requirement, PROJECT["project"]["dependencies"])
    yield from map(Requirement, PROJECT["build-system"]["requires"])
    for name, group in PROJECT["dependency-groups"].items():
        if name not in NOT_LOCKED:
            yield from (Requirement(item) for item in group if isinstance(item, str))


def imported() -> set[str]:
    """Return the top-level names of other packages that the source imports."""
    names: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"engross"}


def test_every_line_of_the_lock_is_a_hashed_pin_or_a_comment() -> None:
    rest = ENTRY.sub("", LOCK).splitlines()
    assert [line for line in rest if line.strip() and not line.lstrip().startswith("#")] == []


def test_the_lock_names_no_address() -> None:
    assert re.findall(r"://|--(?:index|extra-index|find-links|trusted-host)\S*", LOCK) == []


@pytest.mark.parametrize("requirement", list(requirements()), ids=str)
def test_the_lock_satisfies_the_range_of(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])


def test_everything_that_the_source_imports_is_declared() -> None:
    declared = {canonicalize_name(Requirement(item).name) for item in PROJECT["project"]["dependencies"]}
    providers = packages_distributions()
    undeclared = {
        name
        for name in imported()
        if not declared & {canonicalize_name(provider) for provider in providers.get(name, [name])}
    }
    assert undeclared == set()
