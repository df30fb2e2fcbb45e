"""docs/profiles.md lists every profile of archives and every pair of standards that cannot hold together."""

import re

from engross.model.edition import TAKEN, Use
from engross.model.standards import IMPOSSIBLE
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")


def test_every_profile_of_archives_is_listed() -> None:
    assert tuple(re.findall(r"^\| `(pdfa-[a-z0-9-]+)` \|", PAGE, re.MULTILINE)) == TAKEN[Use.ARCHIVE]


def test_every_impossible_pair_is_listed_with_its_reason() -> None:
    rows = re.findall(r"^\| (PDF/\S+) \+ (PDF/\S+) \| (.+) \|$", PAGE, re.MULTILINE)
    assert {frozenset((first, second)): reason for first, second, reason in rows} == dict(IMPOSSIBLE)
