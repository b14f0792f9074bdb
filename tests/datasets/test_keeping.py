"""What is removed, copied and told of a dataset."""

from pathlib import Path

import pyarrow as pa
import pytest

from eventbook.datasets import Damaged, Dataset, DatasetExists, UnknownVersion, Withdrawn, open_dataset
from eventbook.datasets.collecting import collect
from eventbook.datasets.copying import copy_dataset
from eventbook.datasets.history import history


def add_versions(dataset: Dataset, count: int) -> None:
    for number in range(count):
        base = dataset.latest().number
        events = dataset.table().slice(0, 0)
        events = pa.table({"event_id": [f"N{number}"], "fatalities": [number], "country": ["Kenya"]}).cast(
            pa.schema([("event_id", pa.string()), ("fatalities", pa.int32()), ("country", pa.string())])
        )
        tables = {"events": events, "evidence": dataset.table("evidence")}
        dataset.commit(tables, reason=f"more {number}", base=base)


def test_gc_lists_and_removes_nothing_by_default(filled: Dataset) -> None:
    add_versions(filled, 2)
    found = collect(filled.path, keep_last=1)
    assert {garbage.version for garbage in found} == {1, 2, 3}
    assert len(filled.load(1)) == 2


def test_gc_keeps_tagged_and_latest_versions_and_all_manifests(filled: Dataset) -> None:
    add_versions(filled, 2)
    filled.tag("paper", 1)
    collect(filled.path, keep_last=1, dry_run=False)
    assert len(filled.load(tag="paper")) == 2 and len(filled.load()) == 1
    with pytest.raises(Withdrawn, match="version 2 were removed on purpose"):
        filled.load(2)
    assert filled.manifest(2).reason == "second"
    assert [version.withdrawn for version in filled.versions()] == [False, True, True, False]
    assert filled.verify() == []
    add_versions(filled, 1)
    assert filled.latest().number == 5
    assert collect(filled.path) == []


def test_gc_counts_only_bytes_that_go_free(filled: Dataset) -> None:
    add_versions(filled, 1)  # its evidence is a hard link to version 2's
    sizes = {garbage.path.relative_to(filled.path).as_posix(): garbage.size for garbage in collect(filled.path, keep_last=1)}  # fmt: skip  # noqa: E501
    assert sizes["versions/0002/evidence"] == 0
    assert sizes["versions/0002/events"] > 0


def test_gc_goes_on_where_it_was_interrupted(filled: Dataset) -> None:
    (filled.path / "versions/0001/withdrawn.json").write_text("{}")
    assert {garbage.version for garbage in collect(filled.path)} == {1}
    collect(filled.path, dry_run=False)
    assert collect(filled.path) == [] and filled.verify() == []


def test_gc_never_removes_the_latest(filled: Dataset) -> None:
    with pytest.raises(UnknownVersion, match="expected 1 or more"):
        collect(filled.path, keep_last=0)


def test_a_copy_is_the_same_dataset(filled: Dataset, tmp_path: Path) -> None:
    filled.tag("paper", 1)
    made = copy_dataset(filled.path, tmp_path / "new" / "copy")
    assert made.verify() == []
    assert [made.manifest(n).checksum for n in (1, 2)] == [filled.manifest(n).checksum for n in (1, 2)]
    assert made.load(tag="paper").equals(filled.load(1))
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["copy"]


def test_a_copy_of_one_version_keeps_the_history(filled: Dataset, tmp_path: Path) -> None:
    made = copy_dataset(filled.path, tmp_path / "copy", versions=[2])
    assert made.load().equals(filled.load())
    with pytest.raises(Withdrawn):
        made.load(1)
    assert made.verify() == []
    with pytest.raises(UnknownVersion):
        copy_dataset(filled.path, tmp_path / "other", versions=[7])


def test_files_that_versions_share_are_shared_in_the_copy(filled: Dataset, tmp_path: Path) -> None:
    add_versions(filled, 1)
    copy_dataset(filled.path, tmp_path / "copy")
    files = [tmp_path / f"copy/versions/000{number}/evidence/part-00000.parquet" for number in (2, 3)]
    assert files[0].samefile(files[1])


def test_a_damaged_dataset_is_not_copied(filled: Dataset, tmp_path: Path) -> None:
    path = filled.path / "versions/0002/events/part-00000.parquet"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(Damaged, match="nothing was copied"):
        copy_dataset(filled.path, tmp_path / "copy")
    assert [entry.name for entry in tmp_path.iterdir()] == ["dataset"]


def test_a_copy_does_not_overwrite(filled: Dataset, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "mine").touch()
    with pytest.raises(DatasetExists):
        copy_dataset(filled.path, tmp_path / "copy")


def test_the_history_tells_what_each_version_gained(filled: Dataset) -> None:
    add_versions(filled, 1)
    entries = history(open_dataset(filled.path))
    assert [entry["version"] for entry in entries] == [3, 2, 1]
    assert [entry["rows"] for entry in entries] == [{"events": "-1"}, {}, {"events": "+2", "evidence": "+2"}]
    assert history(filled, last=1) == entries[:1]
