"""The commit of a version: written aside, flushed, and given its number in one step.

The staged folder, complete with its manifest, is renamed to `versions/NNNN`. The system does this at once and only
if no version of that number stands there (a folder that is not empty is never replaced): the manifest's name comes
into being together with all files that it names, or not at all. The writer that finds its number taken goes on from
the newer version, or is told so.
"""

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.datasets.columns import from_stored, schema_of, to_stored
from eventbook.datasets.environment import environment
from eventbook.datasets.errors import BadTable, Conflict, Damaged, Withdrawn
from eventbook.datasets.files import sync_file, sync_folder, sync_tree, writing
from eventbook.datasets.layout import MANIFEST, VERSIONS, checked_name, version_folder, version_numbers
from eventbook.datasets.manifest import Manifest, TableEntry, read_manifest, refuse_withdrawn
from eventbook.datasets.parquet import link_table, read_files, write_table
from eventbook.datasets.parts import sort_rows
from eventbook.datasets.rowhash import row_hash
from eventbook.datasets.staging import clear_leftovers, staging_folder

if TYPE_CHECKING:
    import pyarrow as pa

Merge = Callable[["VersionTables", "Mapping[str, pa.Table]"], "Mapping[str, pa.Table]"]

UNIQUE = ("events", "reports", "tombstones")  # tables in which a key stands once


class VersionTables(Mapping[str, "pa.Table"]):
    """The tables of a version by name, each read when it is asked for, and the version's number.

    Before the first version there are no tables, and the number is 0. Reading raises Damaged, Withdrawn.
    """

    def __init__(self, root: Path, manifest: Manifest | None) -> None:
        self._root, self._manifest = root, manifest
        self.number = manifest.number if manifest else 0

    def __getitem__(self, name: str) -> "pa.Table":
        return self.select(name, None)

    def select(self, name: str, columns: list[str] | None) -> "pa.Table":
        """Some columns of a table, or all."""
        if self._manifest is None:
            raise KeyError(name)
        refuse_withdrawn(self._root, self.number)
        folder = version_folder(self._root, self.number)
        return from_stored(read_files(folder, self._manifest.tables[name], columns=columns))

    def __iter__(self) -> Iterator[str]:
        return iter(self._manifest.tables if self._manifest else ())

    def __len__(self) -> int:
        return len(self._manifest.tables) if self._manifest else 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a writer wants to commit, before it is known which version it follows."""

    tables: "Mapping[str, pa.Table]"
    reason: str
    command: str
    inputs: Mapping[str, Any]
    codebook: Mapping[str, Any]
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Committed:
    """The version that now holds the proposal; `created` is False where the latest held the same already.

    `rebased` counts how often another writer came first.
    """

    manifest: Manifest
    created: bool
    rebased: int = 0


def commit(root: Path, proposal: Proposal, *, base: int | None, merge: Merge | None) -> Committed:
    """Add the proposal to the dataset as its next version; see `Dataset.commit`."""
    attempts = 0
    with writing(root):
        clear_leftovers(root)
        (root / VERSIONS).mkdir(exist_ok=True)  # version control and archives drop empty folders
        while True:
            parent = latest_manifest(root)
            if merge is None:
                _refuse_other_base(root, base, parent)
            try:
                with staging_folder(root) as folder:
                    manifest = _stage(root, folder, proposal, parent, merge)
                    if parent is not None and manifest.content() == parent.content():
                        return Committed(parent, created=False, rebased=attempts)
                    if _publish(root, folder, manifest):
                        return Committed(read_manifest(root, manifest.number), created=True, rebased=attempts)
            except (Damaged, Withdrawn, FileNotFoundError):
                if parent is None or version_numbers(root)[-1] == parent.number:
                    raise  # else: the parent is not the latest any more, and its data were collected meanwhile
            attempts += 1


def latest_manifest(root: Path) -> Manifest | None:
    """The manifest of the highest version, None in a dataset without versions."""
    numbers = version_numbers(root)
    return read_manifest(root, numbers[-1]) if numbers else None


def _refuse_other_base(root: Path, base: int | None, parent: Manifest | None) -> None:
    latest = parent.number if parent else None
    if latest != base:
        raise Conflict(
            f"{root}: made from {_named(base)}, but {_named(latest)} is the latest now; nothing was committed: "
            "build again from the latest, or give a merge"
        )


def _named(number: int | None) -> str:
    return "no version" if number is None else f"version {number}"


def _stage(root: Path, folder: Path, proposal: Proposal, parent: Manifest | None, merge: Merge | None) -> Manifest:
    tables = proposal.tables
    if merge is not None:
        tables = merge(VersionTables(root, parent), proposal.tables)
    keys = {name: entry.key for name, entry in parent.tables.items()} if parent else {}
    keys |= {name: (key,) if isinstance(key, str) else tuple(key) for name, key in proposal.keys.items()}
    if "events" not in tables or not keys.get("events"):
        raise BadTable("table 'events' and the column that is its key are needed; give them as tables and keys")
    entries = {
        checked_name(name, what="table"): _stage_table(root, folder, name, tables[name], keys.get(name, ()), parent)
        for name in sorted(tables)
    }
    manifest = Manifest(
        number=parent.number + 1 if parent else 1,
        parent=parent.number if parent else None,
        parent_checksum=parent.checksum if parent else None,
        created=_now(parent),
        reason=proposal.reason,
        command=proposal.command,
        codebook=proposal.codebook,
        inputs=proposal.inputs,
        environment=environment(),
        tables=entries,
    )
    (folder / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
    sync_file(folder / MANIFEST)
    sync_tree(folder)
    return manifest


def _now(parent: Manifest | None) -> datetime:
    now = datetime.now(UTC)
    return now if parent is None else max(now, parent.created)  # a clock that went back never reorders versions


def _stage_table(
    root: Path, folder: Path, name: str, table: "pa.Table", key: tuple[str, ...], parent: Manifest | None
) -> TableEntry:
    stored = sort_rows(name, to_stored(name, table), key=key, unique=name in UNIQUE)
    digest, columns = row_hash(stored), tuple(schema_of(stored))
    old = parent.tables.get(name) if parent else None
    old_folder = version_folder(root, parent.number) if parent else None
    files = None
    if old is not None and old_folder is not None and (old.key, old.row_hash, old.columns) == (key, digest, columns):
        files = link_table(old, folder, name=name, parent=old_folder)
    if files is None:
        files = write_table(stored, folder, name=name, key=key, parent=old_folder, old=old.files if old else ())
    return TableEntry(key, stored.num_rows, digest, columns, files)


def _publish(root: Path, folder: Path, manifest: Manifest) -> bool:
    target = version_folder(root, manifest.number)
    try:
        folder.rename(target)
    except OSError as error:
        if error.errno in {errno.EEXIST, errno.ENOTEMPTY} or (os.name == "nt" and target.exists()):
            return False
        raise
    sync_folder(root / VERSIONS)
    return True
