"""Builds add and recode articles; what others reported stays."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.datasets import BadTable, create_dataset
from eventbook.datasets.building import derive_events, store_keys, upsert, upserting

KEY = "event_id_cnty"
Coding = dict[str, dict[str, int]]  # article -> event -> deaths reported


def coded(coding: Coding) -> dict[str, pa.Table]:
    rows = [(event, article, deaths) for article, events in coding.items() for event, deaths in events.items()]
    events, articles, deaths = ([row[place] for row in rows] for place in range(3))
    text = pa.string()
    ids, of = pa.array(events, text), pa.array(articles, text)
    silent = [article for article in coding if not coding[article]]
    return {
        "reports": pa.table({KEY: ids, "article_id": of, "deaths": pa.array(deaths, pa.int32())}),
        "evidence": pa.table({"event_id": ids, "article_id": of, "column": pa.repeat("deaths", len(rows))}),
        "findings": pa.table({"event_id": ids, "check_id": pa.repeat("c", len(rows))}),
        "not_coded": pa.table({"article_id": pa.array(silent, text), "reason": pa.repeat("r", len(silent))}),
    }


def build(parent: dict[str, pa.Table], coding: Coding, number: int = 1) -> dict[str, pa.Table]:
    return upsert(parent, coded(coding), articles=coding.keys(), event_key=KEY, number=number)


def rows(table: pa.Table) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in table.to_pylist())


CODING = st.dictionaries(
    st.sampled_from(["a1", "a2", "a3", "a4"]),
    st.dictionaries(st.sampled_from(["E1", "E2", "E3"]), st.integers(0, 3), max_size=3),
    max_size=4,
)


@settings(deadline=None)
@given(batches=st.lists(CODING, min_size=1, max_size=4))
def test_builds_in_steps_give_what_the_last_coding_of_each_article_gives(batches: list[Coding]) -> None:
    tables: dict[str, pa.Table] = {}
    latest: Coding = {}
    ever: set[str] = set()
    for number, batch in enumerate(batches):
        tables = build(tables, batch, number)
        latest |= batch
        ever |= {event for events in batch.values() for event in events}
    expected = {event: deaths for _, events in sorted(latest.items(), reverse=True) for event, deaths in events.items()}
    events = {row[KEY]: row["deaths"] for row in tables["events"].to_pylist()}
    assert events == expected
    whole = coded(latest)
    for name in ("reports", "evidence", "not_coded"):
        assert rows(tables[name]) == rows(whole[name]), name
    assert set(tables["tombstones"]["event_id"].to_pylist()) == ever - set(expected)
    again = build(tables, batches[-1], len(batches))
    assert all(rows(again[name]) == rows(tables[name]) for name in tables)


def test_an_event_told_by_two_articles_outlives_the_recoding_of_one() -> None:
    first = build({}, {"a1": {"E": 3}, "a2": {"E": 5}})
    assert first["events"].to_pylist() == [{KEY: "E", "deaths": 3}]
    second = build(first, {"a1": {}})
    assert second["events"].to_pylist() == [{KEY: "E", "deaths": 5}]
    assert second["tombstones"].num_rows == 0
    assert second["not_coded"]["article_id"].to_pylist() == ["a1"]


def test_an_event_that_vanishes_leaves_a_tombstone_and_takes_it_back() -> None:
    first = build({}, {"a1": {"E": 3}})
    second = build(first, {"a1": {}}, number=7)
    assert second["tombstones"].to_pylist() == [{"event_id": "E", "last_version": 7, "reason": "recoded"}]
    assert second["findings"].num_rows == 0
    assert build(second, {"a9": {"F": 1}}, number=8)["tombstones"].num_rows == 1
    assert build(second, {"a1": {"E": 3}}, number=8)["tombstones"].num_rows == 0


def test_the_preferred_report_gives_the_row() -> None:
    reports = coded({"a1": {"E": 5}, "a2": {"E": 3}, "a3": {"E": 4}})["reports"]
    assert derive_events(reports, event_key=KEY)["deaths"].to_pylist() == [5]
    assert derive_events(reports, event_key=KEY, prefer=[("deaths", "ascending")])["deaths"].to_pylist() == [3]


def test_input_of_no_article_is_listed_once_however_often_it_is_read() -> None:
    def bad(lines: list[int]) -> dict[str, pa.Table]:
        new = coded({"a1": {"E": 1}})
        new["not_coded"] = pa.table({"article_id": pa.nulls(len(lines), pa.string()), "line": lines})
        return new

    tables = upsert({}, bad([3, 9]), articles=["a1"], event_key=KEY, number=0)
    tables = upsert(tables, bad([3, 12]), articles=["a1"], event_key=KEY, number=1)
    assert sorted(tables["not_coded"]["line"].to_pylist()) == [3, 9, 12]


def test_a_new_column_and_a_new_category_join_older_rows() -> None:
    old, new = coded({"a1": {"E1": 1}}), coded({"a2": {"E2": 2}})
    old["reports"] = old["reports"].append_column("kind", pa.array(["Riots"]).dictionary_encode())
    new["reports"] = new["reports"].append_column("kind", pa.array(["Battles"]).dictionary_encode())
    new["reports"] = new["reports"].append_column("tags", pa.array(["t"]))
    tables = upsert({}, old, articles=["a1"], event_key=KEY, number=0)
    tables = upsert(tables, new, articles=["a2"], event_key=KEY, number=1)
    events = tables["events"].to_pylist()
    assert [(row["kind"], row["tags"]) for row in events] == [("Riots", None), ("Battles", "t")]
    assert tables["events"]["kind"].chunk(0).dictionary.to_pylist() == ["Battles", "Riots"]


@pytest.mark.parametrize(
    ("parent", "new", "message"),
    [
        pytest.param({}, {"events": pa.table({KEY: ["E"]})}, "need a table 'reports'", id="no reports"),
        pytest.param({"events": pa.table({KEY: ["E"]})}, coded({}), "build anew", id="a parent without reports"),
        pytest.param({}, {"reports": pa.table({KEY: ["E"]})}, "column 'article_id' is missing", id="no article id"),
    ],
)
def test_tables_that_cannot_be_built_on_are_refused(
    parent: dict[str, pa.Table], new: dict[str, pa.Table], message: str
) -> None:
    with pytest.raises(BadTable, match=message):
        upsert(parent, new, articles=[], event_key=KEY, number=0)


def test_building_the_same_articles_again_makes_no_new_version(tmp_path: Path) -> None:
    dataset = create_dataset(tmp_path / "d", identity={})
    keys = store_keys(KEY)
    for number, coding in enumerate([{"a1": {"E1": 1}, "a2": {}}, {"a3": {"E1": 2, "E2": 0}}]):
        for created in (True, False):
            merge = upserting(coding.keys(), event_key=KEY)
            done = dataset.commit(coded(coding), reason="build", merge=merge, keys=keys)
            assert (done.created, done.manifest.number) == (created, number + 1)
    assert dataset.load()[KEY].tolist() == ["E1", "E2"]
    assert dataset.verify() == []
