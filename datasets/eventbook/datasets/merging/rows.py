"""Merged rows in the codebook's columns, each cell taken from the report that the policy chose."""

from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model import Column
from eventbook.datasets.merging.input import ARTICLE, Input
from eventbook.datasets.merging.values import Deaths, Members

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

UNITED = ("report.source", "report.tags")  # lists that keep what any report has
_GROUP_OF = {"day": "day", "place": "place", "kind": "kind", "first": "sides", "second": "sides", "sides": "sides"}


def merged_rows(
    given: Input, codebook: Codebook, *, ids: "pa.Array", event: "np.ndarray", several: "np.ndarray", members: Members,
    chosen: "dict[str, np.ndarray]", deaths: Deaths,
) -> "pa.Table":  # fmt: skip
    """One row per event, without `article_id`; `event` gives the event of each row in the order of `ids`."""
    import numpy as np
    import pyarrow as pa

    from eventbook.datasets.taking import take_cells

    base = np.empty(len(ids), dtype=np.int64)
    base[event] = np.arange(len(event))
    takes: dict[str, pa.Array] = {}
    for group, rows in chosen.items():
        place = base.copy()
        place[several] = rows
        takes[group] = pa.array(place)
    columns = {column.name: column for column in codebook.columns}
    names = [name for name in given.rows.column_names if name != ARTICLE and (name in columns or name != "confidence")]
    cells = []
    for name in names:
        column = columns.get(name)
        fact = column.source if column is not None else ""
        taken = take_cells(given.rows[name], takes[_GROUP_OF.get(fact.split(".")[0], "notes")])
        new = _made(fact, column, given, members, deaths, count=len(several), taken=taken, several=several)
        cells.append(taken if new is None else _replaced(taken, several, new))
    schema = given.rows.select(names).schema
    table = pa.table(cells, schema=schema)
    position = table.column_names.index(codebook.key)
    return table.set_column(position, schema.field(position), pa.chunked_array([ids.cast(schema.field(position).type)]))


def _made(
    fact: str, column: Column | None, given: Input, members: Members, deaths: Deaths, *, count: int,
    taken: "pa.ChunkedArray", several: "np.ndarray",
) -> "list[Any] | None":  # fmt: skip
    """Values of the events with several reports that no one report gives; None where one does."""
    figures = {
        "deaths.count": deaths.best,
        "deaths.best": deaths.best,
        "deaths.low": deaths.low,
        "deaths.high": deaths.high,
    }
    if column is None or count == 0:
        return None
    if fact in figures:
        found: list[Any] = figures[fact].tolist()
        return found
    if fact in UNITED:
        return _united(given.rows[column.name], column.separator or "; ", members, count=count)
    if fact == "report.timestamp":
        return _latest(given.rows[column.name], members, count=count)
    if fact == "report.notes":
        import pyarrow as pa

        return _notes(taken.take(pa.array(several)).to_pylist(), members, deaths, count=count)
    return None


def _united(column: "pa.ChunkedArray", separator: str, members: Members, *, count: int) -> list[str | None]:
    import pyarrow as pa

    texts = column.take(pa.array(members.row)).cast(pa.string()).to_pylist()
    found: list[set[str]] = [set() for _ in range(count)]
    for event, text in zip(members.event.tolist(), texts, strict=True):
        if text:
            found[event].update(part.strip() for part in text.split(separator.strip()) if part.strip())
    return [separator.join(sorted(parts)) or None for parts in found]


def _latest(column: "pa.ChunkedArray", members: Members, *, count: int) -> list[int]:
    import numpy as np
    import pyarrow as pa

    values = column.take(pa.array(members.row)).cast(pa.int64()).fill_null(0).to_numpy()
    latest = np.zeros(count, dtype=np.int64)
    np.maximum.at(latest, members.event, values)
    found: list[int] = latest.tolist()
    return found


def _notes(texts: list[str | None], members: Members, deaths: Deaths, *, count: int) -> list[str]:
    """The chosen report's notes, and what was merged: how many reports, and the figures where they differ."""
    import numpy as np

    reports = np.bincount(members.event, minlength=count).tolist()
    notes = []
    for text, number, low, best, high in zip(
        texts, reports, deaths.low.tolist(), deaths.best.tolist(), deaths.high.tolist(), strict=True
    ):
        told = f"Merged from {number} reports."
        if low != high:
            told += f" Deaths by report from {low} to {high}; {best} coded."
        notes.append(f"{text} {told}" if text else told)
    return notes


def _replaced(column: "pa.ChunkedArray", places: "np.ndarray", values: list[Any]) -> "pa.ChunkedArray":
    """The column with these values at these places."""
    import numpy as np
    import pyarrow as pa

    from eventbook.datasets.taking import take_cells

    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    plain = column.cast(kind) if kind != column.type else column
    index = np.arange(len(plain))
    index[places] = len(plain) + np.arange(len(values))
    made = take_cells(pa.chunked_array([*plain.chunks, pa.array(values, type=kind)], type=kind), pa.array(index))
    return pa.chunked_array([made.combine_chunks().dictionary_encode()]) if kind != column.type else made
