"""A release made: staged whole, sealed with checksums and a zip, and put into the dataset in one step."""

import errno
import shutil
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import list_shipped, load_codebook
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.errors import BadName, BadRelease, Damaged
from eventbook.datasets.files import json_text, sync_folder, sync_tree, writing
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.about import About, about_from
from eventbook.datasets.releases.citing import Cited
from eventbook.datasets.releases.filling import fill_folder
from eventbook.datasets.releases.records import (
    RECORD,
    Release,
    find_release,
    get_release,
    list_releases,
    release_folder,
)
from eventbook.datasets.releases.sealing import freeze, hash_files, write_checksums, write_zip
from eventbook.datasets.staging import clear_leftovers, staging_folder
from eventbook.datasets.tags import list_tags

if TYPE_CHECKING:
    from eventbook.datasets.releases.filling import Papers

_KEYWORDS = ("event data", "political events")
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # of a file in a zip


@dataclass(frozen=True, slots=True)
class Wish:
    """What a release is asked to be.

    `about` holds what `dataset.json` does not say, or says otherwise (see `about_from`); `day` is the day of
    publication, default today (UTC); `reviewed` a sample checked by hand, `agreement` codings to compare; `codebook`
    the folder of the codebook where it is not a shipped one, and `other_codebook` releases although its hash is not
    that of the version.
    """

    name: str
    version: int | str | None = None
    about: Mapping[str, Any] = field(default_factory=dict)
    day: date | None = None
    reviewed: Path | None = None
    agreement: Sequence[Path] = ()
    codebook: str | Path | None = None
    other_codebook: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A release with its folder and its zip."""

    release: Release
    folder: Path
    archive: Path


def make_release(dataset: Dataset, wish: Wish, *, output: Path | None = None) -> Made:
    """Freeze a version as a release, whole or not at all; with `output`, put a copy of folder and zip there too.

    Raises BadName where the name was used, BadRelease with all that is wrong with the wish, InputError for files of
    people's judgements, CodebookError, UnknownVersion, Withdrawn, Damaged, NotWritable.
    """
    root = dataset.path
    _check_name(dataset, wish.name)
    manifest = dataset.manifest(wish.version)
    codebook = _codebook_of(manifest, wish)
    cited = Cited(
        _about(dataset, codebook, wish), wish.name, manifest.number, manifest.row_hash, _day(wish).isoformat(),
        codebook_name(manifest), program_name(manifest),
    )  # fmt: skip
    targets = _targets(output, cited.slug)
    with writing(root):
        clear_leftovers(root)
        with staging_folder(root) as staging:
            folder = staging / cited.slug
            folder.mkdir()
            papers = fill_folder(folder, dataset, manifest, codebook, cited, wish)
            release = _seal(staging, folder, manifest, cited, papers, _created(root))
            _publish(staging, release_folder(root, wish.name), wish.name)
    made = release_folder(root, wish.name)
    result = Made(release, made / cited.slug, made / f"{cited.slug}.zip")
    return _copy(result, *targets) if targets else result


def cite_version(dataset: Dataset, version: int | str | None = None) -> Cited:
    """What to cite a version by: its number, the day it was made, and what `dataset.json` says.

    Raises BadRelease where that names no title, authors or licence; UnknownVersion.
    """
    manifest = dataset.manifest(version)
    return Cited(
        about_from({"keywords": _KEYWORDS, **dataset.identity}), str(manifest.number), manifest.number,
        manifest.row_hash, manifest.created.date().isoformat(), codebook_name(manifest), program_name(manifest),
    )  # fmt: skip


def cite_release(dataset: Dataset, name: str) -> Cited:
    """What to cite a release by, from its record alone; raises UnknownVersion, Damaged."""
    release = get_release(dataset.path, name)
    manifest = dataset.manifest(release.version)
    try:
        about = About.from_json(release.about)
    except (KeyError, TypeError) as error:
        raise Damaged(f"{release_folder(dataset.path, name) / RECORD}: cannot be read ({error})") from error
    return Cited(
        about, release.name, release.version, release.row_hash, release.date, codebook_name(manifest),
        program_name(manifest),
    )  # fmt: skip


def codebook_name(manifest: Manifest) -> str:
    """`codebook acled-style 1.0.0`, as the manifest tells."""
    told = [str(manifest.codebook[part]) for part in ("id", "version") if manifest.codebook.get(part)]
    return " ".join(["codebook", *told])


def program_name(manifest: Manifest) -> str:
    """`eventbook 0.1.0`, as the manifest tells."""
    return f"eventbook {manifest.environment.get('eventbook', '')}".strip()


def _check_name(dataset: Dataset, name: str) -> None:
    found = find_release(dataset.path, name)
    if found is not None:
        raise BadName(
            f"release {name!r}: was made of version {found.version} on {found.date} and never changes; take another "
            f"name, its files stand in {release_folder(dataset.path, name)}"
        )
    if name == "latest" or name.isdecimal():
        raise BadName(f"release {name!r}: would be taken for a version; expected a name such as '2026.1'")
    if any(tag.name == name for tag in list_tags(dataset.path)):
        raise BadName(f"release {name!r}: is the name of a tag; take another name, or remove the tag")


def _codebook_of(manifest: Manifest, wish: Wish) -> Codebook:
    told = manifest.codebook
    name, wanted = str(told.get("id", "")), told.get("hash")
    if wish.codebook is None and name not in list_shipped():
        raise BadRelease(
            f"version {manifest.number} was coded by the codebook {name!r}, which is not a shipped one; give its "
            "folder with --codebook"
        )
    codebook = load_codebook(wish.codebook or name, overrides=dict(told.get("overrides") or {}) or None)
    if codebook.hash != wanted and not wish.other_codebook:
        raise BadRelease(
            f"version {manifest.number} was coded by {name} {told.get('version', '')} with the hash "
            f"{str(wanted)[:16]}; the codebook at hand has {codebook.hash[:16]}, its rules differ: give the folder of "
            "the right one with --codebook, recode, or say --other-codebook and the datasheet will tell of it"
        )
    return codebook


def _day(wish: Wish) -> date:
    day = wish.day or datetime.now(UTC).date()
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise BadRelease(f"date {day}: expected a year from {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def _about(dataset: Dataset, codebook: Codebook, wish: Wish) -> About:
    identity = {"description": codebook.head.description, "keywords": _KEYWORDS, **dataset.identity}
    return about_from(identity, **wish.about)


def _seal(
    staging: Path, folder: Path, manifest: Manifest, cited: Cited, papers: "Papers", created: str
) -> Release:  # fmt: skip
    """Checksums, zip and record; the record holds the hash of every file, the zip's too."""
    told = {
        "format": 1, "release": cited.label, "version": cited.version, "date": cited.date,
        "manifest": manifest.checksum, "row_hash": cited.row_hash, "previous": papers.previous,
        "codebook": dict(manifest.codebook), "environment": dict(manifest.environment), "about": cited.about.to_json(),
        "tables": {
            table.name: {"rows": table.rows.num_rows, "row_hash": digest, "key": list(table.key),
                         "columns": list(table.rows.column_names)}
            for table, digest in papers.tables
        },
    }  # fmt: skip
    (folder / "release.json").write_text(json_text(told), encoding="utf-8")
    write_checksums(folder)
    write_zip(folder, staging / f"{cited.slug}.zip", day=date.fromisoformat(cited.date))
    release = Release(
        name=cited.label, version=cited.version, checksum=manifest.checksum, row_hash=cited.row_hash, date=cited.date,
        created=created, previous=papers.previous, folder=cited.slug, about=cited.about.to_json(),
        sha256=hash_files(staging),
    )  # fmt: skip
    (staging / RECORD).write_text(release.to_json(), encoding="utf-8")
    freeze(staging)
    sync_tree(staging)
    return release


