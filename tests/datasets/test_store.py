"""Versions: committed, read back, named, found by time."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.datasets import (
    BadName,
    BadTable,
    Conflict,
    Dataset,
    DatasetExists,
    NotADataset,
    UnknownTable,
    UnknownVersion,
    committing,
    create_dataset,
    open_dataset,
)

Tables = Callable[..., dict[str, pa.Table]]
KEYS = {"events": "event_id", "evidence": ("event_id", "column")}
DATES = [dt.date(2020, 2, 29), None]


def all_types() -> pa.Table:
    return pa.table(
        {
            "id": pa.array(["a", "b"], pa.large_string()),
            "day": pa.array(DATES, pa.date32()),
            "deaths": pa.array([3, None], pa.int16()),
            "latitude": pa.array([1.5, None], pa.float64()),
            "armed": pa.array([True, None], pa.bool_()),
            "kind": pa.DictionaryArray.from_arrays(pa.array([1, None], pa.int8()), ["Riots", "Battles", "Protests"]),
            "rank": pa.DictionaryArray.from_arrays(pa.array([1, 0], pa.int8()), ["low", "high"], ordered=True),
            "places": pa.array([["x", "y"], None], pa.list_(pa.string())),
            "at": pa.array([dt.datetime(2020, 1, 1, tzinfo=dt.UTC), None], pa.timestamp("us", tz="UTC")),
        }
    )


def test_loaded_types_are_those_of_the_schema(dataset: Dataset) -> None:
    dataset.commit({"events": all_types()}, reason="types", keys={"events": "id"})
    frame = dataset.load()
    assert [str(kind) for kind in frame.dtypes] == [
        "string", "object", "Int16", "float64", "boolean", "category", "category", "object", "datetime64[us, UTC]",
    ]  # fmt: skip
    assert frame["day"].tolist() == DATES
    assert frame["deaths"][1] is pd.NA
    assert list(frame["kind"].cat.categories) == ["Battles", "Protests", "Riots"]  # those without rows too
    assert list(frame["rank"].cat.categories) == ["low", "high"] and frame["rank"].cat.ordered
    assert dataset.verify() == []


def test_what_is_loaded_can_be_committed_again_without_a_new_version(dataset: Dataset) -> None:
    dataset.commit({"events": all_types()}, reason="types", keys={"events": "id"})
    again = dataset.commit({"events": dataset.table()}, reason="same", base=1)
    assert not again.created
    assert len(dataset.versions()) == 1


def test_only_some_columns_can_be_loaded(filled: Dataset) -> None:
    assert list(filled.load(columns=["country"]).columns) == ["country"]


def test_older_versions_stay_as_they_were(filled: Dataset) -> None:
    assert filled.load(1)["fatalities"].tolist() == [1, 2]
    assert filled.load()["fatalities"].tolist() == [1, 3]
    assert filled.load(table="evidence")["quote"].tolist() == ["1 people died", "3 people died"]


def test_the_same_content_makes_no_new_version(filled: Dataset, tables: Tables) -> None:
    done = filled.commit(tables({"B": 3, "A": 1}), reason="again", base=2, codebook=filled.manifest().codebook)
    assert (done.created, done.manifest.number, len(filled.versions())) == (False, 2, 2)


def test_another_codebook_makes_a_new_version_of_the_same_rows(filled: Dataset, tables: Tables) -> None:
    assert filled.commit(tables({"A": 1, "B": 3}), reason="recode", base=2, codebook={"id": "other"}).created


def test_a_manifest_says_from_what_the_version_was_made(filled: Dataset) -> None:
    manifest = filled.manifest(2)
    assert (manifest.parent, manifest.reason, manifest.command) == (1, "second", "test")
    assert manifest.parent_checksum == filled.manifest(1).checksum
    assert manifest.counts == {"events": 2, "evidence": 2}
    assert manifest.codebook == {"id": "invented", "version": "1.0.0"}
    assert {"python", "pyarrow"} <= set(manifest.environment)
    assert manifest.tables["events"].key == ("event_id",)


def test_an_unchanged_table_is_a_hard_link(filled: Dataset, tables: Tables) -> None:
    new = tables({"A": 1, "B": 3})
    new["events"] = tables({"A": 1, "B": 4})["events"]
    filled.commit(new, reason="events only", base=2)
    files = [filled.path / f"versions/{number:04d}/evidence/part-00000.parquet" for number in (2, 3)]
    assert files[0].samefile(files[1])
    assert not (filled.path / "versions/0002/events/part-00000.parquet").samefile(
        filled.path / "versions/0003/events/part-00000.parquet"
    )


def test_a_changed_cell_leaves_the_other_parts_as_hard_links(
    dataset: Dataset, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eventbook.datasets.parts.ROWS_PER_PART", 50)
    rows: dict[str, int | None] = {f"E{number:04d}": number for number in range(1000)}
    dataset.commit(tables(rows), reason="first", keys=KEYS)
    dataset.commit(tables(rows | {"E0500": 0}), reason="one cell", base=1)
    inodes = [{path.stat().st_ino for path in dataset.path.glob(f"versions/000{n}/events/*")} for n in (1, 2)]
    assert len(inodes[0]) > 5
    assert len(inodes[0] - inodes[1]) == 1
    assert dataset.load()["fatalities"].tolist() == [0 if n == 500 else n for n in range(1000)]


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(6)), cuts=st.integers(1, 5), encoded=st.booleans())
def test_the_same_rows_give_the_same_bytes_in_any_order_and_layout(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: int, encoded: bool
) -> None:
    names = pa.array(["x", "y", None, "x", "z", ""])
    plain = {"id": [f"E{n}" for n in range(6)], "f": [0.0, -0.0, float("nan"), None, 1.5, 2.0]}
    first = pa.table(plain | {"name": names.dictionary_encode()})
    table = first.take(pa.array(order))
    if encoded:  # the dictionary in the order of the rows, as another program would make it
        table = table.set_column(2, "name", table["name"].cast(pa.string()).combine_chunks().dictionary_encode())
    table = pa.concat_tables([table.slice(0, cuts), table.slice(cuts)])
    evidence = pa.table({"id": ["E1", "E0", "E1"], "quote": ["b", "c", "a"]})
    hashes = []
    for events, quotes in ((first, evidence), (table, evidence.take([2, 0, 1]))):
        made = create_dataset(tmp_path_factory.mktemp("same") / "d", identity={})
        done = made.commit({"events": events, "evidence": quotes}, reason="", keys={"events": "id", "evidence": "id"})
        hashes.append([(name, entry.row_hash, entry.files) for name, entry in done.manifest.tables.items()])
    assert hashes[0] == hashes[1]


def test_versions_are_found_by_tag_and_time(filled: Dataset) -> None:
    filled.tag("paper", 1, note="as submitted")
    first, second = filled.versions()
    assert first.tags == ("paper",)
    assert filled.load(tag="paper")["fatalities"].tolist() == [1, 2]
    assert filled.resolve(as_of=second.created).number == 2
    assert filled.resolve(as_of=second.created - dt.timedelta(microseconds=1)).number == 1
    assert filled.resolve(as_of=second.created.date()).number == 2
    assert filled.resolve(as_of=second.created.isoformat()).number == 2
    with pytest.raises(UnknownVersion, match="no version as of"):
        filled.load(as_of="1999-12-31")
    with pytest.raises(UnknownVersion, match="only one"):
        filled.load(1, tag="paper")


def test_a_tag_is_moved_only_on_purpose(filled: Dataset) -> None:
    filled.tag("paper", 1)
    filled.tag("paper", 1)
    with pytest.raises(BadName, match="version 1 already"):
        filled.tag("paper", 2)
    assert filled.tag("paper", 2, move=True).version == 2
    filled.untag("paper")
    assert filled.tags() == []


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "ends.", "x" * 101, "sp ace", "latest", "7"])
def test_a_tag_that_cannot_be_a_name_is_refused(filled: Dataset, name: str) -> None:
    with pytest.raises(BadName, match="tag"):
        filled.tag(name)


def test_a_commit_on_an_older_version_is_refused(filled: Dataset, tables: Tables) -> None:
    with pytest.raises(Conflict, match="made from version 1, but version 2 is the latest"):
        filled.commit(tables({"C": 1}), reason="late", base=1)
    assert len(filled.versions()) == 2


def test_a_merge_is_run_again_on_the_version_that_came_first(filled: Dataset, tables: Tables) -> None:
    seen = []

    def merge(parent: dict[str, pa.Table], new: dict[str, pa.Table]) -> dict[str, pa.Table]:
        seen.append(parent["events"].num_rows)
        if len(seen) == 1:  # another writer, just now
            filled.commit(tables({"A": 1, "B": 3, "C": 5}), reason="other", base=2)
        return {name: pa.concat_tables([parent[name], new[name]]) for name in parent}

    done = filled.commit(tables({"D": 7}), reason="mine", merge=merge)
    assert (seen, done.rebased, done.manifest.number) == ([2, 3], 1, 4)
    assert filled.load()["event_id"].tolist() == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("columns", "key", "message"),
    [
        pytest.param({"x": ["a"]}, "id", "key column 'id' is missing", id="no key column"),
        pytest.param({"id": ["a", None]}, "id", "1 rows have no 'id'", id="an empty key"),
        pytest.param({"id": ["a", "b", "a"]}, "id", "repeat a 'id', such as a", id="a repeated key"),
        pytest.param({"id": ["a"]}, (), "column that is its key", id="no key named"),
    ],
)
def test_events_without_a_proper_key_are_refused(
    dataset: Dataset, columns: dict[str, list[str]], key: str, message: str
) -> None:
    with pytest.raises(BadTable, match=message):
        dataset.commit({"events": pa.table(columns)}, reason="", keys={"events": key})
    assert dataset.versions() == ()
    assert not any((dataset.path / ".staging").iterdir())


def test_a_table_of_a_hostile_name_is_refused(dataset: Dataset, tables: Tables) -> None:
    with pytest.raises(BadName):
        dataset.commit(tables({"A": 1}) | {"../up": pa.table({"x": [1]})}, reason="", keys=KEYS)


def test_an_empty_version_keeps_its_columns(dataset: Dataset, tables: Tables) -> None:
    dataset.commit(tables({}), reason="nothing codable", keys=KEYS)
    assert list(dataset.load().columns) == ["event_id", "fatalities", "country"]
    assert dataset.load().empty and dataset.verify() == []


def test_a_clock_that_goes_back_does_not_reorder_versions(
    filled: Dataset, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Yesterday(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> "Yesterday":
            return cls(2001, 1, 1, tzinfo=tz)

    monkeypatch.setattr(committing, "datetime", Yesterday)
    filled.commit(tables({"A": 1}), reason="clock", base=2)
    times = [version.created for version in filled.versions()]
    assert times[2] == times[1] >= times[0]
    assert filled.resolve(as_of=times[2]).number == 3


def test_a_dataset_is_made_only_in_an_empty_folder(tmp_path: Path) -> None:
    create_dataset(tmp_path / "new", identity={})
    with pytest.raises(DatasetExists, match="already"):
        create_dataset(tmp_path / "new", identity={})
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.tex").touch()
    with pytest.raises(DatasetExists, match="other files"):
        create_dataset(tmp_path / "thesis", identity={})


def test_an_interrupted_making_does_not_stand_in_the_way(tmp_path: Path, tables: Tables) -> None:
    root = tmp_path / "new"
    root.mkdir()
    (root / f".dataset.json.{'0' * 32}").touch()
    dataset = create_dataset(root, identity={})
    (root / "versions").rmdir()
    assert dataset.commit(tables({"A": 1}), reason="", keys=KEYS).created


def test_what_is_no_dataset_is_not_opened(tmp_path: Path, dataset: Dataset) -> None:
    with pytest.raises(NotADataset, match="is no dataset"):
        open_dataset(tmp_path)
    (dataset.path / "dataset.json").write_text(json.dumps({"format": 2}))
    with pytest.raises(NotADataset, match="newer eventbook"):
        open_dataset(dataset.path)


def test_what_is_not_there_is_named(dataset: Dataset, filled: Dataset) -> None:
    for call, kind, message in [
        (lambda: filled.load(9), UnknownVersion, "no version 9"),
        (lambda: filled.load(tag="nope"), UnknownVersion, "no tag 'nope'"),
        (lambda: filled.load(table="sources"), UnknownTable, "it has events, evidence"),
        (lambda: filled.load(columns=["deaths"]), UnknownTable, "it has event_id, fatalities, country"),
    ]:
        with pytest.raises(kind, match=message):
            call()


def test_an_empty_dataset_says_that_it_has_no_version(dataset: Dataset) -> None:
    assert dataset.versions() == ()
    with pytest.raises(UnknownVersion, match="no version yet"):
        dataset.latest()


def test_importing_the_store_loads_neither_pandas_nor_pyarrow() -> None:
    code = "import sys, eventbook.datasets; sys.exit(bool({'pandas', 'pyarrow', 'numpy'} & set(sys.modules)))"
    source = Path(__file__).parents[2] / "datasets"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(source)}).returncode == 0
