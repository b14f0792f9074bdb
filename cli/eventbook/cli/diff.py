"""`eventbook diff`: what changed between two versions, cell by cell."""

from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json
from eventbook.cli.output import say, volume_options
from eventbook.cli.score import write


@click.command("diff", short_help="Compare two versions of a dataset cell by cell.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("before")
@click.argument("after", required=False)
@click.option("--table", default="events", show_default=True, help="The table to compare.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "html"]), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=100,
    show_default=True,
    help="Rows of each list that text, Markdown and HTML show; 0 for all.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@volume_options
def command(
    dataset: Path, before: str, after: str | None, table: str, form: str, as_json: bool, limit: int,
    output: Path | None,
) -> None:  # fmt: skip
    """Compare version BEFORE of DATASET with AFTER (default: the latest); each a number or a tag.

    \b
    eventbook diff my-dataset 1 2
    eventbook diff my-dataset paper-2024 --format html -o changes.html
    """
    from eventbook.cli.score import show
    from eventbook.datasets import open_dataset
    from eventbook.datasets.diff_report import diff_report

    found = open_dataset(dataset).diff(before, after, table=table)
    if as_json or form == "json":
        if output is None:
            print_json(found.to_dict())
        else:
            import json

            write(json.dumps(found.to_dict(), indent=2, ensure_ascii=False) + "\n", output)
        return
    show(f"Version {found.before} to version {found.after} of {dataset}", diff_report(found, limit=limit), form, output)
    if not found:
        say("no difference")
