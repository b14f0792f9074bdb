"""Matrix products on one core: NumPy's are twice as fast as thinc's, if they keep to one thread.

With more threads they are slower for matrices of this size, and several workers get in
each other's way; the last bits of a sum could also depend on the number of threads.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

Limit = Callable[[], AbstractContextManager[Any]]


def fast_products() -> tuple[AbstractContextManager[Any], Limit]:
    """Two contexts: one to load a pipeline in, and one, made anew each time, to run it in.

    Where threadpoolctl is missing or thinc does not run on the CPU, both do nothing, and
    thinc's own products are used.
    """
    from thinc.api import NumpyOps, get_current_ops, use_ops

    try:
        from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        return nullcontext(), nullcontext
    if not isinstance(get_current_ops(), NumpyOps):
        return nullcontext(), nullcontext
    from eventbook.coder.embedding.threads import limit_to_one

    controller = ThreadpoolController()

    def one_thread() -> AbstractContextManager[Any]:
        return limit_to_one(controller)

    return use_ops("numpy", use_blis=False), one_thread
