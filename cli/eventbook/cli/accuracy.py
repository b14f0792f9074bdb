"""`eventbook accuracy`: how right a dataset is, by a sample that a person has checked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventbook.cli.dataset_output import dataset_errors, print_json, print_rows
from eventbook.cli.errors import WRONG_USAGE, stop
from eventbook.cli.output import say
from eventbook.cli.score import fail

if TYPE_CHECKING:
    from eventbook.validation.sampling.accuracy import Accuracy, Share
    from eventbook.validation.sampling.reviews import Reviews


@click.command("accuracy", short_help="Estimate how right a dataset is from rows checked by hand.")
@click.argument("reviewed", type=click.Path(path_type=Path))
@click.option("--dataset", type=click.Path(path_type=Path), help="Hold the file's events against this dataset.")
@click.option("--version", metavar="VERSION", help="Number or tag of the dataset's version. Default: the file's.")
@click.option("--codebook", metavar="ID|PATH", help="The codebook of the rows. Default: the dataset's, or the shipped.")
@click.option("--level", type=click.FloatRange(0, 1, min_open=True, max_open=True), default=0.95, show_default=True,
              help="Level of the intervals.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@dataset_errors()
def command(
    reviewed: Path, dataset: Path | None, version: str | None, codebook: str | None, level: float, as_json: bool
) -> None:
    """Estimate the share of right rows, and of right cells of each column, from REVIEWED.

    REVIEWED is the file that `eventbook sample` wrote, with the column verdict filled in: right or wrong, and for a
    wrong row the names of its wrong_columns, with ; between them. Rows without a verdict are not yet checked. Each
    row counts by the rows that it was drawn for, so that a stratified sample or a mix is no trouble.

    \b
    eventbook sample my-dataset --for-review 200 -o review.csv
    eventbook accuracy review.csv --dataset my-dataset
    """
    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.sampling.accuracy import estimate_accuracy
    from eventbook.validation.sampling.reviews import read_reviews
    from eventbook.validation.scoring.records import InputError

    if dataset is None and version is not None:
        raise click.UsageError("--version needs --dataset")
    try:
        reviews = read_reviews(reviewed, key=_key(dataset, codebook) if dataset else load_codebook(codebook).key)
    except InputError as error:
        fail(error)
    if dataset is not None:
        _compare(reviewed, reviews, dataset, version)
    found = estimate_accuracy(reviews, level=level)
    if as_json:
        print_json(found.to_json())
        return
    click.echo(found.sentence())
    say(*(f"note: {note}" for note in found.notes))
    if found.columns:
        _print_columns(found)


def _key(dataset: Path, codebook: str | None) -> str:
    from eventbook.codebook.loading import load_codebook
    from eventbook.datasets import open_dataset

    return load_codebook(codebook).key if codebook else open_dataset(dataset).manifest().tables["events"].key[0]


def _compare(reviewed: Path, reviews: "Reviews", dataset: Path, version: str | None) -> None:
    """Stop where the file speaks of events that the version does not have."""
    from eventbook.datasets import open_dataset

    opened = open_dataset(dataset)
    manifest = opened.manifest(version or reviews.dataset_version or None)
    events = opened.table(version=manifest.number)
    known = set(events[manifest.tables["events"].key[0]].to_pylist())
    unknown = [review for review in reviews.rows if review.event_id not in known]
    if unknown:
        lines = [f"{one.origin}: no event {one.event_id!r} in version {manifest.number} of {dataset}"
                 for one in unknown[:20]]  # fmt: skip
        more = [f"and {len(unknown) - 20} more"] if len(unknown) > 20 else []
        stop(WRONG_USAGE, *lines, *more, f"{reviewed}: drawn from another dataset or version? name it with --version")
    if reviews.dataset_rows not in (None, events.num_rows):
        stop(
            WRONG_USAGE, f"{reviewed}: drawn from {reviews.dataset_rows:,} rows, but version {manifest.number} of "
            f"{dataset} has {events.num_rows:,}; name the version that it was drawn from with --version",
        )  # fmt: skip
    newest = opened.latest().number
    if manifest.number != newest:
        say(f"note: this is the accuracy of version {manifest.number}; the latest is {newest}")


def _print_columns(found: "Accuracy") -> None:
    wrong = {name: share for name, share in found.columns.items() if share.wrong}
    rows = [_row(name, share) for name, share in sorted(wrong.items(), key=lambda item: (item[1].share, item[0]))]
    rest = [share for share in found.columns.values() if not share.wrong]
    if rest:
        rows.append(_row(f"each of {len(rest)} {'other ' if wrong else ''}columns", rest[0]))
    click.echo()
    header = ("column", "right", f"{found.level:.0%} interval", "wrong rows")
    print_rows("Cells that are right", header, rows, numeric=(1, 2, 3))


def _row(name: str, share: "Share") -> tuple[str, str, str, str]:
    return name, f"{share.share:.1%}", f"{share.low:.1%} to {share.high:.1%}", str(share.wrong)
