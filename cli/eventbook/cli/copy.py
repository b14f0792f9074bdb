"""`eventbook copy`: a dataset copied whole, every file checked."""

from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json
from eventbook.cli.output import say, volume_options


@click.command("copy", short_help="Copy a dataset, checking every file.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--version",
    "versions",
    type=int,
    multiple=True,
    metavar="N",
    help="Only the data of this version; of the others the manifests. Repeat for several.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(dataset: Path, target: Path, versions: tuple[int, ...], as_json: bool) -> None:
    """Copy DATASET to TARGET, a new or empty folder, whole or not at all; a damaged file stops it."""
    from eventbook.datasets.copying import copy_dataset

    made = copy_dataset(dataset, target, versions=versions or None)
    numbers = [version.number for version in made.versions()]
    if as_json:
        print_json({"path": str(target), "versions": numbers})
    say(f"{target}: copied, {len(numbers)} versions")
