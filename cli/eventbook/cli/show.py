"""`eventbook show`: what a version holds and from what it was made."""

from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import volume_options


@click.command("show", short_help="Show one version of a dataset.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("version", required=False)
@click.option("--json", "as_json", is_flag=True, help="Write the whole manifest as JSON.")
@volume_options
def command(dataset: Path, version: str | None, as_json: bool) -> None:
    """Show VERSION (a number, a tag or `latest`, which is the default) of DATASET.

    \b
    eventbook show my-dataset
    eventbook show my-dataset paper-2024 --json
    """
    import json

    from eventbook.datasets import open_dataset

    manifest = open_dataset(dataset).manifest(version)
    body = json.loads(manifest.to_json())
    if as_json:
        print_json(body)
        return
    said = ("number", "parent", "created", "reason", "command", "checksum")
    rows: list[tuple[object, object]] = [(name, body[name]) for name in said]
    rows.append(("row hash", manifest.row_hash))
    for name in ("codebook", "environment", "inputs"):
        rows += [(f"{name} {key}", _told(value)) for key, value in sorted(body[name].items())]
    print_rows(f"Version {manifest.number} of {dataset}", ("what", "value"), rows)
    tables = [
        (name, f"{entry.rows:,}", len(entry.columns), ", ".join(entry.key), sum(file.size for file in entry.files))
        for name, entry in sorted(manifest.tables.items())
    ]
    print_rows("\nTables", ("table", "rows", "columns", "key", "bytes"), tables, numeric=(1, 2, 4))


def _told(value: object) -> object:
    """Named parts one a line with their hashes, all else as it is."""
    if isinstance(value, list) and value and all(isinstance(one, dict) and "name" in one for one in value):
        return "\n".join(f"{one['name']}  {one.get('sha256', '')}" for one in value)
    return value
