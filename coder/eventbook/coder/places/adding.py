"""Make one gazetteer out of files of places, all of it or nothing."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from eventbook.coder.places.additions import Added, Reader
from eventbook.coder.places.feeds import MAX_BYTES, Feed, FeedError, open_feed, other_names
from eventbook.coder.places.gazetteer import GazetteerError, GazetteerName, file_hash, open_gazetteer
from eventbook.coder.places.schema import FORMAT, SCHEMA
from eventbook.coder.places.staging import Stage
from eventbook.coder.places.user import RESERVED, UserGazetteer, describe_file, user_folder

Watch = Callable[[Iterable[Added]], Iterable[Added]]

_MOST_FAULTS = 20
_NAME = re.compile(r"\w[\w-]{0,59}$", re.ASCII)


def add_files(
    paths: Sequence[Path], *, name: str | None = None, max_bytes: int = MAX_BYTES, watch: Watch = iter
) -> UserGazetteer:
    """Read files into one new gazetteer named after the first; all of it or nothing.

    Alternate names files add names to the places of the dumps beside them, or to shipped ones. `watch` sees the
    places pass by, for a progress bar. Raises GazetteerName, FeedError (bad input, with file and line) and
    GazetteerError (cannot be written).
    """
    if not paths:
        raise FeedError(["no file given"])
    title = _title(paths[0], name)
    feeds = [open_feed(path, max_bytes=max_bytes) for path in paths]
    target = user_folder() / f"{title}.sqlite"
    with _written(target) as base:
        _fill(base, feeds, title, watch)
    return describe_file(target)


def _title(first: Path, name: str | None) -> str:
    """The name asked for, or the first file's; it becomes a file's name and may not mean anything else."""
    title = re.sub(r"[^\w-]+", "-", first.stem, flags=re.ASCII).strip("-") or "places" if name is None else name
    if not _NAME.match(title):
        raise GazetteerName(f"{title!r} is no name for a gazetteer: write letters, digits, - and _, at most 60")
    if title.lower() in RESERVED:
        raise GazetteerName(f"{title!r} means other gazetteers; choose another name with --name")
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
        base.executescript(SCHEMA)
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


def _fill(base: sqlite3.Connection, feeds: list[Feed], title: str, watch: Watch) -> None:
    shipped = open_gazetteer()
    reader, stage = Reader(shipped), Stage(base, title)
    faults = Faults()
    for number, feed in enumerate(feeds):
        if feed.format != "alternate names":
            stage.add(watch(reader.read(feed, faults.of(feed))), number)
    for again in stage.repeated():
        feed, first = feeds[again.feed], feeds[again.first_feed]
        where = f"line {again.first_line}" if feed is first else f"{first.path}:{again.first_line}"
        faults.of(feed)(again.line, f"geonameid {again.ref} stands already in {where}")
    for feed in feeds:
        if feed.format == "alternate names":
            stage.add_names(other_names(feed, faults.of(feed)))
    stage.join_names(shipped)
    if faults.lines:
        raise FeedError([*faults.lines, "nothing was added"])
    if stage.count == 0:
        raise FeedError([f"{feeds[0].path}: no populated place or division in it; nothing was added"])
    stage.settle()
    _sign(base, feeds, title)


class Faults:
    """Faults of the input so far; too many end the reading."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def of(self, feed: Feed) -> Callable[[int, str], None]:
        """What to call with line and message of a fault of this feed."""

        def fault(line: int, message: str) -> None:
            self.lines.append(f"{feed.path}:{line}: {message}")
            if len(self.lines) >= _MOST_FAULTS:
                raise FeedError([*self.lines, f"{feed.path}: more than {_MOST_FAULTS} faults; nothing was added"])

        return fault


def _sign(base: sqlite3.Connection, feeds: list[Feed], title: str) -> None:
    """Write down where the places come from, and how they may be passed on."""
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
