"""Programs are run without a shell, in one locale, for a limited time."""

import sys
from pathlib import Path

import pytest

from engross.errors import MissingError
from engross.tools import running

FOR_EVER = "import signal; signal.pause()"


def python(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def test_the_exit_code_and_both_streams_are_given_back() -> None:
    code = "import sys; print('сказано'); print('беда', file=sys.stderr); sys.exit(3)"
    completed = running.run(python(code), timeout=60)
    assert (completed.exit_code, completed.output, completed.errors) == (3, "сказано\n".encode(), "беда\n")


def test_an_argument_is_never_read_by_a_shell() -> None:
    completed = running.run(python("import sys; print(sys.argv[1])", "$(id); `id`"), timeout=60)
    assert completed.output == b"$(id); `id`\n"


def test_the_locale_is_that_of_no_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.setenv("LANGUAGE", "ru")
    code = "import os; print(os.environ['LC_ALL'], repr(os.environ['LANGUAGE']))"
    assert running.run(python(code), timeout=60).output == b"C.UTF-8 ''\n"


def test_nothing_is_read_from_the_terminal() -> None:
    assert running.run(python("import sys; print(repr(sys.stdin.read()))"), timeout=60).output == b"''\n"


def test_much_output_on_both_streams_blocks_nothing() -> None:
    code = "import sys; sys.stderr.write('e' * 10**6); sys.stdout.write('o' * 10**6)"
    completed = running.run(python(code), timeout=60)
    assert (len(completed.output), len(completed.errors)) == (10**6, 10**6)


def test_programs_run_together_are_given_back_in_their_order() -> None:
    completed = running.run_together([python(f"print({number})") for number in range(3)], timeout=60)
    assert [program.output for program in completed] == [b"0\n", b"1\n", b"2\n"]


def test_a_program_that_is_not_there_is_e101(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as raised:
        running.run([tmp_path / "absent"], timeout=60)
    (found,) = raised.value.findings
    assert (found.code, found.particulars["program"]) == ("E101", str(tmp_path / "absent"))


def test_a_program_that_does_not_end_is_stopped_with_e102() -> None:
    with pytest.raises(MissingError) as raised:
        running.run(python(FOR_EVER), timeout=0.1)
    assert [found.code for found in raised.value.findings] == ["E102"]


def test_when_one_of_several_cannot_start_the_others_are_stopped(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as raised:
        running.run_together([python(FOR_EVER), [tmp_path / "absent"]], timeout=3600)
    assert [found.code for found in raised.value.findings] == ["E101"]
