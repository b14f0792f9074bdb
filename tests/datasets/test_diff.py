"""The difference of two versions is that of a naive comparison."""

import json
import math
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.datasets import BadTable, Dataset
from eventbook.datasets.columns import to_stored
from eventbook.datasets.diffing import diff_tables
from eventbook.datasets.parts import sort_rows
from eventbook.datasets.rowhash import row_hash

SCHEMA = pa.schema(
    [
        ("id", pa.string()), ("day", pa.date32()), ("n", pa.int32()), ("x", pa.float64()), ("s", pa.string()),
        ("b", pa.bool_()), ("l", pa.list_(pa.int64())), ("k", pa.dictionary(pa.int8(), pa.string())),
    ]
)  # fmt: skip
ROW = st.fixed_dictionaries(
    {
        "day": st.none() | st.dates(),
        "n": st.none() | st.integers(0, 2),
        "x": st.none() | st.sampled_from([0.0, -0.0, math.nan, 1.5, math.inf]),
        "s": st.none() | st.sampled_from(["", "a", "None", "null", "é", "\n"]),
        "b": st.none() | st.booleans(),
        "l": st.none() | st.lists(st.integers(0, 1), max_size=2),
        "k": st.none() | st.sampled_from(["Riots", "Battles"]),
    }
)
ROWS = st.dictionaries(st.sampled_from("ABCDEF"), ROW)


def table_of(rows: dict[str, dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist([{"id": key, **row} for key, row in rows.items()], schema=SCHEMA)


def same(left: Any, right: Any) -> bool:
    if isinstance(left, float) and isinstance(right, float) and math.isnan(left) and math.isnan(right):
        return True
    return bool(left == right) and (left is None) == (right is None)


@given(before=ROWS, after=ROWS)
def test_a_diff_equals_a_naive_comparison_cell_by_cell(before: dict[str, Any], after: dict[str, Any]) -> None:
    diff = diff_tables(table_of(before), table_of(after), key=["id"])
    assert set(diff.added["id"].to_pylist()) == set(after) - set(before)
    assert set(diff.removed["id"].to_pylist()) == set(before) - set(after)
    naive = {
        (key, column): (before[key][column], after[key][column])
        for key in before
        if key in after
        for column in before[key]
        if not same(before[key][column], after[key][column])
    }
    found = {(change.key[0], change.column): (change.before, change.after) for change in diff.changes}
    assert len(found) == len(diff.changes)
    assert found.keys() == naive.keys()
    assert all(same(found[cell][side], naive[cell][side]) for cell in naive for side in (0, 1))
    json.dumps(diff.to_dict())


@given(before=ROWS, after=ROWS)
def test_row_hashes_are_equal_exactly_where_the_diff_is_empty(before: dict[str, Any], after: dict[str, Any]) -> None:
    def hashed(rows: dict[str, Any]) -> str:
        return row_hash(sort_rows("t", to_stored("t", table_of(rows)), key=["id"], unique=True))

    assert (hashed(before) == hashed(after)) == (not diff_tables(table_of(before), table_of(after), key=["id"]))


def test_keys_of_several_columns_do_not_run_into_each_other() -> None:
    before = pa.table({"a": ["x", "xy"], "b": ["yz", "z"], "v": [1, 2]})
    after = pa.table({"a": ["x", "xy"], "b": ["yz", "z"], "v": [1, 3]})
    diff = diff_tables(before, after, key=["a", "b"])
    assert [(change.key, change.before, change.after) for change in diff.changes] == [(("xy", "z"), 2, 3)]


def test_columns_that_only_one_version_has_are_named() -> None:
    diff = diff_tables(pa.table({"id": ["a"], "old": [1]}), pa.table({"id": ["a"], "new": [1]}), key=["id"])
    assert (diff.columns_added, diff.columns_removed, diff.changes) == (("new",), ("old",), ())
    assert diff


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        pytest.param(pa.array([1], pa.int32()), pa.array([1], pa.int64()), 0, id="the same number, wider"),
        pytest.param(pa.array(["1"]), pa.array([1]), 0, id="a number that was text, of the same spelling"),
        pytest.param(pa.array(["x"]), pa.array([1]), 1, id="a number that was another text"),
    ],
)
def test_a_column_of_another_type_is_compared_by_value(before: pa.Array, after: pa.Array, changed: int) -> None:
    diff = diff_tables(pa.table({"id": ["a"], "v": before}), pa.table({"id": ["a"], "v": after}), key=["id"])
    assert len(diff.changes) == changed


def test_rows_that_cannot_be_told_apart_are_not_compared() -> None:
    table = pa.table({"id": ["a", "a"]})
    with pytest.raises(BadTable, match="same id"):
        diff_tables(table, table, key=["id"])


def test_versions_are_compared_by_number_or_tag(filled: Dataset) -> None:
    filled.tag("paper", 1)
    diff = filled.diff("paper", "latest")
    assert [(change.key, change.column, change.before, change.after) for change in diff.changes] == [
        (("B",), "fatalities", 2, 3)
    ]
    assert (diff.before, diff.after, diff.changed_rows) == (1, 2, 1)
    assert not filled.diff(2, 2)
