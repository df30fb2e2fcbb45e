"""The source of the package as syntax trees, and the few questions that the rules ask of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "engross"
STAGES = frozenset(
    {"reading", "typography", "composition", "layout", "finishing", "verification", "packaging"}
)


@dataclass(frozen=True)
class Module:
    """One file of the package: its path under ``engross`` and its syntax tree."""

    path: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The first name under ``engross``: a stage, ``model``, ``cli``, ``pipeline`` ..."""
        return self.path.partition("/")[0].removesuffix(".py")

    @property
    def lines(self) -> list[str]:
        return (PACKAGE / self.path).read_text(encoding="utf-8").splitlines()


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the package."""
    return tuple(
        Module(path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    )


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the full dotted name of everything that ``module`` imports, for types too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.path}:{node.lineno}: relative import"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def own_imports(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the part of Engross of every import from another part of it."""
    for line, name in imports(module):
        first, _, rest = name.partition(".")
        part = rest.partition(".")[0]
        if first == "engross" and part != module.part:
            yield line, part


def is_module(name: str, package: str) -> bool:
    """Tell whether the dotted ``name`` is ``package`` or inside it."""
    return name == package or name.startswith(f"{package}.")


def calls(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the last name of everything that is called: ``read`` of ``file.read()``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.lineno, node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.lineno, node.func.attr


def strings(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the value of every string, parts of f-strings included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
