"""NumPy's products on one thread: for matrices of this size more threads only get in each other's way."""

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped,import-not-found,unused-ignore]


@cache
def _controller() -> Any:
    import numpy  # noqa: F401  # its libraries must be loaded to be found

    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """A context in which matrix products use one thread of the processor."""
    return limit_to_one(_controller())


def limit_to_one(controller: Any) -> AbstractContextManager[Any]:
    """A context in which the libraries of a controller use one thread; free where they do so anyhow."""
    if all(library.num_threads == 1 for library in controller.lib_controllers if library.user_api == "blas"):
        return nullcontext()
    limit: AbstractContextManager[Any] = controller.limit(limits=1, user_api="blas")
    return limit
