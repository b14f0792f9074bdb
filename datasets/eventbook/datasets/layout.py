"""Names and paths inside a dataset's folder; no path may lead out of it."""

import re
from pathlib import Path, PurePosixPath

from eventbook.datasets.errors import BadName, Damaged

IDENTITY = "dataset.json"
MANIFEST = "manifest.json"
WITHDRAWN = "withdrawn.json"
VERSIONS, REVISIONS, RELEASES, TAGS, STAGING = "versions", "revisions", "releases", "tags", ".staging"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_VERSION = re.compile(r"[0-9]{4,}")


def version_folder(root: Path, number: int) -> Path:
    """`versions/0007` of the dataset at `root`."""
    return root / VERSIONS / f"{number:04d}"


def version_numbers(root: Path) -> list[int]:
    """Numbers of all version folders, ascending; folders of other names are not versions."""
    try:
        names = [path.name for path in (root / VERSIONS).iterdir()]
    except FileNotFoundError:
        return []
    numbers = [int(name) for name in names if _VERSION.fullmatch(name)]
    return sorted(number for number in numbers if number > 0 and f"{number:04d}" in names)


def checked_name(name: str, *, what: str) -> str:
    """The name, if it can be a file name everywhere; raises BadName."""
    if not _NAME.fullmatch(name) or name.endswith("."):
        raise BadName(
            f"{what} {name!r}: expected 1 to 100 of the characters A-Z a-z 0-9 . _ - and a letter or digit first"
        )
    return name


def inside(folder: Path, relative: str) -> Path:
    """The file that a manifest names, if it lies in `folder` and no link leads elsewhere; raises Damaged."""
    parts = PurePosixPath(relative).parts
    plain = "\\" not in relative and ":" not in relative and "\0" not in relative
    if not plain or not parts or PurePosixPath(relative).is_absolute() or ".." in parts:
        raise Damaged(f"{folder / MANIFEST}: file name {relative!r} leads out of the version's folder; do not use it")
    path = folder.joinpath(*parts)
    for step in [path, *path.parents]:
        if step == folder:
            return path
        if step.is_symlink():
            raise Damaged(f"{step}: is a symbolic link, expected a file of the version; restore it from a copy")
    raise Damaged(f"{path}: leads out of {folder}; do not use it")
