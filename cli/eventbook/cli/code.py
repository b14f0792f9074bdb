"""`eventbook code`: rows out of articles, without a dataset."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.coding_options import coding_options, count_words, make_job, reason_labels, reason_lines
from eventbook.cli.errors import FINDINGS
from eventbook.cli.output import progress, say

if TYPE_CHECKING:
    from eventbook.codebook.codebook import Codebook
    from eventbook.datasets.pipeline.writing import Put


def _file(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    endings = (".jsonl", ".csv", ".parquet")
    if value is not None and value.suffix.lower() not in endings:
        raise click.BadParameter(f"'{value}': the ending must be one of {', '.join(endings)}", ctx, parameter)
    if value is not None and not value.parent.is_dir():
        raise click.BadParameter(f"'{value}': the folder {value.parent} does not exist; make it first", ctx, parameter)
    return value


@click.command("code", short_help="Code articles and write the rows, without a dataset.")
@coding_options
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), callback=_file,
              help="Write to this .jsonl, .csv or .parquet file in place of JSONL on standard output.")
@click.option("--evidence", is_flag=True, help="Add the words behind each cell; for tables in FILE.evidence.ENDING.")
@click.option("--not-coded", type=click.Path(dir_okay=False, path_type=Path), callback=_file,
              help="Write why articles and events were not coded to this file.")
def command(output: Path | None, evidence: bool, not_coded: Path | None, strict: bool, as_json: bool,
            **options: Any) -> None:  # fmt: skip
    """Code SOURCES (files, folders, patterns or - for standard input) and write one row for each event.

    \b
    eventbook code articles.jsonl > rows.jsonl
    eventbook code news/ --map text=body -o rows.csv --not-coded reasons.csv
    eventbook code story.txt --published 2024-05-03 --evidence
    """
    from eventbook.datasets.pipeline.build import BAD_INPUT, prepare, run
    from eventbook.datasets.pipeline.tables import Gathered, reason_row
    from eventbook.datasets.pipeline.writing import plain_row, row_with_evidence

    if as_json and output is None:
        raise click.UsageError("--json writes the summary to standard output; give the rows a file with -o")
    job = make_job(options)
    codebook = prepare(job)
    outcomes = run(job)
    counts = Gathered(codebook)  # only its counts are used: rows are written as they come
    embed = evidence and (output is None or output.suffix.lower() == ".jsonl")
    rows = 0
    with _sinks(codebook, output, not_coded, beside=evidence and not embed) as (put, put_reason, put_evidence), \
            progress("articles") as counted:  # fmt: skip
        for outcome in counted(outcomes):
            counts.read += outcome.article is not None
            for row in outcome.rows:
                put(row_with_evidence(row) if embed else plain_row(row))
                put_evidence(row)
                rows += 1
            for reason in outcome.not_coded:
                counts.reasons[reason.reason] += 1
                put_reason(reason_row(reason))
    _summarise(codebook, counts.read, rows, dict(counts.reasons), as_json=as_json)
    if strict and any(reason in BAD_INPUT for reason in counts.reasons):
        raise SystemExit(FINDINGS)


@contextmanager
def _sinks(
    codebook: "Codebook", output: Path | None, not_coded: Path | None, *, beside: bool
) -> Iterator[tuple["Put", "Put", Any]]:
    """Where rows, reasons and lines of evidence go."""
    from eventbook.datasets.pipeline.tables import evidence_rows, evidence_schema, reason_schema, report_schema
    from eventbook.datasets.pipeline.writing import write_line, writing_rows

    with ExitStack() as stack:
        put: Put = lambda row: write_line(row, sys.stdout)  # noqa: E731
        put_reason: Put = lambda row: None  # noqa: E731
        put_evidence: Any = lambda row: None  # noqa: E731
        if output is not None:
            put = stack.enter_context(writing_rows(output, report_schema(codebook)))
        if not_coded is not None:
            put_reason = stack.enter_context(writing_rows(not_coded, reason_schema()))
        if output is not None and beside:
            path = output.with_name(f"{output.stem}.evidence{output.suffix}")
            line = stack.enter_context(writing_rows(path, evidence_schema()))

            def put_evidence(row: Any) -> None:
                for item in evidence_rows(row):
                    line(item)

        yield put, put_reason, put_evidence


def _summarise(codebook: "Codebook", articles: int, rows: int, reasons: dict[str, int], *, as_json: bool) -> None:
    labels = reason_labels(codebook.reasons)
    said = f"{count_words(articles, 'article')} read, {count_words(rows, 'row')} by {codebook.id} {codebook.version}"
    say(f"{said}; left out: {count_words(sum(reasons.values()), 'article or event', 'articles and events')}",
        *reason_lines(reasons, labels))  # fmt: skip
    if as_json:
        summary = {
            "articles": articles, "rows": rows, "not_coded": dict(sorted(reasons.items())),
            "codebook": {"id": codebook.id, "version": codebook.version, "hash": codebook.hash},
        }  # fmt: skip
        click.echo(json.dumps(summary, indent=2, ensure_ascii=False))
