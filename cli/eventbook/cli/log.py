"""`eventbook log`: how a dataset came to be what it is."""

from pathlib import Path

import click

from eventbook.cli.dataset_output import dataset_errors, print_json, print_rows


@click.command("log", short_help="Tell the history of a dataset.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("-n", "--last", type=click.IntRange(1), help="Only the last so many versions.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@dataset_errors()
def command(dataset: Path, last: int | None, as_json: bool) -> None:
    """Tell the history of DATASET, newest first: why and by which command, rows gained or lost by each version."""
    from eventbook.datasets import open_dataset
    from eventbook.datasets.history import history

    entries = history(open_dataset(dataset), last=last)
    if as_json:
        print_json(entries)
        return
    header = ("version", "created", "rows", "reason", "command", "tags")
    rows = []
    for entry in entries:
        gained = ", ".join(f"{name} {by}" for name, by in entry["rows"].items())
        told = (entry["reason"], entry["command"], ", ".join(entry["tags"]))
        rows.append((entry["version"], entry["created"][:19], gained, *told))
    print_rows(f"History of {dataset}", header, rows, numeric=(0,))
