"""Rows from the hand lists: conflict towns, districts of cities, regions and natural features."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from naming import plain
from sources import Row, read_table, read_yaml

from eventbook.coder.places.folding import fold

SOURCE = "eventbook"


def kilometres(a: Row, b: Row) -> float:
    """Great-circle distance of two rows."""
    la1, lo1, la2, lo2 = map(math.radians, (a.latitude, a.longitude, b.latitude, b.longitude))
    h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def division_codes(
    admin1: Mapping[str, str], admin2: Mapping[str, str], exonyms: Mapping[str, Mapping[str, Any]]
) -> dict[tuple[str, str], str]:
    """Code by country and folded name; a first-order division before a second-order one."""
    codes: dict[tuple[str, str], str] = {}
    for code, name in (*admin1.items(), *admin2.items()):
        extra = exonyms.get(code, {})
        for alias in [name, plain(name), extra.get("name", name), *extra.get("names", [])]:
            codes.setdefault((code.split(".")[0], fold(alias)), code)
    return codes


def hand_town_rows(
    path: Path,
    towns: list[Row],
    admin1: Mapping[str, str],
    admin2: Mapping[str, str],
    exonyms: Mapping[str, Mapping[str, Any]],
) -> list[Row]:
    """Towns that GeoNames' extract lacks; one that it has within 15 km only gains the names.

    The column `admin1` names a first-order division, or a second-order one where no first-order one has that name.
    """
    codes = division_codes(admin1, admin2, exonyms)
    by_country: dict[str, list[Row]] = {}
    inside: dict[str, list[Row]] = {}
    for town in towns:
        by_country.setdefault(town.country, []).append(town)
        inside.setdefault(town.admin1, []).append(town)
    rows: list[Row] = []
    wrong: list[str] = []
    for line, entry in enumerate(read_table(path), 2):
        code = codes.get((entry["country"], fold(entry["admin1"])))
        if code is None:
            wrong.append(f"{path.name}:{line}: no division {entry['admin1']!r} in {entry['country']}")
            continue
        row = Row(
            ref=f"eventbook:{entry['country']}:{fold(entry['name']).replace(' ', '-')}:{line}",
            name=entry["name"],
            kind="town",
            country=entry["country"],
            latitude=float(entry["latitude"]),
            longitude=float(entry["longitude"]),
            population=int(entry["population"] or 0),
            admin1=code if code in admin1 else code.rpartition(".")[0],
            admin2="" if code in admin1 else code,
            aliases=[alias for alias in entry["aliases"].split("|") if alias],
            source=SOURCE,
        )
        wanted = {fold(alias) for alias in [row.name, *row.aliases]}
        twin = next(
            (
                town
                for town in by_country.get(row.country, [])
                if kilometres(town, row) < 15 and wanted & {fold(a) for a in [town.name, *town.aliases]}
            ),
            None,
        )
        if twin is not None:
            twin.aliases += [row.name, *row.aliases]
            twin.own.append(row.name)
            twin.population = max(twin.population, row.population)
            continue
        far = min((kilometres(town, row) for town in inside.get(row.admin1, [])), default=0.0)
        if far > 450:  # a slip of the pen; deserts and marshes of one district are wide
            wrong.append(f"{path.name}:{line}: {row.name} is {far:.0f} km from any town of {entry['admin1']}")
        rows.append(row)
    if wrong:
        raise SystemExit("\n".join(wrong))
    return rows


def district_rows(path: Path, towns: list[Row]) -> list[Row]:
    """Districts of large cities, by the city's GeoNames name and country."""
    largest: dict[tuple[str, str], Row] = {}
    for town in towns:
        for alias in (town.name, *town.aliases):
            at = (town.country, fold(alias))
            if at not in largest or largest[at].population < town.population:
                largest[at] = town
    rows: list[Row] = []
    wrong: list[str] = []
    for line, entry in enumerate(read_table(path), 2):
        city = largest.get((entry["country"], fold(entry["city"])))
        if city is None:
            wrong.append(f"{path.name}:{line}: no city {entry['city']!r} in {entry['country']}")
            continue
        row = Row(
            ref=f"eventbook:{entry['country']}:{fold(entry['city'] + ' ' + entry['name']).replace(' ', '-')}",
            name=entry["name"],
            kind="district",
            country=city.country,
            latitude=float(entry["latitude"]),
            longitude=float(entry["longitude"]),
            admin1=city.admin1,
            admin2=city.admin2,
            seat=city.ref,
            aliases=[alias for alias in entry["aliases"].split("|") if alias],
            source=SOURCE,
        )
        if kilometres(row, city) > 45:
            wrong.append(f"{path.name}:{line}: {row.name} is {kilometres(row, city):.0f} km from {city.name}")
        rows.append(row)
    if wrong:
        raise SystemExit("\n".join(wrong))
    return rows


def region_rows(path: Path, towns: list[Row], promoted: Mapping[str, str]) -> list[Row]:
    """Regions and natural features: one row per country in which they lie, at a town or a point."""
    by_name: dict[tuple[str, str], list[Row]] = {}
    for town in towns:
        for alias in dict.fromkeys([town.name, *town.aliases]):
            by_name.setdefault((town.country, fold(alias)), []).append(town)
    rows: list[Row] = []
    wrong: list[str] = []
    for entry in read_yaml(path, "regions"):
        for country, at in sorted(entry["at"].items()):
            row = Row(
                ref=f"region:{country}:{fold(entry['name']).replace(' ', '-')}",
                name=entry["name"],
                kind=entry.get("kind", "region"),
                country=country,
                aliases=list(entry.get("names", [])),
                source=SOURCE,
                members=[code for code in entry.get("members", []) if code.startswith(country)],
            )
            if isinstance(at, str):
                found = by_name.get((country, fold(at)))
                if not found:
                    wrong.append(f"{path.name}: {entry['name']}: no town {at!r} in {country}")
                    continue
                town = max(found, key=lambda t: (t.population, str(t.ref)))
                row.latitude, row.longitude = town.latitude, town.longitude
                row.seat, row.admin1, row.admin2 = town.ref, town.admin1, town.admin2
            else:
                row.latitude, row.longitude = at
                row.admin1 = _division_at(row, towns)
            rows.append(row)
    if wrong:
        raise SystemExit("\n".join(wrong))
    for code, name in sorted(promoted.items()):
        inside = [t for t in towns if t.admin1.startswith(code + ".")]
        town = max(inside, key=lambda t: (t.population, str(t.ref)))
        rows.append(
            Row(
                ref=code,
                name=plain(name),
                kind="region",
                country=code[:2],
                latitude=town.latitude,
                longitude=town.longitude,
                admin1=town.admin1,
                seat=town.ref,
                aliases=[name],
                members=sorted({t.admin1 for t in inside}),
            )
        )
    return rows


def _division_at(row: Row, towns: list[Row]) -> str:
    near = [t for t in towns if t.country == row.country and abs(t.latitude - row.latitude) < 2]
    near.sort(key=lambda t: kilometres(t, row))
    return near[0].admin1 if near else ""
