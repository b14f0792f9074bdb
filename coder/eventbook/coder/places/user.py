"""The user's own gazetteers: where they lie, which are used, what they hold; how to remove one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eventbook.coder.places.gazetteer import (
    SHIPPED,
    Gazetteer,
    GazetteerError,
    GazetteerName,
    file_hash,
    open_gazetteer,
)

#: Names that choose gazetteers and can be no gazetteer's own.
ALL, ONLY_SHIPPED = "all", "shipped"
RESERVED = frozenset((ALL, ONLY_SHIPPED))


@dataclass(frozen=True, slots=True)
class UserGazetteer:
    """One gazetteer of the user's: its file, where it came from, and how much it holds."""

    name: str
    path: Path
    format: str
    places: int
    names: int
    countries: tuple[str, ...]
    inputs: str
    sha256: str


def user_folder() -> Path:
    """Folder of the user's gazetteers: EVENTBOOK_HOME/places, else in the system's data folder."""
    home = os.environ.get("EVENTBOOK_HOME")
    if home:
        return Path(home) / "places"
    import platformdirs

    return Path(platformdirs.user_data_dir("eventbook", appauthor=False)) / "places"


def user_files() -> tuple[Path, ...]:
    """Files of the user's gazetteers by name; empty where none was added."""
    folder = user_folder()
    return tuple(sorted(folder.glob("*.sqlite"))) if folder.is_dir() else ()


def choose_files(wanted: str | Sequence[str | Path] = ALL) -> tuple[Path, ...]:
    """The user's files that stand behind the shipped one: "all" of them, none ("shipped"), or those named.

    A name is one that `eventbook places list` shows; a path is taken as it is. The order is that of the names, not
    of the asking. Raises GazetteerName for one that was not added.
    """
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    own = {path.stem: path for path in user_files()}
    if ALL in names:
        return tuple(own.values())
    chosen = [one if isinstance(one, Path) else own.get(one) for one in names if one != ONLY_SHIPPED]
    unknown = [str(one) for one in names if not isinstance(one, Path) and one not in own and one != ONLY_SHIPPED]
    if unknown:
        known = ", ".join((ONLY_SHIPPED, ALL, *own))
        listed = ", ".join(repr(name) for name in unknown)
        raise GazetteerName(f"no gazetteer {listed} was added; there is: {known}")
    return tuple(sorted({path for path in chosen if path is not None and path != SHIPPED}, key=lambda path: path.name))


def open_chosen(wanted: str | Sequence[str | Path] = ALL) -> Gazetteer:
    """The shipped gazetteer with those of the user's behind it that are wanted; raises GazetteerError."""
    return open_gazetteer(choose_files(wanted))


def open_all() -> Gazetteer:
    """The shipped gazetteer with all of the user's behind it."""
    return open_chosen(ALL)


def list_gazetteers() -> tuple[UserGazetteer, ...]:
    """What the user has added, by name; raises GazetteerError on a damaged file."""
    return tuple(describe_file(path) for path in user_files())


def remove_gazetteer(name: str) -> Path:
    """Delete one of the user's gazetteers; raises GazetteerName when there is none of that name."""
    for path in user_files():
        if path.stem == name:
            try:
                path.unlink()
            except OSError as error:
                raise GazetteerError(f"{path}: cannot be removed ({error.strerror})") from error
            return path
    known = ", ".join(path.stem for path in user_files()) or "none"
    raise GazetteerName(f"no gazetteer {name!r} was added; there is: {known}")


def describe_file(path: Path) -> UserGazetteer:
    """What a file of the user's holds; raises GazetteerError where it is none."""
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        meta = dict(base.execute("SELECT key, value FROM meta"))
        countries = tuple(row[0] for row in base.execute("SELECT iso2 FROM country ORDER BY iso2"))
        base.close()
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"{path}: not a gazetteer file ({error}); remove it and add its source again") from error
    return UserGazetteer(
        path.stem,
        path,
        meta.get("kinds", ""),
        int(meta.get("places", 0)),
        int(meta.get("names", 0)),
        countries,
        meta.get("inputs", ""),
        file_hash(path),
    )
