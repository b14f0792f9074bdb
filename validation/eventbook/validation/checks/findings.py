"""Failures as a table of findings, each with its message and the words behind the cell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventbook.validation.checks.cells import as_text
from eventbook.validation.checks.links import cell_key
from eventbook.validation.checks.records import WHOLE_TABLE, Check, Failures
from eventbook.validation.checks.suite import Outcome
from eventbook.validation.checks.tables import Tables

if TYPE_CHECKING:
    import pyarrow as pa

CRASHED = "the check crashed and says nothing about the rows: "
COLUMNS = ("check_id", "severity", "event_id", "column", "value", "message", "quote")


def findings_schema() -> "pa.Schema":
    """The columns of a table of findings, all text."""
    import pyarrow as pa

    return pa.schema([(name, pa.string()) for name in COLUMNS])


def make_findings(outcomes: Sequence[Outcome], tables: Tables) -> "pa.Table":
    """All findings, by check in the order of the checks, then by row. A crash is one finding, an error."""
    import pyarrow as pa

    schema = findings_schema()
    parts = []
    for outcome in outcomes:
        if outcome.failures is None:
            parts.append(_crash(outcome))
        elif len(outcome.failures.rows):
            parts.append(_failed(outcome.check, outcome.failures, tables))
    return pa.concat_tables([table.cast(schema) for table in parts]) if parts else schema.empty_table()


def _crash(outcome: Outcome) -> "pa.Table":
    import pyarrow as pa

    check = outcome.check
    message = f"{CRASHED}{outcome.crash}; please report it"
    column = check.columns[-1] if check.columns else None
    return pa.table({
        "check_id": [check.id], "severity": ["error"], "event_id": pa.array([None], pa.string()), "column": [column],
        "value": pa.array([None], pa.string()), "message": [message], "quote": pa.array([None], pa.string()),
    })  # fmt: skip


def _failed(check: Check, failures: Failures, tables: Tables) -> "pa.Table":
    import numpy as np
    import pyarrow as pa

    rows = failures.rows.astype(np.int64)
    places = pa.array(rows, mask=rows == WHOLE_TABLE)
    count = len(rows)
    ids = tables.ids.take(places)
    if failures.columns is not None:
        columns = failures.columns
    else:
        columns = pa.repeat(pa.scalar(check.columns[-1] if check.columns else None, pa.string()), count)
    values = failures.values if failures.values is not None else _values(check, places, tables)
    expected = failures.expected if failures.expected is not None else pa.nulls(count, pa.string())
    quotes = failures.quotes if failures.quotes is not None else _quotes(ids, columns, tables)
    return pa.table({
        "check_id": pa.repeat(pa.scalar(check.id), count), "severity": pa.repeat(pa.scalar(check.severity), count),
        "event_id": ids, "column": columns, "value": values,
        "message": _messages(check, columns, values, expected, ids), "quote": quotes,
    })  # fmt: skip


def _values(check: Check, places: "pa.Array", tables: Tables) -> "pa.Array":
    import pyarrow as pa

    name = check.columns[-1]
    if name not in tables.raw:
        return pa.nulls(len(places), pa.string())
    return as_text(tables.raw[name].take(places))


def _messages(
    check: Check, columns: "pa.Array", values: "pa.Array", expected: "pa.Array", ids: "pa.Array"
) -> "pa.Array":
    """The check's message for each failure, made once for each different set of words."""
    import pyarrow as pa
    import pyarrow.compute as pc

    needs_id = "{event_id}" in check.message
    words = pa.table({"c": columns, "v": values, "e": expected} | ({"i": ids} if needs_id else {}))
    names = words.column_names
    keyed = words.append_column("n", pa.array(range(len(columns)), pa.int64()))
    groups = keyed.group_by(names, use_threads=False).aggregate([("n", "list")])
    limit, all_columns = check.arguments.get("limit", ""), " and ".join(check.columns)
    stated = check.arguments.get("expected", "")
    made = [
        check.message.format(
            column=row["c"], columns=all_columns, value=_shown(row["v"]),
            expected=row["e"] if row["e"] is not None else stated, limit=_number(limit), event_id=row.get("i") or "",
        )
        for row in groups.select(names).to_pylist()
    ]  # fmt: skip
    lists = groups["n_list"].combine_chunks()
    which, order = pc.list_parent_indices(lists), pc.sort_indices(lists.flatten())
    return pa.array(made, pa.string()).take(which.take(order))


def _shown(value: str | None, most: int = 200) -> str:
    if value is None:
        return "nothing"
    return value if len(value) <= most else value[: most - 1] + "…"


def _number(limit: object) -> object:
    return f"{limit:g}" if isinstance(limit, float) else limit


def _quotes(ids: "pa.Array", columns: "pa.Array", tables: Tables) -> "pa.Array":
    """The first quoted words of each cell."""
    import pyarrow as pa
    import pyarrow.compute as pc

    evidence = tables.evidence
    if evidence is None or not {"event_id", "column", "quote"} <= set(evidence.column_names):
        return pa.nulls(len(ids), pa.string())
    quotes = as_text(evidence["quote"])
    wanted = pc.and_(pc.is_valid(quotes), pc.is_in(as_text(evidence["event_id"]), value_set=ids))
    keys = cell_key(as_text(evidence["event_id"]), as_text(evidence["column"])).filter(wanted)
    place = pc.index_in(cell_key(ids, columns), value_set=keys)
    return quotes.filter(wanted).take(place)
