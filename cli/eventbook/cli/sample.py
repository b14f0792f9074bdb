"""`eventbook sample`: rows to check by hand."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.dataset_output import dataset_errors, print_json
from eventbook.cli.errors import WRONG_USAGE, stop
from eventbook.cli.output import say

if TYPE_CHECKING:
    from eventbook.validation.sampling.drawing import How


@click.command("sample", short_help="Draw rows to check by hand.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--for-review", "count", type=click.IntRange(1), metavar="N",
              help="How many rows. Default: as many as the margin needs.")
@click.option("--how", type=click.Choice(["least-confident", "stratified", "random", "mix"]), default="mix",
              show_default=True)
@click.option("--by", metavar="COLUMN", help="Strata of --how stratified and mix. Default: the column of the types.")
@click.option("--margin", type=click.FloatRange(0, 1, min_open=True, max_open=True), default=0.05, show_default=True,
              help="Wanted margin of the share of right rows, at 95 %.")
@click.option("--version", metavar="VERSION", help="Number or tag. Default: the latest.")
@click.option("--codebook", metavar="ID|PATH", help="Default: the dataset's own.")
@click.option("--seed", type=click.IntRange(0), default=20_240_229, show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("review.csv"),
              show_default=True, help="The CSV to fill in.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@dataset_errors()
def command(
    dataset: Path, count: int | None, how: "How", by: str | None, margin: float, version: str | None,
    codebook: str | None, seed: int, output: Path, as_json: bool,
) -> None:  # fmt: skip
    """Draw rows of DATASET into a CSV with empty columns for the verdict, and say how many a margin needs.

    \b
    eventbook sample my-dataset --for-review 100 --how mix -o review.csv
    eventbook sample my-dataset --how random --margin 0.03
    """
    import numpy as np

    from eventbook.codebook.loading import load_codebook
    from eventbook.datasets import open_dataset
    from eventbook.validation.sampling.confidence import row_confidence
    from eventbook.validation.sampling.drawing import draw_rows
    from eventbook.validation.sampling.margins import needed_sample
    from eventbook.validation.sampling.sheet import write_sheet

    opened = open_dataset(dataset)
    manifest = opened.manifest(version)
    events = opened.table(version=manifest.number)
    if not events.num_rows:
        stop(WRONG_USAGE, f"{dataset}: version {manifest.number} has no events to draw from")
    rules = load_codebook(codebook or manifest.codebook.get("id"))
    key = manifest.tables["events"].key[0]
    ids = events[key].combine_chunks()
    confidence = np.full(events.num_rows, np.nan)
    if "evidence" in manifest.tables:
        confidence = row_confidence(ids, opened.table("evidence", version=manifest.number), rules)
    elif how in {"least-confident", "mix"}:
        say("note: the version has no evidence, so that no row is less sure than another")
    types = [c.name for c in rules.columns if c.source in {"kind.event_type", "kind.sub_event_type"}]
    column = by or next((name for name in types if name in events.column_names), key)
    if column not in events.column_names:
        stop(WRONG_USAGE, f"--by {column}: no such column; expected one of {', '.join(events.column_names)}")
    needed = needed_sample(margin=margin, size=events.num_rows)
    drawn = draw_rows(
        np.array(ids.to_pylist(), dtype=object), count=count or needed, how=how, confidence=confidence,
        strata=np.array(events[column].to_pylist(), dtype=object), seed=seed,
    )  # fmt: skip
    beside = {name: opened.table(name, version=manifest.number) for name in ("evidence", "sources")
              if name in manifest.tables}  # fmt: skip
    try:
        write_sheet(
            output, events, drawn, key=key, confidence=confidence, version=str(manifest.number), **beside
        )  # fmt: skip
    except OSError as error:
        stop(WRONG_USAGE, f"{output}: cannot be written ({error.strerror}); give another file with -o")
    except ValueError as error:
        stop(WRONG_USAGE, f"{dataset}: {error}")
    figures: dict[str, Any] = {
        "rows": events.num_rows, "drawn": len(drawn), "how": how, "margin": margin, "needed_at_random": needed,
        "file": str(output),
    }  # fmt: skip
    if as_json:
        print_json(figures)
    say(
        f"{output}: {len(drawn)} of {events.num_rows:,} rows, drawn by {how}",
        f"{needed:,} rows drawn at random tell the share of right rows to within {margin:g} (95 %)",
        "fill in the column verdict (right or wrong) and, where it is wrong, wrong_columns; then:",
        f"eventbook accuracy {shlex.quote(str(output))} --dataset {shlex.quote(str(dataset))}",
    )
