"""Nothing is lost or half-written when a process is killed, two write at once, or the disk refuses."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventbook.datasets import Dataset, NotWritable, create_dataset, open_dataset
from eventbook.datasets.staging import staging_folder

HERE = Path(__file__).parent
BATCH = 40  # as in crashing.py


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    source = str(HERE.parents[1] / "datasets")
    command = [sys.executable, str(HERE / "crashing.py"), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": source}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def batches(dataset: Dataset, number: int) -> Counter[str]:
    """Rows of each batch in a version, by `writer-number`."""
    counts = Counter(name.rsplit("-", 1)[0] for name in dataset.table(version=number)["event_id"].to_pylist())
    evidence = dataset.table("evidence", version=number)["event_id"].to_pylist()
    assert counts == Counter(name.rsplit("-", 1)[0] for name in evidence)
    return counts


def assert_whole(dataset: Dataset) -> None:
    """Every version holds whole batches: those of the version before and one more."""
    assert dataset.verify() == []
    versions = dataset.versions()
    assert [version.number for version in versions] == list(range(1, len(versions) + 1))
    for version in versions:
        counts = batches(dataset, version.number)
        assert set(counts.values()) == {BATCH}
        assert len(counts) == version.number
        if version.parent:
            assert batches(dataset, version.parent).keys() < counts.keys()


def test_a_commit_that_dies_at_any_step_leaves_all_or_nothing(dataset: Dataset) -> None:
    process = start("steps", dataset.path)
    output, _ = process.communicate(timeout=300)
    outcomes = [json.loads(line) for line in output.splitlines()]
    assert outcomes[-1]["code"] == 0
    assert len(outcomes) > 20
    for outcome in outcomes:
        assert outcome["after"]["damage"] == []
        grown = outcome["after"]["versions"] - outcome["before"]["versions"]
        assert outcome["after"]["rows"] - outcome["before"]["rows"] == BATCH * grown
        assert grown in {0, 1}
    assert sum(outcome["code"] == 9 for outcome in outcomes) == len(outcomes) - 1
    assert not any((dataset.path / ".staging").iterdir())
    assert_whole(dataset)


@pytest.mark.parametrize("kills", [20, pytest.param(150, marks=pytest.mark.slow)])
def test_kill_9_at_random_moments_loses_nothing(dataset: Dataset, kills: int) -> None:
    moments = random.Random(20240229)
    said: list[int] = []
    for kill in range(kills):
        process = start("loop", dataset.path, f"k{kill}", "0")
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0, 0.3))
        process.kill()
        output, _ = process.communicate()
        said += [int(line) for line in output.splitlines() if line]
        numbers = [version.number for version in dataset.versions()]
        assert set(said) <= set(numbers), "a version that was reported as committed is gone"
        if kill % 10 == 9 or kill == kills - 1:
            assert_whole(dataset)
    final = start("loop", dataset.path, "final", "1")
    final.communicate(timeout=60)
    assert final.returncode == 0
    assert not any((dataset.path / ".staging").iterdir()), "the next run clears what was interrupted"
    assert_whole(dataset)


def test_two_writers_at_once_lose_no_row(dataset: Dataset) -> None:
    writers = [start("loop", dataset.path, name, "12") for name in ("a", "b")]
    for writer in writers:
        writer.communicate(timeout=120)
        assert writer.returncode == 0
    expected = {f"{name}-{number:06d}" for name in ("a", "b") for number in range(12)}
    assert batches(dataset, 24).keys() == expected
    assert_whole(dataset)


def test_two_programs_make_one_dataset(tmp_path: Path) -> None:
    code = "import sys; from eventbook.datasets import *\ntry: create_dataset(sys.argv[1], identity={})\nexcept DatasetExists: sys.exit(5)"  # noqa: E501
    environment = os.environ | {"PYTHONPATH": str(HERE.parents[1] / "datasets")}
    command = [sys.executable, "-c", code, str(tmp_path / "one")]
    makers = [subprocess.Popen(command, env=environment) for _ in range(4)]
    assert sorted(maker.wait() for maker in makers) == [0, 5, 5, 5]
    assert open_dataset(tmp_path / "one").versions() == ()


def test_the_folder_of_a_writer_at_work_is_not_cleared(filled: Dataset) -> None:
    tables = {name: filled.table(name) for name in ("events", "evidence")}
    with staging_folder(filled.path) as folder:
        (folder / "half").touch()
        filled.commit(tables, reason="meanwhile", base=2, codebook={"id": "other"})
        assert (folder / "half").exists()
    assert not folder.exists()


def test_what_a_dead_writer_left_is_cleared_by_the_next_commit(filled: Dataset) -> None:
    left = filled.path / ".staging" / "1-dead"
    (left / "events").mkdir(parents=True)
    (left / "events" / "part-00000.parquet").touch()
    (filled.path / ".staging" / "1-dead.lock").touch()
    filled.commit({name: filled.table(name) for name in ("events", "evidence")}, reason="next", base=2)
    assert not any((filled.path / ".staging").iterdir())


def run_as_nobody(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run code without root's right to write anywhere."""
    drop = "import os, sys\nif os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
    # first, while it may still read the packages
    modules = "committing, diffing, verifying, frames, columns, parquet, cells, rowhash"
    lazy = f"import pyarrow.parquet, pandas; from eventbook.datasets import {modules}\n"
    lazy += "from eventbook.datasets import *\n"
    environment = os.environ | {"PYTHONPATH": str(HERE.parents[1] / "datasets")}
    command = [sys.executable, "-c", lazy + drop + code, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@pytest.fixture
def open_to_all(filled: Dataset) -> Iterator[Dataset]:
    """The dataset in a folder that another user may enter, which pytest's own is not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield open_dataset(shutil.copytree(filled.path, Path(folder) / "dataset"))


def test_a_read_only_dataset_is_read_and_not_written(open_to_all: Dataset) -> None:
    filled = open_to_all
    folders = [filled.path, *(path for path in filled.path.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        reading = "d = open_dataset(sys.argv[1]); assert len(d.load()) == 2; assert d.verify() == []; d.diff(1, 2)"
        result = run_as_nobody(reading, filled.path)
        assert result.returncode == 0, result.stderr
        writing = (
            "d = open_dataset(sys.argv[1])\n"
            "for work in (lambda: d.commit({'events': d.table()}, reason='', base=2), lambda: d.tag('x')):\n"
            "    try: work(); sys.exit('written')\n"
            "    except NotWritable as error: assert 'make the folder writable' in str(error)\n"
        )
        result = run_as_nobody(writing, filled.path)
        assert result.returncode == 0, result.stderr
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert filled.verify() == []


def test_a_full_disk_leaves_the_dataset_as_it_was(tmp_path: Path) -> None:
    import numpy as np
    import pyarrow as pa

    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("needs the right to mount a small disk")
    try:
        dataset = create_dataset(disk / "dataset", identity={})
        small = pa.table({"event_id": ["a"], "noise": [0.0]})
        dataset.commit({"events": small}, reason="fits", keys={"events": "event_id"})
        noise = np.random.default_rng(1).random(300_000)
        large = pa.table({"event_id": [f"E{n}" for n in range(300_000)], "noise": noise})
        with pytest.raises(NotWritable, match="disk is full"):
            dataset.commit({"events": large}, reason="does not fit", base=1)
        assert dataset.verify() == []
        assert len(dataset.versions()) == 1
        assert not any((dataset.path / ".staging").iterdir())
        assert dataset.commit({"events": small.slice(0, 0)}, reason="fits again", base=1).created
    finally:
        subprocess.run(["umount", str(disk)], check=True)
