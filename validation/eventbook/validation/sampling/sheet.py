"""The table of drawn rows that a person fills in: verdicts first, then the row, its words, and how it was drawn."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.validation.sampling.drawing import Drawn
from eventbook.validation.sampling.reviews import BESIDE, DESIGN, FILLED_IN

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def write_sheet(
    path: Path, events: "pa.Table", drawn: Sequence[Drawn], *, key: str, confidence: "np.ndarray", version: str,
    evidence: "pa.Table | None" = None, sources: "pa.Table | None" = None,
) -> None:  # fmt: skip
    """Write the drawn rows as CSV, empty where the person writes.

    Raises OSError, and ValueError where a column of the rows has the name of one of the sheet's own.
    """
    taken = sorted({*BESIDE} & {*events.column_names})
    if taken:
        raise ValueError(f"the rows have a column {taken[0]!r}, which the sheet needs for itself; rename it")
    ids = [str(name) for name in events[key].take([one.row for one in drawn]).to_pylist()]
    words, articles = _words(evidence, ids), _articles(sources, ids)
    rows = events.take([one.row for one in drawn]).to_pylist()
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([*FILLED_IN, *events.column_names, "evidence", "articles", *DESIGN])
        for one, row, name in zip(drawn, rows, ids, strict=True):
            sure = "" if confidence[one.row] != confidence[one.row] else f"{confidence[one.row]:.3f}"
            table.writerow([
                *("" for _ in FILLED_IN), *(_safe(cell) for cell in row.values()), _safe(words.get(name, "")),
                _safe(articles.get(name, "")), sure, one.way, _safe(one.stratum), one.stratum_rows,
                f"{one.weight:.6g}", events.num_rows, version,
            ])  # fmt: skip


def _words(evidence: "pa.Table | None", ids: Sequence[str]) -> dict[str, str]:
    """Event to the words behind its cells: “words” (columns); “words” (columns)."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in _lines_of(evidence, ids, ("event_id", "column", "quote")):
        if line["quote"]:
            found.setdefault(str(line["event_id"]), {}).setdefault(line["quote"], []).append(line["column"])
    return {
        name: "; ".join(f"“{quote}” ({', '.join(dict.fromkeys(columns))})" for quote, columns in quotes.items())
        for name, quotes in found.items()
    }


def _articles(sources: "pa.Table | None", ids: Sequence[str]) -> dict[str, str]:
    """Event to the addresses of its articles, to their ids where they have none."""
    found: dict[str, list[str]] = {}
    for line in _lines_of(sources, ids, ("event_id", "article_id", "url")):
        found.setdefault(str(line["event_id"]), []).append(str(line["url"] or line["article_id"]))
    return {name: "; ".join(dict.fromkeys(places)) for name, places in found.items()}


def _lines_of(table: "pa.Table | None", ids: Sequence[str], columns: Sequence[str]) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    if table is None or not {*columns} <= {*table.column_names}:
        return []
    mine = table.filter(pc.is_in(table["event_id"].cast(pa.string()), value_set=pa.array(ids, pa.string())))
    lines: list[dict[str, Any]] = mine.select(list(columns)).to_pylist()
    return lines


def _safe(cell: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
