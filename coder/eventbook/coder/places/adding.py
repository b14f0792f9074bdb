"""Make one gazetteer out of files of places, all of it or nothing."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from eventbook.coder.places.additions import Added, Reader
from eventbook.coder.places.feeds import MAX_BYTES, Feed, FeedError, open_feed
from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Gazetteer, GazetteerError, file_hash, open_gazetteer
from eventbook.coder.places.records import KINDS
from eventbook.coder.places.schema import FORMAT, SCHEMA
from eventbook.coder.places.user import RESERVED, UserGazetteer, describe_file, user_folder

_BATCH = 20_000
_MOST_FAULTS = 20
_KEY = re.compile(r"[a-z0-9][a-z0-9 ]{1,59}$")
_NAME = re.compile(r"\w[\w-]{0,59}$", re.ASCII)
_STAGE = """
CREATE TEMP TABLE stage (old INTEGER PRIMARY KEY, ref, name TEXT, kind INTEGER, country TEXT, admin1 TEXT,
  admin2 TEXT, latitude INTEGER, longitude INTEGER, population INTEGER, source TEXT);
CREATE TEMP TABLE stage_name (key TEXT, old INTEGER, rank INTEGER);
"""


def add_files(paths: Sequence[Path], *, name: str | None = None, max_bytes: int = MAX_BYTES) -> UserGazetteer:
    """Read files into one new gazetteer named after the first; all of it or nothing.

    Alternate names files add names to the places of the dumps beside them, or to shipped ones.
    Raises FeedError (bad input, with file and line) and GazetteerError (cannot be written).
    """
    if not paths:
        raise FeedError(["no file given"])
    title = _title(paths[0], name)
    feeds = [open_feed(path, max_bytes=max_bytes) for path in paths]
    target = user_folder() / f"{title}.sqlite"
    with _written(target) as base:
        _fill(base, feeds, title)
    return describe_file(target)


def _title(first: Path, name: str | None) -> str:
    """The name asked for, or the first file's; it becomes a file's name and may not mean anything else."""
    title = re.sub(r"[^\w-]+", "-", first.stem, flags=re.ASCII).strip("-") or "places" if name is None else name
    if not _NAME.match(title):
        raise FeedError([f"{title!r} is no name for a gazetteer: write letters, digits, - and _, at most 60"])
    if title.lower() in RESERVED:
        raise FeedError([f"{title!r} means other gazetteers; choose another name with --name"])
    return title


@contextmanager
def _written(target: Path) -> Iterator[sqlite3.Connection]:
    """A new database beside the target, put in its place when the block ends well."""
    part = target.with_suffix(f".part{os.getpid()}")
    base: sqlite3.Connection | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        base = sqlite3.connect(part)
        base.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-65536;"
        )
        base.executescript(SCHEMA + _STAGE)
        yield base
        base.commit()
        base.close()
        _sync(part)
        part.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerError(
            f"{target}: cannot be written ({error}); make the folder writable, or set EVENTBOOK_HOME to one that is"
        ) from error
    finally:
        if base is not None:
            base.close()
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


def _fill(base: sqlite3.Connection, feeds: list[Feed], title: str) -> None:
    shipped = open_gazetteer()
    reader = Reader(shipped)
    faults: list[str] = []
    numbers: dict[int, int] = {}
    count = 0
    for feed in feeds:
        if feed.format == "alternate names":
            continue

        def fault(line: int, message: str, path: Path = feed.path) -> None:
            faults.append(f"{path}:{line}: {message}")
            if len(faults) >= _MOST_FAULTS:
                raise FeedError([*faults, f"{path}: more than {_MOST_FAULTS} faults; nothing was added"])

        count = _stage(base, reader, feed, fault, numbers, count, title)
    for feed in feeds:
        if feed.format == "alternate names":
            count = _stage_names(base, shipped, feed, numbers, count, faults)
    if faults:
        raise FeedError([*faults, "nothing was added"])
    if count == 0:
        raise FeedError([f"{feeds[0].path}: no populated place or division in it; nothing was added"])
    _settle(base, feeds, title)


def _stage(
    base: sqlite3.Connection,
    reader: Reader,
    feed: Feed,
    fault: Callable[[int, str], None],
    numbers: dict[int, int],
    count: int,
    title: str,
) -> int:
    """Put the places and keys of one feed aside; returns the count of places so far."""
    places: list[tuple[object, ...]] = []
    names: list[tuple[str, int, int]] = []
    for line, added in enumerate(reader.read(feed, fault), 1):
        if isinstance(added.ref, int):
            if added.ref in numbers:
                fault(line, f"geonameid {added.ref} stands twice ({added.name})")
                continue
            numbers[added.ref] = count + 1
        count += 1
        places.append(_place_row(count, added, title))
        names += ((key, count, rank) for key, rank in _keys(added))
        if len(places) >= _BATCH:
            _flush(base, places, names)
    _flush(base, places, names)
    return count


def _place_row(old: int, added: Added, title: str) -> tuple[object, ...]:
    ref = added.ref if isinstance(added.ref, int) else f"{title}:{added.ref}"
    return (
        old,
        ref,
        added.name,
        KINDS.index(added.kind),
        added.country,
        added.admin1,
        added.admin2,
        round(added.latitude * 1e5),
        round(added.longitude * 1e5),
        added.population,
        title,
    )


def _keys(added: Added) -> list[tuple[str, int]]:
    found = {fold(added.name): 0}
    for name in added.names:
        if name and not name[0].islower():
            key = fold(name)
            if _KEY.match(key):
                found.setdefault(key, 1)
    return [(key, rank) for key, rank in found.items() if _KEY.match(key)]


def _flush(base: sqlite3.Connection, places: list[tuple[object, ...]], names: list[tuple[str, int, int]]) -> None:
    base.executemany("INSERT INTO stage VALUES (?,?,?,?,?,?,?,?,?,?,?)", places)
    base.executemany("INSERT INTO stage_name VALUES (?,?,?)", names)
    places.clear()
    names.clear()


def _stage_names(
    base: sqlite3.Connection, shipped: Gazetteer, feed: Feed, numbers: dict[int, int], count: int, faults: list[str]
) -> int:
    """Add the names of an alternate names file; a shipped place that gains one is copied."""
    own = shipped.numbers()
    names: list[tuple[str, int, int]] = []
    places: list[tuple[object, ...]] = []
    for line, text in enumerate(feed.lines(), 1):
        cells = text.rstrip("\r\n").split("\t")
        if len(cells) < 4 or not cells[1].isdigit():
            faults.append(f"{feed.path}:{line}: {len(cells)} columns, expected at least 4 with a geonameid")
            if len(faults) >= _MOST_FAULTS:
                break
            continue
        number, key = int(cells[1]), fold(cells[3])
        if cells[2] in ("link", "wkdt", "post", "iata", "icao", "faac", "unlc", "phon") or not _KEY.match(key):
            continue
        if number not in numbers and number in own:
            entry = shipped.entry(0, own[number])
            assert entry is not None
            p = entry.place
            count += 1
            numbers[number] = count
            at = (round(p.latitude * 1e5), round(p.longitude * 1e5), p.population, p.source)
            places.append((count, number, p.name, KINDS.index(p.kind), p.country, p.admin1, p.admin2, *at))
        if number in numbers:
            names.append((key, numbers[number], 1))
        if len(names) >= _BATCH:
            _flush(base, places, names)
    _flush(base, places, names)
    return count


def _settle(base: sqlite3.Connection, feeds: list[Feed], title: str) -> None:
    """Order the places by country and the keys by themselves, as the look-up expects them."""
    base.executescript(
        """
        CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER);
        INSERT INTO moved SELECT old, row_number() OVER (ORDER BY country, old) FROM stage;
        INSERT INTO place SELECT m.new, ref, name, kind, country, admin1, admin2, latitude, longitude, population,
          NULL, source FROM stage s JOIN moved m USING (old) ORDER BY m.new;
        INSERT OR IGNORE INTO name SELECT key, m.new, min(rank) FROM stage_name s JOIN moved m USING (old)
          GROUP BY key, m.new ORDER BY key, m.new;
        INSERT INTO country SELECT country, '', 0, '', NULL, min(id), max(id) FROM place GROUP BY country;
        """
    )
    licensed = any(feed.format in ("geonames", "alternate names") for feed in feeds)
    attribution = "Contains data from GeoNames, CC BY 4.0." if licensed else ""
    if any(feed.format == "ucdp" for feed in feeds):
        attribution = (attribution + " Contains data from UCDP GED, CC BY 4.0.").strip()
    inputs = "; ".join(f"{feed.path.name} sha256 {file_hash(feed.path)}" for feed in feeds)
    meta = {
        "format": str(FORMAT),
        "name": title,
        "inputs": inputs,
        "kinds": ", ".join(dict.fromkeys(feed.format for feed in feeds)),
        "attribution": attribution,
        "places": str(base.execute("SELECT count(*) FROM place").fetchone()[0]),
        "names": str(base.execute("SELECT count(*) FROM name").fetchone()[0]),
    }
    base.executemany("INSERT INTO meta VALUES (?,?)", sorted(meta.items()))
