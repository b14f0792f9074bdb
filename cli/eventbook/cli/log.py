"""`eventbook log`: how a dataset, or one event, came to be what it is."""

from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import volume_options


@click.command("log", short_help="Tell the history of a dataset or of one event.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("event_id", required=False)
@click.option("-n", "--last", type=click.IntRange(1), help="Only the last so many versions.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(dataset: Path, event_id: str | None, last: int | None, as_json: bool) -> None:
    """Tell the history of DATASET, newest first: why and by which command, rows gained or lost by each version.

    With EVENT_ID, what became of this event: added, every cell that changed, removed, each with the reason.

    \b
    eventbook log my-dataset --last 5
    eventbook log my-dataset KEN-1a2b
    """
    from eventbook.datasets import open_dataset
    from eventbook.datasets.history import event_history, history

    opened = open_dataset(dataset)
    if event_id is not None:
        steps = event_history(opened, event_id, last=last)
        if as_json:
            print_json(steps)
            return
        header: tuple[str, ...] = ("version", "created", "what", "column", "before", "after", "reason")
        shown = [tuple(str(step[name] or "") for name in header) for step in steps]
        print_rows(f"History of {event_id}", header, shown, numeric=(0,))
        return
    entries = history(opened, last=last)
    if as_json:
        print_json(entries)
        return
    header = ("version", "created", "rows", "reason", "command", "tags", "releases")
    rows = []
    for entry in entries:
        gained = ", ".join(f"{name} {by}" for name, by in entry["rows"].items())
        told = (entry["reason"], entry["command"], ", ".join(entry["tags"]), ", ".join(entry["releases"]))
        rows.append((entry["version"], entry["created"][:19], gained, *told))
    print_rows(f"History of {dataset}", header, rows, numeric=(0,))
