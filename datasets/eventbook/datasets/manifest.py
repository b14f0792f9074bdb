"""The manifest of a version: what is in it, from what it was made, and the hashes that prove it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from eventbook.datasets.errors import Damaged, UnknownVersion, Withdrawn
from eventbook.datasets.files import json_text
from eventbook.datasets.layout import MANIFEST, WITHDRAWN, version_folder

FORMAT = 1


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One Parquet file: path inside the version's folder, bytes, hex SHA-256, rows."""

    path: str
    size: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table: key columns, rows, hash of the rows, columns in order, files in key order."""

    key: tuple[str, ...]
    rows: int
    row_hash: str
    columns: tuple[Mapping[str, Any], ...]
    files: tuple[FileEntry, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """One version. `checksum` covers all else; `parent_checksum` ties it to the version before.

    `created` is UTC and never before the parent's. `codebook` holds id, version and hash, `inputs` what the caller
    recorded of the sources (such as name -> SHA-256), `environment` Python, platform and package versions.
    """

    number: int
    parent: int | None
    parent_checksum: str | None
    created: datetime
    reason: str
    command: str
    codebook: Mapping[str, Any]
    inputs: Mapping[str, Any]
    environment: Mapping[str, str]
    tables: Mapping[str, TableEntry]
    checksum: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """Rows by table."""
        return {name: table.rows for name, table in sorted(self.tables.items())}

    @property
    def row_hash(self) -> str:
        """Hash of the rows of `events`: what to cite."""
        return self.tables["events"].row_hash

    def content(self) -> dict[str, Any]:
        """What makes two versions the same: codebook, rows and columns; not when or by which command."""
        tables = {
            name: (table.key, table.row_hash, [dict(column) for column in table.columns])
            for name, table in self.tables.items()
        }
        return {"codebook": dict(self.codebook), "tables": tables}

    def to_json(self) -> str:
        """The manifest's text, checksum included."""
        body = _body(self)
        return json_text(body | {"checksum": _checksum(body)})


def read_manifest(root: Path, number: int) -> Manifest:
    """The manifest of a version; raises UnknownVersion, or Damaged where it is missing, altered or malformed."""
    path = version_folder(root, number) / MANIFEST
    if not path.parent.is_dir():
        raise UnknownVersion(f"{root}: no version {number}; `eventbook versions {root}` lists them")
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        checksum = body.pop("checksum")
        manifest = _parse(body, checksum)
    except FileNotFoundError as error:
        raise Damaged(f"{path}: missing; restore it from a copy, or name another version") from error
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise Damaged(f"{path}: not a manifest ({error}); restore it from a copy") from error
    if checksum != _checksum(body):
        raise Damaged(f"{path}: altered, its checksum does not match; restore it from a copy")
    if manifest.number != number:
        raise Damaged(f"{path}: says version {manifest.number}, expected {number}; restore it from a copy")
    return manifest


def refuse_withdrawn(root: Path, number: int) -> None:
    """Raise Withdrawn where the version's data were collected on purpose."""
    path = version_folder(root, number) / WITHDRAWN
    if path.exists():
        raise Withdrawn(f"{root}: the data of version {number} were removed on purpose; name another version")


def _body(manifest: Manifest) -> dict[str, Any]:
    body = asdict(manifest) | {"format": FORMAT, "created": manifest.created.isoformat(), "counts": manifest.counts}
    del body["checksum"]
    return body


def _checksum(body: Mapping[str, Any]) -> str:
    text = json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _parse(body: Mapping[str, Any], checksum: str) -> Manifest:
    if body["format"] != FORMAT:
        raise ValueError(f"format {body['format']!r}, expected {FORMAT}; use a newer eventbook")
    created = datetime.fromisoformat(body["created"])
    if created.tzinfo is None:
        raise ValueError("the time of creation has no time zone")
    tables = {name: _parse_table(table) for name, table in sorted(body["tables"].items())}
    plain = ("number", "parent", "parent_checksum", "reason", "command", "codebook", "inputs", "environment")
    return Manifest(**{name: body[name] for name in plain}, created=created, tables=tables, checksum=str(checksum))


def _parse_table(table: Mapping[str, Any]) -> TableEntry:
    files = tuple(FileEntry(**file) for file in table["files"])
    columns = tuple(dict(column) for column in table["columns"])
    return TableEntry(tuple(table["key"]), int(table["rows"]), str(table["row_hash"]), columns, files)
