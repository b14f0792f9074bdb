"""`eventbook sql`: ask a version by SQL."""

import sys
from pathlib import Path

import click

from eventbook.cli.answers import open_version, version_options, write_table
from eventbook.cli.dataset_output import dataset_errors, print_rows
from eventbook.cli.output import say, volume_options


@click.command("sql", short_help="Ask a version by SQL.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("query")
@version_options
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
              help="How the answer is written to standard output.")
@click.option("--limit", type=click.IntRange(0), default=100, show_default=True,
              help="Rows that a table shows; 0 for all. Files, CSV and JSON have all.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write to this .csv, .json, .parquet or .dta (Stata) file.")
@volume_options
@dataset_errors()
def command(
    dataset: Path, query: str, version: str | None, codebook: Path | None, form: str, limit: int,
    output: Path | None,
) -> None:  # fmt: skip
    """Ask the tables of DATASET (events, evidence, sources, ...) by a SELECT in DuckDB's SQL; - reads it from standard
    input. Nothing is altered, and no other file can be read. Needs: pip install 'eventbook[duckdb]'

    \b
    eventbook sql my-dataset "select country, count(*) n from events group by all order by n desc"
    eventbook sql my-dataset "select * from events where fatalities >= 10" -o deadly.parquet
    """
    from eventbook.datasets.analysis.sql import run_query

    text = sys.stdin.read() if query == "-" else query
    asked = open_version(dataset, version, codebook)
    answer = run_query(asked, text)
    if output is not None or form != "table":
        write_table(answer, output, form)
        return
    shown = answer.slice(0, limit) if limit else answer
    figures = ("int", "uint", "double", "float", "decimal")
    numeric = [n for n, field in enumerate(answer.schema) if str(field.type).startswith(figures)]
    rows = [tuple(round(cell, 6) if isinstance(cell, float) else cell for cell in row.values())
            for row in shown.to_pylist()]  # fmt: skip
    title = f"{answer.num_rows:,} {'row' if answer.num_rows == 1 else 'rows'} from version {asked.number} of {dataset}"
    print_rows(title, answer.column_names, rows, numeric=numeric)
    if shown.num_rows < answer.num_rows:
        say(f"{shown.num_rows:,} of {answer.num_rows:,} rows shown; --limit 0 shows all, -o FILE writes them")
