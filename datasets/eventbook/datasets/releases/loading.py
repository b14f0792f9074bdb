"""A release read again by whoever got it, folder or zip: nothing is read that is not what was released."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.datasets.errors import Damaged, NotADataset, UnknownTable
from eventbook.datasets.releases.datapackage import DATA
from eventbook.datasets.releases.sealing import CHECKSUMS, read_checksums
from eventbook.validation.arrow_bytes import open_bytes

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_ABOUT = "release.json"


def load_release(path: str | Path, *, table: str = "events") -> "pd.DataFrame":
    """A table of a release in pandas, with the types that `Dataset.load` gives.

    `path` is the release's folder or zip. Raises NotADataset where there is no release, UnknownTable, and Damaged
    where a file is missing or altered, or the rows are not those of the row hash.
    """
    from eventbook.datasets.frames import to_frame

    return to_frame(read_release(path, table=table))


def read_release(path: str | Path, *, table: str = "events") -> "pa.Table":
    """The same in Arrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from eventbook.datasets.columns import from_stored
    from eventbook.datasets.rowhash import row_hash

    read = _Reader(Path(path))
    told = read.about["tables"]
    if table not in told:
        raise UnknownTable(f"{path}: the release has no table {table!r}; it has {', '.join(sorted(told))}")
    data = read.checked(f"{DATA}/{table}.parquet")
    try:
        rows = pq.ParquetFile(open_bytes(data)).read()
    except (pa.ArrowException, OSError) as error:
        raise Damaged(f"{path}: {table}.parquet is not Parquet ({error}); download the release again") from error
    if row_hash(rows) != told[table]["row_hash"]:
        raise Damaged(f"{path}: the rows of {table!r} are not those of the row hash; download the release again")
    return from_stored(rows)


def describe_release(path: str | Path) -> dict[str, Any]:
    """What `release.json` says: name, version, date, row hashes, codebook, programs, authors; raises as above."""
    return dict(_Reader(Path(path)).about)


class _Reader:
    """The files of a release by their names, each held against its hash."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._zip = path.is_file() and zipfile.is_zipfile(path)
        try:
            self._hashes = read_checksums(self._bytes(CHECKSUMS).decode("utf-8"))
            self.about: Mapping[str, Any] = json.loads(self.checked(_ABOUT))
            _ = self.about["tables"].items()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NotADataset(f"{path}: is no release, {CHECKSUMS} is missing; give its folder or its zip") from error
        except (ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile) as error:
            raise Damaged(f"{path}: cannot be read ({error}); download the release again") from error

    def checked(self, name: str) -> bytes:
        """The bytes of a file, if they are those that were released."""
        try:
            data = self._bytes(name)
        except (FileNotFoundError, zipfile.BadZipFile) as error:
            raise Damaged(f"{self._path}: {name} is missing or broken; download the release again") from error
        if hashlib.sha256(data).hexdigest() != self._hashes.get(name):
            raise Damaged(f"{self._path}: {name} was altered, its SHA-256 is not that of {CHECKSUMS}; nothing was read")
        return data

    def _bytes(self, name: str) -> bytes:
        if not self._zip:
            return (self._path / name).read_bytes()
        with zipfile.ZipFile(self._path) as archive:
            top = archive.namelist()[0].partition("/")[0] if archive.namelist() else ""
            with suppress(KeyError):
                return archive.read(f"{top}/{name}")
        raise FileNotFoundError(name)
