"""`eventbook recode`: articles of a dataset coded again, the difference shown before it is committed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.build import idle_lines
from eventbook.cli.coding_options import OPTIONS, count_words, make_job, reason_labels, reason_lines
from eventbook.cli.dataset_output import print_json
from eventbook.cli.errors import FINDINGS
from eventbook.cli.output import progress, say, volume_options

if TYPE_CHECKING:
    from eventbook.datasets.pipeline.recoding import Recoded


def _coding(function: Any) -> Any:
    for option in reversed(OPTIONS):
        function = option(function)
    return function


@click.command("recode", short_help="Code a dataset's articles again, and show what changes.")
@click.argument("dataset", type=click.Path(path_type=Path))
@_coding
@click.option("--dry-run", is_flag=True, help="Show the difference and commit nothing.")
@click.option("--reason", default="recoded", show_default=True, help="Why this version is made.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "html"]), default="text", show_default=True,
              help="How the difference is written.")
@click.option("--limit", type=click.IntRange(0), default=100, show_default=True,
              help="Rows of each list that text, Markdown and HTML show; 0 for all.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the difference here.")
@volume_options
def command(
    dataset: Path, dry_run: bool, reason: str, form: str, limit: int, output: Path | None, strict: bool,
    as_json: bool, **options: Any,
) -> None:  # fmt: skip
    """Code the articles of DATASET that SOURCES give again, with another codebook or a newer program.

    A dataset keeps no texts of articles, so that they are given again. Articles of SOURCES that the dataset does not
    have are passed over (`eventbook build` adds them); articles of the dataset that SOURCES do not have keep their
    rows, and the column `coded_by` of the table `sources` tells by what each was coded. Events keep their ids, and
    people's decisions hold.

    \b
    eventbook recode my-dataset articles.jsonl --codebook my-codebook/ --dry-run
    eventbook recode my-dataset articles.jsonl --codebook my-codebook/ --reason "codebook 1.1"
    """
    from eventbook.cli.score import show, write
    from eventbook.datasets.diff_report import diff_report
    from eventbook.datasets.pipeline.recoding import recode_dataset

    job = make_job(options)
    with progress("articles") as counted:
        recoded = recode_dataset(job, dataset, reason=reason, dry_run=dry_run, watch=counted)
    found = recoded.difference
    if as_json or form == "json":
        if output is None:
            print_json(summary(recoded))
        else:
            import json

            write(json.dumps(summary(recoded), indent=2, ensure_ascii=False) + "\n", output)
    else:
        title = f"Version {found.before} to version {found.after} of {dataset}" + (", not committed" if dry_run else "")
        show(title, diff_report(found, limit=limit), form, output)
    say(*summary_lines(recoded, dataset))
    if strict and recoded.built is not None and (recoded.built.quarantined or recoded.built.bad_input):
        raise SystemExit(FINDINGS)


def summary(recoded: "Recoded") -> dict[str, Any]:
    """The difference and what was coded, for programs."""
    built = recoded.built
    return {
        "committed": built is not None and built.created, "version": built.version if built else None,
        "articles": recoded.articles, "not_in_dataset": recoded.unknown, "not_given": list(recoded.kept),
        "not_coded": dict(recoded.not_coded), "idle_decisions": list(recoded.idle),
        "difference": recoded.difference.to_dict(),
    }  # fmt: skip


def summary_lines(recoded: "Recoded", dataset: Path) -> list[str]:
    """What was coded and what became of it, for a person."""
    found = recoded.difference
    lines = [f"{count_words(recoded.articles, 'article')} of the dataset coded again"]
    lines += reason_lines(recoded.not_coded, reason_labels(recoded.codebook.reasons))
    if recoded.unknown:
        lines.append(f"{count_words(recoded.unknown, 'article')} passed over: not in the dataset; `eventbook build` "
                     "adds them")  # fmt: skip
    if recoded.kept:
        lines.append(f"{count_words(len(recoded.kept), 'article')} of the dataset not given: their rows stay as they "
                     "were coded ('coded_by' in the table 'sources')")  # fmt: skip
    lines.append(
        f"{count_words(found.added.num_rows, 'event')} added, {found.removed.num_rows:,} removed, "
        f"{found.changed_rows:,} changed in {count_words(len(found.changes), 'cell')}"
    )
    lines += idle_lines(recoded.idle)
    if recoded.built is None:
        lines.append(f"{dataset}: nothing committed; the same command without --dry-run commits it")
    elif recoded.built.created:
        lines.append(f"{dataset}: version {recoded.built.version} made")
    else:
        lines.append(f"{dataset}: nothing new, version {recoded.built.version} holds these rows already")
    return lines
