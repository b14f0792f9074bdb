"""A dataset: a folder of immutable versions in plain Parquet."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.datasets.errors import BadTable, DatasetExists, NotADataset, UnknownTable, UnknownVersion
from eventbook.datasets.files import create_file, json_text, writing
from eventbook.datasets.layout import IDENTITY, VERSIONS, WITHDRAWN, version_folder, version_numbers
from eventbook.datasets.manifest import Manifest, read_manifest, refuse_withdrawn
from eventbook.datasets.releases.records import Release, find_release, list_releases
from eventbook.datasets.tags import Tag, get_tag, list_tags, remove_tag, set_tag

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from eventbook.datasets.analysis.version import Version
    from eventbook.datasets.committing import Committed, Merge
    from eventbook.datasets.diffing import DatasetDiff
    from eventbook.datasets.verifying import Damage

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """A version in one line: number, parent, UTC time, why, rows by table, tags, names of the releases made of it.

    `withdrawn` if its data are gone.
    """

    number: int
    parent: int | None
    created: datetime
    reason: str
    counts: Mapping[str, int]
    codebook: Mapping[str, Any]
    tags: tuple[str, ...]
    withdrawn: bool
    releases: tuple[str, ...] = ()


def create_dataset(path: str | Path, *, identity: Mapping[str, Any]) -> "Dataset":
    """Make an empty dataset in a new or empty folder.

    `identity` is what `dataset.json` says of it, such as title, codebook, licence and authors. Raises DatasetExists
    where a dataset or other files stand there, NotWritable.
    """
    root = Path(path)
    if (root / IDENTITY).exists():
        raise DatasetExists(f"{root}: is a dataset already; open it, or give another folder")
    if not is_free(root):
        raise DatasetExists(f"{root}: holds other files; give a new or an empty folder")
    text = json_text(dict(identity) | {"format": _FORMAT})
    with writing(root):
        (root / VERSIONS).mkdir(parents=True, exist_ok=True)
        if not create_file(root / IDENTITY, text, read_only=False):
            raise DatasetExists(f"{root}: another program made a dataset here just now; open it")
    return Dataset(root)


def is_free(root: Path) -> bool:
    """Whether a dataset can be made here: the folder is new, empty, or holds what an interrupted making left."""
    if not root.exists():
        return True
    return root.is_dir() and all(
        entry.name == VERSIONS or entry.name.startswith(f".{IDENTITY}.") for entry in root.iterdir()
    )


def open_dataset(path: str | Path) -> "Dataset":
    """The dataset in this folder; raises NotADataset."""
    dataset = Dataset(Path(path))
    _ = dataset.identity
    return dataset


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset's folder. Holds no state: every answer comes from the files as they are now."""

    path: Path

    @property
    def identity(self) -> dict[str, Any]:
        """What `dataset.json` says; raises NotADataset."""
        file = self.path / IDENTITY
        try:
            identity = json.loads(file.read_text(encoding="utf-8"))
            found = identity["format"]
        except FileNotFoundError as error:
            raise NotADataset(f"{self.path}: is no dataset, {IDENTITY} is missing; check the path") from error
        except NotADirectoryError as error:
            raise NotADataset(f"{self.path}: is a file, and a dataset is a folder; check the path") from error
        except (ValueError, KeyError, TypeError, OSError) as error:
            raise NotADataset(f"{file}: cannot be read ({error}); restore it from a copy") from error
        if found != _FORMAT:
            raise NotADataset(f"{file}: format {found!r}, expected {_FORMAT}; use a newer eventbook")
        return dict(identity)

    def versions(self) -> tuple[VersionInfo, ...]:
        """All versions, oldest first; raises Damaged where a manifest is."""
        tags = self.tags()
        releases = self.releases()
        return tuple(self._info(self.manifest(number), tags, releases) for number in version_numbers(self.path))

    def latest(self) -> VersionInfo:
        """The version of the highest number; raises UnknownVersion in a dataset without versions."""
        return self._info(self.manifest(), self.tags(), self.releases())

    def manifest(self, version: int | str | None = None) -> Manifest:
        """The manifest of a version, given as number, tag, name of a release or `latest`; default the latest.

        Raises UnknownVersion, Damaged.
        """
        numbers = version_numbers(self.path)
        if not numbers:
            raise UnknownVersion(f"{self.path}: has no version yet; `eventbook build` makes one")
        if version is None or version == "latest":
            return read_manifest(self.path, numbers[-1])
        if isinstance(version, int) or version.isdecimal():
            return read_manifest(self.path, int(version))
        release = find_release(self.path, version)
        what, name = ("release", release) if release is not None else ("tag", get_tag(self.path, version))
        manifest = read_manifest(self.path, name.version)
        if manifest.checksum != name.checksum:
            raise UnknownVersion(
                f"{self.path}: {what} {name.name!r} was set on other data than version {name.version} holds; run verify"
            )
        return manifest

    def resolve(
        self, version: int | str | None = None, *, as_of: date | datetime | str | None = None, tag: str | None = None
    ) -> Manifest:
        """The manifest that at most one of version, time (the end of the day for a date, UTC) or tag names."""
        if sum(choice is not None for choice in (version, as_of, tag)) > 1:
            raise UnknownVersion("give only one of version, as_of and tag")
        if as_of is None:
            return self.manifest(tag if tag is not None else version)
        moment = _moment(as_of)
        for number in reversed(version_numbers(self.path)):
            manifest = read_manifest(self.path, number)
            if manifest.created <= moment:
                return manifest
        raise UnknownVersion(f"{self.path}: no version as of {moment.isoformat()}; `eventbook versions` lists them")

    def table(
        self, table: str = "events", *, version: int | str | None = None, as_of: date | datetime | str | None = None,
        tag: str | None = None, columns: Sequence[str] | None = None,
    ) -> "pa.Table":  # fmt: skip
        """A table of a version in Arrow, rows in key order.

        Raises UnknownVersion, UnknownTable, Withdrawn, and Damaged: a file that is not what its manifest says is
        never read.
        """
        from eventbook.datasets.columns import from_stored
        from eventbook.datasets.parquet import read_files

        manifest = self.resolve(version, as_of=as_of, tag=tag)
        refuse_withdrawn(self.path, manifest.number)
        entry = manifest.tables.get(table)
        if entry is None:
            known = ", ".join(sorted(manifest.tables))
            raise UnknownTable(f"{self.path}: version {manifest.number} has no table {table!r}; it has {known}")
        names = [column["name"] for column in entry.columns]
        for column in columns or ():
            if column not in names:
                raise UnknownTable(f"{self.path}: table {table!r} has no column {column!r}; it has {', '.join(names)}")
        folder = version_folder(self.path, manifest.number)
        return from_stored(read_files(folder, entry, columns=list(columns) if columns is not None else None))

    def load(
        self, version: int | str | None = None, *, as_of: date | datetime | str | None = None, tag: str | None = None,
        table: str = "events", columns: Sequence[str] | None = None,
    ) -> "pd.DataFrame":  # fmt: skip
        """A table of a version in pandas, with the types that its schema carries.

        Whole numbers are Int64 (or Int8, ...), texts `string`, dates `datetime.date`, categories `category`; missing
        is `<NA>`. Raises as `table`.
        """
        from eventbook.datasets.frames import to_frame

        return to_frame(self.table(table, version=version, as_of=as_of, tag=tag, columns=columns))

    def at(
        self, version: int | str | None = None, *, as_of: date | datetime | str | None = None, tag: str | None = None,
        codebook: str | Path | None = None,
    ) -> "Version":  # fmt: skip
        """A version for analysis: panels, actors, SQL, pictures.

        `codebook` names the codebook's folder where it is not a shipped one. Raises UnknownVersion, Damaged,
        Withdrawn.
        """
        from eventbook.datasets.analysis.version import Version

        manifest = self.resolve(version, as_of=as_of, tag=tag)
        refuse_withdrawn(self.path, manifest.number)
        return Version(self, manifest, Path(codebook) if codebook is not None else None)

    def commit(
        self, tables: "Mapping[str, pa.Table]", *, reason: str, command: str = "",
        inputs: Mapping[str, Any] | None = None, codebook: Mapping[str, Any] | None = None,
        base: int | None = None, merge: "Merge | None" = None, keys: Mapping[str, Sequence[str]] | None = None,
    ) -> "Committed":  # fmt: skip
        """Add a version, whole or not at all.

        Without `merge`, `tables` are all tables of the new version, made from version `base` (None: from nothing);
        raises Conflict if another version is the latest by now. With `merge`, `tables` are only what is new, and the
        version is `merge(tables of the latest, tables)`; it is called again on the newer version if another writer
        comes first. `keys` gives the key columns of each table and is remembered from version to version; `events`
        needs one, and its values must be unique. Where the content equals the latest version's, none is made and
        `created` of the result is False. Raises BadTable, NotWritable.
        """
        from eventbook.datasets.committing import Proposal, commit

        proposal = Proposal(
            tables, reason, command, _plain(inputs, "inputs"), _plain(codebook, "codebook"), dict(keys or {})
        )
        return commit(self.path, proposal, base=base, merge=merge)

    def diff(self, before: int | str, after: int | str | None = None, *, table: str = "events") -> "DatasetDiff":
        """Rows added, removed and changed from one version (number or tag) to another, cell by cell.

        Events that builds made carry a reason: new source, recoded, corrected or removed by person, withdrawn.
        """
        from eventbook.datasets.diff_reasons import with_reasons
        from eventbook.datasets.diffing import diff_tables

        old, new = self.manifest(before), self.manifest(after)
        tables = [self.table(table, version=manifest.number) for manifest in (old, new)]
        found = diff_tables(*tables, key=new.tables[table].key, names=(old.number, new.number))
        return with_reasons(self, found, old=old, new=new) if table == "events" else found

    def verify(self) -> "list[Damage]":
        """Hash everything again; a list of what is damaged, empty where all is well."""
        from eventbook.datasets.verifying import verify

        return verify(self.path)

    def tag(self, name: str, version: int | str | None = None, *, note: str = "", move: bool = False) -> Tag:
        """Name a version (default the latest); raises BadName where the name means another version already."""
        return set_tag(self.path, name, self.manifest(version), note=note, move=move)

    def untag(self, name: str) -> Tag:
        """Take a name back; raises UnknownVersion."""
        return remove_tag(self.path, name)

    def tags(self) -> list[Tag]:
        """All tags by name."""
        return list_tags(self.path)

    def releases(self) -> list[Release]:
        """All releases in the order in which they were made (`eventbook.datasets.releases` makes them)."""
        return list_releases(self.path)

    def _info(self, manifest: Manifest, tags: Sequence[Tag], releases: Sequence[Release]) -> VersionInfo:
        names = tuple(tag.name for tag in tags if tag.version == manifest.number)
        withdrawn = (version_folder(self.path, manifest.number) / WITHDRAWN).exists()
        return VersionInfo(
            manifest.number, manifest.parent, manifest.created, manifest.reason, manifest.counts, manifest.codebook,
            names, withdrawn, tuple(release.name for release in releases if release.version == manifest.number),
        )  # fmt: skip


def _moment(as_of: date | datetime | str) -> datetime:
    if isinstance(as_of, str):
        try:
            as_of = date.fromisoformat(as_of) if len(as_of) == 10 else datetime.fromisoformat(as_of)
        except ValueError as error:
            raise UnknownVersion(f"as_of {as_of!r}: expected a date or time such as 2024-02-29") from error
    if not isinstance(as_of, datetime):
        return datetime.combine(as_of, time.max, tzinfo=UTC)
    return as_of if as_of.tzinfo else as_of.replace(tzinfo=UTC)


def _plain(value: Mapping[str, Any] | None, what: str) -> dict[str, Any]:
    """The value as JSON gives it back, so that what is compared is what is stored."""
    try:
        plain: dict[str, Any] = json.loads(json.dumps(dict(value or {}), sort_keys=True, allow_nan=False))
    except (TypeError, ValueError) as error:
        raise BadTable(f"{what}: cannot be written as JSON ({error})") from error
    return plain
