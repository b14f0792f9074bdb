"""What a dataset can do without: remains of interrupted work, and the data of old versions on request."""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eventbook.datasets.errors import UnknownVersion
from eventbook.datasets.files import create_file, json_text, writing
from eventbook.datasets.layout import WITHDRAWN, version_folder, version_numbers
from eventbook.datasets.releases.records import list_releases
from eventbook.datasets.staging import clear_leftovers, leftovers
from eventbook.datasets.tags import list_tags


@dataclass(frozen=True, slots=True)
class Garbage:
    """One thing to remove: its path, why, the version whose data it is, and the bytes that go free with it."""

    path: Path
    why: str
    version: int | None
    size: int


def collect(root: Path, *, keep_last: int | None = None, dry_run: bool = True) -> list[Garbage]:
    """Remove, or only list, what is not needed.

    Remains of writers that died always; with `keep_last`, also the data of versions before the last so many, save
    those with a tag or a release. Their manifests stay, so that the history and every citation's hash can still be
    read, and reading their data raises Withdrawn. Raises UnknownVersion where `keep_last` is less than 1,
    NotWritable.
    """
    if keep_last is not None and keep_last < 1:
        raise UnknownVersion(f"keep_last {keep_last}: expected 1 or more; the latest version is always kept")
    old = [] if keep_last is None else version_numbers(root)[:-keep_last]
    named = {tag.version for tag in list_tags(root)} | {release.version for release in list_releases(root)}
    half_done = [number for number in version_numbers(root) if (version_folder(root, number) / WITHDRAWN).exists()]
    numbers = sorted({number for number in old if number not in named} | set(half_done))
    folders = [(number, path) for number in numbers for path in _data_folders(root, number)]
    remains = leftovers(root)
    freed = _freed([path for _, path in folders] + remains)
    found = [Garbage(path, "left by an interrupted run", None, freed[path]) for path in remains]
    found += [Garbage(path, "data of an old version", number, freed[path]) for number, path in folders]
    if not dry_run:
        with writing(root):
            clear_leftovers(root)
            for number in sorted({number for number, _ in folders}):
                _withdraw(root, number)
    return found


def _withdraw(root: Path, number: int) -> None:
    folder = version_folder(root, number)
    text = json_text({"withdrawn": datetime.now(UTC).isoformat(timespec="seconds"), "by": "eventbook gc"})
    create_file(folder / WITHDRAWN, text)  # first: data that go missing without it would be damage
    for path in _data_folders(root, number):
        shutil.rmtree(path)


def _data_folders(root: Path, number: int) -> list[Path]:
    return sorted(path for path in version_folder(root, number).iterdir() if path.is_dir())


def _freed(paths: list[Path]) -> dict[Path, int]:
    """Bytes that each path frees: a file with several names counts once, and only if all its names go."""
    files = {path: [file for file in [path, *path.rglob("*")] if file.is_file()] for path in paths}
    names = Counter(file.stat().st_ino for listed in files.values() for file in listed)
    sizes: dict[Path, int] = {}
    counted: set[int] = set()
    for path, listed in files.items():
        sizes[path] = 0
        for file in listed:
            status = file.stat()
            if names[status.st_ino] >= status.st_nlink and status.st_ino not in counted:
                counted.add(status.st_ino)
                sizes[path] += status.st_size
    return sizes
