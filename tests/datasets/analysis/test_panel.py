"""Panels: every unit and period once, sums that are those of the rows, and 0 told apart from not known."""

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventbook.datasets import BadQuestion, Version
from eventbook.datasets.analysis.coverage import join_spans, share_covered, windows
from eventbook.datasets.analysis.panel import panel_notes
from eventbook.datasets.analysis.periods import period_range, spans_of

DAYS = st.dates(date(2022, 11, 1), date(2023, 6, 30))
ROW = st.tuples(
    DAYS, st.sampled_from(["Kenya", "Uganda", "Chad"]), st.integers(0, 400), st.sampled_from(["Battles", "Riots"]),
    st.sampled_from([1, 2, 3]),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, min_size=1, max_size=25), freq=st.sampled_from("DWMY"),
       unit=st.sampled_from(["country", "admin1", "priogrid", "h3"]),
       covered=st.lists(st.tuples(DAYS, st.integers(0, 60)), min_size=1, max_size=4))  # fmt: skip
def test_sums_are_those_of_the_rows_and_every_unit_has_every_period(
    make_version, event, rows, freq, unit, covered
) -> None:
    made = [event(n, str(day), country, fatalities=dead, event_type=kind, geo_precision=precision)
            for n, (day, country, dead, kind, precision) in enumerate(rows)]  # fmt: skip
    spans = [(str(day), str(day + timedelta(length))) for day, length in covered]
    version = make_version(made, covered=spans)
    if unit in ("priogrid", "h3") and all(row["geo_precision"] == 3 for row in made):
        with pytest.raises(BadQuestion):
            version.panel(unit, freq)
        return
    panel = version.panel(unit, freq, by="event_type")
    counted = [row for row in made if unit in ("country", "admin1") or row["geo_precision"] < 3]
    assert panel["events"].sum() == len(counted)
    assert panel["fatalities"].sum() == sum(row["fatalities"] for row in counted)
    assert panel["events_battles"].sum() + panel["events_riots"].sum() == len(counted)
    assert sum(panel.attrs["left_out"].values()) == len(made) - len(counted)
    units = panel[{"admin1": ["country", "admin1"], "priogrid": ["gid"]}.get(unit, [unit])].drop_duplicates()
    assert len(panel) == len(units) * panel["period"].nunique()
    assert not panel.duplicated([*units.columns, "period"]).any()
    known = panel["covered"] > 0
    assert panel.loc[known, "events"].notna().all()
    assert (panel.loc[~known, "events"].isna() | (panel.loc[~known, "events"] > 0)).all()


def test_a_month_that_no_article_covers_is_missing_and_a_covered_one_is_zero(make_version, event) -> None:
    version = make_version([event(1), event(2, "2023-07-01", "Chad")],
                           covered=[("2023-03-01", "2023-04-15"), ("2023-06-20", "2023-07-10")])  # fmt: skip
    kenya = version.panel(freq="M").query("country == 'Kenya'").set_index("period")
    assert kenya["events"].astype(object).where(kenya["events"].notna(), None).tolist() == [1, 0, None, 0, 0]
    assert kenya["covered"].tolist() == pytest.approx([1, 0.5, 0, 11 / 30, 10 / 31])
    assert version.panel(freq="M", fill="missing")["events"].notna().sum() == 2
    assert len(version.panel(freq="M", fill="none")) == 2
    whole = version.panel(freq="M", coverage="all", start="2023-03-01", end="2023-07-31")
    assert whole["events"].notna().all() and (whole["covered"] == 1).all()


def test_where_no_coverage_was_recorded_the_articles_with_events_tell_it(make_version, event) -> None:
    version = make_version([event(1)], published=["2023-03-16"])
    panel = version.panel(freq="D")
    assert panel["period"].min() == pd.Timestamp("2023-02-13")  # the shipped codebook's window of 31 days
    assert panel["period"].max() == pd.Timestamp("2023-03-16")
    assert (panel["covered"] == 1).all()


