"""What the tests of bags share: the bag of the founding document, and the schemas of its metadata."""

import os
from pathlib import Path

import pytest
from lxml import etree

from engross.pipeline import archiving
from tests.archive import bags

SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "schemas"


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """Give a bag of its own, to be damaged."""
    folder = tmp_path / f"{bags.NAME}.archive"
    archiving.fill(folder, bags.deposit())
    return folder


class _Local(etree.Resolver):  # type: ignore[misc]  # lxml has no types
    """Resolves what the schemas import to the files beside them: there is no network."""

    def resolve(self, url: str, _public: object, context: object) -> object:
        return self.resolve_filename(str(SCHEMAS / url.rpartition("/")[2]), context)


@pytest.fixture
def schema() -> object:
    """Give the function that returns the public schema of a name."""
    if not SCHEMAS.is_dir():
        message = "missing tool: the public schemas: the folder shared/schemas beside the checkout"
        if os.environ.get("ENGROSS_REQUIRE_TOOLS") == "1":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)

    def load(name: str) -> object:
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(_Local())
        return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))

    return load
