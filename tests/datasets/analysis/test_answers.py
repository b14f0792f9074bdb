"""Actors, pairs, points and SQL."""

import sys
from pathlib import Path

import pandas as pd
import pytest

from eventbook.datasets import BadQuestion, Damaged, MissingExtra, Version, load
from eventbook.datasets.analysis.sql import run_query


def test_each_side_of_an_event_has_a_row(some: Version) -> None:
    sides = some.actors()
    assert len(sides) == 9  # four events with two sides, one with one
    assert sides["side"].value_counts().to_dict() == {"first": 5, "second": 4}
    row = sides[(sides["event_id"] == "KEN5") & (sides["side"] == "second")].iloc[0]
    assert (row["actor"], row["category"], row["other"]) == ("Al Shabaab", "Rebel group", "Police Forces of Kenya")


def test_associated_actors_have_rows_of_their_own(some: Version) -> None:
    sides = some.actors(associates=True)
    mine = sides[sides["role"] == "associate"]
    assert mine["actor"].tolist() == ["Farmers (Kenya)", "Women (Kenya)"]
    assert set(mine["event_id"]) == {"KEN5"} and set(mine["side"]) == {"first"}


def test_a_pair_is_the_same_pair_whoever_began(some: Version) -> None:
    pairs = some.dyads()
    kenya = pairs[pairs["country"] == "Kenya"]
    assert set(zip(kenya["actor_a"], kenya["actor_b"], strict=True)) == {("Al Shabaab", "Police Forces of Kenya")}
    assert set(zip(kenya["category_a"], kenya["category_b"], strict=True)) == {("Rebel group", "State forces")}
    assert pairs.attrs["one_sided"] == 1
    assert some.dyads(directed=True)["actor_a"].tolist().count("Police Forces of Kenya") == 1


def test_pairs_are_counted_by_period(some: Version) -> None:
    months = some.dyads("M").set_index(["actor_b", "period"])
    march = months.loc[("Police Forces of Kenya", pd.Timestamp("2023-03-01"))]
    assert march[["events", "fatalities"]].tolist() == [2, 6]
    assert months["events"].sum() == 4
    with pytest.raises(BadQuestion, match="D, W, M, Y"):
        some.dyads("H")


def test_events_are_points_on_the_globe(some: Version) -> None:
    points = some.to_geopandas()
    assert points.crs.to_epsg() == 4326 and len(points) == 5
    assert (points.geometry.x[0], points.geometry.y[0]) == (39.6461, -0.4536)
    assert len(some.to_geopandas(geo_precision=2)) == 4


def test_an_event_without_coordinates_has_no_point(make_version, event) -> None:
    points = make_version([event(1), event(2, latitude=None, longitude=None)]).to_geopandas()
    assert points.geometry.isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        pytest.param("select country from events where fatalities > 1", [("Kenya",)], id="a selection"),
        pytest.param("select sum(fatalities), count(*) from events", [(8, 5)], id="sums are whole numbers"),
        pytest.param("with e as (from events) select max(event_id_cnty) from e;", [("KEN5",)], id="a named part"),
        pytest.param("select count(*) from events join SOURCES s on event_id_cnty = s.event_id", [(5,)], id="a join"),
        pytest.param("show tables", [("events",), ("sources",)], id="the tables"),
    ],
)
def test_sql_answers(some: Version, query: str, rows: list[tuple[object, ...]]) -> None:
    assert [tuple(row.values()) for row in run_query(some, query).to_pylist()] == rows


def test_columns_of_one_name_are_told_apart(some: Version) -> None:
    answer = run_query(some, "select e.source, s.source from events e, sources s limit 1")
    assert answer.column_names == ["source", "source_2"]


SECRET = pd.DataFrame({"secret": [1]})


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("select * from read_text('{file}')", id="read a file"),
        pytest.param("select * from '{file}'", id="read a file by its name"),
        pytest.param("copy events to '{file}'", id="write a file"),
        pytest.param("attach '{file}' as other", id="open a database"),
        pytest.param("install httpfs", id="fetch an extension"),
        pytest.param("set enable_external_access = true", id="undo the settings"),
        pytest.param("select 1; copy events to '{file}'", id="slip in a second statement"),
        pytest.param("drop view events", id="drop a table"),
        pytest.param("insert into events select * from events", id="add rows"),
        pytest.param("select * from SECRET", id="see a variable of the program"),
        pytest.param("select * from glob('{folder}/*')", id="list a folder"),
        pytest.param("", id="say nothing"),
    ],
)
def test_sql_can_only_ask_the_version(some: Version, tmp_path: Path, query: str) -> None:
    file = tmp_path / "file.csv"
    file.write_text("secret\n1\n")
    with pytest.raises(BadQuestion):
        run_query(some, query.format(file=file, folder=tmp_path))
    assert file.read_text() == "secret\n1\n" and [path.name for path in tmp_path.iterdir()] == ["file.csv"]
    assert len(some.frame()) == 5


def test_a_table_that_is_unknown_is_answered_with_those_there_are(some: Version) -> None:
    with pytest.raises(BadQuestion, match="the tables of version 1 are events, sources"):
        some.sql("select * from evnts")


def test_a_damaged_file_is_never_asked(make_version, event) -> None:
    version = make_version([event(1)])
    file = version.dataset.path / "versions/0001/events/part-00000.parquet"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(Damaged):
        version.sql("select 1 from events")


def test_versions_are_named_as_everywhere(some: Version) -> None:
    some.dataset.tag("paper")
    assert load(some.dataset.path).number == load(some.dataset.path, tag="paper").number == 1
    assert load(some.dataset.path, 1).tags == ("paper",)
    assert repr(some) == f"<version 1 of '{some.dataset.path}': 5 events>"
    some.dataset.untag("paper")


@pytest.mark.parametrize(
    ("package", "extra", "ask"),
    [
        pytest.param("duckdb", "duckdb", lambda version: version.sql("select 1"), id="SQL"),
        pytest.param("geopandas", "geo", lambda version: version.to_geopandas(), id="points"),
        pytest.param("h3", "h3", lambda version: version.panel("h3"), id="cells of H3"),
        pytest.param("matplotlib", "plot", lambda version: version.plot.map(), id="pictures"),
    ],
)
def test_a_missing_package_is_named_with_the_command_that_brings_it(
    some: Version, monkeypatch: pytest.MonkeyPatch, package: str, extra: str, ask
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'eventbook\[{extra}\]'"):
        ask(some)
