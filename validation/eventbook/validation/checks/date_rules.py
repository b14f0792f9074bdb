"""Rules on days."""

from typing import TYPE_CHECKING

from eventbook.validation.checks.cell_rules import positions
from eventbook.validation.checks.links import articles_of_events
from eventbook.validation.checks.records import Check, Failures
from eventbook.validation.checks.tables import Tables

if TYPE_CHECKING:
    import numpy as np


def is_not_future(tables: Tables, check: Check) -> Failures:
    """Later than today."""
    import pyarrow as pa
    import pyarrow.compute as pc

    (name,) = check.columns
    return Failures(positions(pc.greater(tables.cells[name], pa.scalar(tables.today, pa.date32()))))


def is_part_of_date(tables: Tables, check: Check) -> Failures:
    """The last column is not the year or month (`part`) of the first."""
    import pyarrow as pa
    import pyarrow.compute as pc

    day, told = (tables.cells[name] for name in check.columns)
    part = (pc.year if check.arguments["part"] == "year" else pc.month)(day)
    rows = positions(pc.not_equal(part, told))
    return Failures(rows, expected=pc.cast(part.take(pa.array(rows)), pa.string()))


def is_in_window(tables: Tables, check: Check) -> Failures:
    """Before or after the reporting window of every article that reports the event."""
    import numpy as np
    import pyarrow as pa

    (name,) = check.columns
    linked = articles_of_events(tables)
    if linked is None:
        return Failures(np.array([], np.int64))
    rows, published = linked
    days = tables.cells[name].cast(pa.int32()).to_numpy(zero_copy_only=False)[rows]
    window = int(check.arguments["limit"])
    known = ~np.isnan(days) & ~np.isnan(published)
    rows, days, published = rows[known], days[known], published[known]
    inside = (days <= published) & (days >= published - window)
    has = np.zeros(tables.size, dtype=bool)
    has[rows] = True
    fits = np.zeros(tables.size, dtype=bool)
    fits[rows[inside]] = True
    failed = np.flatnonzero(has & ~fits)
    return Failures(failed, expected=_told(failed, rows, published))


def _told(failed: "np.ndarray", rows: "np.ndarray", published: "np.ndarray") -> "pa.Array":
    """The last day of publication of each failed row."""
    import numpy as np
    import pyarrow as pa

    last = np.full(int(rows.max(initial=-1)) + 1, -(2**31), np.int64)
    np.maximum.at(last, rows, published.astype(np.int64))
    return pa.array(last[failed].astype(np.int32)).cast(pa.date32()).cast(pa.string())


if TYPE_CHECKING:
    import pyarrow as pa
