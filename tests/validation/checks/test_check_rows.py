"""Every check that follows from the shipped codebook finds what breaks it, and nothing else."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from eventbook.validation.checks import FINDINGS_COLUMNS

SPOILT: dict[str, tuple[dict[str, Any], str, str]] = {
    "an empty required cell": ({"notes": None}, "required.notes", "notes is empty"),
    "a value outside its list": ({"source_scale": None, "region": "Mars"}, "allowed.region", "region holds Mars"),
    "a misspelt value gets a suggestion": ({"inter2": "State force"}, "allowed.inter2", "perhaps State forces"),
    "a precision code that is none": ({"geo_precision": 4}, "allowed.geo_precision", "geo_precision holds 4"),
    "a form that does not fit": ({"source_scale": "Global"}, "pattern.source_scale", "source_scale holds Global"),
    "a negative number of deaths": ({"fatalities": -1}, "range.fatalities", "expected 0 or more"),
    "a latitude beyond the pole": ({"latitude": 91.0}, "range.latitude", "expected -90 to 90"),
    "a sub-type of another type": ({"event_type": "Riots"}, "kind.event_type", "this kind of event has Protests"),
    "a disorder type of another sub-type": (
        {"disorder_type": "Political violence"}, "kind.disorder_type", "this kind of event has Demonstrations"),
    "an interaction that the categories do not make": (
        {"interaction": "Protesters only"}, "interaction.interaction", "make State forces-Protesters"),
    "civilian targeting where there is none": (
        {"civilian_targeting": "Civilian targeting"}, "targeting.civilian_targeting", "has nothing"),
    "a category without a side": ({"actor2": None}, "sides.inter2", "inter2 is State forces"),
    "an associate without a side": (
        {"actor2": None, "inter2": None, "interaction": "Protesters only", "assoc_actor_2": "Women (Kenya)"},
        "sides.assoc_actor_2", "go together"),
    "an event in the future": ({"event_date": date(2030, 1, 1), "year": 2030}, "future.event_date", "in the future"),
    "a year that is not the day's": ({"year": 2023}, "part_of_date.year", "the day of the event has 2024"),
    "a point in another country": ({"latitude": 51.5, "longitude": 0.1}, "country.point", "km from the named country"),
    "latitude and longitude exchanged": ({"latitude": 36.8, "longitude": -1.28}, "country.point", "more than 25 km"),
    "a division of another country": ({"admin1": "Bavaria"}, "division.admin1", "a division of Germany"),
    "a region that is not the country's": ({"region": "Europe"}, "region.region", "lies in Eastern Africa"),
    "an id with another country's code": ({"event_id_cnty": "UGA7"}, "prefix.event_id_cnty", "KEN"),
    "an id of another form": ({"event_id_cnty": "KEN-7"}, "pattern.event_id_cnty", "KEN-7"),
    "associates joined by a comma are a warning": (
        {"assoc_actor_1": "A;B"}, "own.associated_civilians", "semicolon"),
}  # fmt: skip


def test_good_rows_give_no_finding(rows_of, findings_of):
    table = rows_of({}, {"actor2": None, "inter2": None, "interaction": "Protesters only",
                         "sub_event_type": "Peaceful protest"})  # fmt: skip
    assert findings_of(table) == []


@pytest.mark.parametrize(("change", "check", "words"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_row_is_found_and_the_good_one_is_not(rows_of, findings_of, change, check, words):
    spoilt = rows_of({}, change)
    found = [finding for finding in findings_of(spoilt) if finding["check_id"] == check]
    assert [finding["event_id"] for finding in found] == [spoilt["event_id_cnty"][1].as_py()]
    assert words in found[0]["message"]


def test_findings_have_the_documented_columns(rows_of, codebook):
    from eventbook.validation.checks import check_rows

    found = check_rows(rows_of(), codebook)
    assert tuple(found.column_names) == FINDINGS_COLUMNS
    assert found.num_rows == 0


@pytest.mark.parametrize("kind", ["Armed clash", "Attack"])
def test_kinds_that_need_two_sides_have_both(rows_of, findings_of, kind):
    row = {"sub_event_type": kind, "actor2": None, "inter2": None, "interaction": "Protesters only"}
    assert "second_side.actor2" in [finding["check_id"] for finding in findings_of(rows_of(row))]


def test_the_same_id_twice_is_found_on_both_rows(rows_of, findings_of):
    found = findings_of(rows_of({"event_id_cnty": "KEN5"}, {"event_id_cnty": "KEN5"}, {}))
    assert [(f["check_id"], f["event_id"]) for f in found] == [("unique.event_id_cnty", "KEN5")] * 2
    assert "stands in 2 rows" in found[0]["message"]


def test_a_missing_required_column_is_one_finding_and_others_still_run(rows_of, findings_of):
    found = findings_of(rows_of({"fatalities": -1}).drop_columns(["country"]))
    assert [(f["check_id"], f["event_id"]) for f in found] == [("column.country", None), ("range.fatalities", "KEN1")]


def test_text_of_the_wrong_type_is_a_finding_of_the_type_alone(rows_of, findings_of):
    table = rows_of({}, {})
    cells = pa.array(["2024", "soon"])
    found = findings_of(table.set_column(table.column_names.index("year"), "year", cells))
    assert [(f["check_id"], f["value"]) for f in found] == [("type.year", "soon")]


def test_no_rows_give_no_finding(rows_of, findings_of):
    assert findings_of(rows_of().slice(0, 0)) == []


@pytest.mark.parametrize(
    ("point", "country", "iso", "fits"),
    [
        pytest.param((45.0, 34.1), "Ukraine", 804, True, id="a disputed place belongs to the one side"),
        pytest.param((45.0, 34.1), "Russia", 643, True, id="and to the other"),
        pytest.param((66.1, -175.0), "Russia", 643, True, id="beyond the date line"),
        pytest.param((36.14, -5.35), "Gibraltar", 292, True, id="a territory without outline, by its places"),
        pytest.param((42.0, -3.0), "Gibraltar", 292, False, id="far from a territory without outline"),
        pytest.param((12.58, -81.7), "Colombia", 170, True, id="an island too small to be drawn"),
        pytest.param((48.86, 2.35), "Germany", 276, False, id="a capital of the neighbour"),
    ],
)
def test_points_are_held_against_the_country(rows_of, findings_of, point, country, iso, fits):
    row = {"latitude": point[0], "longitude": point[1], "country": country, "iso": iso, "admin1": None}
    found = [f["check_id"] for f in findings_of(rows_of(row))]
    assert ("country.point" not in found) == fits


def test_deaths_above_the_threshold_need_a_second_source(rows_of, findings_of):
    found = findings_of(rows_of({"fatalities": 60}, {"fatalities": 60, "source": "Courier; Gazette"}))
    assert [(f["check_id"], f["severity"], f["event_id"]) for f in found] == [
        ("second_source.fatalities", "warning", "KEN1")
    ]


def test_the_same_sides_on_the_same_day_at_the_same_place_are_a_warning(rows_of, findings_of):
    found = findings_of(rows_of({"location": "Nairobi"}, {"location": "Nairobi"}))
    assert [(f["check_id"], f["severity"]) for f in found] == [("repeated.event", "warning")] * 2


def test_one_type_that_fills_the_table_is_a_warning_on_the_whole_table(rows_of, findings_of):
    (first, second) = findings_of(rows_of(*[{}] * 120))
    assert {first["check_id"], second["check_id"]} == {"dominant.event_type", "dominant.sub_event_type"}
    assert first["event_id"] is None
    assert "100% of 120 rows" in first["message"]


def test_a_jump_against_the_parent_is_a_warning(rows_of, findings_of):
    parent = rows_of(*[{}] * 30)
    found = findings_of(rows_of(*[{}] * 60), parent=parent)
    jumps = [f for f in found if f["check_id"] == "jump.event_type"]
    assert [f["message"] for f in jumps] == [
        "event_type jumps against the parent version: Protests: 60 rows, before 30 rows"
    ]
    assert findings_of(rows_of(*[{}] * 31), parent=parent) == []


def test_one_value_wrong_in_every_row_is_found_in_every_row(rows_of, findings_of):
    found = findings_of(rows_of(*[{"tags": None, "geo_precision": 9}] * 3000))
    mine = [f for f in found if f["check_id"] == "allowed.geo_precision"]
    assert len(mine) == 3000
    assert {f["message"] for f in mine} == {"geo_precision holds 9, expected one of 1, 2, 3"}
