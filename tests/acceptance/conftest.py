"""The documents of the acceptance tests, built once by the command that users run."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from engross.cli import main
from tests.acceptance.measure import Measured
from tests.engrossing import SAMPLES, Sample


@pytest.fixture(scope="session")
def all_measured(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Measured]:
    """The PDF of every sample, by the sample's name."""
    output = tmp_path_factory.mktemp("acceptance")
    sources = [str(sample.source) for sample in SAMPLES]
    assert main(["build", "--no-verapdf", "-o", str(output), *sources]) == 0
    return {sample.name: Measured(output / f"{sample.name}.pdf") for sample in SAMPLES}


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each sample in turn."""
    assert isinstance(request.param, Sample)
    return request.param


@pytest.fixture
def measured(sample: Sample, all_measured: Mapping[str, Measured]) -> Measured:
    """The PDF of ``sample``."""
    return all_measured[sample.name]


@pytest.fixture
def pdf(measured: Measured) -> Path:
    """Where the PDF of ``sample`` is."""
    return measured.path
