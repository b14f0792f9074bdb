"""`eventbook demo`: the main job on the shipped sample."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventbook.cli.build import summary_lines
from eventbook.cli.dataset_output import print_rows
from eventbook.cli.explain import show
from eventbook.cli.output import progress, say, volume_options

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.codebook.codebook import Codebook

SHOWN = (  # facts whose columns make a table that fits a screen
    "event.id", "day.date", "kind.sub_event_type", "first.name", "second.name", "place.name", "deaths.count",
)  # fmt: skip


@click.command("demo", short_help="Build a dataset from the shipped sample and show it.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Build here. Default: a new folder among the temporary files.")
@volume_options
def command(into: Path | None) -> None:
    """Read the twenty sample articles, code, check and store them, and show the rows and one of them explained."""
    from eventbook.coder.sample import sample_path
    from eventbook.datasets.explaining import explain_event
    from eventbook.datasets.pipeline.build import build_dataset, prepare
    from eventbook.datasets.pipeline.records import Job

    made = into is None
    target = into or Path(tempfile.mkdtemp(prefix="eventbook-demo-")) / "sample"
    job = Job(sources=[sample_path() / "articles.jsonl"], gazetteers="shipped")
    codebook = prepare(job)
    try:
        say(f"coding the sample articles by the codebook {codebook.id} {codebook.version}")
        with progress("articles") as counted:
            built = build_dataset(job, target, reason="demo", watch=counted)
    except BaseException:
        if made:
            shutil.rmtree(target.parent, ignore_errors=True)
        raise
    say(*summary_lines(built, codebook.reasons), "")
    events = built.dataset.table()
    _show_rows(events, codebook)
    if events.num_rows:
        click.echo()
        show(explain_event(built.dataset, _surest(events, built.dataset.table("evidence"), codebook.key)))
    say("", f"The dataset: {target}", f"Look further: eventbook show {target}")


def _show_rows(events: "pa.Table", codebook: "Codebook") -> None:
    columns = [column for column in (codebook.column_from(fact) for fact in SHOWN) if column is not None]
    names = [column.name for column in columns]
    rows = [tuple(row[name] for name in names) for row in events.select(names).to_pylist()]
    numeric = [position for position, column in enumerate(columns) if column.type == "integer"]
    print_rows("The rows", names, rows, numeric=numeric)


def _surest(events: "pa.Table", evidence: "pa.Table", key: str) -> str:
    """The event that is least in doubt, of those the one with most cells filled."""
    doubt: dict[str, float] = {}
    for event, confidence in zip(*(evidence[name].to_pylist() for name in ("event_id", "confidence")), strict=True):
        doubt[event] = min(confidence, doubt.get(event, 1.0))

    def weight(row: dict[str, object]) -> tuple[float, int]:
        return doubt.get(str(row[key]), 0.0), sum(value is not None for value in row.values())

    return str(max(events.to_pylist(), key=weight)[key])
