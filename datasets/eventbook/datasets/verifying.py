"""A dataset hashed again from end to end."""

from dataclasses import dataclass
from pathlib import Path

from eventbook.datasets.columns import schema_of
from eventbook.datasets.errors import DatasetError
from eventbook.datasets.layout import MANIFEST, TAGS, WITHDRAWN, version_folder, version_numbers
from eventbook.datasets.manifest import Manifest, TableEntry, read_manifest
from eventbook.datasets.parquet import check_file, read_files
from eventbook.datasets.releases.checking import check_releases
from eventbook.datasets.revisions import load_revisions
from eventbook.datasets.rowhash import row_hash
from eventbook.datasets.tags import get_tag


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was committed: `what` names the file and the difference."""

    version: int | None
    what: str


def verify(root: Path) -> list[Damage]:
    """Check every manifest, file, row hash, the chain of parents, every tag, decision and release.

    Gives what is damaged, in order.

    Data that were withdrawn on purpose are no damage; files that no manifest names are, for other programs that read
    the folder take them for rows.
    """
    found: list[Damage] = []
    manifests: dict[int, Manifest] = {}
    hashed: set[tuple[int, int]] = set()  # device and inode: a file that several versions share is hashed once
    for number in version_numbers(root):
        try:
            manifests[number] = read_manifest(root, number)
        except DatasetError as error:
            found.append(Damage(number, str(error)))
            continue
        found += [Damage(number, what) for what in _check_version(root, manifests[number], hashed)]
    found += _check_chain(root, manifests)
    released = [Damage(number, what) for number, what in check_releases(root, manifests)]
    return found + _check_tags(root, manifests) + _check_revisions(root) + released


def _check_revisions(root: Path) -> list[Damage]:
    try:
        load_revisions(root)
    except DatasetError as error:
        return [Damage(None, str(error))]
    return []


def _check_version(root: Path, manifest: Manifest, hashed: set[tuple[int, int]]) -> list[str]:
    folder = version_folder(root, manifest.number)
    if (folder / WITHDRAWN).exists():
        return []
    problems: list[str] = []
    for name, entry in sorted(manifest.tables.items()):
        bad = [what for file in entry.files if (what := check_file(folder, file)) is not None]
        problems += bad or _check_rows(folder, name, entry, hashed)
    named = {file.path for entry in manifest.tables.values() for file in entry.files} | {MANIFEST}
    for path in sorted(folder.rglob("*")):
        if not path.is_dir() and path.relative_to(folder).as_posix() not in named:
            problems.append(f"{path}: not named by the manifest; remove it")
    return problems


def _check_rows(folder: Path, name: str, entry: TableEntry, hashed: set[tuple[int, int]]) -> list[str]:
    inodes = {(status.st_dev, status.st_ino) for status in ((folder / file.path).stat() for file in entry.files)}
    if inodes <= hashed:
        return []
    try:
        table = read_files(folder, entry, columns=None)
    except DatasetError as error:
        return [str(error)]
    if row_hash(table) != entry.row_hash or tuple(schema_of(table)) != entry.columns:
        return [f"{folder / name}: its rows or columns are not those that the manifest's row hash names"]
    hashed |= inodes
    return []


def _check_chain(root: Path, manifests: dict[int, Manifest]) -> list[Damage]:
    found = []
    numbers = version_numbers(root)
    for number, manifest in sorted(manifests.items()):
        parent = manifest.parent
        if parent is None:
            if number != numbers[0]:
                found.append(Damage(number, f"{version_folder(root, number)}: names no parent, expected {number - 1}"))
        elif parent not in numbers:
            found.append(Damage(number, f"{version_folder(root, parent)}: missing, the parent of version {number}"))
        elif parent in manifests and manifests[parent].checksum != manifest.parent_checksum:
            what = f"{version_folder(root, parent) / MANIFEST}: not the one that version {number} was made from"
            found.append(Damage(parent, what))
    return found


def _check_tags(root: Path, manifests: dict[int, Manifest]) -> list[Damage]:
    found = []
    for path in sorted((root / TAGS).glob("[!.]*.json")):
        try:
            tag = get_tag(root, path.stem)
        except DatasetError as error:
            found.append(Damage(None, str(error)))
            continue
        manifest = manifests.get(tag.version)
        if tag.version not in version_numbers(root):
            found.append(Damage(tag.version, f"{path}: names version {tag.version}, which is missing"))
        elif manifest is not None and manifest.checksum != tag.checksum:
            found.append(Damage(tag.version, f"{path}: was set on other data than version {tag.version} holds"))
    return found
