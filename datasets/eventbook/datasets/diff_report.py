"""The difference of two versions as tables that a person reads."""

from typing import TYPE_CHECKING

from eventbook.datasets.cells import cell_text
from eventbook.datasets.diffing import DatasetDiff
from eventbook.validation.scoring.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa

_COLUMNS = 6  # of a whole row, enough to tell which event it is


def diff_report(diff: DatasetDiff, *, limit: int = 100) -> list[Table]:
    """A summary, then changed cells, rows added and rows removed; at most `limit` rows of each, 0 for all."""
    summary = Table(
        "Summary", ("what", "number"),
        (
            ("rows added", f"{diff.added.num_rows:,}"), ("rows removed", f"{diff.removed.num_rows:,}"),
            ("rows changed", f"{diff.changed_rows:,}"), ("cells changed", f"{len(diff.changes):,}"),
            *(("column added", name) for name in diff.columns_added),
            *(("column removed", name) for name in diff.columns_removed),
        ), frozenset({1}),
    )  # fmt: skip
    cells = [
        (" ".join(_text(part) for part in change.key), change.column, _text(change.before), _text(change.after))
        for change in diff.changes[: limit or None]
    ]
    changed = Table(
        "Cells changed", (" ".join(diff.key), "column", "before", "after"), tuple(cells),
        note=_more(len(cells), len(diff.changes)),
    )  # fmt: skip
    wanted = [
        (changed, diff.changes),
        (_rows("Rows added", diff.added, limit), diff.added.num_rows),
        (_rows("Rows removed", diff.removed, limit), diff.removed.num_rows),
    ]
    return [summary, *(table for table, content in wanted if content)]


def _rows(title: str, table: "pa.Table", limit: int) -> Table:
    names = table.column_names[:_COLUMNS]
    shown = table.select(names).slice(0, limit or None).to_pylist()
    rows = tuple(tuple(_text(row[name]) for name in names) for row in shown)
    return Table(title, tuple(names), rows, note=_more(len(rows), table.num_rows))


def _more(shown: int, total: int) -> str:
    return "" if shown == total else f"{shown:,} of {total:,} shown; a higher limit or JSON gives all"


def _text(value: object) -> str:
    text = cell_text(value)
    return "∅" if text is None else text
