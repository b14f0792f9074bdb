"""`eventbook gc`: remove what a dataset can do without."""

from dataclasses import asdict
from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import say, volume_options


@click.command("gc", short_help="List or remove remains of interrupted runs and data of old versions.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option(
    "--keep-last",
    type=click.IntRange(1),
    metavar="N",
    help="Also the data of versions before the last N, save those with a tag or a release; their manifests stay.",
)
@click.option("--delete", is_flag=True, help="Remove it. Without this, it is only listed.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(dataset: Path, keep_last: int | None, delete: bool, as_json: bool) -> None:
    """List what DATASET can do without, or remove it.

    \b
    eventbook gc my-dataset --keep-last 10
    eventbook gc my-dataset --keep-last 10 --delete
    """
    from eventbook.datasets import open_dataset
    from eventbook.datasets.collecting import collect

    found = collect(open_dataset(dataset).path, keep_last=keep_last, dry_run=not delete)
    if as_json:
        print_json([asdict(garbage) for garbage in found])
    elif found:
        rows = [(garbage.path, garbage.why, garbage.version, f"{garbage.size:,}") for garbage in found]
        title = f"{'Removed from' if delete else 'Could go from'} {dataset}"
        print_rows(title, ("path", "why", "version", "bytes"), rows, numeric=(2, 3))
    freed = f"{sum(garbage.size for garbage in found):,} bytes"
    if not found:
        say(f"{dataset}: nothing to remove")
    else:
        say(f"{freed} freed" if delete else f"{freed} would go free with --delete")
