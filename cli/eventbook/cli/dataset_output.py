"""Tables and JSON on standard output, for the commands on datasets."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from eventbook.cli.errors import exit_code_of, stop


@contextmanager
def dataset_errors() -> Iterator[None]:
    """The exit codes of `eventbook.cli.errors` for a command that runs alone, without the group."""
    from eventbook.datasets import DatasetError

    try:
        yield
    except DatasetError as error:
        stop(exit_code_of(error), *str(error).splitlines())


def print_json(value: Any) -> None:
    """The value as JSON on standard output; times and dates as ISO 8601."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False, default=_as_text))


def print_rows(
    title: str, header: Sequence[str], rows: Sequence[Sequence[object]], *, numeric: Sequence[int] = ()
) -> None:
    """A table on standard output; `numeric` are the positions of columns of figures."""
    from rich.table import Table
    from rich.text import Text

    from eventbook.cli.output import console
    from eventbook.validation.scoring.tables import clean_text

    table = Table(box=None, pad_edge=False, header_style="dim")
    for position, name in enumerate(header):
        table.add_column(name, justify="right" if position in numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else clean_text(str(cell))) for cell in row))
    screen = console()
    screen.print(Text(clean_text(title), style="bold"))
    screen.print(table)


def _as_text(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
