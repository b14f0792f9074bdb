"""The difference of two versions as tables that a person reads."""

from typing import TYPE_CHECKING

from eventbook.datasets.cells import cell_text
from eventbook.datasets.diffing import Change, DatasetDiff
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
        (*_cell(change), f"{change.reason}: {change.detail}" if change.detail else change.reason)
        for change in diff.changes[: limit or None]
    ]
    changed = Table(
        "Cells changed", (" ".join(diff.key), "column", "before", "after", "reason"), tuple(cells),
        note=_more(len(cells), len(diff.changes)),
    )  # fmt: skip
    wanted = [
        (changed, diff.changes),
        (_rows("Rows added", diff.added, diff.added_because, limit), diff.added.num_rows),
        (_rows("Rows removed", diff.removed, diff.removed_because, limit), diff.removed.num_rows),
    ]
    return [summary, *(table for table, content in wanted if content)]


def _cell(change: Change) -> tuple[str, str, str, str]:
    key = " ".join(_text(part) for part in change.key)
    return key, change.column, _text(change.before), _text(change.after)


def _rows(title: str, table: "pa.Table", because: tuple[str, ...], limit: int) -> Table:
    names = table.column_names[:_COLUMNS]
    shown = table.select(names).slice(0, limit or None).to_pylist()
    reasons = because or ("",) * table.num_rows
    rows = tuple((*(_text(row[name]) for name in names), reason) for row, reason in zip(shown, reasons, strict=False))
    return Table(title, (*names, "reason"), rows, note=_more(len(rows), table.num_rows))


def _more(shown: int, total: int) -> str:
    return "" if shown == total else f"{shown:,} of {total:,} shown; a higher limit or JSON gives all"


def _text(value: object) -> str:
    text = cell_text(value)
    return "∅" if text is None else text
