"""Short reports and the rows that they give, from the tables in reports/."""

from collections.abc import Callable

import pytest

from .conftest import Row
from .reports import (
    beside_demonstrations,
    carried_days,
    claims_and_bodies,
    clashes_of_crowds,
    counts_and_charges,
    crowds_and_tolls,
    done_by_whom,
    gunfire,
    manner_of_agencies,
    nouns_and_sources,
    opening_places,
    plain,
    rebel_troops,
    roads_and_camps,
    streets,
    targets,
    tolls,
    towns_lost_and_won,
    who_tells,
    whom_it_struck,
    whose_arms,
    wounds_and_places,
)

TABLES = {
    "plain": plain.REPORTS,
    "who tells": who_tells.REPORTS,
    "whose arms": whose_arms.REPORTS,
    "claims and bodies": claims_and_bodies.REPORTS,
    "clashes of crowds": clashes_of_crowds.REPORTS,
    "crowds and tolls": crowds_and_tolls.REPORTS,
    "wounds and places": wounds_and_places.REPORTS,
    "streets": streets.REPORTS,
    "targets": targets.REPORTS,
    "done by whom": done_by_whom.REPORTS,
    "counts and charges": counts_and_charges.REPORTS,
    "gunfire": gunfire.REPORTS,
    "nouns and sources": nouns_and_sources.REPORTS,
    "roads and camps": roads_and_camps.REPORTS,
    "rebel troops": rebel_troops.REPORTS,
    "beside demonstrations": beside_demonstrations.REPORTS,
    "carried days": carried_days.REPORTS,
    "opening places": opening_places.REPORTS,
    "tolls": tolls.REPORTS,
    "towns lost and won": towns_lost_and_won.REPORTS,
    "whom it struck": whom_it_struck.REPORTS,
    **manner_of_agencies.TABLES,
}
NOTHING = {
    "plain": plain.NOTHING,
    "who tells": who_tells.NOTHING,
    "whose arms": whose_arms.NOTHING,
    "claims and bodies": claims_and_bodies.NOTHING,
    "clashes of crowds": clashes_of_crowds.NOTHING,
    "crowds and tolls": crowds_and_tolls.NOTHING,
    "wounds and places": wounds_and_places.NOTHING,
    "streets": streets.NOTHING,
    "targets": targets.NOTHING,
    "done by whom": done_by_whom.NOTHING,
    "counts and charges": counts_and_charges.NOTHING,
    "gunfire": gunfire.NOTHING,
    "nouns and sources": nouns_and_sources.NOTHING,
    "roads and camps": roads_and_camps.NOTHING,
    "rebel troops": rebel_troops.NOTHING,
    "beside demonstrations": beside_demonstrations.NOTHING,
    "carried days": carried_days.NOTHING,
    "opening places": opening_places.NOTHING,
    "towns lost and won": towns_lost_and_won.NOTHING,
    "whom it struck": whom_it_struck.NOTHING,
    "manner of agencies": manner_of_agencies.NOTHING,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{told} - {name}") for told, table in TABLES.items() for name, case in table.items()],
)
def test_a_report_gives_the_rows(report_rows: Callable[[str], set[Row]], text: str, expected: set[Row]) -> None:
    assert report_rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, id=f"{told} - {name}") for told, table in NOTHING.items() for name, text in table.items()],
)
def test_no_row_from(report_rows: Callable[[str], set[Row]], text: str) -> None:
    assert report_rows(text) == set()
