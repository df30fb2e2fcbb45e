"""Measuring: two pieces of work in turn, and what a command takes of memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_PEAK = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two pieces of work, the ratio of theirs that ours may take, and how often each is done."""

    name: str
    target: float
    rounds: int
    ours: Callable[[], object]
    theirs: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Result:
    """The ratio of the medians, and the fastest, the median and the slowest of each side in seconds."""

    name: str
    target: float
    ratio: float
    ours: tuple[float, float, float]
    theirs: tuple[float, float, float]


def measure(comparison: Comparison) -> Result:
    """Do both sides alternately, after once each to warm up, and compare their medians."""
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(comparison.rounds + 1):
        for work, seconds in ((comparison.ours, ours), (comparison.theirs, theirs)):
            start = time.perf_counter()
            work()
            if number:
                seconds.append(time.perf_counter() - start)
    ratio = statistics.median(ours) / statistics.median(theirs)
    return Result(comparison.name, comparison.target, ratio, _span(ours), _span(theirs))


def run(*words: str | Path) -> None:
    """Run a command whose output nobody needs."""
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def peak_memory(*words: str | Path) -> int:
    """Return the peak memory of a command in MiB."""
    command = [sys.executable, "-c", _PEAK, *(os.fspath(word) for word in words)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _span(seconds: list[float]) -> tuple[float, float, float]:
    return min(seconds), statistics.median(seconds), max(seconds)
