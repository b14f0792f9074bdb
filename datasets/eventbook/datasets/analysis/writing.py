"""Answers as files: CSV, JSON, Parquet, Stata."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

from eventbook.datasets.analysis.words import known_word
from eventbook.datasets.cells import is_nested, texts
from eventbook.datasets.errors import BadQuestion, NotWritable

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

ENDINGS = ("csv", "json", "parquet", "dta")


def write_answer(table: "pa.Table", path: str | Path, *, labels: Mapping[str, str] | None = None) -> Path:
    """Write a table; the ending says how: .csv, .json (a list of objects), .parquet or .dta (Stata 14 and newer).

    `labels` tell what a column holds, for Stata. Raises BadQuestion for another ending, NotWritable.
    """
    target = Path(path)
    kind = known_word(target.suffix.lower().lstrip("."), ENDINGS, what="ending of the file's name")
    try:
        if kind == "dta":
            _write_stata(table, target, labels or {})
        elif kind == "parquet":
            from pyarrow import parquet

            parquet.write_table(table, target)
        else:
            with target.open("wb") as file:
                write_text(table, file, kind)
    except OSError as error:
        reason = error.strerror or error
        raise NotWritable(f"{target}: cannot be written ({reason}); give another file") from error
    return target


def write_text(table: "pa.Table", file: IO[bytes], kind: str) -> None:
    """Write a table as `csv` or `json`, in UTF-8."""
    if kind == "csv":
        from pyarrow import csv

        csv.write_csv(_flat(table), file)
        return
    rows = [{name: _plain(value) for name, value in row.items()} for row in table.to_pylist()]
    file.write(json.dumps(rows, indent=1, ensure_ascii=False, default=_as_text).encode("utf-8", "replace") + b"\n")


def frame_to_table(frame: "pd.DataFrame") -> "pa.Table":
    """A frame in Arrow, its notes (`attrs`) kept; moments without a time of the day are days."""
    import pyarrow as pa

    table = pa.Table.from_pandas(frame, preserve_index=False)
    for position, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type) and frame[field.name].dropna().dt.normalize().eq(frame[field.name]).all():
            table = table.set_column(position, field.name, table.column(position).cast(pa.date32()))
    return table


def _flat(table: "pa.Table") -> "pa.Table":
    """The table without lists and structures, which CSV cannot hold: they are JSON."""
    for position, field in enumerate(table.schema):
        if is_nested(field.type):
            table = table.set_column(position, field.name, texts(table.column(position)))
    return table


def _write_stata(table: "pa.Table", path: Path, labels: Mapping[str, str]) -> None:
    from datetime import datetime

    import pyarrow as pa

    from eventbook.datasets.releases.stata import write_stata
    from eventbook.datasets.releases.tables import Column, ReleasedTable

    flat = _flat(table)
    columns = tuple(Column(field.name, _kind(field.type), labels.get(field.name, field.name)) for field in flat.schema)
    if flat.num_columns == 0:
        raise BadQuestion(f"{path}: the answer has no column, and Stata cannot hold that")
    for position, column in enumerate(columns):
        if column.kind == "string":
            flat = flat.set_column(position, column.name, pa.chunked_array([texts(flat.column(position))]))
    answer = ReleasedTable("answer", "eventbook", "", columns, (), (), flat)
    write_stata(answer, path, title="eventbook", day=datetime(2000, 1, 1))  # the same answer, the same bytes


def _kind(kind: "pa.DataType") -> str:
    import pyarrow as pa

    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return "number"
    return "date" if pa.types.is_date(kind) else "string"


def _plain(value: object) -> object:
    """None for what is no number: JSON knows none of these."""
    return None if isinstance(value, float) and (value != value or abs(value) == float("inf")) else value


def _as_text(value: object) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
