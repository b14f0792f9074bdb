"""Commits that are stopped at a chosen step or forever repeated; run as a program by the tests of faults.

crashing.py steps DATASET     for n = 1, 2, ...: a process that dies at its n-th file operation while committing
crashing.py loop DATASET W N  commits N batches (0: forever) as writer W, each in one version
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from eventbook.datasets import open_dataset

BATCH = 40
KEYS = {"events": "event_id", "evidence": ("event_id", "column")}
# What the system is asked to do with files; Arrow's own writing is seen by the flush that follows it.
OPERATIONS = {"os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "open", "shutil.rmtree"}


def batch(writer: str, number: int) -> dict[str, pa.Table]:
    """The rows of one batch: `BATCH` events and as many lines of evidence."""
    ids = [f"{writer}-{number:06d}-{row:02d}" for row in range(BATCH)]
    evidence = pa.table({"event_id": ids, "column": ["x"] * BATCH, "quote": ["q" * 200] * BATCH})
    return {"events": pa.table({"event_id": ids, "value": list(range(BATCH))}), "evidence": evidence}


def add(parent: Mapping[str, pa.Table], new: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """A merge that keeps all rows."""
    return {name: pa.concat_tables([parent[name], new[name]]) if parent else new[name] for name in new}


def commit(path: Path, writer: str, number: int) -> int:
    """Commit a batch; the version that holds it."""
    done = open_dataset(path).commit(batch(writer, number), reason=f"{writer} {number}", merge=add, keys=KEYS)
    return done.manifest.number


def die_at(step: int, root: str) -> None:
    """End this process, as `kill -9` would, before its `step`-th operation on a file under `root`."""
    left = step

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event not in OPERATIONS or root not in str(arguments[0]):
            return
        left -= 1
        if left == 0:
            os._exit(9)

    sys.addaudithook(hook)


def steps(path: Path) -> None:
    """Print for each step: the step, the exit code of the commit, and what was found afterwards."""
    before = _in_child(lambda: _state(path))
    for step in range(1, 500):
        code = _wait(lambda: (die_at(step, str(path)), commit(path, "w", step)))  # noqa: B023
        after = _in_child(lambda: _state(path))
        print(json.dumps({"step": step, "code": code, "before": before, "after": after}), flush=True)
        if code == 0:
            return
        before = after


def _state(path: Path) -> dict[str, Any]:
    dataset = open_dataset(path)
    versions = dataset.versions()
    rows = dataset.table().num_rows if versions else 0
    return {"versions": len(versions), "rows": rows, "damage": [damage.what for damage in dataset.verify()]}


def _in_child(work: Any) -> Any:
    """The result of work done in a forked process: this one keeps clear of Arrow's threads."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.write(writing, json.dumps(work()).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        result = json.loads(file.read())
    os.wait()
    return result


def _wait(work: Any) -> int:
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if __name__ == "__main__":
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "steps":
        steps(folder)
    else:
        print("ready", flush=True)
        number, stop = 0, int(sys.argv[4])
        while stop == 0 or number < stop:
            print(commit(folder, sys.argv[3], number), flush=True)
            number += 1
