"""`eventbook versions`: the versions of a dataset."""

from dataclasses import asdict
from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import say, volume_options


@click.command("versions", short_help="List the versions of a dataset.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(dataset: Path, as_json: bool) -> None:
    """List the versions of DATASET, oldest first: number, time (UTC), events, codebook, tags, releases, reason."""
    from eventbook.datasets import open_dataset

    versions = open_dataset(dataset).versions()
    if as_json:
        print_json([asdict(version) for version in versions])
    elif not versions:
        say(f"{dataset}: no version yet; `eventbook build` makes one")
    else:
        header = ("version", "created", "events", "codebook", "tags", "releases", "reason")
        rows = [
            (
                version.number, f"{version.created:%Y-%m-%d %H:%M:%S}", f"{version.counts.get('events', 0):,}",
                " ".join(str(version.codebook.get(key, "")) for key in ("id", "version")).strip(),
                ", ".join(version.tags), ", ".join(version.releases),
                version.reason + (" (data removed)" if version.withdrawn else ""),
            )
            for version in versions
        ]  # fmt: skip
        print_rows(f"Versions of {dataset}", header, rows, numeric=(0, 2))
