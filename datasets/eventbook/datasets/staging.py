"""Temporary folders of writers at work, and the removal of those whose writer is dead."""

import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from eventbook.datasets.layout import RELEASES, REVISIONS, STAGING, TAGS

_OLD = 24 * 3600.0  # seconds after which something is left over, where no lock can tell


@contextmanager
def staging_folder(root: Path) -> Iterator[Path]:
    """An empty folder of this writer alone; whatever is left in it afterwards is removed.

    A lock that the system drops when the process ends, however it ends, shows others that the writer lives.
    """
    parent = root / STAGING
    parent.mkdir(exist_ok=True)
    folder = parent / f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
    with _held_lock(_lock_path(folder)):
        try:
            folder.mkdir()
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            _lock_path(folder).unlink(missing_ok=True)


def leftovers(root: Path) -> list[Path]:
    """Staging folders of dead writers and half-written small files, by name."""
    return [path for path in _candidates(root) if _take(path, remove=False)]


def clear_leftovers(root: Path) -> list[Path]:
    """Remove what dead writers left and return it. Writers at work are not touched."""
    return [path for path in _candidates(root) if _take(path, remove=True)]


def _candidates(root: Path) -> list[Path]:
    found = set()
    if (root / STAGING).is_dir():
        found = {path.with_name(path.name.removesuffix(".lock")) for path in (root / STAGING).iterdir()}
    for folder in (root, root / TAGS, root / REVISIONS, root / RELEASES):
        found |= {path for path in folder.glob(".*.*") if path.is_file() and len(path.suffix) == 33 and _is_old(path)}
    return sorted(found)


def _take(path: Path, *, remove: bool) -> bool:
    if path.parent.name != STAGING:
        if remove:
            path.unlink(missing_ok=True)
        return True
    lock_path = _lock_path(path)
    try:
        with lock_path.open("r+") as lock:
            dead = _try_lock(lock)
            if dead is None:
                dead = _is_old(lock_path)
            if dead and remove:  # still under the lock: a writer that is just starting waits, then starts anew
                shutil.rmtree(path, ignore_errors=True)
                lock_path.unlink(missing_ok=True)
            return dead
    except FileNotFoundError:
        # A writer's lock stands before its folder does and goes after it: without one nobody is at work here.
        if not path.exists():
            return False
        if remove:
            shutil.rmtree(path, ignore_errors=True)
        return True


@contextmanager
def _held_lock(path: Path) -> Iterator[None]:
    while True:
        file = path.open("a")
        _try_lock(file, wait=True)
        if path.exists() and path.stat().st_ino == os.fstat(file.fileno()).st_ino:
            break
        file.close()  # a cleaner took the file for a dead writer's, between its creation and its lock
    with file:
        yield


def _lock_path(folder: Path) -> Path:
    return folder.with_name(folder.name + ".lock")


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _OLD
    except FileNotFoundError:
        return False


def _try_lock(file: IO[str], *, wait: bool = False) -> bool | None:
    """True: locked now; False: another process holds it; None: this file system has no locks."""
    try:
        import fcntl
    except ImportError:
        return None
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