@pytest.mark.parametrize(
    ("question", "events", "left_out"),
    [
        pytest.param({"unit": "priogrid"}, 4, {"geo_precision worse than 2": 1}, id="a division is no cell"),
        pytest.param({"unit": "priogrid", "geo_precision": 3}, 5, {}, id="unless one says so"),
        pytest.param({"geo_precision": 2}, 4, {"geo_precision worse than 2": 1}, id="places known well enough"),
        pytest.param({"time_precision": 1}, 4, {"time_precision worse than 1": 1}, id="days known well enough"),
        pytest.param({"start": "2023-04-01"}, 2, {"outside the periods of the panel": 3}, id="from a day on"),
        pytest.param({"units": ["Kenya"]}, 3, {"in units that are not listed": 2}, id="units that are listed"),
        pytest.param({"countries": ["Kenya"]}, 3, {"in other countries": 2}, id="one country"),
    ],
)
def test_what_is_left_out_is_counted_with_its_reason(
    some: Version, question: dict[str, Any], events: int, left_out: dict[str, int]
) -> None:
    panel = some.panel(**question)
    assert panel["events"].sum() == events
    assert panel.attrs["left_out"] == left_out
    assert all(any(reason in note for note in panel_notes(panel)) for reason in left_out)


def test_units_can_be_all_there_are(some: Version) -> None:
    countries = some.panel(units="all", freq="Y")
    assert countries["country"].nunique() > 200 and countries["events"].sum() == 5
    counties = some.panel("admin1", "Y", units="all", countries=["Kenya"])
    assert len(counties) == 47 and set(counties["country"]) == {"Kenya"}
    cells = some.panel("priogrid", "Y", units="all", countries=["Uganda"], geo_precision=3)
    assert 60 < len(cells) < 110  # 241,000 square km of land and lakes, some 3,080 a cell
    assert cells["ycoord"].between(-1.6, 4.4).all() and cells["xcoord"].between(29.4, 35.2).all()


def test_a_listed_unit_without_events_has_its_zeros(some: Version) -> None:
    panel = some.panel(units=["Somalia", "Kenya"], freq="Y")
    assert dict(zip(panel["country"], panel["events"], strict=True)) == {"Kenya": 3, "Somalia": 0}
    panel = some.panel("admin1", "Y", units=[("Kenya", "Nairobi County"), ("Kenya", "Garissa")][1:])
    assert panel["events"].tolist() == [3]


def test_every_type_of_the_codebook_has_its_column_under_a_name_that_stata_takes(some: Version) -> None:
    panel = some.panel(by="sub_event_type")
    names = [name for name in panel if name not in ("country", "period", "covered")]
    assert len(names) == 2 + 2 * 25 and len(set(names)) == len(names)
    assert all(len(name) <= 32 and name.isidentifier() and name == name.lower() for name in names)
    assert panel.attrs["columns"]["events_peaceful_protest"] == "events: Peaceful protest"
    assert panel["events_armed_clash"].sum() == 4


def test_what_a_table_note_needs_goes_with_the_panel(some: Version) -> None:
    about = some.panel(freq="W").attrs
    assert json.loads(json.dumps(about)) == about
    assert about["row_hash"] == some.manifest.row_hash
    assert (about["unit"], about["units"], about["units_are"]) == ("country", 3, "seen")
    assert about["coverage"] == [["2023-03-01", "2023-04-30"]]
    assert about["day_known_less_well_than_period"] == 1


