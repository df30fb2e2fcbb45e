"""Bring the system packages that a target of the Makefile needs, or say in one line what to install.

    require.py [--optional] GROUP...

A group is a name of NEEDS. What is there is found by looking for the thing itself, never by asking which
package is installed. As root on Debian what is missing is installed; otherwise it is named and the exit
code is 1, with ``--optional`` 0. It runs before there is a virtual environment: standard library only.
"""

from __future__ import annotations  # so that a Python that is too old can be told so

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Need:
    """Something of the system: its Debian package, and whether it is there."""

    package: str
    present: Callable[[], bool]


def library(name: str) -> Callable[[], bool]:
    """Return the question whether the dynamic linker finds the library ``name``."""

    def present() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return present


def program(name: str) -> Callable[[], bool]:
    """Return the question whether the program ``name`` is on the path."""
    return lambda: shutil.which(name) is not None


def virtual_environments() -> bool:
    """Tell whether this Python can make a virtual environment with pip: Debian splits that off."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


NEEDS = {
    "python": (Need(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", virtual_environments),),
    "engine": (
        Need("libpango-1.0-0", library("libpango-1.0.so.0")),
        Need("libpangoft2-1.0-0", library("libpangoft2-1.0.so.0")),
        Need("libharfbuzz-subset0", library("libharfbuzz-subset.so.0")),
    ),
    "extractors": (
        Need("poppler-utils", program("pdftotext")),
        Need("mupdf-tools", program("mutool")),
        Need("qpdf", program("qpdf")),
    ),
    "java": (Need("default-jre-headless", program("java")),),
    "maven": (Need("maven", program("mvn")),),
}


def install(packages: list[str]) -> bool:
    """Install ``packages`` by apt-get; say whether that worked."""
    print(f"installing {' '.join(packages)}", flush=True)
    # One source that is dead fails the update, though the others may have all that is needed.
    apt_get("update", "-qq")
    return apt_get("install", "-qq", "--yes", "--no-install-recommends", *packages)


def apt_get(*arguments: str) -> bool:
    """Run apt-get without a question; say whether it succeeded."""
    return (
        subprocess.run(
            ["apt-get", *arguments],  # noqa: S607 - wherever the path has it
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        ).returncode
        == 0
    )


def main(arguments: list[str]) -> int:
    """Bring the groups that ``arguments`` name; return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        print(f"Python {sys.version.split()[0]} is too old: run make PYTHON=python3.11 (or newer)")
        return 1
    optional = "--optional" in arguments
    needs = [need for group in arguments if group != "--optional" for need in NEEDS[group]]
    missing = [need.package for need in needs if not need.present()]
    if not missing:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get") and install(missing):
        missing = [need.package for need in needs if not need.present()]
    if missing:
        effect = "tests that need them are skipped" if optional else "nothing more can be done"
        print(f"missing, so {effect}: as root, run apt-get install {' '.join(missing)}")
    return 1 if missing and not optional else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
