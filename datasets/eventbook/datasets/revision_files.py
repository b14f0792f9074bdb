"""Decisions read from what a person types or keeps in a spreadsheet."""

import csv
from collections.abc import Sequence
from pathlib import Path

from eventbook.datasets.errors import BadRevision
from eventbook.datasets.revisions import Decision

_COLUMNS = ("event_id", "kind", "column", "value", "why", "evidence", "undoes")


def decisions_of(event_id: str, changes: Sequence[str], *, why: str, evidence: str = "") -> list[Decision]:
    """Decisions on one event from texts such as `fatalities=3`; nothing after `=` empties the cell."""
    problems = [f"{change!r}: expected column=value" for change in changes if "=" not in change]
    if problems:
        raise BadRevision(problems)
    pairs = [change.split("=", 1) for change in changes]
    return [Decision("cell", event_id, column.strip(), value, why, evidence) for column, value in pairs]


def read_decisions(path: Path, *, why: str = "") -> list[Decision]:
    """Decisions from a CSV file in UTF-8 with columns event_id, column, value, why, and optionally kind, evidence
    and undoes; `why` stands for empty reasons. Raises BadRevision with all problems."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            header = list(reader.fieldnames or [])
            unknown = [name for name in header if name not in _COLUMNS]
            if unknown or "event_id" not in header:
                what = f"unknown column {unknown[0]!r}" if unknown else "no column 'event_id'"
                raise BadRevision([f"{path}:1: {what}; expected {', '.join(_COLUMNS)}"])
            rows = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadRevision([f"{path}: cannot be read ({error}); expected CSV in UTF-8"]) from error
    ragged = [f"{path}:{line}: {_cells(row)} cells, expected {len(header)}" for line, row in rows if _is_ragged(row)]
    if ragged:
        raise BadRevision(ragged)
    return [
        Decision(
            row.get("kind") or "cell", row["event_id"], row.get("column") or "", row.get("value"),
            row.get("why") or why, row.get("evidence") or "", row.get("undoes") or "", where=f"{path}:{line}",
        )
        for line, row in rows
    ]  # fmt: skip


def _is_ragged(row: dict[str, str]) -> bool:
    return None in row or None in row.values()


def _cells(row: dict[str, str]) -> int:
    extra: Sequence[str] = dict(row).get(None, ())  # type: ignore[call-overload]  # csv keeps what is too much there
    return sum(value is not None for name, value in row.items() if name is not None) + len(extra)
