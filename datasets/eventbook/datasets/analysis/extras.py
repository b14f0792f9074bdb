"""Packages that are installed only with an extra: a clear word where one is missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from eventbook.datasets.errors import MissingExtra


@contextmanager
def extra(name: str, *, package: str, purpose: str) -> Iterator[None]:
    """For the imports of a package of the extra `name`; raises MissingExtra where it is not installed."""
    try:
        yield
    except ImportError as error:
        if find_spec(package) is not None and error.name != package:
            raise  # it is there and broken: the error says more than we could
        raise MissingExtra(
            f"{purpose} needs {package}, which is not installed: pip install 'eventbook[{name}]'"
        ) from error
