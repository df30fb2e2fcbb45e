"""Validation: what veraPDF says of many files, asked in few calls, for each call starts a Java machine."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from engross.errors import MissingError
from engross.model.profile import ARCHIVAL
from engross.tools import verapdf

_FILES_A_CALL = 200
_FAILURES_TO_GIVE_UP = 3

Answer: TypeAlias = Mapping[str, verapdf.Verdict] | MissingError
"""The verdict on a file by flavour, or why there is none."""


def ask(files: Sequence[Path]) -> Mapping[Path, Answer]:
    """Return the answer to each of ``files``, none at all if veraPDF is not there."""
    try:
        tool = verapdf.probe()
        return _ask_together(tool, files) if tool else {}
    except MissingError as error:
        return dict.fromkeys(files, error)


def _ask_together(tool: verapdf.VeraPdf, files: Sequence[Path]) -> dict[Path, Answer]:
    """Ask once for many files; if that fails, once more for each, so that one does not cost the others."""
    answers: dict[Path, Answer] = {}
    for start in range(0, len(files), _FILES_A_CALL):
        together = files[start : start + _FILES_A_CALL]
        try:
            answers.update(_verdicts(tool, together))
        except MissingError as error:
            answers.update(dict.fromkeys(together, error))
            failures = 0
            for file in together:
                try:
                    answers.update(_verdicts(tool, [file]))
                except MissingError as alone:
                    answers[file] = alone
                    failures += 1
                if failures == _FAILURES_TO_GIVE_UP:
                    break
    return answers


def _verdicts(tool: verapdf.VeraPdf, files: Sequence[Path]) -> dict[Path, Mapping[str, verapdf.Verdict]]:
    verdicts = verapdf.validate(tool, files, ARCHIVAL.flavours)
    return {file: {flavour: verdicts[file, flavour] for flavour in ARCHIVAL.flavours} for file in files}
