"""Files that are written whole or not at all, and that are on the disk when the call returns."""

import errno
import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventbook.datasets.errors import NotWritable

_READ_ONLY = 0o444  # versions never change: a stray write through a hard link would change several of them


def json_text(value: object) -> str:
    """Readable JSON with one spelling for one value."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def sha256_of(path: Path) -> str:
    """Hex SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_file(path: Path, *, read_only: bool = True) -> None:
    """Flush a written file to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
        if read_only:
            path.chmod(_READ_ONLY)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Flush a folder's list of names to the disk, where the system can (Windows cannot)."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(root: Path) -> None:
    """Flush every folder under `root`, then `root`."""
    for folder in sorted((path for path in root.rglob("*") if path.is_dir()), reverse=True):
        sync_folder(folder)
    sync_folder(root)


def create_file(path: Path, text: str, *, read_only: bool = True) -> bool:
    """Create `path` with the whole text, or return False if the name is taken.

    The text is written aside and linked to its name, so that no reader ever sees half of it.
    """
    aside = path.parent / f".{path.name}.{uuid.uuid4().hex}"
    try:
        aside.write_text(text, encoding="utf-8")
        sync_file(aside, read_only=read_only)
        try:
            os.link(aside, path)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno not in {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}:
                raise
            return _create_exclusively(path, text)  # file systems without hard links
        sync_folder(path.parent)
        return True
    finally:
        aside.unlink(missing_ok=True)


def _create_exclusively(path: Path, text: str) -> bool:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        return False
    return True


def replace_file(path: Path, text: str) -> None:
    """Put the whole text in the place of what `path` held."""
    aside = path.parent / f".{path.name}.{uuid.uuid4().hex}"
    try:
        aside.write_text(text, encoding="utf-8")
        sync_file(aside, read_only=False)
        aside.replace(path)
        sync_folder(path.parent)
    finally:
        aside.unlink(missing_ok=True)


def link_or_copy(source: Path, target: Path) -> bool:
    """Hard-link `source` at `target`; copy where links are not possible. True if linked."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS}:
            raise
        shutil.copyfile(source, target)
        sync_file(target)
        return False
    return True


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Turn the system's refusals to write into `NotWritable`, naming the cause and the way out."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            message = f"{root}: the disk is full; nothing was committed, free some space and run again"
            raise NotWritable(message) from error
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise NotWritable(
                f"{root}: may not be written ({error.strerror}); nothing was committed, "
                "make the folder writable or `eventbook copy` the dataset elsewhere"
            ) from error
        raise
