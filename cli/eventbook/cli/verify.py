"""`eventbook verify`: hash a dataset again and name what is damaged."""

from dataclasses import asdict
from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.errors import FINDINGS
from eventbook.cli.output import say, volume_options


@click.command("verify", short_help="Check every file of a dataset against its hash.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(dataset: Path, as_json: bool) -> None:
    """Hash every file of DATASET again and name what is damaged, missing or should not be there.

    Exit code 0: all is as it was committed; 1: something is damaged.
    """
    from eventbook.datasets import open_dataset

    opened = open_dataset(dataset)
    damages = opened.verify()
    if as_json:
        print_json([asdict(damage) for damage in damages])
    elif damages:
        rows = [(damage.version, damage.what) for damage in damages]
        print_rows(f"Damage in {dataset}", ("version", "what"), rows, numeric=(0,))
    if damages:
        say(f"{dataset}: {len(damages)} damaged; restore the files from a copy")
        raise SystemExit(FINDINGS)
    say(f"{dataset}: all files are as they were committed")
