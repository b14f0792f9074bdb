"""NumPy's products on one thread: for matrices of this size more threads only get in each other's way."""

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped,import-not-found,unused-ignore]


@cache
def _controller() -> Any:
    import numpy  # noqa: F401  # its libraries must be loaded to be found

    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """A context in which matrix products use one thread of the processor."""
    limit: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return limit
