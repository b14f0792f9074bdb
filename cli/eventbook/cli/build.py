"""`eventbook build`: articles into a new version of a dataset."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.coding_options import coding_options, count_words, make_job, reason_labels, reason_lines
from eventbook.cli.errors import FINDINGS
from eventbook.cli.output import progress, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eventbook.datasets.pipeline.build import Built


@click.command("build", short_help="Code articles into a new version of a dataset.")
@coding_options
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DATASET",
              help="The dataset's folder; made if it is not there.")
@click.option("--reason", default="build", show_default=True, help="Why this version is made.")
def command(into: Path, reason: str, strict: bool, as_json: bool, **options: Any) -> None:
    """Code SOURCES, check the rows, and add them to the dataset as its next version.

    Articles that the dataset has already are coded again, and their new rows replace the old ones. Where nothing
    changes, no version is made.

    \b
    eventbook build articles.jsonl --into my-dataset
    eventbook build news/ --into my-dataset --workers 4 --set policies.reporting_window_days=90
    """
    from eventbook.datasets.pipeline.build import build_dataset, prepare

    job = make_job(options)
    with progress("articles") as counted:
        built = build_dataset(job, into, reason=reason, watch=counted)
    say(*summary_lines(built, prepare(job).reasons))
    if as_json:
        click.echo(json.dumps(summary(built), indent=2, ensure_ascii=False))
    if strict and (built.quarantined or built.bad_input):
        raise SystemExit(FINDINGS)


def idle_lines(idle: "Sequence[Mapping[str, str | None]]") -> list[str]:
    """People's decisions that changed nothing, one line each, the first ten."""
    if not idle:
        return []
    lines = [f"{count_words(len(idle), 'decision')} of a person changed nothing (table 'revisions'):"]
    for line in idle[:10]:
        what = line["column"] or line["kind"]
        lines.append(f"  {line['id']}  {line['event_id']} {what}: {line['status']}")
    return lines


def summary(built: "Built") -> dict[str, Any]:
    """What a build made, for programs."""
    manifest = built.dataset.manifest(built.version)
    return {
        "dataset": str(built.dataset.path), "version": built.version, "created": built.created,
        "articles": built.articles, "rows": built.rows, "quarantined": built.quarantined,
        "not_coded": dict(built.not_coded), "tables": manifest.counts, "row_hash": manifest.row_hash,
        "codebook": dict(manifest.codebook), "idle_decisions": [dict(line) for line in built.idle],
    }  # fmt: skip


def summary_lines(built: "Built", labels: dict[str, str]) -> list[str]:
    """What a build made, for a person."""
    left_out = sum(built.not_coded.values())
    events = built.dataset.manifest(built.version).counts["events"]
    lines = [
        f"{count_words(built.articles, 'article')} read, {count_words(built.rows, 'row')} coded, "
        f"{built.quarantined:,} in quarantine; "
        f"left out: {count_words(left_out, 'article or event', 'articles and events')}",
        *reason_lines(built.not_coded, reason_labels(labels)),
    ]
    if built.created:
        lines.append(f"{built.dataset.path}: version {built.version} made, {count_words(events, 'event')}")
    else:
        lines.append(f"{built.dataset.path}: nothing new, version {built.version} holds these rows already")
    lines += idle_lines(built.idle)
    if built.quarantined:
        lines.append("rows in quarantine stand in the table 'quarantine' with the checks that they failed")
    return lines
