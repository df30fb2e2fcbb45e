"""Validation: what veraPDF says of many files, asked in few calls, for each call starts a Java machine."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from engross.errors import MissingError
from engross.tools import verapdf

_FILES_A_CALL = 200
_FAILURES_TO_GIVE_UP = 3

Flavours: TypeAlias = tuple[str, ...]
Verdicts: TypeAlias = Mapping[Path, Mapping[str, verapdf.Verdict]]
Answer: TypeAlias = Mapping[str, verapdf.Verdict] | MissingError
"""The verdict on a file by flavour, or why there is none."""


def ask(claims: Mapping[Path, Flavours]) -> Mapping[Path, Answer]:
    """Return the answer to each file of ``claims``, which has the flavours that each claims.

    A file that claims none has no answer, and there is none at all if veraPDF is not there.
    """
    together: dict[Flavours, list[Path]] = {}
    for file, flavours in claims.items():
        if flavours:
            together.setdefault(flavours, []).append(file)
    try:
        tool = verapdf.probe()
    except MissingError as error:
        return dict.fromkeys(claims, error)
    if tool is None:
        return {}
    answers: dict[Path, Answer] = {}
    for flavours, files in together.items():
        answers |= _ask_together(partial(_verdicts, tool, flavours), files)
    return answers


def _ask_together(
    verdicts: Callable[[Sequence[Path]], Verdicts], files: Sequence[Path]
) -> dict[Path, Answer]:
    """Ask once for many files; if that fails, once more for each, so that one does not cost the others."""
    answers: dict[Path, Answer] = {}
    for start in range(0, len(files), _FILES_A_CALL):
        together = files[start : start + _FILES_A_CALL]
        try:
            answers.update(verdicts(together))
        except MissingError as error:
            answers.update(dict.fromkeys(together, error))
            failures = 0
            for file in together:
                try:
                    answers.update(verdicts([file]))
                except MissingError as alone:
                    answers[file] = alone
                    failures += 1
                if failures == _FAILURES_TO_GIVE_UP:
                    break
    return answers


def _verdicts(tool: verapdf.VeraPdf, flavours: Flavours, files: Sequence[Path]) -> Verdicts:
    verdicts = verapdf.validate(tool, files, flavours)
    return {file: {flavour: verdicts[file, flavour] for flavour in flavours} for file in files}
