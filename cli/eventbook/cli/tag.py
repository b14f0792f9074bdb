"""`eventbook tag`: names for versions."""

from dataclasses import asdict
from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import say, volume_options


@click.command("tag", short_help="Name a version of a dataset, or list the names.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("name", required=False)
@click.argument("version", required=False)
@click.option("--note", default="", help="Why the version has this name.")
@click.option("--move", is_flag=True, help="Give the name to this version though another has it.")
@click.option("--delete", is_flag=True, help="Take the name back; the version stays.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(
    dataset: Path, name: str | None, version: str | None, note: str, move: bool, delete: bool, as_json: bool
) -> None:
    """Give VERSION (default: the latest) of DATASET the NAME. Without NAME, list the tags.

    \b
    eventbook tag my-dataset paper-2024 --note "as submitted"
    eventbook diff my-dataset paper-2024
    """
    from eventbook.datasets import open_dataset

    opened = open_dataset(dataset)
    if delete and (name is None or version is not None):
        raise click.UsageError("--delete needs a NAME and no VERSION")
    if name is None:
        tags = opened.tags()
    elif delete:
        tags = [opened.untag(name)]
        say(f"tag {name} removed; it named version {tags[0].version}")
    else:
        tags = [opened.tag(name, version, note=note, move=move)]
        say(f"tag {name} names version {tags[0].version}")
    if as_json:
        print_json([asdict(tag) for tag in tags])
    elif name is None:
        rows = [(tag.name, tag.version, tag.created, tag.note) for tag in tags]
        print_rows(f"Tags of {dataset}", ("tag", "version", "set", "note"), rows, numeric=(1,))
