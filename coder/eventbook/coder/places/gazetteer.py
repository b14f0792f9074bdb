"""The gazetteer: the shipped file and the user's own, merged at look-up, never loaded whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from eventbook.coder.places.folding import fold, inner_articles, variants
from eventbook.coder.places.records import KINDS, Place
from eventbook.coder.places.schema import FORMAT

SHIPPED = Path(__file__).parent / "data" / "places.sqlite"

_COLUMNS = (
    "p.id, p.ref, p.name, p.kind, p.country, p.admin1, p.admin2, p.latitude, p.longitude, "
    "p.population, p.seat, p.source"
)
_BY_KEY = f"SELECT {_COLUMNS}, n.rank FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
#: How the ids of hamlets begin, of which nothing but name and point is known: a similar spelling is of none of them.
_HAMLET = "postal:"
_KEYS = (
    "SELECT n.key FROM name n JOIN place p ON p.id = n.place "
    f"WHERE n.place BETWEEN ? AND ? AND p.ref NOT LIKE '{_HAMLET}%'"
)
_BY_ID = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.id = ?"


class Entry(NamedTuple):
    """A place as found under a key; `rank` 0 is its own name (-1: a capital), 1 another."""

    place: Place
    rank: int
    file: int
    number: int
    admin1: int | str | None
    admin2: int | str | None
    seat: int | None


class GazetteerError(Exception):
    """A gazetteer file that cannot be read; the message says which, and what to do."""


class GazetteerName(GazetteerError):
    """A name that no gazetteer has, or that none can have."""


class Gazetteer:
    """Look-up over one or more gazetteer files, the first of which is the shipped one.

    Open one in each process; nothing is loaded but the pages that a look-up touches.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        self._bases = tuple(_connect(path) for path in paths)
        self._meta = tuple(dict(base.execute("SELECT key, value FROM meta")) for base in self._bases)
        #: The name of each file: "shipped", then the user's.
        self.names = tuple(meta.get("name", path.stem) for meta, path in zip(self._meta, self.paths, strict=True))
        # Per-instance caches: places are frozen, files immutable.
        self._found: Callable[[str], tuple[Entry, ...]] = lru_cache(maxsize=8192)(self._find)
        self._goes_on: Callable[[str], bool] = lru_cache(maxsize=16_384)(self._find_longer)
        self._label: Callable[[int, int | str | None], str] = lru_cache(maxsize=8192)(self._read_label)
        self.entry: Callable[[int, int], Entry | None] = lru_cache(maxsize=2048)(self._entry)
        self.keys_in: Callable[[str], tuple[str, ...]] = lru_cache(maxsize=32)(self._keys_in)
        self._words: dict[str, tuple[tuple[str, str], ...]] | None = None
        self._countries: dict[str, tuple[str, str, int, str]] | None = None

    @property
    def sources(self) -> tuple[dict[str, str], ...]:
        """For a manifest: name, sha256 of the file, and its attribution, in the order of look-up."""
        return tuple(
            {"name": name, "sha256": file_hash(path), "attribution": meta.get("attribution", "")}
            for name, path, meta in zip(self.names, self.paths, self._meta, strict=True)
        )

    def count(self) -> int:
        """How many places all files hold."""
        return sum(int(base.execute("SELECT count(*) FROM place").fetchone()[0]) for base in self._bases)

    def numbers(self) -> dict[int, int]:
        """GeoNames id to row number of the shipped towns."""
        return dict(self._bases[0].execute("SELECT ref, id FROM place WHERE typeof(ref) = 'integer'"))

    def code_labels(self) -> dict[str, str]:
        """GeoNames code to name of the shipped first- and second-order divisions."""
        kinds = (KINDS.index("division"), KINDS.index("subdivision"))
        return dict(self._bases[0].execute("SELECT ref, name FROM place WHERE kind IN (?, ?)", kinds))

    def extents(self) -> dict[str, tuple[float, float, float, float]]:
        """South, north, west and east of the shipped towns of each country, in degrees."""
        query = "SELECT country, min(latitude), max(latitude), min(longitude), max(longitude) FROM place GROUP BY 1"
        return {
            row[0]: (row[1] / 1e5, row[2] / 1e5, row[3] / 1e5, row[4] / 1e5) for row in self._bases[0].execute(query)
        }

    def lookup(self, name: str) -> tuple[Place, ...]:
        """All places of that name, own names before other names, the larger first."""
        return tuple(entry.place for entry in self.entries(fold(name)))

    def lookup_variants(self, name: str) -> tuple[Entry, ...]:
        """As `entries`, trying spellings with other articles and joints where the name is not found."""
        key = fold(name)
        found = self.entries(key)
        if found:
            return found
        for other in variants(key):
            found = self.entries(other)
            if found:
                return tuple(entry._replace(rank=1) for entry in found)
        return ()

    def seat(self, entry: Entry) -> Entry | None:
        """The representative town of a division or district: its capital."""
        return self.entry(entry.file, entry.seat) if entry.seat else None

    def members(self, region: Entry) -> frozenset[tuple[str, str]]:
        """(kind, folded name) of the divisions that lie in a region; empty where none are listed."""
        rows = self._bases[region.file].execute(
            "SELECT p.kind, p.name FROM member m JOIN place p ON p.id = m.division WHERE m.region = ?", (region.number,)
        )
        return frozenset((KINDS[kind], fold(name)) for kind, name in rows)

    def location(self, place: Place) -> str:
        """What to write as the location: "City - District" for a district of a large city, else the name."""
        if place.kind != "district":
            return place.name
        mine = next((entry for entry in self.entries(fold(place.name)) if entry.place.id == place.id), None)
        city = self.seat(mine) if mine else None
        return f"{city.place.name} - {place.name}" if city else place.name

    def words(self, key: str) -> tuple[tuple[str, str], ...]:
        """(country, what) of a word that speaks of a country; what is name, people or metonym."""
        if self._words is None:
            table: dict[str, list[tuple[str, str]]] = {}
            for word, country, what in self._bases[0].execute("SELECT key, country, what FROM word"):
                table.setdefault(word, []).append((country, what))
            self._words = {word: tuple(pairs) for word, pairs in table.items()}
        return self._words.get(key, ())

    def countries(self) -> dict[str, tuple[str, str, int, str]]:
        """ISO alpha-2 to (alpha-2, alpha-3, numeric, English name)."""
        if self._countries is None:
            rows = self._bases[0].execute("SELECT iso2, iso3, numeric, name FROM country ORDER BY iso2")
            self._countries = {row[0]: row for row in rows}
        return self._countries

    def country_code(self, name: str) -> str | None:
        """ISO alpha-2 of a country's name, abbreviation or ISO code; None if it is no country."""
        text = name.strip()
        known = self.countries()
        if text.upper() in known:
            return text.upper()
        for row in known.values():
            if row[1] == text.upper():
                return row[0]
        for spelling in (text, text.partition("(")[0]):
            for country, what in self.words(fold(spelling)):
                if what == "name":
                    return country
        return None

    def country(self, iso2: str) -> Entry | None:
        """The country itself as a place; its seat is the capital."""
        row = self.countries().get(iso2)
        if row is None:
            return None
        found = [e for e in self.entries(fold(row[3])) if e.place.kind == "country" and e.place.country == iso2]
        return found[0] if found else None

    def entries(self, key: str) -> tuple[Entry, ...]:
        """All places under a key, or under it with another Arabic article within; own names before other names, the
        larger first."""
        found = self._under(key)
        if found or " " not in key:
            return found
        return next((other for form in inner_articles(key) if (other := self._under(form))), ())

    def _under(self, key: str) -> tuple[Entry, ...]:
        if " " in key and not self._goes_on(key.rpartition(" ")[0]):
            return ()
        return self._found(key)

    def _find_longer(self, head: str) -> bool:
        """Whether a key begins with these words and has more: what follows "prime minister" need not be looked up."""
        before = head.rpartition(" ")[0]
        if before and not self._goes_on(before):
            return False
        query, span = "SELECT 1 FROM name WHERE key > ? AND key < ? LIMIT 1", (f"{head} ", f"{head}!")
        return any(base.execute(query, span).fetchone() for base in self._bases)

    def _find(self, key: str) -> tuple[Entry, ...]:
        found: list[Entry] = []
        seen: set[str] = set()
        for index, base in enumerate(self._bases):
            for row in base.execute(_BY_KEY, (key,)):
                entry = self._make(index, row)
                if entry.place.id not in seen:
                    seen.add(entry.place.id)
                    found.append(entry)
        if len(found) > 1:
            found.sort(key=lambda e: (e.rank, -e.place.population, e.place.id))
        return tuple(found)

    def _entry(self, file: int, number: int) -> Entry | None:
        row = self._bases[file].execute(_BY_ID, (number,)).fetchone()
        return self._make(file, row) if row else None

    def _make(self, file: int, row: tuple) -> Entry:  # type: ignore[type-arg]
        number, ref, name, kind, country, admin1, admin2, latitude, longitude, population, seat, source, rank = row
        place = Place(
            f"geonames:{ref}" if isinstance(ref, int) else ref,
            name,
            KINDS[kind],
            country,
            self._label(file, admin1),
            self._label(file, admin2),
            latitude / 1e5,
            longitude / 1e5,
            population,
            source or "GeoNames",
            self.names[file],
        )
        return Entry(place, rank, file, number, admin1, admin2, seat)

    def _read_label(self, file: int, division: int | str | None) -> str:
        if division is None or isinstance(division, str):
            return division or ""
        row = self._bases[file].execute("SELECT name FROM place WHERE id = ?", (division,)).fetchone()
        return str(row[0]) if row else ""

    def _keys_in(self, country: str) -> tuple[str, ...]:
        """All keys of a country's places but hamlets, each once: for fuzzy look-up only."""
        found: dict[str, None] = {}
        for base in self._bases:
            span = base.execute("SELECT first, last FROM country WHERE iso2 = ?", (country,)).fetchone()
            if span is not None:
                rows = base.execute(_KEYS, span)
                found.update(dict.fromkeys(chain.from_iterable(rows)))
        return tuple(found)


def _connect(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise GazetteerError(f"{path}: no such gazetteer file; add one with `eventbook places add`")
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        found = base.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"{path}: not a gazetteer file ({error}); remove it and add its source again") from error
    if not found or found[0] != str(FORMAT):
        raise GazetteerError(f"{path}: format {found and found[0]}, expected {FORMAT}; remove it and add it again")
    return base


def is_hamlet(place: Place) -> bool:
    """Whether a place is one of the villages of which the gazetteer knows but name and point."""
    return place.id.startswith(_HAMLET)


def file_hash(path: Path) -> str:
    """The sha256 of a file, read in blocks."""
    import hashlib

    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def open_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """The shipped gazetteer, with the user's files behind it; raises GazetteerError on a bad file."""
    return Gazetteer([SHIPPED, *extra])
