"""`eventbook calibrate`: whether confidence means what it says."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventbook.cli.codings import dataset_tables, read_coding
from eventbook.cli.dataset_output import dataset_errors
from eventbook.cli.errors import UNREADABLE, WRONG_USAGE, stop
from eventbook.cli.score import fail, load, show, write

if TYPE_CHECKING:
    from eventbook.validation.sampling.confidence import Confidences


@click.command("calibrate", short_help="Hold confidence against a gold standard.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", type=click.Path(path_type=Path))
@click.option("--evidence", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="The confidences of a table of rows. Default: the file FILE.evidence.ENDING beside it.")
@click.option("--codebook", metavar="ID|PATH", help="The codebook that names the columns. Default: the shipped one.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "html"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@dataset_errors()
def command(
    gold: Path, predicted: Path, evidence: Path | None, codebook: str | None, form: str, output: Path | None
) -> None:
    """Hold the confidence of the rows and cells of PREDICTED against the rows of GOLD.

    Tells how often rows of a given confidence are right (the reliability curve) and the Brier score. GOLD is as for
    `eventbook score`. PREDICTED is a dataset, or what `eventbook code --evidence` writes: JSON lines, or a table with
    its FILE.evidence.ENDING. Rows of others may have a column `confidence`.

    \b
    eventbook code articles.jsonl --evidence -o rows.jsonl
    eventbook calibrate gold.jsonl rows.jsonl --format html -o calibration.html
    """
    from eventbook.validation.sampling.calibrating import calibrate_rows
    from eventbook.validation.sampling.calibration_report import TITLE, report_curves, report_tables, to_json
    from eventbook.validation.scoring.records import InputError

    rules, scheme = load(codebook)
    try:
        articles = read_coding(gold, codebook=rules, scheme=scheme)
        rows = read_coding(predicted, codebook=rules, scheme=scheme)
        confidences = _confidences(predicted, evidence, rules.key)
    except InputError as error:
        fail(error)
    if not articles:
        stop(UNREADABLE, f"{gold}: no articles; a gold standard needs at least one")
    try:
        report = calibrate_rows(articles, rows, codebook=rules, confidences=confidences)
    except ValueError as error:
        stop(WRONG_USAGE, f"{predicted}: {error}; expected numbers from 0 to 1")
    if report.rows is None:
        if report.without:
            stop(WRONG_USAGE, f"{predicted}: no row has a confidence; write the rows with `eventbook code --evidence`")
        stop(WRONG_USAGE, f"{predicted}: no row of an article of {gold}; compare the article ids of the two")
    if form == "json":
        write(to_json(report), output)
    else:
        show(TITLE, report_tables(report), form, output, curves=report_curves(report))


def _confidences(predicted: Path, evidence: Path | None, key: str) -> "Confidences":
    from eventbook.validation.sampling.confidence import own_confidences, read_evidence, table_confidences

    if predicted.is_dir() and evidence is None:
        (lines,) = dataset_tables(predicted, "evidence")
        return own_confidences if lines is None else table_confidences(lines, key=key)
    beside = evidence or predicted.with_name(f"{predicted.stem}.evidence{predicted.suffix}")
    return table_confidences(read_evidence(beside), key=key) if evidence or beside.exists() else own_confidences
