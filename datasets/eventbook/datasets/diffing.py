"""The exact difference of two tables: rows added and removed, and every cell that changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventbook.datasets.cells import cell_text, is_nested
from eventbook.datasets.errors import BadTable
from eventbook.datasets.taking import take_cells

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of a row that both versions hold; values as Python gives them, None where missing.

    `detail` is what the reason rests on: the rule, the person's decision, the articles, or the other events.
    """

    key: tuple[Any, ...]
    column: str
    before: Any
    after: Any
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DatasetDiff:
    """From version `before` to `after`: whole rows added and removed, cells changed in key and column order.

    A column that only one version has is in `columns_added` or `columns_removed`, and its cells are not changes.
    `added_because` and `removed_because` give a reason per row, where the versions tell it (`diff_reasons`).
    """

    before: int
    after: int
    key: tuple[str, ...]
    added: "pa.Table"
    removed: "pa.Table"
    changes: tuple[Change, ...]
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]
    added_because: tuple[str, ...] = ()
    removed_because: tuple[str, ...] = ()

    @property
    def changed_rows(self) -> int:
        """Rows that both versions hold, with at least one changed cell."""
        return len({change.key for change in self.changes})

    def __bool__(self) -> bool:
        rows = self.added.num_rows or self.removed.num_rows
        return bool(rows or self.changes or self.columns_added or self.columns_removed)

    def to_dict(self) -> dict[str, Any]:
        """The difference as JSON can hold it; values as text."""
        return {
            "before": self.before, "after": self.after, "key": list(self.key),
            "added": _rows(self.added), "added_because": list(self.added_because),
            "removed": _rows(self.removed), "removed_because": list(self.removed_because),
            "changed": [
                {"key": [cell_text(part) for part in change.key], "column": change.column,
                 "before": cell_text(change.before), "after": cell_text(change.after), "reason": change.reason,
                 "detail": change.detail}
                for change in self.changes
            ],
            "columns_added": list(self.columns_added), "columns_removed": list(self.columns_removed),
        }  # fmt: skip


def diff_tables(
    before: "pa.Table", after: "pa.Table", *, key: Sequence[str], names: tuple[int, int] = (0, 0)
) -> DatasetDiff:
    """Compare two tables whose rows `key` identifies; raises BadTable where keys are missing or repeated.

    Missing equals missing and NaN equals NaN; a number equals the same number of another width.
    """
    import pyarrow.compute as pc

    old_keys, new_keys = _row_keys(before, key), _row_keys(after, key)
    places = pc.index_in(new_keys, value_set=old_keys)
    added = after.filter(pc.is_null(places))
    removed = before.filter(pc.is_null(pc.index_in(old_keys, value_set=new_keys)))
    kept, places = pc.indices_nonzero(pc.is_valid(places)), pc.drop_null(places)
    new_identity = after.select(list(key)).take(kept)
    shared = [name for name in after.column_names if name in before.column_names and name not in key]
    changes: list[tuple[int, int, Change]] = []
    for order, name in enumerate(shared):
        # one column at a time: both tables in one order would double the memory
        old_cells, new_cells = _in_order(before[name], places), _in_order(after[name], kept)
        rows = _unequal(old_cells, new_cells)
        identity = new_identity.take(rows).to_pydict()
        keys = list(zip(*(identity[part] for part in key), strict=True))
        cells = zip(take_cells(old_cells, rows).to_pylist(), take_cells(new_cells, rows).to_pylist(), strict=True)
        for row, row_key, (old, new) in zip(rows.to_pylist(), keys, cells, strict=True):
            changes.append((row, order, Change(row_key, name, old, new)))
    changes.sort(key=lambda change: change[:2])
    return DatasetDiff(
        before=names[0], after=names[1], key=tuple(key), added=added, removed=removed,
        changes=tuple(change for _, _, change in changes),
        columns_added=tuple(name for name in after.column_names if name not in before.column_names),
        columns_removed=tuple(name for name in before.column_names if name not in after.column_names),
    )  # fmt: skip


def _rows(table: "pa.Table") -> list[dict[str, str | None]]:
    return [{name: cell_text(value) for name, value in row.items()} for row in table.to_pylist()]


def _row_keys(table: "pa.Table", key: Sequence[str]) -> "pa.Array":
    """One text per row that only this row has: the parts of its key, each after its length."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not key:
        raise BadTable("the table has no key column, so its rows cannot be told apart; compare tables that have one")
    for name in key:
        if name not in table.column_names or table[name].null_count:
            raise BadTable(f"key column {name!r} is missing or has empty cells; nothing was compared")
    parts = [table[name].cast(pa.string()).combine_chunks() for name in key]
    if len(parts) > 1:
        sized = [pc.binary_join_element_wise(pc.binary_length(part).cast(pa.string()), part, ":") for part in parts]
        joined = pc.binary_join_element_wise(*sized, "")
    else:
        joined = parts[0]
    if pc.count_distinct(joined).as_py() != table.num_rows:
        raise BadTable(f"several rows have the same {', '.join(key)}; rows cannot be matched, nothing was compared")
    return joined


def _in_order(column: "pa.ChunkedArray", rows: "pa.Array") -> "pa.ChunkedArray":
    import numpy as np

    if len(rows) == len(column) and (np.asarray(rows) == np.arange(len(column))).all():
        return column  # most versions keep most rows where they were
    return take_cells(column, rows)


def _unequal(old: "pa.ChunkedArray", new: "pa.ChunkedArray") -> "pa.Array":
    """Row numbers at which two columns of one length differ."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    old, new = _plain(old), _plain(new)
    try:
        if is_nested(old.type) or is_nested(new.type):
            raise pa.ArrowNotImplementedError("nested values have no comparison in Arrow")
        equal = pc.fill_null(pc.equal(old, new), False)
        equal = pc.or_(equal, pc.and_(_nan(old), _nan(new)))
        equal = pc.or_(equal, pc.and_(pc.is_null(old), pc.is_null(new)))
        differs = ~equal.to_numpy()
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid):  # types that cannot be compared: by their texts
        pairs = zip(old.to_pylist(), new.to_pylist(), strict=True)
        differs = np.array([cell_text(left) != cell_text(right) for left, right in pairs], dtype=bool)
    return pa.array(np.flatnonzero(differs))


def _plain(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    import pyarrow as pa

    return column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column


def _nan(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_floating(column.type):
        return pa.chunked_array([pa.repeat(False, len(column))])
    return pc.fill_null(pc.is_nan(column), False)