def _created(root: Path) -> str:
    """The time now (UTC), never before that of the last release."""
    now = datetime.now(UTC)
    return max([now, *(datetime.fromisoformat(release.created) for release in list_releases(root))]).isoformat()


def _publish(staging: Path, target: Path, name: str) -> None:
    """Give the staged folder its name: at once, and only if no release has it."""
    target.parent.mkdir(exist_ok=True)
    try:
        staging.rename(target)
    except OSError as error:
        if error.errno in {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}:
            raise BadName(f"release {name!r}: files stand at {target} already; take another name") from error
        raise
    sync_folder(target.parent)


def _targets(output: Path | None, slug: str) -> tuple[Path, Path] | None:
    if output is None:
        return None
    targets = output / slug, output / f"{slug}.zip"
    taken = [str(path) for path in targets if path.exists()]
    if output.exists() and not output.is_dir():
        taken = [str(output)]
    if taken:
        raise BadRelease(f"{taken[0]}: stands there already; give another folder with -o, or move it away")
    return targets


def _copy(made: Made, folder: Path, archive: Path) -> Made:
    """The folder and the zip once more, each whole or not at all."""
    with writing(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        for source, target in ((made.folder, folder), (made.archive, archive)):
            aside = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
            try:
                shutil.copytree(source, aside) if source.is_dir() else shutil.copyfile(source, aside)
                aside.rename(target)
            finally:
                if aside.is_dir():
                    shutil.rmtree(aside)
                aside.unlink(missing_ok=True)
    return Made(made.release, folder, archive)
