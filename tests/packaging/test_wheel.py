"""A wheel works outside the checkout, with the templates, styles and fonts that it carries."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

TEXT = """\
ЗАЯВЛЕНИЕ
министров иностранных дел о совместных мерах

1 марта 2024 года
Минск

Министры иностранных дел обсудили меры безопасности – и подтвердили готовность к сотрудничеству.

Стороны отмечают, что всё сказанное выше отвечает их общим интересам.
"""


def run(*command: str | Path, folder: Path) -> str:
    """Run ``command`` in ``folder`` with nothing in the environment that leads back to the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    completed = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    return completed.stdout


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of a new environment with the wheel in it.

    Its dependencies are those of this environment, seen through a path file: no network is needed. Path
    files of that folder are not followed, so its installation of the checkout stays unseen.
    """
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    (wheel,) = folder.glob("*.whl")
    home = folder / "environment"
    venv.create(home, with_pip=False)
    run(
        *(sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install"),
        *("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check", wheel),
        folder=folder,
    )
    (site,) = home.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin"


def test_the_resources_are_those_inside_the_wheel(scripts: Path, tmp_path: Path) -> None:
    code = "from engross import resources as r; print(r.CHECKOUT, r.TEMPLATES, r.STYLES, r.FONTS, sep='\\n')"
    checkout, *folders = run(scripts / "python", "-c", code, folder=tmp_path).splitlines()
    assert checkout == "None"
    for folder, original in zip(folders, ("templates", "styles", "styles/fonts"), strict=True):
        assert scripts.parent in Path(folder).parents
        assert names(Path(folder)) == names(ROOT / original)


def names(folder: Path) -> set[str]:
    """Return the names of the files under ``folder``, relative to it."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_text_becomes_a_document_outside_the_checkout(scripts: Path, tmp_path: Path) -> None:
    (tmp_path / "my.txt").write_text(TEXT, encoding="utf-8")
    run(scripts / "engross", "build", "my.txt", "-o", "out", folder=tmp_path)
    run(scripts / "engross", "diff", "my.txt", "out/my.pdf", "--html", "page.html", folder=tmp_path)
    assert (tmp_path / "out" / "my.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert json.loads((tmp_path / "out" / "my.report.json").read_text(encoding="utf-8"))
