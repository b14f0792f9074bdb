"""Processes that code articles. Each has a pipe of its own: one that dies, even in the middle of an answer, is seen
by the end of its pipe, and holds no lock that another waits for, as it may in the pools of the standard library."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Lock
from types import TracebackType

from eventbook.coder.records import Article, NotCoded
from eventbook.datasets.errors import NoProcess
from eventbook.datasets.pipeline.coding import Coded, code_one, make_coder
from eventbook.datasets.pipeline.records import WORKER_DIED, Job

TRIES = 2  # how often an article may take its process with it before it is left out


class Processes:
    """The processes of a job, started when work comes; a thread of this process waits on each of them."""

    def __init__(self, job: Job) -> None:
        self._threads = ThreadPoolExecutor(job.workers, thread_name_prefix="coding")
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker(job) for _ in range(job.workers)]
        for worker in self._workers:
            self._idle.put(worker)

    def submit(self, articles: Sequence[Article]) -> "Future[list[Coded]]":
        """Hand articles in; what comes of each, in their order. Its result raises NoProcess."""
        return self._threads.submit(self._code, articles)

    def _code(self, articles: Sequence[Article]) -> list[Coded]:
        worker = self._idle.get()  # there are as many of them as threads
        try:
            coded = worker.ask(articles)
            # Which of the articles its process died of is not known: each is tried with nothing beside it.
            return coded if coded is not None else [_alone(article, worker) for article in articles]
        finally:
            self._idle.put(worker)

    def __enter__(self) -> "Processes":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the processes go, without waiting for work that nobody needs."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.dismiss()
        self._threads.shutdown(wait=True)
        for worker in self._workers:
            worker.end()


def _alone(article: Article, worker: "_Worker") -> Coded:
    """Code an article with nothing beside it; one that takes its process with it again is left out."""
    for _ in range(TRIES):
        if (coded := worker.ask([article])) is not None:
            return coded[0]
    detail = f"the process that coded it ended {TRIES} times, perhaps for want of memory; code it alone to see why"
    return (), (NotCoded(article.id, WORKER_DIED, detail, origin=article.origin),)


class _Worker:
    """One process at a time, started anew after it died."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._lock = Lock()  # between the thread that asks and the one that dismisses
        self._dismissed = False
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._ready = False
        self._failed_starts = 0

    def ask(self, articles: Sequence[Article]) -> list[Coded] | None:
        """What comes of the articles; None where the process died. Raises NoProcess."""
        try:
            pipe = self._start()
            if not self._ready:
                self._ready = pipe.recv()
                self._failed_starts = 0
            pipe.send(articles)
            coded: list[Coded] = pipe.recv()
            return coded
        except (EOFError, OSError):
            self._failed_starts += not self._ready
            self.end()
        if self._failed_starts >= TRIES and not self._dismissed:
            raise NoProcess(
                f"processes that code articles cannot start: {TRIES} ended before their first article; see above what "
                "they printed. Set workers to 1, or in a script of yours call it below `if __name__ == \"__main__\":`, "
                "for each process reads that script too"
            )
        return None

    def dismiss(self) -> None:
        """Kill the process and start no other; whoever waits for its answer gets None."""
        with self._lock:
            self._dismissed = True
            if self._process is not None:
                self._process.kill()

    def end(self) -> None:
        """Let go of the process and its pipe."""
        with self._lock:
            process, pipe = self._process, self._pipe
            self._process, self._pipe, self._ready = None, None, False
        if process is not None and pipe is not None:
            pipe.close()
            process.kill()
            process.join()

    def _start(self) -> Connection:
        with self._lock:
            if self._dismissed:
                raise EOFError
            if self._pipe is None:
                # Fresh interpreters: a copy of this process would copy the locks that its threads hold.
                spawn = multiprocessing.get_context("spawn")
                here, there = spawn.Pipe()
                process = spawn.Process(target=_serve, args=(self._job, there), daemon=True)
                process.start()
                there.close()  # the process alone holds this end: the pipe ends when the process does
                self._process, self._pipe = process, here
            return self._pipe


def _serve(job: Job, pipe: Connection) -> None:
    """Code what comes through the pipe until its other end is closed, as it is when the parent ends or is killed."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends this process
    coder = make_coder(job)
    gc.freeze()  # codebook and lexicons stay for good: the collector need not walk over them again and again
    with suppress(EOFError, OSError):
        pipe.send(True)
        while True:
            articles: Sequence[Article] = pipe.recv()
            pipe.send([code_one(article, coder) for article in articles])
