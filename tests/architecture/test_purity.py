"""Stages are pure: files, environment and clock are touched at named edges only, and nothing prints."""

import ast

from tests.architecture.code import STAGES, Module, calls, imports, is_module, modules

FILE_CALLS = frozenset(
    {
        *(
            "open",
            "read_text",
            "read_bytes",
            "write_text",
            "write_bytes",
            "iterdir",
            "glob",
            "rglob",
            "mkdir",
        ),
        *("unlink", "rename", "touch", "rmdir", "exists", "is_file", "is_dir", "stat", "symlink_to"),
        *("from_file_path", "scandir", "listdir", "TemporaryDirectory", "NamedTemporaryFile"),
        "FileSystemLoader",
    }
)
CLOCKS_AND_CHANCE = ("time", "random", "secrets", "uuid", "locale", "platform", "socket", "urllib.request")
CLOCK_CALLS = frozenset({"now", "today", "utcnow", "time", "monotonic", "perf_counter", "urandom", "uuid4"})

# Every module of a stage that touches more than its arguments, with the reason.
EDGES = {
    "reading/sources.py": "finds sources and opens their files: the edge of reading, apart from parse",
    "composition/html.py": "loads the templates, once a process",
    "composition/tokens.py": "reads the tokens of the style sheets, once a process",
    "composition/metrics.py": "reads a bundled font, once a process",
    "composition/faces.py": "reads the bundled font files that a certificate names, once a process",
    "verification/references.py": "reads a bundled font, once a process: what is drawn is compared with it",
    "layout/__init__.py": "sets FONTCONFIG_FILE while fontconfig starts, and puts it back",
    "packaging/licences.py": "reads the licences of the bundled fonts",
    "packaging/opening.py": "reads the folder of a bag, of which it opens every file itself",
    "layout/fetcher.py": "gives the engine the files of the resource folders, and no others",
}

PERMITTED_ENDS = {"tools/bounded.py": "ends the copy of the process that it made itself"}
PERMITTED_CLOCKS = {
    "tools/running.py": "limits how long a program runs",
    "clock.py": "says when the events of an archive happened, and nothing else asks it",
}


def touches(module: Module) -> list[str]:
    """Return each place where ``module`` touches files or the environment.

    Without pathlib, ``open`` and ``read_bytes`` of another object read what is in memory.
    """
    imported = list(imports(module))
    names = FILE_CALLS if any(is_module(name, "pathlib") for _, name in imported) else frozenset[str]()
    found = [f"{module.path}:{line} {name}()" for line, name in calls(module) if name in names]
    found += [f"{module.path}:{line} open()" for line in builtin_opens(module)]
    found += [f"{module.path}:{line} {name}" for line, name in imported if is_module(name, "os")]
    return found


def builtin_opens(module: Module) -> list[int]:
    """Return the lines in which ``module`` calls the built-in ``open``."""
    return [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ]


def test_stages_touch_files_and_environment_at_named_edges_only() -> None:
    found = [
        place
        for module in modules()
        if module.part in STAGES and module.path not in EDGES
        for place in touches(module)
    ]
    assert found == []


def test_every_named_edge_is_one() -> None:
    edges = {module.path for module in modules() if module.part in STAGES and touches(module)}
    assert edges == EDGES.keys()


def test_typography_and_finishing_touch_nothing_and_verification_but_the_bundled_fonts() -> None:
    touching = [edge for edge in EDGES if edge.startswith(("typography/", "finishing/", "verification/"))]
    assert touching == ["verification/references.py"]


def test_no_clock_and_no_chance_is_asked() -> None:
    found = [
        f"{module.path}:{line} {name}"
        for module in modules()
        if module.path not in PERMITTED_CLOCKS
        for line, name in imports(module)
        if any(is_module(name, library) for library in CLOCKS_AND_CHANCE)
    ]
    found += [
        f"{module.path}:{line} {name}()"
        for module in modules()
        if module.path not in PERMITTED_CLOCKS
        for line, name in calls(module)
        if name in CLOCK_CALLS
    ]
    assert found == []


def test_only_the_command_line_prints() -> None:
    found = [
        f"{module.path}:{line}"
        for module in modules()
        if module.part != "cli"
        for line, name in calls(module)
        if name in ("print", "print_exc", "getLogger") and module.path != "layout/strict.py"
    ]
    assert found == []


def test_only_the_command_line_ends_the_process() -> None:
    found = [
        f"{module.path}:{line}"
        for module in modules()
        if module.part not in ("cli", "__main__") and module.path not in PERMITTED_ENDS
        for line, name in calls(module)
        if name in ("exit", "_exit", "abort")
    ]
    assert found == []
