"""A damaged, truncated, missing or hostile file is never read silently, and verify names it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from eventbook.datasets import Damaged, Dataset, DatasetError, manifest

EVENTS = "versions/0002/events/part-00000.parquet"


def truncate(path: Path) -> None:
    path.chmod(0o644)
    os.truncate(path, path.stat().st_size - 3)


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"")


def link_elsewhere(path: Path) -> None:
    other = path.with_name("elsewhere")
    path.rename(other)
    path.symlink_to(other)


@pytest.mark.parametrize("spoil", [truncate, flip_a_bit, empty, Path.unlink, link_elsewhere])
def test_a_spoilt_file_is_refused_and_named(filled: Dataset, spoil: Callable[[Path], None]) -> None:
    spoil(filled.path / EVENTS)
    with pytest.raises(Damaged, match=r"part-00000\.parquet"):
        filled.load()
    assert filled.load(1)["fatalities"].tolist() == [1, 2]
    assert filled.load(table="evidence").shape == (2, 3)
    damages = filled.verify()
    assert {damage.version for damage in damages} == {2}
    assert EVENTS in damages[0].what.replace(os.sep, "/")


@pytest.mark.parametrize("spoil", [truncate, flip_a_bit, empty, Path.unlink])
def test_a_spoilt_manifest_is_refused_and_named(filled: Dataset, spoil: Callable[[Path], None]) -> None:
    spoil(filled.path / "versions/0002/manifest.json")
    with pytest.raises(Damaged, match=r"0002.manifest.json"):
        filled.load()
    assert filled.load(1)["fatalities"].tolist() == [1, 2]
    assert any("manifest.json" in damage.what for damage in filled.verify())


@pytest.mark.parametrize(
    "name",
    [
        "../0001/events/part-00000.parquet",
        "events/../../0001/events/part-00000.parquet",
        "/etc/passwd",
        "..\\0001\\events\\part-00000.parquet",
        "C:/secret.parquet",
        "",
        ".",
        "events\0.parquet",
    ],
)
def test_a_manifest_cannot_name_files_outside_its_folder(filled: Dataset, name: str) -> None:
    path = filled.path / "versions/0002/manifest.json"
    body = json.loads(path.read_text())
    del body["checksum"]
    body["tables"]["events"]["files"][0]["path"] = name
    body["checksum"] = manifest._checksum(body)  # an attacker can compute it too
    path.chmod(0o644)
    path.write_text(json.dumps(body))
    with pytest.raises(Damaged):
        filled.load()
    assert any(damage.version == 2 for damage in filled.verify())


@pytest.mark.parametrize(
    "body", ["[]", "null", "{}", '{"format": 1, "checksum": ""}', '{"checksum": 1, "format": 9}', "\x00", "{" * 10]
)
def test_a_manifest_of_another_shape_is_refused(filled: Dataset, body: str) -> None:
    path = filled.path / "versions/0002/manifest.json"
    path.chmod(0o644)
    path.write_text(body)
    with pytest.raises(Damaged, match="not a manifest"):
        filled.load()


def test_a_folder_swapped_for_another_versions_is_noticed(filled: Dataset) -> None:
    first, second = filled.path / "versions/0001", filled.path / "versions/0002"
    first.rename(filled.path / "aside")
    second.rename(first)
    with pytest.raises(Damaged, match="says version 2, expected 1"):
        filled.load(1)


def test_a_missing_version_in_the_middle_is_noticed(filled: Dataset) -> None:
    import shutil

    shutil.rmtree(filled.path / "versions/0001")
    assert filled.load()["fatalities"].tolist() == [1, 3]
    assert any("the parent of version 2" in damage.what for damage in filled.verify())


def test_a_file_that_no_manifest_names_is_noticed(filled: Dataset) -> None:
    stray = filled.path / "versions/0002/events/part-00001.parquet"
    stray.write_bytes((filled.path / EVENTS).read_bytes())
    assert filled.load().shape == (2, 3)
    assert [damage.what for damage in filled.verify()] == [f"{stray}: not named by the manifest; remove it"]


def test_a_damaged_parent_is_not_linked_into_the_next_version(filled: Dataset) -> None:
    tables = {name: filled.table(name) for name in ("events", "evidence")}
    flip_a_bit(filled.path / EVENTS)
    filled.commit(tables, reason="codebook", base=2, codebook={"id": "new"})
    assert filled.load().shape == (2, 3)
    assert {damage.version for damage in filled.verify()} == {2}


def test_a_merge_on_a_damaged_parent_stops(filled: Dataset) -> None:
    flip_a_bit(filled.path / EVENTS)
    with pytest.raises(Damaged):
        filled.commit({}, reason="", merge=lambda parent, new: parent)
    assert not any((filled.path / ".staging").iterdir())


def test_files_of_a_version_are_read_only(filled: Dataset) -> None:
    assert not (filled.path / EVENTS).stat().st_mode & 0o222


def test_a_tag_whose_version_changed_is_refused(filled: Dataset) -> None:
    filled.tag("paper", 1)
    path = filled.path / "tags/paper.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"checksum": "0" * 64}))
    with pytest.raises(DatasetError, match="other data"):
        filled.load(tag="paper")
    assert any("paper.json" in damage.what for damage in filled.verify())
