"""The confidence of rows from the evidence of their cells."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.validation.scoring.cells import number_of, text_of
from eventbook.validation.scoring.reading import raise_problems, read_records
from eventbook.validation.scoring.records import CodedRow, InputError

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

# What makes an event what it is; a weak note or tag says nothing on whether the row is right.
DECIDING = ("kind.", "day.", "place.", "first.", "second.", "deaths.")

# From the article's id and the row: the confidence of each of its columns, under '' that of the row as a whole.
Confidences = Callable[[str, CodedRow], Mapping[str, float]]


def row_confidence(ids: "pa.Array", evidence: "pa.Table", codebook: Codebook) -> "np.ndarray":
    """The lowest confidence, in [0, 1], of the cells that decide what each event is; NaN where evidence gives none."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = [column.name for column in codebook.columns if column.source.startswith(DECIDING)]
    mine = evidence.filter(pc.is_in(evidence["column"].cast(pa.string()), value_set=pa.array(columns, pa.string())))
    lowest = mine.group_by("event_id", use_threads=False).aggregate([("confidence", "min")])
    place = pc.index_in(ids.cast(pa.string()), value_set=lowest["event_id"].cast(pa.string()).combine_chunks())
    found = lowest["confidence_min"].combine_chunks().cast(pa.float64()).take(place)
    confidence: np.ndarray = found.to_numpy(zero_copy_only=False).astype(np.float64)
    return confidence


def own_confidences(_article_id: str, row: CodedRow) -> Mapping[str, float]:
    """What a row says itself: `evidence`, as `eventbook code --evidence` writes it, or a column `confidence`."""
    evidence = row.values.get("evidence")
    cells = evidence if isinstance(evidence, Mapping) else {}
    told = {str(name): number_of(cell.get("confidence")) for name, cell in cells.items() if isinstance(cell, Mapping)}
    told[""] = number_of(row.values.get("confidence"))
    return {name: value for name, value in told.items() if value is not None}


def table_confidences(lines: "pa.Table", *, key: str) -> Confidences:
    """The confidences of a table of evidence: article_id, event_id, column, confidence. `key` names the rows' ids."""
    found: dict[tuple[str, str], dict[str, float]] = {}
    for line in lines.select(["article_id", "event_id", "column", "confidence"]).to_pylist():
        if line["confidence"] is not None:
            cells = found.setdefault((line["article_id"], line["event_id"]), {})
            cells[line["column"]] = min(line["confidence"], cells.get(line["column"], 1.0))
    return lambda article_id, row: found.get((article_id, text_of(row.values.get(key))), {})


def read_evidence(path: Path) -> "pa.Table":
    """A file of evidence such as `eventbook code --evidence` writes; raises InputError with every problem."""
    import pyarrow as pa

    names = ("article_id", "event_id", "column", "confidence")
    records = list(read_records(path))
    missing = [name for name in names if records and name not in records[0][1]]
    if missing:
        raise InputError(
            [f"{path}: no column {name!r}; expected the evidence that `eventbook code --evidence` writes"
             for name in missing], unreadable=False
        )  # fmt: skip
    problems, lines = [], []
    for where, record in records:
        sure = number_of(record["confidence"])
        if sure is None or not 0 <= sure <= 1:
            problems.append(f"{where}: confidence holds {record['confidence']!r}; expected a number from 0 to 1")
        lines.append({name: text_of(record[name]) for name in names[:3]} | {"confidence": sure})
    raise_problems(problems)
    schema = pa.schema([*((name, pa.string()) for name in names[:3]), ("confidence", pa.float64())])
    return pa.Table.from_pylist(lines, schema=schema)
