"""Which part of Engross may import which, and which library belongs to one part alone."""

import ast

from tests.architecture.code import STAGES, Module, imports, is_module, modules, own_imports

SHARED = frozenset({"model", "findings", "errors", "characters", "differences", "resources", "__version__"})

# Beside what all share. A part that is not named here may import nothing of Engross.
MAY_IMPORT: dict[str, frozenset[str]] = {
    **dict.fromkeys(STAGES, SHARED),
    "findings": frozenset(),
    "characters": frozenset(),
    "differences": frozenset({"characters"}),
    "collation": frozenset({"characters", "differences", "model"}),
    "resources": frozenset(),
    "__init__": frozenset(),
    "errors": frozenset({"findings"}),
    "model": frozenset({"findings"}),
    "tools": frozenset({"findings", "errors", "resources"}),
    "placing": frozenset({"findings", "errors"}),
    "clock": frozenset({"findings", "errors"}),
    "foreign": frozenset({"findings", "errors", "tools"}),
    "validation": frozenset({"model", "errors", "tools"}),
    "pipeline": STAGES | SHARED | {"clock", "placing", "foreign", "validation", "collation"},
    # The command line finds sources before there is a pipeline, and shows reports after it.
    "cli": SHARED | {"pipeline", "reading", "verification", "collation", "placing"},
    "__main__": frozenset({"cli"}),
}

# A library that only one part may know: it can then be replaced there.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "weasyprint": ("layout/",),
    "weasyprint.formatting_structure": ("layout/engine.py",),
    "weasyprint.pdf": (),
    "weasyprint.draw": (),
    "weasyprint.text": ("layout/",),
    "pydyf": ("layout/", "finishing/"),
    "jinja2": ("composition/html.py", "collation/as_html.py"),
    "markdown_it": ("reading/markdown/",),
    "mdit_py_plugins": ("reading/markdown/",),
    "yaml": ("reading/markdown/",),
    "pyphen": ("typography/hyphenation.py",),
    # One writes the finished bytes for the web by it, the other reads what was written.
    "pikepdf": ("finishing/imposition.py", "verification/", "finishing/web.py"),
    "pypdfium2": ("verification/",),
    "rapidfuzz": ("differences/",),
    "bagit": ("packaging/judging.py",),
    "subprocess": ("tools/running.py",),
}


def violations(module: Module) -> list[str]:
    allowed = MAY_IMPORT.get(module.part, frozenset())
    return [
        f"{module.path}:{line} imports engross.{part}"
        for line, part in own_imports(module)
        if part not in allowed
    ]


def test_every_part_is_named_in_the_table() -> None:
    assert {module.part for module in modules()} == MAY_IMPORT.keys()


def test_imports_point_one_way() -> None:
    assert [found for module in modules() for found in violations(module)] == []


def test_no_stage_imports_another_stage() -> None:
    found = [
        f"{module.path}:{line}"
        for module in modules()
        if module.part in STAGES
        for line, part in own_imports(module)
        if part in STAGES
    ]
    assert found == []


def test_only_the_pipeline_knows_the_order_of_the_stages() -> None:
    typesetting = STAGES - {"reading", "verification"}
    knowing = {
        module.part
        for module in modules()
        if module.part not in STAGES and any(part in typesetting for _, part in own_imports(module))
    }
    assert knowing == {"pipeline"}


def test_what_the_table_allows_to_pipeline_and_command_line_is_used() -> None:
    used = {
        part: {own for module in modules() if module.part == part for _, own in own_imports(module)}
        for part in MAY_IMPORT
    }
    for part in (
        "pipeline",
        "cli",
        "tools",
        "placing",
        "foreign",
        "validation",
        "errors",
        "model",
        "__main__",
    ):
        assert MAY_IMPORT[part] - SHARED <= used[part], part


def test_a_library_is_known_where_it_belongs_and_nowhere_else() -> None:
    found = [
        f"{module.path}:{line} imports {name}"
        for module in modules()
        for line, name in imports(module)
        for library, homes in ONLY_IN.items()
        if is_module(name, library) and not module.path.startswith(homes or ("-",))
    ]
    assert found == []


def test_private_attributes_are_used_on_oneself_or_on_the_engine_in_one_module() -> None:
    found = {
        f"{module.path}:{node.lineno} {ast.unparse(node)}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"))
        and module.path != "layout/engine.py"
        and ast.unparse(node) != "os._exit"  # it is documented, and named so as a warning
    }
    assert found == set()


def test_the_version_can_be_asked_without_importing_anything() -> None:
    (package,) = [module for module in modules() if module.path == "__init__.py"]
    assert list(imports(package)) == []
