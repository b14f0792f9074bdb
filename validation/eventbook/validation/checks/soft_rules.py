"""Rules that raise a doubt rather than find an error."""

from typing import TYPE_CHECKING

from eventbook.validation.checks.cell_rules import positions
from eventbook.validation.checks.cells import as_text, typed
from eventbook.validation.checks.records import WHOLE_TABLE, Check, Failures
from eventbook.validation.checks.tables import Tables

if TYPE_CHECKING:
    import pyarrow as pa


def has_second_source(tables: Tables, check: Check) -> Failures:
    """Many deaths, and a single name in the column of sources; articles that report the event count too."""
    import pyarrow as pa
    import pyarrow.compute as pc

    deaths, sources = check.columns[-1], check.columns[0]
    many = pc.greater_equal(tables.cells[deaths], check.arguments["limit"])
    single = pc.invert(pc.match_substring(pc.fill_null(tables.cells[sources], ""), check.arguments["separator"]))
    rows = positions(pc.and_(many, single))
    if tables.evidence is not None and "article_id" in tables.evidence.column_names and len(rows):
        pairs = tables.evidence.select(["event_id", "article_id"]).group_by("event_id", use_threads=False)
        counted = pairs.aggregate([("article_id", "count_distinct")])
        several = counted.filter(pc.greater(counted["article_id_count_distinct"], 1))
        known = pc.is_in(tables.ids.take(pa.array(rows)), value_set=as_text(several["event_id"]))
        rows = rows[~known.to_numpy(zero_copy_only=False)]
    return Failures(rows)


def is_not_dominant(tables: Tables, check: Check) -> Failures:
    """One value stands in more than the share of the rows."""
    import numpy as np
    import pyarrow as pa

    (name,) = check.columns
    counts = _counts(tables.cells[name])
    total = sum(counts.values())
    share, least = float(check.arguments["share"]), int(check.arguments["least"])
    top = [(value, count) for value, count in counts.items() if total >= least and count > share * total]
    told = [f"{value} ({count / total:.0%} of {total} rows)" for value, count in top]
    return Failures(np.full(len(top), WHOLE_TABLE, np.int64), pa.array(told, pa.string()))


def is_near_parent(tables: Tables, check: Check) -> Failures:
    """The number of rows of a value, or the sum of the numeric column of a pair, jumped against the parent version."""
    import numpy as np
    import pyarrow as pa

    name = check.columns[0]
    parent = tables.parent
    none = Failures(np.array([], np.int64))
    if parent is None or any(column not in parent.column_names for column in check.columns):
        return none
    column = next(column for column in tables.codebook.columns if column.name == name)
    before, after = _counts(typed(parent[name], column.type)), _counts(tables.cells[name])
    share, least = float(check.arguments["share"]), int(check.arguments["least"])
    told, was = [], []
    for value in sorted({*before, *after}):
        old, new = before.get(value, 0), after.get(value, 0)
        if max(old, new) >= least and abs(new - old) > share * max(old, 1):
            told.append(f"{value}: {new} rows")
            was.append(f"{old} rows")
    return Failures(np.full(len(told), WHOLE_TABLE, np.int64), pa.array(told, pa.string()), pa.array(was, pa.string()))


def sums_near_parent(tables: Tables, check: Check) -> Failures:
    """The sum of a column jumped against the parent version."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    (name,) = check.columns
    if tables.parent is None or name not in tables.parent.column_names:
        return Failures(np.array([], np.int64))
    old = pc.sum(typed(tables.parent[name], "number")).as_py() or 0
    new = pc.sum(tables.cells[name]).as_py() or 0
    share, least = float(check.arguments["share"]), int(check.arguments["least"])
    jumped = max(old, new) >= least and abs(new - old) > share * max(old, 1)
    told = pa.array([f"{new:g}"] if jumped else [], pa.string())
    was = pa.array([f"{old:g}"] if jumped else [], pa.string())
    return Failures(np.full(int(jumped), WHOLE_TABLE, np.int64), told, was)


def _counts(cells: "pa.Array") -> dict[str, int]:
    """Rows by value as text, empty cells left out, in the order of the values."""
    import pyarrow.compute as pc

    counted = pc.value_counts(cells.drop_null())
    pairs = ((str(item["values"]), int(item["counts"])) for item in counted.to_pylist())
    return dict(sorted(pairs))
