"""A table in its canonical order, cut into parts that stay the same where the rows stay the same.

Rows are sorted by key, and by all other columns where keys repeat. A part ends before a first-key value whose
CRC-32 is 0 modulo `ROWS_PER_PART`: cuts depend on the rows alone, so that a few changed rows change few parts and
the others are hard-linked from the version before.
"""

import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from eventbook.datasets.errors import BadTable
from eventbook.datasets.taking import take_rows

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

ROWS_PER_PART = 65_536  # mean; a compromise between few files and small changes


def sort_rows(name: str, table: "pa.Table", *, key: Sequence[str], unique: bool) -> "pa.Table":
    """The rows in canonical order; raises BadTable where the key is missing, null, or repeated though unique."""
    missing = [column for column in key if column not in table.column_names]
    if missing:
        raise BadTable(f"table {name!r}: key column {missing[0]!r} is missing; it has {', '.join(table.column_names)}")
    empty = [column for column in key if table[column].null_count]
    if empty:
        raise BadTable(f"table {name!r}: {table[empty[0]].null_count} rows have no {empty[0]!r}, which is its key")
    import pyarrow.compute as pc

    if key and ascends(table, key):
        return table
    ordered = table
    if key:
        ordered = take_rows(table, pc.sort_indices(table, sort_keys=[(column, "ascending") for column in key]))
    repeats = _repeats(ordered, key)
    if repeats is None or (unique and not repeats.any()):
        return ordered
    if unique:
        values = [str(value) for value in ordered[key[0]].filter(_mask(repeats)).unique()[:5].to_pylist()]
        raise BadTable(f"table {name!r}: {int(repeats.sum())} rows repeat a {key[0]!r}, such as {', '.join(values)}")
    return _sort_by_all(ordered, key) if repeats.any() else ordered


def cut_points(table: "pa.Table", *, key: Sequence[str]) -> list[tuple[int, int]]:
    """Half-open row ranges of the parts of a sorted table; one empty range for an empty table."""
    if not key or table.num_rows == 0:
        return [(0, table.num_rows)]
    import numpy as np

    starts = np.flatnonzero(_new_value(table[key[0]]))
    texts = table[key[0]].take(starts).to_pylist()
    cuts = [
        int(start)
        for start, text in zip(starts, texts, strict=True)
        if start and zlib.crc32(str(text).encode()) % ROWS_PER_PART == 0
    ]
    bounds = [0, *cuts, table.num_rows]
    return list(pairwise(bounds))


def parts_of(table: "pa.Table", *, key: Sequence[str]) -> Iterator["pa.Table"]:
    """The parts of a sorted table, in order."""
    for start, stop in cut_points(table, key=key):
        yield table.slice(start, stop - start)


def ascends(table: "pa.Table", key: Sequence[str]) -> bool:
    """Whether each row's key is greater than that of the row before: sorted, and no key twice."""
    import numpy as np
    import pyarrow.compute as pc

    size = max(table.num_rows - 1, 0)
    less, equal = np.zeros(size, dtype=bool), np.ones(size, dtype=bool)
    for name in key:
        before, after = table[name].slice(0, size), table[name].slice(1)
        less |= equal & pc.less(before, after).to_numpy()
        equal &= pc.equal(before, after).to_numpy()
    return bool(less.all())


def _new_value(column: "pa.ChunkedArray") -> "np.ndarray":
    import numpy as np
    import pyarrow.compute as pc

    changed = pc.not_equal(column.slice(1), column.slice(0, len(column) - 1))
    return np.concatenate([[True], changed.to_numpy()])


def _repeats(table: "pa.Table", key: Sequence[str]) -> "np.ndarray | None":
    import numpy as np

    if not key:
        return np.ones(table.num_rows, dtype=bool)
    if table.num_rows < 2:
        return None
    same: np.ndarray = np.logical_and.reduce([~_new_value(table[column]) for column in key])
    following = np.concatenate([same[1:], np.zeros(1, dtype=bool)])
    either: np.ndarray = np.logical_or(same, following)
    return either


def _mask(repeats: "np.ndarray") -> "pa.Array":
    import pyarrow as pa

    return pa.array(repeats)


def _sort_by_all(table: "pa.Table", key: Sequence[str]) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.compute as pc

    from eventbook.datasets.cells import is_nested, texts

    rest = sorted(column for column in table.column_names if column not in key)
    sortable = table
    for column in rest:  # nested values have no order of their own
        if is_nested(table[column].type):
            position = table.column_names.index(column)
            sortable = sortable.set_column(position, column, pa.chunked_array([texts(table[column])]))
    order = pc.sort_indices(sortable, sort_keys=[(column, "ascending") for column in [*key, *rest]])
    return take_rows(table, order)
