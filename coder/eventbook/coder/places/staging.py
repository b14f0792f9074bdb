"""A gazetteer under way: places and names put aside as they are read, ordered at the end; all on disk."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from eventbook.coder.places.additions import Added
from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.records import KINDS, Place

_BATCH = 20_000
_MOST_REPEATS = 20
_KEY = re.compile(r"[a-z0-9][a-z0-9 ]{1,59}$")
_TABLES = """
CREATE TEMP TABLE stage (old INTEGER PRIMARY KEY, ref, name TEXT, kind INTEGER, country TEXT, admin1 TEXT,
  admin2 TEXT, latitude INTEGER, longitude INTEGER, population INTEGER, source TEXT, feed INTEGER, line INTEGER);
CREATE TEMP TABLE stage_name (key TEXT, old INTEGER, rank INTEGER);
CREATE TEMP TABLE other (number INTEGER, key TEXT);
"""
_REPEATED = """
SELECT again.ref, again.feed, again.line, first.feed, first.line FROM (
  SELECT ref, min(old) AS old FROM stage WHERE typeof(ref) = 'integer' GROUP BY ref HAVING count(*) > 1) AS twice
JOIN stage AS first ON first.old = twice.old
JOIN stage AS again ON again.ref = twice.ref AND again.old > twice.old ORDER BY again.old LIMIT ?
"""
# As the look-up expects them: places in the order of their countries, keys in their own.
_SETTLE = """
CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER);
INSERT INTO moved SELECT old, row_number() OVER (ORDER BY country, old) FROM stage;
INSERT INTO place SELECT m.new, ref, name, kind, country, admin1, admin2, latitude, longitude, population,
  NULL, source FROM stage s JOIN moved m USING (old) ORDER BY m.new;
INSERT OR IGNORE INTO name SELECT key, m.new, min(rank) FROM stage_name s JOIN moved m USING (old)
  GROUP BY key, m.new ORDER BY key, m.new;
INSERT INTO country SELECT country, '', 0, '', NULL, min(id), max(id) FROM place GROUP BY country;
"""


class Repeat(NamedTuple):
    """An id that stands twice: where it does again, and where first."""

    ref: int
    feed: int
    line: int
    first_feed: int
    first_line: int


class Stage:
    """Places and names of one gazetteer to be, in temporary tables of its file."""

    def __init__(self, base: sqlite3.Connection, title: str) -> None:
        self.count = 0
        self._base, self._title = base, title
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int]] = []
        base.executescript(_TABLES)

    def add(self, read: Iterable[Added], feed: int) -> None:
        """Put the places of a feed aside with their keys."""
        for added in read:
            ref = added.ref if isinstance(added.ref, int) else f"{self._title}:{added.ref}"
            place = (added.name, added.kind, added.country, added.admin1, added.admin2)
            point = (added.latitude, added.longitude, added.population)
            self._put(ref, *place, *point, self._title, feed, added.line)
            self._names += ((key, self.count, rank) for key, rank in _keys(added))
        self._flush()

    def add_names(self, names: Iterable[tuple[int, str]]) -> None:
        """Put names aside, each for a GeoNames id."""
        rows: list[tuple[int, str]] = []
        for number, name in names:
            key = fold(name)
            if _KEY.match(key):
                rows.append((number, key))
            if len(rows) >= _BATCH:
                self._base.executemany("INSERT INTO other VALUES (?,?)", rows)
                rows.clear()
        self._base.executemany("INSERT INTO other VALUES (?,?)", rows)

    def join_names(self, shipped: Gazetteer) -> None:
        """Give the names put aside to the places put aside, else to copies of shipped ones; others are let go."""
        if self._base.execute("SELECT 1 FROM other LIMIT 1").fetchone() is None:
            return
        self._base.execute("CREATE INDEX temp.stage_ref ON stage (ref)")
        own = shipped.numbers()
        strangers = "SELECT DISTINCT number FROM other WHERE number NOT IN (SELECT ref FROM stage) ORDER BY number"
        for (number,) in self._base.execute(strangers).fetchall():
            entry = shipped.entry(0, own[number]) if number in own else None
            if entry is not None:
                self._copy(number, entry.place)
        self._flush()
        self._base.execute(
            "INSERT INTO stage_name SELECT o.key, s.old, 1 FROM other o JOIN stage s ON s.ref = o.number"
        )  # fmt: skip

    def repeated(self) -> list[Repeat]:
        """GeoNames ids that stand more than once, at most 20."""
        return [Repeat(*row) for row in self._base.execute(_REPEATED, (_MOST_REPEATS,))]

    def settle(self) -> None:
        """Order the places by country and the keys by themselves."""
        self._base.executescript(_SETTLE)

    def _copy(self, number: int, place: Place) -> None:
        told = (place.name, place.kind, place.country, place.admin1, place.admin2)
        self._put(number, *told, place.latitude, place.longitude, place.population, place.source, -1, 0)

    def _put(
        self, ref: int | str, name: str, kind: str, country: str, admin1: str, admin2: str, latitude: float,
        longitude: float, population: int, source: str, feed: int, line: int,
    ) -> None:  # fmt: skip
        self.count += 1
        point = (round(latitude * 1e5), round(longitude * 1e5))
        code = KINDS.index(kind)
        self._places.append(
            (self.count, ref, name, code, country, admin1, admin2, *point, population, source, feed, line)
        )  # fmt: skip
        if len(self._places) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        self._base.executemany("INSERT INTO stage VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", self._places)
        self._base.executemany("INSERT INTO stage_name VALUES (?,?,?)", self._names)
        self._places.clear()
        self._names.clear()


def _keys(added: Added) -> list[tuple[str, int]]:
    """Keys with their ranks: 0 for its own name, 1 for others; names that begin in lower case are none."""
    found = {fold(added.name): 0}
    for name in added.names:
        if name and not name[0].islower():
            found.setdefault(fold(name), 1)
    return [(key, rank) for key, rank in found.items() if _KEY.match(key)]
