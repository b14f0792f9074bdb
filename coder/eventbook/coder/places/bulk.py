"""Resolve a column of place names of a CSV file, streaming, keeping its columns."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from eventbook.coder.places.feeds import FeedError
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.records import Resolution
from eventbook.coder.places.resolution import resolve_place

#: Columns that are added, in order.
COLUMNS = (
    "latitude_found",
    "longitude_found",
    "geo_precision_found",
    "admin1_found",
    "geonameid",
    "score",
    "reason",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were read, and how many got a place at each geo precision."""

    rows: int
    precision: tuple[int, int, int]

    @property
    def blank(self) -> int:
        """Rows for which it abstained."""
        return self.rows - sum(self.precision)


def resolve_file(
    source: Path,
    target: Path,
    *,
    name: str,
    country: str | None = None,
    admin1: str | None = None,
    gazetteer: Gazetteer,
    watch: Callable[[Iterable[list[str]]], Iterable[list[str]]] = iter,
) -> Counts:
    """Write `source` to `target` with COLUMNS added, blank where no answer is safe.

    `name`, `country`, `admin1` are column names; `watch` sees the rows pass by. Raises FeedError on bad
    input (file and line).
    """
    part = target.with_name(f".{target.name}.part{os.getpid()}")

    @lru_cache(maxsize=50_000)
    def answer(text: str, state: str, division: str) -> Resolution:
        return resolve_place(text, country=state or None, admin1=division or None, gazetteer=gazetteer)

    tally, rows = [0, 0, 0], 0
    try:
        with (
            source.open(encoding="utf-8-sig", newline="") as stream,
            part.open("w", encoding="utf-8", newline="") as out,
        ):
            reader = csv.reader(stream)
            header = next(reader, [])
            places = _columns(source, header, (name, country, admin1))
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow([*header, *COLUMNS])
            for cells in watch(reader):
                if len(cells) != len(header):
                    if not cells:
                        continue
                    raise FeedError([f"{source}:{reader.line_num}: {len(cells)} columns, expected {len(header)}"])
                text, state, division = (cells[at].strip() if at is not None else "" for at in places)
                found = answer(text, state, division)
                if found.best is not None:
                    tally[found.best.precision - 1] += 1
                rows += 1
                writer.writerow([*cells, *_cells(found)])
        part.replace(target)
    except (UnicodeDecodeError, csv.Error) as error:
        raise FeedError([f"{source}: not a CSV file in UTF-8 ({error})"]) from error
    except OSError as error:
        raise FeedError([f"{error.filename or source}: {error.strerror}"]) from error
    finally:
        part.unlink(missing_ok=True)
    return Counts(rows, (tally[0], tally[1], tally[2]))


def _columns(source: Path, header: list[str], wanted: tuple[str | None, ...]) -> list[int | None]:
    missing = [column for column in wanted if column is not None and column not in header]
    taken = [column for column in COLUMNS if column in header]
    faults = [f"{source}:1: no column {column!r}; there is {', '.join(header) or 'none'}" for column in missing]
    faults += [f"{source}:1: the column {column!r} is there already; rename it" for column in taken]
    if faults:
        raise FeedError(faults)
    return [header.index(column) if column is not None else None for column in wanted]


def _cells(found: Resolution) -> list[str]:
    best = found.best
    if best is None:
        return ["", "", "", "", "", "", found.abstained_because or ""]
    place = best.place
    number = place.geonameid
    return [
        f"{place.latitude:.5f}",
        f"{place.longitude:.5f}",
        str(best.precision),
        place.admin1,
        str(number) if number is not None else "",
        f"{best.score:.4f}",
        best.reason,
    ]
