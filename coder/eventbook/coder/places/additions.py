"""Turn the rows of a feed into places, checking each: coordinates, country, ids."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from eventbook.coder.places.describe import describe
from eventbook.coder.places.feeds import Feed, dump_cells, table_rows
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.records import KINDS, PlaceKind
from eventbook.coder.places.resolution import find_divisions

Fault = Callable[[int, str], None]

_DUMP_KINDS: dict[str, PlaceKind] = {
    "ADM1": "division",
    "ADM2": "subdivision",
    "ADM3": "subdivision",
    "PPLX": "district",
}
_UCDP_KINDS: dict[str, PlaceKind] = {"1": "town", "2": "town", "3": "subdivision", "4": "division"}
#: Degrees outside a country's towns at which a point is looked at as a swapped one.
_MARGIN = 3.0


class Added(NamedTuple):
    """A place to add, from `line` of its file: `ref` as in a gazetteer file, `names` beside its own."""

    ref: int | str
    name: str
    kind: PlaceKind
    country: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]
    line: int


class Reader:
    """Reads the feeds of one `add` with what the shipped gazetteer knows of codes and countries."""

    def __init__(self, book: Gazetteer) -> None:
        self._book = book
        self._labels = book.code_labels()
        self._extents = book.extents()
        self._codes: dict[str, str | None] = {}
        self._divisions: dict[tuple[str, str], str] = {}

    def read(self, feed: Feed, fault: Fault) -> Iterator[Added]:
        """Places of a feed; `fault(line, message)` hears of each bad row, which is left out."""
        if feed.format == "geonames":
            return self._dump(feed, fault)
        return self._ucdp(feed, fault) if feed.format == "ucdp" else self._table(feed, fault)

    def _dump(self, feed: Feed, fault: Fault) -> Iterator[Added]:
        known = self._book.countries()
        for line, cells in dump_cells(feed, fault):
            number, name, ascii_name, alternates, latitude, longitude, feature, code, country = cells[:9]
            if feature not in ("P", "A") or (feature == "A" and code not in _DUMP_KINDS) or not country:
                continue
            if not number.isdigit():
                fault(line, f"geonameid {number!r} is no number")
                continue
            if country not in known:
                fault(line, f"country code {country!r} is not ISO 3166 alpha-2")
                continue
            point = self._point(latitude, longitude, country, line, fault)
            if point is None:
                continue
            first = f"{country}.{cells[10]}"
            yield Added(
                int(number),
                name,
                _DUMP_KINDS.get(code, "town"),
                country,
                self._labels.get(first, ""),
                self._labels.get(f"{first}.{cells[11]}", ""),
                *point,
                int(cells[14]) if cells[14].isdigit() else 0,
                (ascii_name, *alternates.split(",")),
                line,
            )

    def _ucdp(self, feed: Feed, fault: Fault) -> Iterator[Added]:
        seen: set[tuple[str, str, str, str]] = set()
        for line, row in table_rows(feed, fault):
            kind = _UCDP_KINDS.get(row.get("where_prec", "1").strip().removesuffix(".0"))
            name = row["where_coordinates"].strip()
            if kind is None or not name:
                continue
            at = (name, row["country"], row["latitude"], row["longitude"])
            if at in seen:
                continue
            seen.add(at)
            if added := self._named(name, row, kind, line, feed, fault, row.get("adm_1", ""), row.get("adm_2", "")):
                yield added

    def _table(self, feed: Feed, fault: Fault) -> Iterator[Added]:
        ids: dict[str, int] = {}
        for line, row in table_rows(feed, fault):
            name = row["name"].strip()
            kind = row.get("kind", "").strip() or "town"
            if not name or kind not in KINDS:
                fault(line, "the name is empty" if not name else f"kind {kind!r} is none of {', '.join(KINDS)}")
                continue
            own = row.get("id", "").strip()
            if own and own in ids:
                fault(line, f"id {own!r} stands already in line {ids[own]}")
                continue
            if own:
                ids[own] = line
            added = self._named(name, row, kind, line, feed, fault, row.get("admin1", ""), row.get("admin2", ""))
            if added:
                yield added

    def _named(
        self,
        name: str,
        row: dict[str, str],
        kind: PlaceKind,
        line: int,
        feed: Feed,
        fault: Fault,
        admin1: str,
        admin2: str,
    ) -> Added | None:
        country = self._country(row["country"])
        if country is None:
            fault(line, f"country {row['country']!r} is not known; write its English name or its ISO 3166 code")
            return None
        point = self._point(row["latitude"], row["longitude"], country, line, fault)
        if point is None:
            return None
        people = row.get("population", "").strip()
        core = describe(name).cores[0]
        names = (core, *(part.strip() for part in row.get("aliases", "").split("|")))
        return Added(
            row.get("id", "").strip() or _own_id(name, country, *point),
            core if feed.format == "ucdp" else name,
            kind,
            country,
            self._division(admin1, country),
            _plain(admin2),
            *point,
            int(people) if people.isdigit() else 0,
            (name, *names),
            line,
        )

    def _division(self, name: str, country: str) -> str:
        """A first-order division as the shipped gazetteer calls it ("Nord Kivu province": North Kivu)."""
        if (name, country) not in self._divisions:
            known = find_divisions(self._book, name, country) if name.strip() else ()
            labels = [entry.place.name for entry in known if entry.place.kind == "division"]
            self._divisions[name, country] = labels[0] if labels else _plain(name)
        return self._divisions[name, country]

    def _country(self, text: str) -> str | None:
        if text not in self._codes:
            self._codes[text] = self._book.country_code(text)
        return self._codes[text]

    def _point(
        self, latitude: str, longitude: str, country: str, line: int, fault: Fault
    ) -> tuple[float, float] | None:
        try:
            north, east = float(latitude), float(longitude)
        except ValueError:
            fault(line, f"latitude {latitude!r}, longitude {longitude!r}: not degrees")
            return None
        extent = self._extents.get(country)
        if not (math.isfinite(north) and math.isfinite(east)) or abs(east) > 180 or abs(north) > 90:
            hint = "; they look swapped" if extent and _within(extent, east, north) else ""
            fault(line, f"latitude {latitude}, longitude {longitude}: outside -90..90, -180..180{hint}")
            return None
        if extent and not _within(extent, north, east) and _within(extent, east, north):
            fault(line, f"latitude {latitude}, longitude {longitude}: far from {country}; they look swapped")
            return None
        return north, east


def _within(extent: tuple[float, float, float, float], north: float, east: float) -> bool:
    south, upper, west, right = extent
    return south - _MARGIN <= north <= upper + _MARGIN and west - _MARGIN <= east <= right + _MARGIN


def _own_id(name: str, country: str, latitude: float, longitude: float) -> str:
    """The id of a place that has none: the same in every edition of the file that it comes from."""
    told = f"{name}|{country}|{latitude:.5f}|{longitude:.5f}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _plain(division: str) -> str:
    return describe(division).cores[0] if division.strip() else ""
