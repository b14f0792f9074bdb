"""What the commands on datasets share: exit codes of errors, and tables or JSON on standard output."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from eventbook.cli.score import UNREADABLE, WRONG_USAGE, stop

FINDINGS = 1  # exit code: done, and something was found


@contextmanager
def dataset_errors() -> Iterator[None]:
    """Leave with 2 where what was asked for does not exist or is not allowed, with 3 where a dataset fails."""
    from eventbook.datasets import errors

    asked = (errors.UnknownVersion, errors.UnknownTable, errors.BadName, errors.BadRevision, errors.DatasetExists)
    try:
        yield
    except errors.DatasetError as error:
        stop(WRONG_USAGE if isinstance(error, asked) else UNREADABLE, *str(error).splitlines())


def print_json(value: Any) -> None:
    """The value as JSON on standard output; times and dates as ISO 8601."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False, default=_as_text))


def print_rows(
    title: str, header: Sequence[str], rows: Sequence[Sequence[object]], *, numeric: Sequence[int] = ()
) -> None:
    """A table on standard output."""
    import sys

    from eventbook.validation.scoring.tables import Table, print_tables

    cells = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    print_tables(title, [Table("", tuple(header), cells, frozenset(numeric))], file=sys.stdout)


def print_words(*lines: str) -> None:
    """Words for the person, on standard error."""
    for line in lines:
        click.echo(line, err=True)


def _as_text(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
