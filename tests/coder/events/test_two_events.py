"""Two events in one report give two rows, each with its own day, place and dead, however they are joined."""

from collections.abc import Callable
from itertools import permutations

import pytest

from .conftest import Row

DEEDS = (
    ("gunmen", "killed three traders", "Attack", 3),
    ("insurgents", "ambushed a military convoy, killing seven soldiers", "Armed clash", 7),
    ("warplanes", "bombed a village, killing six civilians", "Air/drone strike", 6),
    ("a suicide bomber", "blew himself up at a market, killing nine people", "Suicide bomb", 10),
    ("police", "fired tear gas at protesters", "Protest with intervention", 0),
    ("militants", "abducted four aid workers", "Abduction/forced disappearance", 0),
    ("a roadside bomb", "hit a police van, killing two officers", "Remote explosive/landmine/IED", 2),
)
FRAMES = (
    "{one} in Kaduna, Nigeria, on Tuesday. In a separate incident, {two} in Kano on Monday.",
    "{one} in Kaduna, Nigeria, on Tuesday, police said. On Monday, {two} in Kano.",
    "{one} in Kaduna, Nigeria, on Tuesday. A day earlier, {two} in Kano.",
    "{one} in Kaduna, Nigeria, on Tuesday, a day after {two} in Kano.",
    "{one} in Kaduna, Nigeria, on Tuesday, while {two} in Kano on Monday.",
    "{one} in Kaduna on Tuesday and {two} in Kano on Monday, Nigerian officials said.",
    "{one} in Kaduna, Nigeria, on Tuesday. Elsewhere, {two} in the northern city of Kano on Monday.",
    "Two incidents shook Nigeria this week. On Monday, {two} in Kano. On Tuesday, {one} in Kaduna.",
    "{one} in Kaduna, Nigeria, on Tuesday. Meanwhile in Kano, {two} on Monday.",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("one", "two"), list(permutations(DEEDS, 2)), ids=lambda deed: deed[2])
def test_two_events_keep_apart(
    report_rows: Callable[[str], set[Row]],
    frame: str,
    one: tuple[str, str, str, int],
    two: tuple[str, str, str, int],
) -> None:
    parts = frame.format(one=f"{one[0]} {one[1]}", two=f"{two[0]} {two[1]}").split(". ")
    rows = report_rows(". ".join(part[:1].upper() + part[1:] for part in parts))
    expected = {(one[2], "03-14", "Kaduna", one[3]), (two[2], "03-13", "Kano", two[3])}
    assert {(row[0], *row[1:3], row[5]) for row in rows} == expected
