"""Rows written to a file or to standard output as they are coded, with no dataset."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from eventbook.coder.rows import Row
from eventbook.datasets.building import ARTICLE, EVENT
from eventbook.datasets.pipeline.tables import candidate_rows, evidence_rows

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".jsonl", ".csv", ".parquet")
_ROWS_PER_GROUP = 10_000

Put = Callable[[Mapping[str, Any]], None]


@contextmanager
def writing_rows(path: Path, schema: "pa.Schema") -> Iterator[Put]:
    """A function that writes one row to the file, whose ending says how: .jsonl, .csv or .parquet.

    The rows go to a file aside, which takes the name when all are written: a run that fails leaves the old file.
    Raises OSError.
    """
    aside = path.with_name(f".{path.name}.part")
    try:
        with _writer(aside, path.suffix.lower(), schema) as put:
            yield put
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def _writer(path: Path, ending: str, schema: "pa.Schema") -> Iterator[Put]:
    if ending == ".parquet":
        with _parquet(path, schema) as put:
            yield put
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        if ending == ".csv":
            table = csv.DictWriter(file, schema.names, lineterminator="\n")
            table.writeheader()
            yield lambda row: table.writerow({name: _cell(value) for name, value in row.items()})
        else:
            yield lambda row: write_line(row, file)


@contextmanager
def _parquet(path: Path, schema: "pa.Schema") -> Iterator[Put]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows: list[Mapping[str, Any]] = []
    with pq.ParquetWriter(path, schema) as writer:

        def flush() -> None:
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
            rows.clear()

        def put(row: Mapping[str, Any]) -> None:
            rows.append(row)
            if len(rows) >= _ROWS_PER_GROUP:
                flush()

        yield put
        flush()


def write_line(row: Mapping[str, Any], file: IO[str]) -> None:
    """One row as a line of JSON; dates as ISO 8601."""
    file.write(json.dumps(row, ensure_ascii=False, default=_cell) + "\n")


def row_with_evidence(row: Row) -> dict[str, Any]:
    """A row and, under `evidence`, the rule, the confidence and the quoted words of each cell.

    `candidates` are the places that the name of its place may mean, the chosen one first.
    """
    cells = {
        column: {
            "rule": cell.rule, "confidence": cell.confidence,
            "quotes": [{"start": piece.start, "end": piece.end, "quote": piece.quote} for piece in cell.evidence],
        }
        for column, cell in row.cells.items()
    }  # fmt: skip
    candidates = [
        {name: value for name, value in one.items() if name not in (EVENT, ARTICLE)} for one in candidate_rows(row)
    ]
    return plain_row(row) | {"evidence": cells, "candidates": candidates}


def plain_row(row: Row) -> dict[str, Any]:
    """A row as a mapping, `article_id` first."""
    return {ARTICLE: row.article_id, **row.values}


def evidence_lines(rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """The lines of evidence of several rows."""
    for row in rows:
        yield from evidence_rows(row)


def _cell(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
