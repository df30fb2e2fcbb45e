"""Work that is not trusted to end is bounded, and whatever becomes of it, the process that asked goes on."""

import contextlib
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from engross.errors import Defect, RefusedError, SourceError
from engross.findings import Place, finding
from engross.tools import bounded
from engross.tools.bounded import Bounds

AMPLE = Bounds(memory=2**28, seconds=30)
SCANT = Bounds(memory=2**26, seconds=1)
PLACE = Place("file.pdf")


def loop() -> None:
    while True:
        pass


def wait() -> None:
    while True:
        signal.pause()


def refuse() -> None:
    raise SourceError(finding("R012", Place("text.txt", 3), what="bytes"))


def stumble() -> None:
    raise KeyError("what nobody foresaw")


def unpicklable() -> Callable[[], None]:
    return lambda: None


def descriptors() -> set[str]:
    return {path.name for path in Path("/proc/self/fd").iterdir()}


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as caught:
        bounded.bounded(work, SCANT, PLACE)
    (found,) = caught.value.findings
    assert found.place == PLACE
    return f"{found.code}: {found.message}"


def test_what_the_work_returns_is_returned() -> None:
    assert bounded.bounded(lambda: ("сказано", [1, 2]), AMPLE, PLACE) == ("сказано", [1, 2])


def test_a_large_answer_comes_whole() -> None:
    assert bounded.bounded(lambda: bytes(2**24), AMPLE, PLACE) == bytes(2**24)


def test_the_work_is_done_in_another_process() -> None:
    assert bounded.bounded(os.getpid, AMPLE, PLACE) != os.getpid()


def test_an_error_of_engross_comes_back_with_its_findings() -> None:
    with pytest.raises(SourceError) as caught:
        bounded.bounded(refuse, AMPLE, PLACE)
    assert caught.value.findings == (finding("R012", Place("text.txt", 3), what="bytes"),)


@pytest.mark.parametrize(
    "work", [stumble, unpicklable], ids=["an exception", "an answer that cannot be sent"]
)
def test_what_nobody_foresaw_is_a_defect_that_says_where_it_was(work: Callable[[], object]) -> None:
    with pytest.raises(Defect) as caught:
        bounded.bounded(work, AMPLE, PLACE)
    assert "Traceback" in "".join(caught.value.__notes__)


def test_too_much_memory_is_refused() -> None:
    assert refusal(lambda: bytes(2**27)) == "P005: reading the file takes more than 64 MiB of memory"


def test_too_much_processor_time_is_refused() -> None:
    assert refusal(loop) == "P005: reading the file takes more than 1 seconds of processor time"


def test_too_much_time_is_refused_even_if_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "PATIENCE", 1)
    assert refusal(wait).startswith("P005: reading the file takes more than 1 seconds")


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_crash_is_refused_by_its_name(number: signal.Signals) -> None:
    said = refusal(lambda: os.kill(os.getpid(), number))
    assert said == f"P006: reading the file crashed a library ({number.name})"


def test_a_crash_says_nothing_and_leaves_no_core(capfd: pytest.CaptureFixture[str]) -> None:
    def core() -> tuple[int, int]:
        return resource.getrlimit(resource.RLIMIT_CORE)

    assert bounded.bounded(core, AMPLE, PLACE)[0] == 0
    refusal(os.abort)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("work", [os.getpid, refuse, os.abort])
def test_nothing_is_left_behind(work: Callable[[], object]) -> None:
    before = descriptors(), resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(SourceError, RefusedError):
        bounded.bounded(work, AMPLE, PLACE)
    after = descriptors(), resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)
    assert after == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_who_is_interrupted_while_waiting_ends_the_worker() -> None:
    parent = os.getpid()

    def interrupt() -> None:
        os.kill(parent, signal.SIGINT)
        wait()

    with pytest.raises(KeyboardInterrupt):
        bounded.bounded(interrupt, AMPLE, PLACE)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_limit_that_is_lower_already_stays() -> None:
    def inner() -> int:
        return bounded.bounded(lambda: resource.getrlimit(resource.RLIMIT_CPU)[0], AMPLE, PLACE)

    assert bounded.bounded(inner, SCANT, PLACE) == SCANT.seconds
