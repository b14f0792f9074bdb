"""The releases that a dataset holds, hashed again."""

from collections.abc import Mapping
from pathlib import Path

from eventbook.datasets.errors import DatasetError
from eventbook.datasets.layout import RELEASES
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.records import RECORD, get_release
from eventbook.datasets.releases.sealing import differing


def check_releases(root: Path, manifests: Mapping[int, Manifest]) -> list[tuple[int | None, str]]:
    """What is not as it was released, each with the version that it is of."""
    found: list[tuple[int | None, str]] = []
    for path in sorted((root / RELEASES).glob(f"*/{RECORD}")):
        try:
            release = get_release(root, path.parent.name)
        except DatasetError as error:
            found.append((None, str(error)))
            continue
        manifest = manifests.get(release.version)
        if manifest is None:
            found.append((release.version, f"{path}: was made of version {release.version}, which cannot be read"))
        elif manifest.checksum != release.checksum:
            found.append((release.version, f"{path}: was made of other data than version {release.version} holds"))
        wrong = differing(path.parent, release.sha256)
        found += [(release.version, what) for what in wrong if not what.startswith(f"{path}: not named")]
    return found
