"""Articles coded in order, here or by several processes; no article is lost to one that dies."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from itertools import islice

from eventbook.coder.records import Article, NotCoded
from eventbook.datasets.pipeline.coding import Coded, code_one, make_coder
from eventbook.datasets.pipeline.processes import Processes
from eventbook.datasets.pipeline.records import Job, Outcome

BATCH = 8  # articles that go to a process at once: enough to hide the way there, few to do again
AHEAD = 3  # batches under way per process; bounds the memory

Entry = Article | NotCoded


def code_entries(entries: Iterable[Entry], job: Job) -> Iterator[Outcome]:
    """The outcome of every entry, in order; an article that the coder fails on is not coded, with the error."""
    if job.workers > 1:
        yield from _in_processes(entries, job)
        return
    coder = make_coder(job)
    for entry in entries:
        yield _outcome(entry, (code_one(entry, coder) if isinstance(entry, Article) else None))


def _outcome(entry: Entry, coded: Coded | None) -> Outcome:
    if isinstance(entry, NotCoded):
        return Outcome(None, (), (entry,))
    assert coded is not None
    return Outcome(entry, *coded)


def _in_processes(entries: Iterable[Entry], job: Job) -> Iterator[Outcome]:
    source = _batches(entries)
    waiting: deque[tuple[tuple[Entry, ...], Future[list[Coded]]]] = deque()
    with Processes(job) as processes:
        while True:
            for batch in islice(source, job.workers * AHEAD - len(waiting)):
                waiting.append((batch, processes.submit(_articles(batch))))
            if not waiting:
                return
            batch, future = waiting.popleft()
            results = iter(future.result())
            for entry in batch:
                yield _outcome(entry, next(results) if isinstance(entry, Article) else None)


def _batches(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    rest = iter(entries)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _articles(batch: tuple[Entry, ...]) -> tuple[Article, ...]:
    return tuple(entry for entry in batch if isinstance(entry, Article))
