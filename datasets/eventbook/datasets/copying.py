"""A dataset copied whole, every file checked on the way."""

import shutil
import uuid
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from eventbook.datasets.dataset import Dataset, open_dataset
from eventbook.datasets.errors import Damaged, DatasetExists
from eventbook.datasets.files import json_text, link_or_copy, sha256_of, sync_file, sync_folder, sync_tree, writing
from eventbook.datasets.layout import (
    IDENTITY,
    MANIFEST,
    RELEASES,
    REVISIONS,
    TAGS,
    VERSIONS,
    WITHDRAWN,
    inside,
    version_folder,
    version_numbers,
)
from eventbook.datasets.manifest import Manifest, read_manifest


def copy_dataset(source: str | Path, target: str | Path, *, versions: Collection[int] | None = None) -> Dataset:
    """Copy a dataset to a folder that is new or empty; it appears there whole or not at all.

    With `versions`, only the data of these: of the others the manifests alone, as after `gc`. Files that versions
    share stay shared. Raises Damaged, before anything appears, where a file is not what its manifest says;
    UnknownVersion, DatasetExists, NotWritable.
    """
    root, goal = open_dataset(source).path, Path(target)
    if goal.exists() and (not goal.is_dir() or any(goal.iterdir())):
        raise DatasetExists(f"{goal}: holds files already; give a new or an empty folder")
    numbers = version_numbers(root)
    manifests = [read_manifest(root, number) for number in sorted({*numbers, *(versions or ())})]
    wanted = set(numbers) if versions is None else set(versions)
    with writing(goal):
        goal.parent.mkdir(parents=True, exist_ok=True)
        aside = goal.parent / f".{goal.name}.{uuid.uuid4().hex}"
        try:
            _fill(root, aside, manifests, wanted)
            sync_tree(aside)
            aside.rename(goal)
            sync_folder(goal.parent)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return open_dataset(goal)


def _fill(root: Path, aside: Path, manifests: list[Manifest], wanted: set[int]) -> None:
    (aside / VERSIONS).mkdir(parents=True)
    copied: dict[str, Path] = {}
    for manifest in manifests:
        old, new = version_folder(root, manifest.number), version_folder(aside, manifest.number)
        new.mkdir()
        _copy_file(old / MANIFEST, new / MANIFEST)
        if (old / WITHDRAWN).exists():
            _copy_file(old / WITHDRAWN, new / WITHDRAWN)
        elif manifest.number in wanted:
            _copy_data(manifest, old, new, copied)
        else:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            (new / WITHDRAWN).write_text(json_text({"withdrawn": now, "by": "eventbook copy"}), encoding="utf-8")
            sync_file(new / WITHDRAWN)
    for path in [root / IDENTITY, *(file for name in (TAGS, REVISIONS, RELEASES) for file in (root / name).rglob("*"))]:
        if path.is_file() and not path.is_symlink():
            relative = path.relative_to(root)
            (aside / relative).parent.mkdir(parents=True, exist_ok=True)
            _copy_file(path, aside / relative, read_only=False)


def _copy_data(manifest: Manifest, old: Path, new: Path, copied: dict[str, Path]) -> None:
    for entry in manifest.tables.values():
        for file in entry.files:
            source, target = inside(old, file.path), inside(new, file.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            if file.sha256 in copied:
                link_or_copy(copied[file.sha256], target)
                continue
            if not source.is_file():
                raise Damaged(f"{source}: missing; nothing was copied: run `eventbook verify`")
            _copy_file(source, target)
            if target.stat().st_size != file.size or sha256_of(target) != file.sha256:
                raise Damaged(f"{source}: altered; nothing was copied: run `eventbook verify`")
            copied[file.sha256] = target


def _copy_file(source: Path, target: Path, *, read_only: bool = True) -> None:
    shutil.copyfile(source, target)
    sync_file(target, read_only=read_only)
