"""Options and outputs that the commands on a version for analysis share."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.output import say

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets import Version


def version_options(function: Any) -> Any:
    """`--version` and `--codebook` of a dataset."""
    version = click.option("--version", metavar="VERSION", help="Number or tag. Default: the latest.")
    codebook = click.option("--codebook", type=click.Path(path_type=Path), metavar="PATH",
                            help="The codebook's folder, where it is not a shipped one.")  # fmt: skip
    return version(codebook(function))


def selection_options(function: Any) -> Any:
    """`--country`, `--start` and `--end`."""
    country = click.option("--country", "countries", multiple=True, metavar="LABEL",
                           help="Only this country; may be repeated.")  # fmt: skip
    start = click.option("--start", metavar="DAY", help="First day, such as 2024-01-31.")
    end = click.option("--end", metavar="DAY", help="Last day.")
    return country(start(end(function)))


def open_version(dataset: Path, version: str | None, codebook: Path | None) -> "Version":
    """The version that the options name."""
    from eventbook.datasets import load

    return load(dataset, version, codebook=codebook)


def write_table(
    table: "pa.Table", output: Path | None, kind: str, *, labels: Mapping[str, str] | None = None
) -> None:
    """Write the table to the file, else as `csv` or `json` to standard output."""
    from eventbook.datasets.analysis.writing import write_answer, write_text

    if output is None:
        write_text(table, sys.stdout.buffer, kind)
        sys.stdout.buffer.flush()
    else:
        say(f"written: {write_answer(table, output, labels=labels)}")
