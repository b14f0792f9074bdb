"""Parquet files of a version: written with fixed settings, read only if their bytes are those of the manifest."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.datasets.errors import BadTable, Damaged
from eventbook.datasets.files import link_or_copy, sha256_of, sync_file
from eventbook.datasets.layout import inside
from eventbook.datasets.manifest import FileEntry, TableEntry
from eventbook.datasets.parts import parts_of
from eventbook.validation.arrow_bytes import open_bytes

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_PER_GROUP = 131_072


def write_table(
    table: "pa.Table", folder: Path, *, name: str, key: tuple[str, ...], parent: Path | None, old: Iterable[FileEntry]
) -> tuple[FileEntry, ...]:
    """Write a sorted table as `folder/name/part-*.parquet`, flushed to the disk.

    Files with the bytes of one of the parent's (`old`, in the folder `parent`) become hard links to it.
    """
    target = folder / name
    target.mkdir()
    known = {entry.sha256: entry for entry in old}
    return tuple(
        _write_part(part, folder, f"{name}/part-{position:05d}.parquet", parent, known)
        for position, part in enumerate(parts_of(table, key=key))
    )


def link_table(entry: TableEntry, folder: Path, *, name: str, parent: Path) -> tuple[FileEntry, ...] | None:
    """Hard-link an unchanged table from the parent's folder; None where a file of the parent is damaged."""
    paths = [inside(parent, file.path) for file in entry.files]
    for file, path in zip(entry.files, paths, strict=True):
        if not path.is_file() or path.stat().st_size != file.size or sha256_of(path) != file.sha256:
            return None
    (folder / name).mkdir()
    for file, path in zip(entry.files, paths, strict=True):
        link_or_copy(path, inside(folder, file.path))
    return entry.files


def read_files(folder: Path, entry: TableEntry, *, columns: list[str] | None) -> "pa.Table":
    """All rows of a table as stored; raises Damaged at the first file that is not what the manifest says.

    Every file is hashed on every reading: that takes a twentieth of the time of decoding it.
    """
    import pyarrow as pa

    table = pa.concat_tables([_read_file(folder, file, columns) for file in entry.files])
    if table.num_rows != entry.rows:
        raise Damaged(f"{folder}: {table.num_rows} rows in the files, expected {entry.rows}; restore it from a copy")
    return table


def check_file(folder: Path, file: FileEntry) -> str | None:
    """What is wrong with a file of a version, or None. Reads all its bytes."""
    try:
        path = inside(folder, file.path)
        size = path.stat().st_size
        if size != file.size:
            return f"{path}: {size} bytes, expected {file.size}"
        return None if sha256_of(path) == file.sha256 else f"{path}: altered, its SHA-256 does not match the manifest"
    except FileNotFoundError:
        return f"{path}: missing"
    except OSError as error:
        return f"{path}: cannot be read ({error.strerror})"
    except Damaged as error:
        return str(error)


def _write_part(
    part: "pa.Table", folder: Path, relative: str, parent: Path | None, known: dict[str, FileEntry]
) -> FileEntry:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / relative
    try:
        pq.write_table(
            part, path, version="2.6", compression="zstd", compression_level=3, row_group_size=_ROWS_PER_GROUP,
            data_page_version="1.0", use_dictionary=True, write_statistics=True, store_schema=True,
            use_compliant_nested_type=False,  # keeps the name of list items, so that what is read has the type given
        )  # fmt: skip
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise BadTable(f"{relative}: cannot be stored as Parquet ({error}); cast the column") from error
    size, digest = path.stat().st_size, sha256_of(path)
    same = known.get(digest)
    if same is not None and parent is not None:
        source = inside(parent, same.path)
        if check_file(parent, same) is None:
            path.unlink()
            link_or_copy(source, path)
            return FileEntry(relative, size, digest, part.num_rows)
    sync_file(path)
    return FileEntry(relative, size, digest, part.num_rows)


def _read_file(folder: Path, file: FileEntry, columns: list[str] | None) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = inside(folder, file.path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise _damaged(path, "missing") from error
    except OSError as error:
        raise _damaged(path, f"cannot be read ({error.strerror})") from error
    if len(data) != file.size:
        raise _damaged(path, f"{len(data)} bytes, expected {file.size}")
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise _damaged(path, "altered, its SHA-256 does not match the manifest")
    try:  # from the bytes that were hashed, never from the file again
        return pq.ParquetFile(open_bytes(data)).read(columns=columns)
    except (pa.ArrowException, OSError) as error:
        raise _damaged(path, f"not Parquet ({error})") from error


def _damaged(path: Path, what: str) -> Damaged:
    return Damaged(f"{path}: {what}; nothing of it was read: restore the file from a copy, or name another version")
