"""Articles coded in order, here or by several processes; no article is lost to one that dies."""

import os
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.coder.records import Article, NotCoded
from eventbook.coder.rows import Row
from eventbook.datasets.pipeline.records import CODING_FAILED, WORKER_DIED, Job, Outcome

if TYPE_CHECKING:
    from eventbook.coder.coding import Coder

BATCH = 8  # articles that go to a process at once: enough to hide the way there, few to do again
AHEAD = 3  # batches under way per process; bounds the memory
TRIES = 2  # how often an article may take its process with it before it is left out

Entry = Article | NotCoded
Coded = tuple[tuple[Row, ...], tuple[NotCoded, ...]]


def code_entries(entries: Iterable[Entry], job: Job) -> Iterator[Outcome]:
    """The outcome of every entry, in order; an article that the coder fails on is not coded, with the error."""
    if job.workers > 1:
        yield from _in_processes(entries, job)
        return
    coder = make_coder(job)
    for entry in entries:
        yield _outcome(entry, (code_one(entry, coder) if isinstance(entry, Article) else None))


def make_coder(job: Job) -> "Coder":
    """The coder that a job asks for."""
    from eventbook.coder.coding import Coder

    codebook = os.fspath(job.codebook) if job.codebook is not None else None
    return Coder(codebook, overrides=dict(job.overrides) or None, parser=job.parser, gazetteers=job.gazetteers)


def code_one(article: Article, coder: "Coder") -> Coded:
    """Rows and reasons of one article; an error of the coder becomes the reason."""
    try:
        coded = coder.code(article)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno}); please report it"
        return (), (NotCoded(article.id, CODING_FAILED, detail, origin=article.origin),)
    return coded.rows, coded.not_coded


def _outcome(entry: Entry, coded: Coded | None) -> Outcome:
    if isinstance(entry, NotCoded):
        return Outcome(None, (), (entry,))
    assert coded is not None
    return Outcome(entry, *coded)


@dataclass(slots=True)
class _Pool:
    """Processes that can be started again after one of them died."""

    job: Job
    running: ProcessPoolExecutor | None = None

    def submit(self, articles: tuple[Article, ...]) -> "Future[list[Coded]] | None":
        """Hand a batch in; None where the processes are gone."""
        if self.running is None:
            import multiprocessing

            # Fresh interpreters: a copy of this process would copy the locks that its threads hold.
            self.running = ProcessPoolExecutor(
                self.job.workers, multiprocessing.get_context("spawn"), initializer=_start, initargs=(self.job,)
            )
        try:
            return self.running.submit(_code_batch, articles)
        except BrokenProcessPool:
            return None

    def stop(self) -> None:
        """Let the processes go, without waiting for work that nobody needs."""
        if self.running is not None:
            self.running.shutdown(wait=True, cancel_futures=True)
            self.running = None


def _in_processes(entries: Iterable[Entry], job: Job) -> Iterator[Outcome]:
    pool = _Pool(job)
    source = _batches(entries)
    waiting: deque[tuple[tuple[Entry, ...], Future[list[Coded]] | None]] = deque()
    try:
        while True:
            for batch in islice(source, job.workers * AHEAD - len(waiting)):
                waiting.append((batch, pool.submit(_articles(batch))))
            if not waiting:
                return
            batch, future = waiting.popleft()
            coded = _result(future)
            if coded is None:  # a process died: which of the articles under way it was, is not known
                pool.stop()
                coded = [_alone(article, pool) for article in _articles(batch)]
                left = [(other, done if _is_done(done) else None) for other, done in waiting]
                waiting = deque((other, done or pool.submit(_articles(other))) for other, done in left)
            results = iter(coded)
            for entry in batch:
                yield _outcome(entry, next(results) if isinstance(entry, Article) else None)
    finally:
        pool.stop()


def _batches(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    rest = iter(entries)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _articles(batch: tuple[Entry, ...]) -> tuple[Article, ...]:
    return tuple(entry for entry in batch if isinstance(entry, Article))


def _result(future: "Future[list[Coded]] | None") -> list[Coded] | None:
    try:
        return None if future is None else future.result()
    except BrokenProcessPool:
        return None


def _is_done(future: "Future[list[Coded]] | None") -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _alone(article: Article, pool: _Pool) -> Coded:
    """Code an article with nothing else under way; one that takes its process with it again is left out."""
    for _ in range(TRIES):
        coded = _result(pool.submit((article,)))
        if coded is not None:
            return coded[0]
        pool.stop()
    detail = f"the process that coded it ended {TRIES} times, perhaps for want of memory; code it alone to see why"
    return (), (NotCoded(article.id, WORKER_DIED, detail, origin=article.origin),)


_coder: Any = None  # of a worker process, made once by its initializer


def _start(job: Job) -> None:
    global _coder
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends this process
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _coder = make_coder(job)
    gc.freeze()  # codebook and lexicons stay for good: the collector need not walk over them again and again


def _leave_with_parent() -> None:
    """End this process when its parent dies: it would wait for work for ever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _code_batch(articles: tuple[Article, ...]) -> list[Coded]:
    return [code_one(article, _coder) for article in articles]
