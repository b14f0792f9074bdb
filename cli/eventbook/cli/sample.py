"""`eventbook sample`: rows to check by hand."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.dataset_output import dataset_errors, print_json
from eventbook.cli.errors import WRONG_USAGE, stop
from eventbook.cli.output import say

if TYPE_CHECKING:
    from eventbook.validation.sampling.drawing import How

REVIEW = ("verdict", "reviewer_note")  # empty columns for the person who checks


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
    column = by or next((c.name for c in rules.columns if c.source in {"kind.event_type", "kind.sub_event_type"}), key)
    if column not in events.column_names:
        stop(WRONG_USAGE, f"--by {column}: no such column; expected one of {', '.join(events.column_names)}")
    needed = needed_sample(margin=margin, size=events.num_rows)
    drawn = draw_rows(
        np.array(ids.to_pylist(), dtype=object), count=count or needed, how=how, confidence=confidence,
        strata=np.array(events[column].to_pylist(), dtype=object), seed=seed,
    )  # fmt: skip
    _write(output, events, drawn, confidence)
    figures: dict[str, Any] = {
        "rows": events.num_rows, "drawn": len(drawn), "how": how, "margin": margin, "needed_at_random": needed,
        "file": str(output),
    }  # fmt: skip
    if as_json:
        print_json(figures)
    say(
        f"{output}: {len(drawn)} of {events.num_rows:,} rows, drawn by {how}",
        f"{needed:,} rows drawn at random tell the share of right rows to within {margin:g} (95 %)",
        "fill in the column verdict: right or wrong; only rows drawn at random estimate the accuracy",
    )


def _write(output: Path, events: Any, drawn: list[tuple[int, str]], confidence: Any) -> None:
    import csv

    rows = events.take([row for row, _ in drawn]).to_pylist()
    header = ["drawn_by", "confidence", *REVIEW, *events.column_names]
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(header)
            for (place, way), row in zip(drawn, rows, strict=True):
                sure = "" if confidence[place] != confidence[place] else f"{confidence[place]:.3f}"
                table.writerow([way, sure, *("" for _ in REVIEW), *(_safe(cell) for cell in row.values())])
    except OSError as error:
        stop(WRONG_USAGE, f"{output}: cannot be written ({error.strerror}); give another file with -o")


def _safe(cell: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t"} else cell