def test_weeks_begin_on_monday(some: Version) -> None:
    assert set(some.panel(freq="W")["period"].dt.day_of_week) == {0}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param({"unit": "admin2"}, ["admin2", "did you mean 'admin1'?", "priogrid"], id="unit"),
        pytest.param({"freq": "Q"}, ["'Q'", "D, W, M, Y"], id="freq"),
        pytest.param({"measures": ["deaths"]}, ["'deaths'", "events, fatalities"], id="measure"),
        pytest.param({"measures": []}, ["measures is empty"], id="no measure"),
        pytest.param({"by": "event_typ"}, ["did you mean 'event_type'?"], id="column"),
        pytest.param({"fill": "0"}, ["zero, missing, none"], id="fill"),
        pytest.param({"units": "every"}, ["seen, all"], id="units"),
        pytest.param({"units": []}, ["empty"], id="no units"),
        pytest.param({"units": ["Kenia"]}, ["did you mean 'Kenya'?"], id="unit that is listed"),
        pytest.param({"unit": "admin1", "units": ["Garissa"]}, ["pairs of country and division"], id="division alone"),
        pytest.param({"unit": "admin1", "units": [("Kenya", "Garisa")]}, ["'Kenya / Garissa'"], id="division"),
        pytest.param({"unit": "priogrid", "units": [0]}, ["1 to 259,200"], id="cell"),
        pytest.param({"unit": "h3", "units": ["x"]}, ["no H3 cell of resolution 4"], id="cell of H3"),
        pytest.param({"unit": "h3", "units": "all"}, ["list the cells"], id="all cells of H3"),
        pytest.param({"unit": "h3", "resolution": 16}, ["0 ", "15 "], id="resolution"),
        pytest.param({"countries": ["Kenia"]}, ["did you mean 'Kenya'?"], id="country"),
        pytest.param({"start": "2023"}, ["start '2023'", "2024-02-29"], id="day"),
        pytest.param({"start": "2024-01-01", "end": "2023-01-01"}, ["behind end"], id="end before start"),
        pytest.param({"start": "2030-01-01", "end": "2030-12-31"}, ["no event lies"], id="nothing there"),
        pytest.param({"unit": "priogrid", "units": range(1, 250_000), "freq": "D", "end": "2023-09-30"},
                     ["20,000,000"], id="too many rows"),
    ],
)
def test_a_wrong_question_is_answered_in_words(some: Version, question: dict[str, Any], words: list[str]) -> None:
    with pytest.raises(BadQuestion) as caught:
        some.panel(**question)
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_a_version_without_events_has_no_panel(make_version) -> None:
    with pytest.raises(BadQuestion, match="no events"):
        make_version([]).panel()


def test_a_codebook_that_is_not_shipped_needs_no_list_of_types(make_version, event) -> None:
    version = make_version([event(1), event(2, event_type="Raid")], identity="of-mine")
    panel = version.panel(freq="Y", by="event_type", coverage="all")
    assert {"events_battles", "events_raid"} < set(panel) and "events_riots" not in panel
    with pytest.raises(BadQuestion, match="codebook="):
        version.panel(units="all")


@given(days=st.lists(DAYS, max_size=30), window=st.integers(0, 40))
def test_windows_hold_exactly_the_days_before_each_publication(days: list[date], window: int) -> None:
    spans = windows(days, days=window)
    held = {first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)}
    assert held == {day - timedelta(n) for day in days for n in range(window + 1)}
    assert all((b[0] - a[1]).days > 1 for a, b in pairwise(spans))


@given(spans=st.lists(st.tuples(DAYS, st.integers(0, 50)), max_size=6), freq=st.sampled_from("DWMY"))
def test_the_share_of_covered_days_is_counted_day_by_day(spans: list[tuple[date, int]], freq: str) -> None:
    joined = join_spans((day, day + timedelta(length)) for day, length in spans)
    periods = spans_of(period_range(date(2022, 10, 5), date(2023, 9, 1), freq))
    held = {day + timedelta(n) for day, length in spans for n in range(length + 1)}
    counted = [
        sum(first + timedelta(n) in held for n in range((last - first).days + 1)) / ((last - first).days + 1)
        for first, last in periods
    ]
    assert share_covered(periods, joined) == pytest.approx(counted)
