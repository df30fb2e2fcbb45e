"""How the print edition is asked for: the options of the press, and what is refused."""

import json
from pathlib import Path

import pytest

from engross import pipeline
from engross.cli import main
from engross.errors import RefusedError, UsageError
from engross.finishing.black import black_ink
from engross.model.edition import Use
from engross.model.press import MM, Press
from tests.engrossing import TEXTS

TEXT = str(TEXTS / "ru-1.txt")
PROFILE = black_ink().profile


def test_the_options_of_the_press_are_those_of_the_print_edition() -> None:
    press = Press(duplex=False, bleed=3 * MM, marks=True)
    made = pipeline.editions(["print"], press=press)
    assert [(edition.use, edition.press) for edition in made] == [
        (Use.DISTRIBUTION, None),
        (Use.PRINT, press),
    ]


def test_a_press_without_a_print_edition_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.editions([], press=Press(marks=True))
    assert [found.code for found in caught.value.findings] == ["E008"]


@pytest.mark.parametrize("bleed", ["3", "-3mm", "30mm", "3 inches", "nanmm", ""])
def test_a_bleed_that_is_no_length_is_refused(bleed: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["build", TEXT, "-o", str(tmp_path), "--edition", "print", f"--bleed={bleed}"])
    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no ICC profile"),
        (b"A picture, and no profile.".ljust(200), "no ICC profile"),
        (PROFILE[:-4], "it says that it has"),
        (PROFILE[:12] + b"mntr" + PROFILE[16:], "of the class “mntr”"),
        (PROFILE[:16] + b"RGB " + PROFILE[20:], "neither GRAY nor CMYK"),
        (PROFILE[:8] + b"\x05" + PROFILE[9:], "version 5"),
        (PROFILE[:128] + b"\xff\xff\xff\xff" + PROFILE[132:], "tags"),
        (PROFILE[:136] + b"\xff\xff\xff\xff" + PROFILE[140:], "beyond its end"),
        (PROFILE.replace(b"desc", b"none", 1), "no description"),
        (bytes(5 * 2**20), "larger than"),
    ],
)
def test_a_profile_that_is_none_of_a_press_is_refused_with_the_reason(
    data: bytes, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "press.icc").write_bytes(data)
    with pytest.raises(RefusedError) as caught:
        pipeline.output_intent(tmp_path / "press.icc")
    (found,) = caught.value.findings
    assert found.code == "K010"
    assert reason in found.message


def test_of_a_profile_that_is_too_large_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    with (tmp_path / "press.icc").open("wb") as file:
        file.truncate(2**32)
    with pytest.raises(RefusedError, match="larger than 4 MiB") as caught:
        pipeline.output_intent(tmp_path / "press.icc")
    assert [found.code for found in caught.value.findings] == ["K010"]


def test_the_profile_of_the_press_is_named_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(PROFILE.replace(b"Engross black ink", b"The printer's ink"))
    options = ["--edition", "print", "--output-intent", str(tmp_path / "press.icc"), "--no-verapdf"]
    assert main(["build", TEXT, "-o", str(tmp_path), *options]) == 0
    report = json.loads((tmp_path / "ru-1.report.json").read_text(encoding="utf-8"))
    (printed,) = report["editions"]
    (detail,) = [check["detail"] for check in printed["checks"] if check["name"] == "print"]
    assert "The printer's ink" in detail


@pytest.mark.parametrize("source", [[], ["--source", TEXT]])
def test_a_print_edition_is_verified_by_what_it_claims(source: list[str], tmp_path: Path) -> None:
    assert main(["build", TEXT, "-o", str(tmp_path), "--edition", "print", "--no-verapdf"]) == 0
    assert main(["verify", str(tmp_path / "ru-1.print.pdf"), *source]) == 0
