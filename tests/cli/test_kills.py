"""Builds that are killed, builds at the same time, and workers that die: no row is lost, no version is half."""

import importlib
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
import types
from contextlib import suppress
from pathlib import Path

import pytest

from eventbook.coder.articles import read_articles
from eventbook.datasets import open_dataset
from eventbook.datasets.errors import NoProcess
from eventbook.datasets.pipeline import processes
from eventbook.datasets.pipeline.records import Job
from eventbook.datasets.pipeline.workers import code_entries

from .conftest import TINY, make_articles, write_articles

pytestmark = pytest.mark.usefixtures("needs_parser")
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("codebook", "coder", "validation", "datasets", "cli")),
}


def start(source: Path, target: Path, *more: str) -> "subprocess.Popen[bytes]":
    words = [sys.executable, str(Path(__file__).with_name("killing.py")), "-q", "build", str(source), "--into",
             str(target), "--codebook", str(TINY), *more]  # fmt: skip
    return subprocess.Popen(words, env=ENVIRONMENT)


def kill_builds(tmp_path: Path, kills: int, *more: str) -> None:
    """Kill a build at a random moment, look at the dataset, and go on until so many were killed."""
    chance = random.Random(20240507)
    target = tmp_path / "d"
    begun = time.perf_counter()
    assert start(write_articles(tmp_path / "0.jsonl", make_articles(4)), target, *more).wait() == 0
    length = time.perf_counter() - begun
    rows, versions, killed, number = open_dataset(target).table().num_rows, 1, 0, 0
    assert rows == 4
    while killed < kills:
        number += 1
        source = write_articles(tmp_path / "next.jsonl", make_articles(4 + number)[-1:])
        build = start(source, target, *more)
        # most of the moments near the end, where something is written
        time.sleep(length * (1 - chance.random() ** 2 / 2) * chance.uniform(0.7, 1.1))
        build.send_signal(signal.SIGKILL)
        done = build.wait() == 0
        killed += not done
        dataset = open_dataset(target)
        found = len(dataset.versions())
        assert dataset.verify() == []
        assert found in ((versions + 1,) if done else (versions, versions + 1))
        rows, versions = rows + found - versions, found
        assert dataset.table().num_rows == rows
    assert start(write_articles(tmp_path / "all.jsonl", make_articles(4 + number)), target).wait() == 0
    dataset = open_dataset(target)
    assert dataset.table().num_rows == 4 + number and dataset.verify() == []
    assert not list((target / ".staging").glob("*"))


def test_a_killed_build_leaves_the_last_version_whole(tmp_path: Path) -> None:
    kill_builds(tmp_path, 3)


@pytest.mark.slow
def test_fifty_killed_builds_leave_the_last_version_whole(tmp_path: Path) -> None:
    kill_builds(tmp_path, 50)


def test_two_builds_at_once_lose_no_row(tmp_path: Path) -> None:
    articles = make_articles(12)
    sources = [write_articles(tmp_path / f"{part}.jsonl", articles[part::3]) for part in range(3)]
    builds = [start(source, tmp_path / "d") for source in sources]
    assert [build.wait() for build in builds] == [0, 0, 0]
    dataset = open_dataset(tmp_path / "d")
    assert dataset.table().num_rows == 12 and len(dataset.versions()) == 3 and dataset.verify() == []


def test_a_worker_that_dies_loses_no_article(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "a.jsonl", make_articles(40))
    job = Job(sources=[source], codebook=TINY, workers=2)
    outcomes = code_entries(read_articles(job.sources), job)
    seen = [next(outcomes)]
    worker = multiprocessing.active_children()[0]
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    seen += outcomes
    assert [outcome.article.id if outcome.article else "" for outcome in seen] == [f"a{n}" for n in range(40)]
    assert all(outcome.rows for outcome in seen)


DYING = """
import os
from eventbook.datasets.pipeline import processes

code_one, serve_all = processes.code_one, processes._serve

def serve(job, pipe):
    def code(article, coder):
        if "a5" in article.id:
            os.write(pipe.fileno(), job.source.encode())
            os._exit(9)
        return code_one(article, coder)

    processes.code_one = code
    serve_all(job, pipe)

def fall(job, pipe):
    os._exit(9)
"""


@pytest.fixture
def dying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """A module that the processes can import too, with ways to die."""
    (tmp_path / "dying_processes.py").write_text(DYING, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return importlib.import_module("dying_processes")


@pytest.mark.parametrize("said", ["", "\0\0\1\0 half an answer"], ids=["silently", "in the middle of its answer"])
def test_an_article_that_its_process_dies_of_is_not_coded(
    said: str, dying: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_serve", dying.serve)
    source = write_articles(tmp_path / "a.jsonl", make_articles(20))
    job = Job(sources=[source], codebook=TINY, workers=2, source=said)
    outcomes = list(code_entries(read_articles(job.sources), job))
    assert [outcome.article.id for outcome in outcomes if outcome.article] == [f"a{n}" for n in range(20)]
    assert [[reason.reason for reason in outcome.not_coded] for outcome in outcomes if not outcome.rows] == [
        ["worker_died"]
    ]
    assert not multiprocessing.active_children()


def test_processes_that_cannot_start_end_the_build_with_a_clear_error(
    dying: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_serve", dying.fall)
    job = Job(sources=[write_articles(tmp_path / "a.jsonl", make_articles(20))], codebook=TINY, workers=2)
    with pytest.raises(NoProcess, match=r"cannot start.*__main__"):
        list(code_entries(read_articles(job.sources), job))


def test_processes_end_with_a_reader_that_stops_early(tmp_path: Path) -> None:
    job = Job(sources=[write_articles(tmp_path / "a.jsonl", make_articles(60))], codebook=TINY, workers=2)
    outcomes = code_entries(read_articles(job.sources), job)
    next(outcomes)
    assert multiprocessing.active_children()
    outcomes.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are seen in /proc")
def test_workers_leave_with_a_killed_parent(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "a.jsonl", make_articles(400))
    build = start(source, tmp_path / "d", "--workers", "2")
    children: list[int] = []
    deadline = time.monotonic() + 60
    while len(children) < 2 and time.monotonic() < deadline and build.poll() is None:
        time.sleep(0.2)
        children = _children(build.pid)
    assert build.poll() is None and len(children) == 2
    time.sleep(6)
    build.send_signal(signal.SIGKILL)
    build.wait()
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() and _state(pid) != "Z" for pid in children):
            return
        time.sleep(0.1)
    for pid in children:
        os.kill(pid, signal.SIGKILL)
    pytest.fail("a worker outlived its parent")


def _children(pid: int) -> list[int]:
    children = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            children += [int(word) for word in task.read_text().split()]
    return [child for child in children if "spawn_main" in _command(child)]


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"
