"""Names for versions, kept apart from the versions themselves: one small file per tag."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eventbook.datasets.errors import BadName, Damaged, UnknownVersion
from eventbook.datasets.files import create_file, json_text, replace_file, writing
from eventbook.datasets.layout import TAGS, checked_name
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.records import find_release


@dataclass(frozen=True, slots=True)
class Tag:
    """A name for a version. `checksum` is the manifest's, so that a tag never slides to another version's data."""

    name: str
    version: int
    checksum: str
    created: str
    note: str = ""


def set_tag(root: Path, name: str, manifest: Manifest, *, note: str = "", move: bool = False) -> Tag:
    """Name a version; an existing tag of another version is moved only on request. Raises BadName."""
    path = _path(root, name)
    if name == "latest" or name.isdecimal():
        raise BadName(f"tag {name!r}: would be taken for a version; expected a name such as 'paper-2024'")
    if find_release(root, name) is not None:
        raise BadName(f"tag {name!r}: is the name of a release; take another name")
    tag = Tag(name, manifest.number, manifest.checksum, datetime.now(UTC).isoformat(timespec="seconds"), note)
    text = json_text({field: getattr(tag, field) for field in Tag.__slots__})
    with writing(root):
        path.parent.mkdir(exist_ok=True)
        if create_file(path, text, read_only=False):
            return tag
        old = get_tag(root, name)
        if (old.version, old.checksum) == (tag.version, tag.checksum):
            return old
        if not move:
            raise BadName(f"tag {name!r}: names version {old.version} already; move it, or take another name")
        replace_file(path, text)
    return tag


def get_tag(root: Path, name: str) -> Tag:
    """The tag of this name; raises UnknownVersion or Damaged."""
    path = _path(root, name)
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        return Tag(name, int(body["version"]), str(body["checksum"]), str(body["created"]), str(body.get("note", "")))
    except FileNotFoundError as error:
        known = ", ".join(tag.name for tag in list_tags(root)) or "there are none"
        raise UnknownVersion(f"{root}: no tag {name!r}; known tags: {known}") from error
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise Damaged(f"{path}: not a tag ({error}); remove it and set it again") from error


def remove_tag(root: Path, name: str) -> Tag:
    """Take a name back; the version stays. Raises UnknownVersion."""
    tag = get_tag(root, name)
    with writing(root):
        _path(root, name).unlink(missing_ok=True)
    return tag


def list_tags(root: Path) -> list[Tag]:
    """All tags by name."""
    paths = (root / TAGS).glob("*.json")
    return [get_tag(root, path.stem) for path in sorted(paths) if not path.name.startswith(".")]


def _path(root: Path, name: str) -> Path:
    return root / TAGS / f"{checked_name(name, what='tag')}.json"
