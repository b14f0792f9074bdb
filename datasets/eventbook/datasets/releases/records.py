"""The releases that a dataset has made: one folder each, with a record that says of which version and which hashes."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from eventbook.datasets.errors import Damaged, UnknownVersion
from eventbook.datasets.files import json_text
from eventbook.datasets.layout import RELEASES, checked_name

RECORD = "record.json"


@dataclass(frozen=True, slots=True)
class Release:
    """A release as the dataset remembers it.

    `checksum` is the manifest's, so that a release never slides to other data; `row_hash` that of the events. `date`
    is the day that the public sees, `created` the time (UTC) at which it was made. `about` holds title, authors,
    licence and addresses; `sha256` the hash of each file of the folder and of the zip by their paths.
    """

    name: str
    version: int
    checksum: str
    row_hash: str
    date: str
    created: str
    previous: str | None
    folder: str
    about: Mapping[str, Any]
    sha256: Mapping[str, str]

    def to_json(self) -> str:
        """The record's text."""
        return json_text(asdict(self))


def release_folder(root: Path, name: str) -> Path:
    """`releases/2026.1` of the dataset at `root`; raises BadName."""
    return root / RELEASES / checked_name(name, what="release")


def find_release(root: Path, name: str) -> Release | None:
    """The release of this name, None if there is none; raises BadName, Damaged."""
    return _read(release_folder(root, name) / RECORD)


def get_release(root: Path, name: str) -> Release:
    """The release of this name; raises UnknownVersion, BadName, Damaged."""
    found = find_release(root, name)
    if found is None:
        known = ", ".join(release.name for release in list_releases(root)) or "there are none"
        raise UnknownVersion(f"{root}: no release {name!r}; known releases: {known}")
    return found


def list_releases(root: Path) -> list[Release]:
    """All releases in the order in which they were made; raises Damaged."""
    paths = (root / RELEASES).glob(f"*/{RECORD}")
    found = [release for path in sorted(paths) if (release := _read(path)) is not None]
    return sorted(found, key=lambda release: (release.created, release.name))


def _read(path: Path) -> Release | None:
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        release = Release(**body)
        datetime.fromisoformat(release.created)
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, OSError) as error:
        raise Damaged(f"{path}: not the record of a release ({error}); restore it from a copy") from error
    if release.name != path.parent.name:
        raise Damaged(f"{path}: is the record of release {release.name!r}; restore it from a copy")
    return release
