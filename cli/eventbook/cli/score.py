"""`eventbook score`: how the coding compares with a gold standard."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from eventbook.cli.dataset_output import dataset_errors
from eventbook.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventbook.codebook.codebook import Codebook
    from eventbook.validation.scoring.records import InputError
    from eventbook.validation.scoring.scheme import ScoreScheme
    from eventbook.validation.scoring.tables import Curve, Table

WRONG_USAGE, UNREADABLE = 2, 3


@click.command("score", short_help="Compare coded rows with a gold standard.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", type=click.Path(path_type=Path))
@click.option("--by", "by", multiple=True, metavar="COLUMNS",
              help="Break the event scores down by these columns; a+b crosses two. Commas or repeated options.")
@click.option("--codebook", metavar="ID|PATH", help="The codebook that names the columns. Default: the shipped one.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "html"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--misses", is_flag=True, help="Add the list of missed rows, false rows and wrong cells.")
@click.option("--resamples", type=click.IntRange(0, 100_000), default=1000, show_default=True,
              help="Bootstrap resamples for the intervals; 0 for none.")
@click.option("--seed", type=click.IntRange(0), default=20_240_229, show_default=True, help="Seed of the resamples.")
@dataset_errors()
def command(
    gold: Path, predicted: Path, by: tuple[str, ...], codebook: str | None, form: str, output: Path | None,
    misses: bool, resamples: int, seed: int,
) -> None:  # fmt: skip
    """Score the rows of PREDICTED against the rows of GOLD.

    Both are JSONL, CSV or Parquet with an `article_id` column and the codebook's columns, or datasets. Dates such as
    16 May 2025, numeric codes and synonyms are understood as by `eventbook validate`. GOLD may hold one article a
    line with `events`, its rows, each with `required` and `alternatives`; articles without rows say that nothing in
    them is codable.

    \b
    eventbook score gold.jsonl rows.csv --by country,sub_event_type
    eventbook score gold.jsonl rows.parquet --misses --format html -o score.html
    """
    rules, scheme = load(codebook)
    from eventbook.cli.codings import read_coding
    from eventbook.validation.scoring.intervals import Resampling
    from eventbook.validation.scoring.records import InputError
    from eventbook.validation.scoring.report import TITLE, misses_text, report_tables, to_json
    from eventbook.validation.scoring.score import score_rows

    columns = [name.strip() for part in by for name in part.split(",") if name.strip()]
    try:
        articles, found = (read_coding(path, codebook=rules, scheme=scheme) for path in (gold, predicted))
    except InputError as error:
        fail(error)
    if not articles:
        stop(UNREADABLE, f"{gold}: no articles; a gold standard needs at least one")
    if not any(article.rows for article in found):
        say(f"note: {predicted} has no rows")
    check_columns(columns, [row.values for article in articles for row in article.rows], str(gold))
    resampling = Resampling(resamples=resamples, seed=seed)
    report = score_rows(articles, found, scheme=scheme, by=columns, resampling=resampling)
    if form == "json":
        write(to_json(report, misses=misses), output)
    elif form == "text":
        after = misses_text(report.misses) if misses else ""
        show(TITLE, report_tables(report, misses=False), form, output, after=after)
    else:
        show(TITLE, report_tables(report, misses=misses), form, output)


def load(codebook: str | None) -> "tuple[Codebook, ScoreScheme]":
    """A codebook and its columns, or exit 2 with its problems."""
    from eventbook.codebook.errors import CodebookError
    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.scoring.scheme import scheme_of

    try:
        loaded = load_codebook(codebook)
    except CodebookError as error:
        stop(WRONG_USAGE, *(str(problem) for problem in error.problems))
    return loaded, scheme_of(loaded)


def check_columns(columns: "Sequence[str]", rows: "Sequence[object]", where: str) -> None:
    """Exit 2 if a column that was asked for stands in no row."""
    import difflib

    present = sorted({name for row in rows if isinstance(row, dict) for name in row})
    wanted = [name for column in columns for name in column.split("+")]
    lines = []
    for name in wanted:
        if rows and name not in present:
            near = difflib.get_close_matches(name, present, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(present)}"
            lines.append(f"{where}: no column {name!r}; {hint}")
    if lines:
        stop(WRONG_USAGE, *lines)


def show(
    title: str, tables: "list[Table]", form: str, output: Path | None, *, after: str = "",
    curves: "Sequence[Curve]" = (),
) -> None:  # fmt: skip
    """Write the tables as text, Markdown or HTML to the file or standard output, then the text `after`.

    `curves` are drawn on the HTML page.
    """
    from eventbook.validation.scoring.tables import print_tables, to_html, to_markdown

    if form == "html":
        write(to_html(title, tables, curves=curves), output)
    elif form == "md":
        write(to_markdown(title, tables), output)
    elif output is None:
        print_tables(title, tables, file=sys.stdout)
        write(f"\n{after}" if after else "", None)
    else:
        import io

        page = io.StringIO()
        print_tables(title, tables, file=page)
        write(page.getvalue() + (f"\n{after}" if after else ""), output)


def write(text: str, output: Path | None) -> None:
    """Write to the file, or to standard output; exit 2 where the file cannot be written."""
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        stop(WRONG_USAGE, f"{output}: cannot be written ({error.strerror}); give another file with -o")
    click.echo(f"written: {output}", err=True)


def fail(error: "InputError") -> NoReturn:
    """Exit 3 for an input that cannot be read, 2 for one with the wrong columns, with every problem."""
    stop(UNREADABLE if error.unreadable else WRONG_USAGE, *error.problems)


def stop(code: int, *lines: str) -> NoReturn:
    """Say each line on standard error and leave with the code."""
    for line in lines:
        click.echo(f"error: {line}", err=True)
    raise SystemExit(code)
