"""Write rows as the compact, reproducible SQLite file that the package reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from naming import displayed, keys
from sources import Row

from eventbook.coder.places.records import KINDS
from eventbook.coder.places.schema import SCHEMA

_CODES: Mapping[str, int] = {kind: code for code, kind in enumerate(KINDS)}


def write(
    path: Path,
    rows: list[Row],
    *,
    words: Iterable[tuple[str, str, str]],
    countries: Iterable[tuple[str, str, int, str, str]],
    meta: Mapping[str, str],
) -> None:
    """Write the file aside and put it in place; the same rows give the same bytes.

    `words`: (key, country, what) of country names, people and metonyms; `countries`: iso2, iso3,
    numeric, name, ref of the capital.
    """
    rows = sorted(rows, key=lambda r: (r.country, _CODES[r.kind], -r.population, str(r.ref)))
    number = {row.ref: index for index, row in enumerate(rows, 1)}
    if len(number) != len(rows):
        raise SystemExit("two rows share one ref")
    temporary = path.with_suffix(".part")
    temporary.unlink(missing_ok=True)
    base = sqlite3.connect(temporary)
    base.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
    base.executescript(SCHEMA)
    base.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            (
                number[row.ref],
                row.ref,
                displayed(row.name, row.country),
                _CODES[row.kind],
                row.country,
                number.get(row.admin1),
                number.get(row.admin2),
                round(row.latitude * 1e5),
                round(row.longitude * 1e5),
                row.population,
                number.get(row.seat) if row.seat else None,
                None if row.source == "GeoNames" else row.source,
            )
            for row in rows
        ),
    )
    pairs: dict[tuple[str, int], int] = {}
    for row in rows:
        for key, rank in keys(row.name, row.aliases, row.own):
            pairs[(key, number[row.ref])] = -1 if row.capital and rank == 0 else rank
    base.executemany(
        "INSERT INTO name VALUES (?,?,?)",
        ((key, place, rank) for (key, place), rank in sorted(pairs.items())),
    )
    base.executemany(
        "INSERT INTO member VALUES (?,?)",
        sorted((number[row.ref], number[member]) for row in rows for member in row.members if member in number),
    )
    spans: dict[str, list[int]] = {}
    for row in rows:
        spans.setdefault(row.country, []).append(number[row.ref])
    base.executemany(
        "INSERT INTO country VALUES (?,?,?,?,?,?,?)",
        (
            (iso2, iso3, numeric, name, number.get(capital), min(spans[iso2]), max(spans[iso2]))
            for iso2, iso3, numeric, name, capital in sorted(countries)
            if iso2 in spans
        ),
    )
    base.executemany("INSERT OR IGNORE INTO word VALUES (?,?,?)", sorted(set(words)))
    base.executemany("INSERT INTO meta VALUES (?,?)", sorted(meta.items()))
    base.commit()
    base.execute("VACUUM")
    base.close()
    temporary.replace(path)
